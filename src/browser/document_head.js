// The head of the page: title, description, canonical address, Open Graph and JSON-LD.

function headElement(tag, key, name) {
  let element = document.head.querySelector(`${tag}[${key}="${name}"]`);
  if (!element) {
    element = document.createElement(tag);
    element.setAttribute(key, name);
    document.head.append(element);
  }
  return element;
}

function setHead(tag, key, name, attribute, value) {
  if (value) headElement(tag, key, name).setAttribute(attribute, value);
  else document.head.querySelector(`${tag}[${key}="${name}"]`)?.remove();
}

/** Title, description, canonical address, Open Graph and JSON-LD of the page; an empty fact is absent, a title alone is no article. */
export function describe(text) {
  const facts = text.split("\x1f");
  const [title, description, canonical, image, site, , language] = facts;
  // The title and the text speak this language; the viewer's element has its own.
  document.documentElement.lang = language || "en";
  document.title = site && site !== title ? `${title} – ${site}` : title;
  setHead("meta", "name", "description", "content", description);
  setHead("link", "rel", "canonical", "href", canonical);
  const graph = { title, description, type: "article", url: canonical, image, site_name: site };
  for (const name in graph) setHead("meta", "property", "og:" + name, "content", facts.length > 1 && graph[name]);
  if (facts.length === 1) return document.head.querySelector('script[type="application/ld+json"]')?.remove();
  linkData(headElement("script", "type", "application/ld+json"), text);
}

/** Makes an element the data block with the same facts. */
export function linkData(script, text) {
  const [title, description, canonical, image, site, section, language, authors, published, updated] = text.split("\x1f");
  const linked = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    description: description || undefined,
    url: canonical || undefined,
    image: image || undefined,
    articleSection: section || undefined,
    inLanguage: language || undefined,
    datePublished: published || undefined,
    dateModified: updated || undefined,
    author: authors ? authors.split("\n").map((name) => ({ "@type": "Person", name })) : undefined,
    publisher: site ? { "@type": "Organization", name: site } : undefined,
  };
  const json = JSON.stringify(linked);
  // The policy of src/host/html/parse.js, which is joined with this file.
  script.text = trusted ? trusted.createScript(json) : json.replaceAll("<", "\\u003c");
}
