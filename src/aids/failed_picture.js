// A picture that does not come leaves its alternative text in a box of the same size.

export function watchPictures(root) {
  // `error` does not bubble, so it is caught on its way down.
  root.addEventListener("error", ({ target: picture }) => {
    if (picture.localName !== "img") return;
    // A small picture beside words that say the same just goes.
    picture.hidden = true;
    const frame = picture.closest(".av-picture");
    if (!frame || frame.dataset.state) return;
    frame.dataset.state = "failed";
    if (picture.alt) {
      const alt = document.createElement("p");
      alt.className = "av-picture__alt";
      alt.textContent = picture.alt;
      frame.append(alt);
    }
  }, true);
}
