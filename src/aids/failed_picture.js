// A picture that does not come leaves its alternative text in a box of the same size.

// One function for all roots, so that a root that is given twice has it once.
function pictureFailed({ target: picture }) {
  // Whoever embeds an article may put pictures of their own into it, which are theirs.
  if (!picture.matches(".av-page img")) return;
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
}

export function watchPictures(root) {
  // `error` does not bubble, so it is caught on its way down.
  root.addEventListener("error", pictureFailed, true);
  // Those of the first look may have failed already.
  document.firstLook?.failed?.forEach(pictureFailed);
}
