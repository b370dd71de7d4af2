// The custom element `<article-viewer>`.
//
// attribute          property         values (the first is the default)
// src                src              an address
// -                  data             null; an object, JSON, a Blob, a Response: goes before `src`, and that before a
//                                     child `<script type="application/json">`
// format             format           auto, or the name of a format
// item               item             of a list of articles the one to open: its id or number
// loading            loading          auto (as lazy), lazy, eager
// crossorigin        crossOrigin      null (no credentials), anonymous, use-credentials
// controls           controls         false; whether readers have the tools of tools.js
// controlslist       controlsList     those that they do not have: nocontents, notextsize, notheme, noprint
// theme              theme            auto, light, dark, sepia, contrast
// embeds             embeds           click, never, allow
// heading-level      headingLevel     1 to 6
// comments           comments         auto, hidden
// generate-schema    generateSchema   false
// ui-lang            uiLang           a language; else that of the nearest `lang`, else the reader's
// -                  messages         {}: texts of the interface in place of ours, by the keys of words/en.json
//
// Read only: status (idle, loading, ready, error), loaded, article, report, error, updateComplete.
// Methods: reload(), validate(), scrollToBlock(id or number), openItem(key), addBlocks(blocks, place), print(), toHTML().
// Events: load, error, progress, and article-visibility, article-progress, article-settings-change, article-link,
//         article-embed, article-report.
// Slots: the default one, poster, error, header, footer, after-headline, comments. Parts: parts.js.
// States: loading, ready, error, offline. Nothing is ever written on the host.

const LISTS = {
  loading: ["auto", "lazy", "eager"],
  theme: ["auto", "light", "dark", "sepia", "contrast"],
  embeds: ["click", "never", "allow"],
  comments: ["auto", "hidden"],
};
/** The attributes, and which properties they are. */
const ATTRIBUTES = {
  src: "src",
  format: "format",
  item: "item",
  loading: "loading",
  crossorigin: "crossOrigin",
  controls: "controls",
  controlslist: "controlsList",
  theme: "theme",
  embeds: "embeds",
  "heading-level": "headingLevel",
  comments: "comments",
  "generate-schema": "generateSchema",
  "ui-lang": "uiLang",
};
/** What changes which article it is, and what only how it looks; the rest is asked for when it is needed. */
const OPENS = new Set(["src", "data", "format", "item", "crossorigin", "reload"]);
const DRAWS = new Set(["heading-level", "comments", "embeds", "ui-lang", "messages"]);
const EQUIPS = new Set(["controls", "controlslist", "theme"]);

const LINK = /^(#\?item=)(.*)/;
const SILENT = "script, style, template, noscript, link, meta";
let numbers = 0;

// On a server there is nothing to extend, and nothing is ever made.
export class ArticleViewerElement extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = Object.keys(ATTRIBUTES);

  static get engineLocation() {
    return folderNow();
  }
  static set engineLocation(folder) {
    statics.engineLocation = String(folder);
  }
  static get cacheSize() {
    return statics.cacheSize;
  }
  static set cacheSize(size) {
    statics.cacheSize = Math.max(0, Number(size) || 0);
  }
  static get defaults() {
    return statics.defaults;
  }
  static set defaults(defaults) {
    statics.defaults = { ...defaults };
  }
  static mapURLs(change) {
    statics.change = change;
  }
  /** Brings the program before an element wants it; on a server nothing ever does. */
  static async preload() {
    if (globalThis.document) await bringEngine();
  }

  #internals = this.attachInternals();
  #number = String(++numbers);
  #data = null;
  #messages = {};
  #status = "idle";
  #error = null;
  #article = null;
  #report = null;
  #isList = false;
  #item;
  #bytes;
  #base = "";
  /** What has been asked for is of this turn; answers to older ones are dropped. */
  #turn;
  #request;
  #wanted = new Set();
  /** What is done with the article that is open, or on its way. */
  #work = Promise.resolve();
  #update = this.#work;
  #isTold = false;
  #isNear = false;
  #isSeen = false;
  #read = 0;
  #language = "en";
  #texts = {};
  #child = "";
  #isAtWork = false;
  #leaving;
  #linked;
  #children;
  #bar;
  /** What the reader has chosen, where that is not what the page has said. */
  #chosen = {};
  #root;
  #slots = {};

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    for (const name of ["poster", "error", "", "header", "footer"]) {
      const slot = document.createElement("slot");
      if (name) slot.name = name;
      this.#slots[name] = slot;
    }
    const { poster, error, "": fallback, header, footer } = this.#slots;
    // Bones, where the page has nothing better to show.
    const bones = document.createElement("div");
    bones.className = "av-page";
    bones.append(document.createElement("div"));
    bones.firstChild.className = "av-skeleton";
    poster.append(bones);
    this.#root = document.createElement("div");
    this.#root.className = "av-page";
    shadow.append(poster, error, fallback, header, this.#root, footer);
    this.#root.addEventListener("click", (event) => this.#clicked(event));
    shadow.addEventListener("slotchange", () => this.#arrange());
    this.#internals.role = "region";
    this.#name();
    this.#arrange();
  }

  // Properties and attributes.

  #text(attribute, usual = "") {
    return this.getAttribute(attribute) ?? statics.defaults[ATTRIBUTES[attribute]] ?? usual;
  }
  #choice(attribute) {
    const list = LISTS[attribute];
    const given = this.#text(attribute).toLowerCase();
    return list.includes(given) ? given : list[0];
  }
  #flag(attribute) {
    return this.hasAttribute(attribute) || Boolean(statics.defaults[ATTRIBUTES[attribute]]);
  }
  #reflect(attribute, value) {
    if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value === true ? "" : value);
  }

  get src() {
    return this.#text("src");
  }
  set src(value) {
    this.#reflect("src", value);
  }
  get format() {
    return this.#text("format", "auto");
  }
  set format(value) {
    this.#reflect("format", value);
  }
  get item() {
    return this.#text("item");
  }
  set item(value) {
    this.#reflect("item", value);
  }
  get loading() {
    return this.#choice("loading");
  }
  set loading(value) {
    this.#reflect("loading", value);
  }
  get crossOrigin() {
    const given = this.#text("crossorigin", null);
    return given === null ? null : given.toLowerCase() === "use-credentials" ? "use-credentials" : "anonymous";
  }
  set crossOrigin(value) {
    this.#reflect("crossorigin", value);
  }
  get controls() {
    return this.#flag("controls");
  }
  set controls(value) {
    this.#reflect("controls", Boolean(value));
  }
  get controlsList() {
    return this.#text("controlslist");
  }
  set controlsList(value) {
    this.#reflect("controlslist", value);
  }
  get theme() {
    return this.#choice("theme");
  }
  set theme(value) {
    this.#reflect("theme", value);
  }
  get embeds() {
    return this.#choice("embeds");
  }
  set embeds(value) {
    this.#reflect("embeds", value);
  }
  get headingLevel() {
    const level = Number.parseInt(this.#text("heading-level"), 10);
    return level >= 1 && level <= 6 ? level : 1;
  }
  set headingLevel(value) {
    this.#reflect("heading-level", value);
  }
  get comments() {
    return this.#choice("comments");
  }
  set comments(value) {
    this.#reflect("comments", value);
  }
  get generateSchema() {
    return this.#flag("generate-schema");
  }
  set generateSchema(value) {
    this.#reflect("generate-schema", Boolean(value));
  }
  get uiLang() {
    return this.#text("ui-lang");
  }
  set uiLang(value) {
    this.#reflect("ui-lang", value);
  }
  get data() {
    return this.#data;
  }
  set data(value) {
    this.#data = value ?? null;
    this.#want("data");
  }
  get messages() {
    return this.#messages;
  }
  set messages(value) {
    this.#messages = { ...value };
    this.#want("messages");
  }

  get status() {
    return this.#status;
  }
  get loaded() {
    return this.#status === "ready";
  }
  get error() {
    return this.#error;
  }
  get report() {
    return this.#report;
  }
  /** Of a list that is open, null. */
  get article() {
    if (!this.#article && this.loaded && !this.#isList) this.#article = JSON.parse(this.#ask("article") || "null");
    return this.#article;
  }
  /** Resolves when what has been asked for is shown, or has failed, or waits to come near the screen. */
  get updateComplete() {
    return this.#update;
  }

  // Coming and going.

  connectedCallback() {
    clearTimeout(this.#leaving);
    // What was set before the class was there hides its accessors.
    for (const name of [...Object.values(ATTRIBUTES), "data", "messages"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    // It has only been moved; what was said to it on the way is done here.
    if (this.#isAtWork) {
      if (this.#wanted.size) this.#update = this.#doWanted();
      return;
    }
    this.#isAtWork = true;
    dress(this.shadowRoot);
    mourners.add(this.#mourn);
    this.#children = new MutationObserver(() => this.#childChanged());
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    nearObserver().observe(this);
    sightObserver().observe(this);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#childChanged(), { once: true });
    this.#want("data");
  }

  /** Sheets are of one document. */
  adoptedCallback() {
    if (this.#isAtWork) dress(this.shadowRoot);
  }

  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      if (this.isConnected || !this.#isAtWork) return;
      this.#isAtWork = false;
      this.#wanted.clear();
      this.#clear();
      dressed.delete(this.shadowRoot);
      mourners.delete(this.#mourn);
      this.#children.disconnect();
      nearObserver().unobserve(this);
      sightObserver().unobserve(this);
      fallSilent();
      this.#isNear = false;
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#want(name);
  }

  /** Ends what is on its way and forgets what was shown. */
  #clear() {
    this.#turn = undefined;
    this.#work = Promise.resolve();
    this.#request?.leave();
    this.#request = undefined;
    this.#unlink();
    this.#ask("close");
    this.#root.replaceChildren();
    this.#bytes = this.#item = undefined;
    this.#error = this.#article = this.#report = null;
    this.#isList = this.#isTold = this.#isSeen = false;
    hearScroll(this, false);
    this.#child = "";
    this.#name();
    this.#mark("idle");
  }

  #name(title) {
    this.#internals.ariaLabel = title || this.#texts.article || "Article";
  }

  /** What has changed is done once, when the page has said all that it says now. */
  #want(name) {
    // Whoever comes onto a page opens what it is told to open by then.
    if (!this.#isAtWork) return;
    // It is under way when something is wanted already.
    if (!this.#wanted.size) this.#update = this.#doWanted();
    this.#wanted.add(name);
  }

  async #doWanted() {
    await undefined;
    // On its way to another place: there it is done.
    if (!this.isConnected) return;
    const wanted = this.#wanted;
    this.#wanted = new Set();
    if (!this.#isAtWork) return;
    const any = (names) => [...wanted].some((name) => names.has(name));
    // What the page says last is what it wants.
    if (wanted.has("theme")) delete this.#chosen.theme;
    this.#colour();
    if (any(OPENS)) {
      const isAsked = wanted.has("reload");
      if (isAsked) this.#forget();
      this.#clear();
      this.#begin(isAsked);
    } else if (this.#status === "idle") {
      // An element that is near or eager now has waited long enough.
      this.#begin();
    } else {
      // What has not been told yet will be as it is now.
      if (this.#isTold && any(DRAWS)) await this.#later((turn) => this.#draw(turn));
      else if (any(EQUIPS)) await this.#later(() => this.#equip());
      if (wanted.has("generate-schema")) await this.#later(() => this.#describe());
    }
    await this.#work;
  }

  #begin(isAsked) {
    if (isAsked || this.loading === "eager" || this.#isNear) this.#work = this.#open();
  }

  /** Does something with an article once it is there, and once what was asked for before is done. */
  async #later(act) {
    // What is wanted already has begun by then.
    await undefined;
    const turn = this.#turn;
    const isMine = () => this.#turn === turn && this.loaded;
    this.#work = this.#work.then(() => isMine() && act(turn)).catch((cause) => isMine() && this.#fail("broken", cause));
    await this.#work;
  }

  #then(act) {
    return (this.#update = this.#later(act));
  }

  /** The theme, or else the colours of the page, where it says what they are, and of the system, where it does not. */
  #colour() {
    const theme = this.#chosen.theme ?? this.theme;
    const isStated = getComputedStyle(this).colorScheme !== "normal" || document.querySelector("meta[name=color-scheme]");
    for (const { dataset } of this.shadowRoot.querySelectorAll(".av-page")) {
      delete dataset.theme;
      delete dataset.scheme;
      if (theme !== "auto") dataset.theme = theme;
      else if (isStated) dataset.scheme = "page";
    }
  }

  /** The tools of a reader, if the page gives them, and the size of the text that they have chosen. */
  async #equip() {
    const root = this.#root;
    if (this.#chosen.textSize) root.dataset.textSize = this.#chosen.textSize;
    if (!this.controls) return this.#bar?.remove();
    const turn = this.#turn;
    const [made, english] = await bringTools();
    if (!made || this.#turn !== turn || !this.controls || !this.loaded) return;
    const words = { ...english, ...this.#texts };
    this.#bar?.remove();
    this.#bar = made({
      root,
      without: this.controlsList.toLowerCase().split(/\s+/),
      chosen: { theme: this.#chosen.theme ?? this.theme, textSize: this.#chosen.textSize ?? 100 },
      change: (chosen) => {
        this.#chosen = { ...chosen };
        root.dataset.textSize = chosen.textSize;
        this.#colour();
        this.#fire("article-settings-change", { ...chosen });
      },
      goTo: (heading) => this.#goTo(heading),
      print: () => this.print(),
      text: (key) => words[key] ?? "",
    });
    this.#bar.lang = root.lang;
    this.#bar.dir = root.dir;
    root.before(this.#bar);
    this.#colour();
  }

  [NEAR](isNear) {
    this.#isNear = isNear;
    if (isNear && this.#status === "idle") this.#want("loading");
  }

  [SEEN](isSeen) {
    if (!this.loaded || this.#isSeen === isSeen) return;
    this.#isSeen = isSeen;
    hearScroll(this, isSeen);
    this.#fire("article-visibility", { visible: isSeen });
    if (isSeen) this[SCROLLED]();
  }

  /** How much of the article has been on the screen, or in the element, if that is what scrolls. */
  [SCROLLED]() {
    const { top, height } = this.#root.getBoundingClientRect();
    const end = Math.min(innerHeight, this.getBoundingClientRect().bottom);
    const read = Math.round(Math.min(Math.max((end - top) / height, 0), 1) * 100) / 100;
    if (!this.loaded || !(read > this.#read)) return;
    this.#read = read;
    this.#fire("article-progress", { progress: read });
  }

  #childChanged() {
    if (this.#data !== null || this.src) return;
    if (this.#childText() !== this.#child) this.#want("data");
  }
  #childText() {
    const script = this.querySelector(':scope > script[type="application/json"]');
    // While the page is on its way, what nothing follows may be the beginning of a text.
    const isWhole = script?.nextSibling || document.readyState !== "loading";
    return (isWhole && script?.textContent.trim()) || "";
  }

  // From a source to an article.

  async #open() {
    const turn = (this.#turn = {});
    const isMine = () => this.#turn === turn;
    this.#child = this.#childText();
    if (this.#data === null && !this.src && !this.#child) return;
    this.#mark("loading");
    try {
      const [got, ready] = await Promise.all([this.#source(turn), bringEngine(), this.#words()]);
      // Of an end of the program everyone has been told.
      if (!isMine() || !ready) return;
      const [code, number, address, bytes, cause] = got;
      if (code === "data") return this.#fail(code, cause);
      this.#base = address;
      this.#bytes = bytes;
      await this.#tellSettings();
      if (isMine()) await this.#step(turn, code ? ["fail", code, number, address] : ["open"], bytes);
    } catch (cause) {
      if (isMine()) this.#fail("broken", cause);
    }
  }

  /** [code, number, address, bytes], as src/browser/http.js has it. */
  async #source(turn) {
    const here = document.baseURI;
    const data = this.#data;
    if (data !== null) {
      try {
        const [bytes, address] = await bytesOf(data);
        return ["", 0, address || here, bytes];
      } catch (cause) {
        return ["data", 0, here, undefined, cause];
      }
    }
    if (!this.src) return ["", 0, here, new TextEncoder().encode(this.#child)];
    const address = this.#address();
    if (!/^https?:$/.test(address?.protocol)) return ["address", 0, this.src];
    const credentials = { anonymous: "same-origin", "use-credentials": "include" }[this.crossOrigin] ?? "omit";
    this.#request = joinRequest(address.href, credentials, (loaded, total) => {
      if (this.#turn === turn) this.#fire("progress", { type: "progress", loaded, total: total || undefined });
    });
    const answer = await this.#request.answer;
    return [answer[0], answer[1], answer[2] || address.href, answer[3]];
  }

  /** Where the article is, as the page wants it; nothing where that is no address. */
  #address() {
    const here = document.baseURI;
    try {
      return new URL(mapped(new URL(this.src, here).href), here);
    } catch {}
  }

  #forget() {
    this.#request?.forget();
    if (this.src && this.#data === null) forgetRequest(this.#address()?.href);
  }

  async #words() {
    const near = this.closest("[lang]")?.lang;
    const languages = [this.uiLang || near, ...navigator.languages].filter(Boolean);
    [this.#language, this.#texts] = await wordsOf(languages, { ...statics.defaults.messages, ...this.#messages });
  }

  async #tellSettings() {
    this.#isTold = true;
    await this.#words();
    const format = this.format === "auto" ? "" : this.format;
    const settings = [this.#base, format, this.#item ?? this.item, this.headingLevel, limitsNow().blocks, this.#language, JSON.stringify(this.#texts)];
    try {
      engine?.ask(["set", this.#number, ...settings].join(BETWEEN), new Uint8Array(), this.#root);
    } catch {
      // It has told everyone that it has ended.
    }
  }

  /** Asks the program, if it is there. */
  #ask(word, bytes = new Uint8Array()) {
    try {
      return engine?.ask([word, this.#number].join(BETWEEN), bytes) ?? "";
    } catch {
      // It has told everyone that it has ended.
      return "";
    }
  }

  /** What the program makes of a command, with all that it has to wait for; nothing where the article is another by then. */
  async #outcome(turn, [word, ...more], bytes = new Uint8Array(), root) {
    const isMine = () => engine && this.#turn === turn;
    if (!isMine()) return [];
    try {
      const outcome = await outcomeOf(engine, this.#number, [word, this.#number, ...more].join(BETWEEN), bytes, isMine, root);
      return isMine() ? outcome : [];
    } catch {
      // It has told everyone that it has ended.
      return [];
    }
  }

  async #step(turn, command, bytes) {
    const [kind, ...told] = await this.#outcome(turn, command, bytes);
    if (kind === "error") return this.#failed(told);
    if (kind !== "ready" && kind !== "list") return;
    this.#article = null;
    this.#isList = kind === "list";
    this.#dressArticle(told);
    this.#mark("ready");
    const equipped = this.#equip();
    const described = this.#describe();
    if (command[0] === "draw") return Promise.all([equipped, described]);
    announce(told[2], this.#language);
    this.#fire("load", { type: "load", format: told[0], title: told[1] });
    this.#read = 0;
    this.#isSeen = false;
    // They say at once how things are.
    sightObserver().unobserve(this);
    sightObserver().observe(this);
    bringPaper();
    // What fails later may be the network.
    engine?.bring("problem").catch(() => {});
  }

  async #draw(turn) {
    await this.#tellSettings();
    await this.#step(turn, ["draw"]);
  }

  /** The next of what was too much to be built at once. */
  async #more(turn) {
    await this.#outcome(turn, ["more"]);
    this.#dressBlocks(this.#root);
    await this.#equip();
  }

  /** What of blocks is a matter of this element. */
  #dressBlocks(place) {
    for (const button of place.querySelectorAll("[data-action=embed]")) {
      if (this.embeds === "never") button.closest(".av-embed__frame").remove();
      if (this.embeds === "allow") this.#embed(button, false);
    }
    // Where a heading of the interface begins is the page's matter too; those of articles are written so.
    for (const heading of place.querySelectorAll(":is(.av-front, .av-problem) :is(h1, h2, h3)")) {
      heading.ariaLevel = String(Math.min(Number(heading.localName[1]) + this.headingLevel - 1, 6));
    }
    nameParts(place);
  }

  /** What of an article is a matter of this element. */
  #dressArticle([, title]) {
    const root = this.#root;
    this.#name(title);
    root.lang = this.#language;
    root.dir = this.#language.startsWith("ar") ? "rtl" : "ltr";
    const notice = root.querySelector(".av-comments");
    if (this.comments === "hidden") notice?.remove();
    const slot = (name) => {
      const made = document.createElement("slot");
      made.name = name;
      return made;
    };
    root.querySelector(".av-headline")?.after(slot("after-headline"));
    const article = root.querySelector(".av-article");
    if (article) (root.querySelector(".av-footer") ?? article).append(slot("comments"));
    this.#dressBlocks(root);
  }

  #unlink() {
    this.#linked?.remove();
    this.#linked = undefined;
  }

  async #describe() {
    this.#unlink();
    if (!this.generateSchema || this.#isList || !engine) return;
    const script = (this.#linked = document.createElement("script"));
    try {
      const [late] = await Promise.all([engine.bringLate(), engine.bring("problem")]);
      // By then another may be wanted, or none.
      if (this.#linked !== script) return;
      script.type = "application/ld+json";
      late.linkData(script, this.#ask("facts"));
      document.head.append(script);
    } catch {
      // An article is as good without it.
    }
  }

  #failed([code, technical, path, line, column]) {
    const problem = this.#root.querySelector(".av-problem");
    const sentence = problem?.querySelector("p")?.textContent;
    if (!problem) return this.#fail(code, technical);
    this.#dressBlocks(this.#root);
    this.#root.lang = this.#language;
    this.#end(code, sentence, technical, path, line, column);
  }

  /** A failure of which the program says nothing. */
  #fail(code, cause) {
    const texts = this.#texts;
    // The words of a language have no sentence of their own for what is wrong with a page or a browser.
    const known = texts["problem_" + code] ?? texts[code === "download" ? "problem_no_part" : "problem_heading"];
    const sentence = known ?? engineSentences[code] ?? engineSentences.download;
    const make = (name, ...children) => {
      const element = document.createElement(name);
      element.append(...children);
      return element;
    };
    const again = make("button", texts.retry ?? "Try again");
    again.type = "button";
    again.className = "av-button";
    again.dataset.action = "retry";
    const problem = make("div", make("p", sentence), make("p", again));
    problem.className = "av-problem";
    problem.lang = known ? this.#language : "en";
    problem.dir = "auto";
    problem.setAttribute("role", "alert");
    this.#root.replaceChildren(problem);
    nameParts(this.#root);
    this.#end(code, sentence, String(cause));
  }

  #end(type, message, technical, path = "", line = "", column = "") {
    const number = (text) => (text ? Number(text) : undefined);
    this.#error = { type, message, path: path || undefined, line: number(line), column: number(column), cause: new Error(technical) };
    this.#request = undefined;
    this.#mark("error");
    if (type === "offline") this.#internals.states.add("offline");
    this.#fire("error", { ...this.#error });
  }

  /** The program has ended: what it has shown is gone. */
  #mourn = (kind, technical) => {
    if (this.#status === "idle") return;
    this.#request?.leave();
    this.#unlink();
    this.#turn = undefined;
    this.#fail(kind, technical);
  };

  #mark(status) {
    this.#status = status;
    const { states } = this.#internals;
    states.clear();
    if (status !== "idle") states.add(status);
    this.#internals.ariaBusy = String(status === "loading");
    this.#arrange();
  }

  /** What is to be seen: the article, or what the page has put in its place. */
  #arrange() {
    const { poster, error, "": fallback, header, footer } = this.#slots;
    const isReady = this.#status === "ready";
    const hasFallback = fallback.assignedNodes().some((node) => node.nodeType === 1 ? !node.matches(SILENT) : node.data.trim());
    const hasOwn = (slot) => slot.assignedNodes().length > 0;
    poster.hidden = isReady || this.#status === "error" || (hasFallback && !hasOwn(poster)) || (this.#status === "idle" && !hasOwn(poster));
    error.hidden = this.#status !== "error";
    fallback.hidden = isReady;
    header.hidden = footer.hidden = !isReady;
    if (!isReady) this.#bar?.remove();
    this.#root.hidden = !isReady && !(this.#status === "error" && !hasFallback && !hasOwn(error));
  }

  #fire(name, detail, cancelable = false) {
    const isOurs = name.startsWith("article-");
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: isOurs, composed: isOurs, cancelable }));
  }

  // What a reader does.

  async #embed(button, isAsked) {
    const { embed: url, title } = button.dataset;
    const provider = button.closest(".av-embed")?.dataset.provider;
    if (!this.#fire("article-embed", { url, title, provider }, true)) return;
    const late = await engine?.bringLate();
    if (button.isConnected) late?.embed(this.#root, button, isAsked);
  }

  #clicked(event) {
    // What the page has put among ours is the page's.
    if (!this.#root.contains(event.target)) return;
    const button = event.target.closest("[data-action]");
    const action = button?.dataset.action;
    if (action === "retry") return this.reload();
    if (action === "more") return this.#then((turn) => this.#more(turn));
    if (action === "embed") return this.#embed(button, true);
    if (action === "copy") return engine?.bringLate().then((late) => late.copy(this.#root, button, announcer()), () => {});
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented) return;
    const written = link.getAttribute("href");
    const item = LINK.exec(written);
    const isWithin = written.startsWith("#");
    // A place inside cannot be reached by the page's address.
    if (isWithin) event.preventDefault();
    const detail = { href: item ? "" : link.href, item: item ? decodeURIComponent(item[2]) : undefined, originalEvent: event };
    if (!this.#fire("article-link", detail, true)) return event.preventDefault();
    if (item) this.openItem(detail.item);
    else if (isWithin) this.scrollToBlock(decodeURIComponent(written.slice(1)));
  }

  // What a page can do.

  /** Opens the same again; resolves when that has come to an end. */
  reload() {
    this.#want("reload");
    return this.#update;
  }

  /** Of a list, opens the article with this id or number; without one, the list. */
  openItem(key = "") {
    return this.#then(async (turn) => {
      this.#item = key;
      await this.#step(turn, ["item", key]);
      this.#root.querySelector("h1, h2, h3, h4, h5, h6")?.focus({ preventScroll: true });
      if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
    });
  }

  /**
   * Adds blocks of our own format to the article, a list or the JSON of one, at its "start" or its "end"; nothing else is
   * built again.
   */
  async addBlocks(blocks, place = "end") {
    const list = typeof blocks === "string" ? JSON.parse(blocks) : blocks;
    const bytes = new TextEncoder().encode(JSON.stringify(list));
    await this.#then(async (turn) => {
      const added = document.createElement("div");
      const [kind] = await this.#outcome(turn, ["add", place], bytes, added);
      this.#article = null;
      if (kind !== "added") return;
      this.#dressBlocks(added);
      const isFirstHeading = added.querySelector(".av-heading") && !this.#bar?.querySelector("nav");
      insertBlocks(this.#root, added, place === "start");
      if (isFirstHeading) await this.#equip();
    });
  }

  /** A report on what was read and what was not; it is `report` afterwards, and an event `article-report` has it. */
  async validate() {
    const [turn, bytes] = [this.#turn, this.#bytes];
    const ready = bytes && (await bringEngine());
    await ready?.bring("desk");
    // What is open now may be something else.
    if (!ready || this.#turn !== turn) return null;
    this.#report = JSON.parse(this.#ask("report", bytes) || "null");
    this.#fire("article-report", { report: this.#report });
    return this.#report;
  }

  /** Scrolls to a block, by its number in the text or the id of its element; says whether there is one. */
  scrollToBlock(block) {
    const root = this.shadowRoot;
    const found = typeof block === "number" ? this.#root.querySelectorAll(".av-body > *")[block] : root.getElementById(block);
    if (found) this.#goTo(found);
    return Boolean(found);
  }

  #goTo(found) {
    found.scrollIntoView({ block: "start" });
    if (!found.hasAttribute("tabindex") && !found.matches("a, button")) found.tabIndex = -1;
    found.focus({ preventScroll: true });
  }

  /** Prints the article alone. */
  print() {
    return this.loaded ? printCopy(this.#root) : Promise.resolve();
  }

  /** The article as HTML, without the element's own slots and parts; empty while there is none. */
  toHTML() {
    return this.loaded && !this.#isList ? this.#ask("html") : "";
  }
}

/** What responses held: they can be read once. */
const responses = new WeakMap();

/** The bytes of what a page calls its data, and the address that they came from. */
async function bytesOf(data) {
  if (data instanceof Response) {
    if (!data.ok) throw new Error(`HTTP status ${data.status}`);
    if (!responses.has(data)) responses.set(data, data.arrayBuffer());
    return [new Uint8Array(await responses.get(data)), data.url];
  }
  if (data instanceof Blob) return [new Uint8Array(await data.arrayBuffer())];
  const json = typeof data === "string" ? data : JSON.stringify(data);
  if (json === undefined) throw new TypeError("no JSON can be written of this");
  return [new TextEncoder().encode(json)];
}
