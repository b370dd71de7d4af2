// Nodes from records, for the program and for the first look (src/first).

const MATH = "http://www.w3.org/1998/Math/MathML";

/** Makes one node from a script of records; src/host/dom.rs describes them. */
export function buildNode(script) {
  // The first look may be just this: then it stays as it is, with whatever its reader has begun to do.
  const { firstLook } = document;
  if (firstLook?.node) {
    document.firstLook = {};
    if (firstLook.script === script) return firstLook.node;
    // What both have is asked for again before it is let go.
    setTimeout(forgetNode, 0, firstLook.node);
  }
  const top = document.createDocumentFragment();
  let open = top;
  for (let from = 0, end; (end = script.indexOf("\x1e", from)) >= 0; from = end + 1) {
    const rest = script.slice(from + 1, end);
    switch (script[from]) {
      case "<":
        open = open.appendChild(document.createElement(rest));
        break;
      case "{":
        open = open.appendChild(document.createElementNS(MATH, rest));
        break;
      case "@": {
        const cut = rest.indexOf("\x1f");
        open.setAttribute(rest.slice(0, cut), rest.slice(cut + 1));
        break;
      }
      case "~": {
        const cut = rest.indexOf("\x1f");
        open.style.setProperty(rest.slice(0, cut), rest.slice(cut + 1));
        break;
      }
      case '"':
        open.append(rest);
        break;
      default:
        open = open.parentNode;
    }
  }
  return top.firstChild;
}

/**
 * Chromium holds pictures that are on their way or to be loaded later, and the texts of films, and with each of them the
 * whole article that it stands in. A picture of nothing, wanted now, is let go; one without an address is not.
 */
export function forgetNode(node) {
  for (const held of node.querySelectorAll?.("img, source, track") ?? []) {
    if (held.track) held.track.mode = "disabled";
    if (held.localName !== "img") held.remove();
    held.removeAttribute("srcset");
    held.src = "";
    held.loading = "eager";
  }
}
