// A player of another site is loaded only when the reader asks for it, into a frame that may do little.

export function embed(root, button, isAsked = true) {
  const { embed: address, title } = button.dataset;
  const frame = document.createElement("iframe");
  frame.className = "av-embed__player";
  frame.title = title;
  frame.loading = "lazy";
  frame.allow = "fullscreen";
  // The site is another origin, so its own origin gives it nothing of this page.
  frame.sandbox = "allow-scripts allow-popups allow-presentation allow-same-origin";
  // YouTube refuses to play for a page without an address; none of the others needs one.
  frame.referrerPolicy = address.includes("youtube") ? "strict-origin" : "no-referrer";
  frame.src = address;
  const box = button.parentElement;
  // The player takes the room that the question had, so that nothing below it moves.
  const { width, height } = box.getBoundingClientRect();
  box.style.setProperty("aspect-ratio", `${width} / ${height}`);
  box.dataset.state = "loaded";
  box.replaceChildren(frame);
  if (isAsked) frame.focus();
}
