// article-frame.js: what a page loads that shows articles in frames, `<iframe data-article-viewer src="…/embed.html?src=…">`.
//
// It gives each frame the height of its article, and hands on what happens in it as events on the frame.
// It believes only the windows of such frames, speaking from the origin of their address, and of them only numbers within
// bounds and addresses of the web. It runs as a classic script and as a module, and leaves no name behind.
// docs/embedding.md has the attributes, the events and the messages.

{
  const SENTINEL = "article-viewer";
  const FRAMES = "iframe[data-article-viewer]";
  const LARGEST = 100_000;
  // So many small steps within so many milliseconds, at the same width, are no article but a frame that grows because it grew.
  const LONGEST_RUN = 30;
  const RUN_TIME = 2000;
  const SMALL_STEP = 100;
  const mark = Symbol.for("article-frame");
  const frames = new WeakMap();

  const originOf = (frame) => {
    try {
      return new URL(frame.src, document.baseURI).origin;
    } catch {
      return "null";
    }
  };

  // Where a browser cannot tell, the reader is believed to have done something.
  const isReaders = () => navigator.userActivation?.isActive ?? true;

  const emit = (frame, type, detail, cancelable = false) =>
    frame.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable }));

  const isDark = (frame) => {
    const scheme = getComputedStyle(frame).colorScheme;
    return scheme.includes("dark") && (!scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
  };

  /** Tells a frame its name and what it is to look like; attributes that are not there leave what its address says. */
  const tell = (frame, state) => {
    const { theme, background } = frame.dataset;
    const isTransparent = background === "transparent" || (!background && /[?&]background=transparent\b/.test(frame.src));
    const scheme = isTransparent ? (isDark(frame) ? "dark" : "light") : "auto";
    const facts = { theme, background, scheme, scroll: state.scrolls };
    const origin = originOf(frame);
    // What has no origin is no frame of ours any more.
    if (origin !== "null") frame.contentWindow?.postMessage({ sentinel: SENTINEL, v: 1, id: state.id, type: "set", ...facts }, origin);
  };

  const adopt = (frame) => {
    const state = { id: Math.random().toString(36).slice(2), scrolls: false, grown: [], width: 0, height: 0 };
    frames.set(frame, state);
    new MutationObserver(() => tell(frame, state)).observe(frame, { attributeFilter: ["data-theme", "data-background"] });
    return state;
  };

  /** Whether a frame keeps growing by a little. */
  const isLoop = (frame, state, height) => {
    const [step, now, { clientWidth }] = [height - state.height, performance.now(), frame];
    // A window that becomes narrower makes every article longer.
    if (clientWidth !== state.width) state.grown = [];
    state.width = clientWidth;
    state.grown = state.grown.filter((time) => now - time < RUN_TIME);
    if (step > 0 && step < SMALL_STEP) state.grown.push(now);
    return state.grown.length > LONGEST_RUN;
  };

  const bound = (text, usual) => {
    const number = Number.parseInt(text, 10);
    return number >= 0 ? Math.min(number, LARGEST) : usual;
  };

  const resize = (frame, state, wanted) => {
    if (!Number.isSafeInteger(wanted) || wanted < 0) return;
    const stops = isLoop(frame, state, wanted);
    const least = bound(frame.dataset.minHeight, 0);
    const most = stops ? state.height : bound(frame.dataset.maxHeight, LARGEST);
    const height = Math.max(least, Math.min(wanted, most));
    state.height = wanted;
    const isRefused = !stops && !emit(frame, "article-resize", { height }, true);
    // Of a page that gives another height than was asked for, nothing is known but that.
    const scrolls = wanted > height || isRefused;
    if (scrolls !== state.scrolls) {
      state.scrolls = scrolls;
      tell(frame, state);
    }
    if (!stops && !isRefused) fit(frame, state, height);
  };

  const fit = (frame, state, height) => {
    state.waiting?.disconnect();
    const before = frame.getBoundingClientRect();
    const isAbove = before.bottom <= 0 && before.height > 0;
    // What is read below it stays where it is.
    if (isAbove && frame.dataset.above === "keep") {
      state.waiting = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && fit(frame, state, height));
      return state.waiting.observe(frame);
    }
    const style = getComputedStyle(frame);
    const around = ["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"];
    const extra = style.boxSizing === "border-box" ? around.reduce((sum, side) => sum + Number.parseFloat(style[side]), 0) : 0;
    frame.style.setProperty("height", `${height + extra}px`);
    if (isAbove && !CSS.supports("overflow-anchor", "auto")) {
      scrollBy({ top: frame.getBoundingClientRect().height - before.height, behavior: "instant" });
    }
  };

  const scrollToPlace = (frame, top) => {
    if (!Number.isFinite(top) || !isReaders()) return;
    const { top: start, height } = frame.getBoundingClientRect();
    // The start of an article need not move to be read.
    if (top <= 0 && start >= 0) return;
    const room = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    scrollBy({ top: start + Math.min(Math.max(top, 0), height) - room });
  };

  const follow = (frame, address) => {
    if (typeof address !== "string" || address.length > 8192 || !URL.canParse(address)) return;
    const { href, protocol } = new URL(address);
    if (!/^https?:$/.test(protocol) || !isReaders()) return;
    if (!emit(frame, "article-link", { href }, true)) return;
    if (frame.dataset.links === "blank") open(href, "_blank", "noopener");
    else location.assign(href);
  };

  const line = (text) => (typeof text === "string" ? text.slice(0, 1000) : "");

  const hear = ({ data, source, origin }) => {
    if (data?.sentinel !== SENTINEL || data.v !== 1 || !source || origin === "null") return;
    const frame = [...document.querySelectorAll(FRAMES)].find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    const state = frames.get(frame) ?? adopt(frame);
    if (data.type === "ready" && data.id === "") return tell(frame, state);
    if (data.id !== state.id) return;
    if (data.type === "ready") {
      frame.title ||= line(data.title);
      emit(frame, "article-ready", { title: line(data.title), language: line(data.language) });
    } else if (data.type === "resize") resize(frame, state, data.height);
    else if (data.type === "scroll-to") scrollToPlace(frame, data.top);
    else if (data.type === "link") follow(frame, data.href);
    else if (data.type === "error") emit(frame, "article-error", { message: line(data.message) });
  };

  // On a server there is nothing to hear; a page that loads this twice is still spoken for once.
  if (typeof document !== "undefined" && !window[mark]) {
    window[mark] = true;
    addEventListener("message", hear);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      for (const frame of document.querySelectorAll(FRAMES)) if (frames.has(frame)) tell(frame, frames.get(frame));
    });
  }
}
