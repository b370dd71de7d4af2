// One article on paper: a copy of it in a frame that nobody sees, with the sheets that the element has.

async function printCopy(root) {
  await bringPaper();
  const frame = document.createElement("iframe");
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  const away = { position: "fixed", "inset-inline-start": "-200vw", width: "60em", height: "60em", border: "0" };
  for (const name in away) frame.style.setProperty(name, away[name]);
  document.body.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  page.title = root.querySelector("h1, h2, h3, h4, h5, h6")?.textContent ?? "";
  page.adoptedStyleSheets = sheetsFor(page);
  const article = page.importNode(root, true);
  for (const slot of article.querySelectorAll("slot")) slot.remove();
  page.body.append(article);
  const pictures = [...page.images].map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => {});
  });
  await Promise.race([Promise.all(pictures), new Promise((late) => setTimeout(late, 3000))]);
  view.addEventListener("afterprint", () => setTimeout(() => frame.remove()));
  view.print();
}
