// A list that goes on: its button is pressed when it comes near the screen, so that nobody has to.

const observer = new IntersectionObserver(
  (changes) => {
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      const root = target.closest("[data-article-state]");
      // A button that has the focus is the reader's own to press.
      if (target !== document.activeElement) target.click();
      if (root) watchButton(root);
    }
  },
  { rootMargin: "0px 0px 1200px 0px" },
);

const heard = new WeakSet();

/** Watches the button that is there now, and those that come after it. */
export function watchButton(root) {
  const button = root.querySelector(".av-list [data-action=more]");
  if (button) observer.observe(button);
  if (heard.has(root)) return;
  heard.add(root);
  root.addEventListener("click", ({ target }) => {
    if (!target.closest(".av-list [data-action=more]") || target !== document.activeElement) return;
    // Whoever pressed it with a key goes on at the first of the new articles.
    const batches = root.querySelectorAll(".av-list__batch").length;
    setTimeout(() => {
      root.querySelectorAll(".av-list__batch")[batches]?.querySelector("a")?.focus();
      watchButton(root);
    });
  }, true);
}
