// Elements, node by node: the page's policy forbids markup, and texts from files are only ever texts.

/** An element: `name.class`, its attributes and properties, and what is in it. */
function make(kind, facts, ...children) {
  const [name, ...classes] = kind.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(facts ?? {})) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
