// A list that goes on: its button is pressed when it comes near the screen, so that nobody has to.

const observer = new IntersectionObserver(
  (changes) => {
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      // A button that has the focus is the reader's own to press.
      if (target !== document.activeElement) target.click();
      watchButton();
    }
  },
  { rootMargin: "0px 0px 1200px 0px" },
);

let hears = false;

/** Watches the button that is there now, and those that come after it. */
export function watchButton() {
  const button = document.querySelector(".av-front [data-action=more]");
  if (button) observer.observe(button);
  if (hears) return;
  hears = true;
  document.addEventListener("click", ({ target }) => {
    if (!target.closest(".av-front [data-action=more]") || target !== document.activeElement) return;
    // Whoever pressed it with a key goes on at the first of the new articles.
    const batches = () => document.querySelectorAll(".av-front__batch");
    const before = batches().length;
    setTimeout(() => {
      batches()[before]?.querySelector("a")?.focus();
      watchButton();
    });
  }, true);
}
