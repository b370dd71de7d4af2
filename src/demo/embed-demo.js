// The page on which the element is tried: choices on one side, the element and its tag on the other.

/** Each attribute: its name, and the values to choose from, or a hint of what is written there. */
const ATTRIBUTES = [
  ["src", "articles/default.json"],
  ["format", "auto"],
  ["item", "an id or a number"],
  ["loading", ["auto", "lazy", "eager"]],
  ["crossorigin", ["", "anonymous", "use-credentials"]],
  ["controls", true],
  ["controlslist", "notheme noprint"],
  ["theme", ["auto", "light", "dark", "sepia", "contrast"]],
  ["embeds", ["click", "never", "allow"]],
  ["heading-level", ["1", "2", "3", "4", "5", "6"]],
  ["comments", ["auto", "hidden"]],
  ["generate-schema", true],
  ["ui-lang", ["", "ar", "de", "en", "es", "fr", "hi", "ja", "pt", "zh"]],
];
const PROPERTIES = [
  ["--article-font", "Georgia, serif"],
  ["--article-font-size", "1.1em"],
  ["--article-line-height", "1.6"],
  ["--article-measure", "32em"],
  ["--article-color", "#222"],
  ["--article-background", "#fffdf5"],
  ["--article-link-color", "#064"],
  ["--article-accent", "#9b2226"],
  ["--article-gap", "1.4em"],
  ["--article-focus", "#06c"],
];
const EVENTS = ["load", "error", "progress", "article-visibility", "article-progress", "article-settings-change", "article-link", "article-embed", "article-report"];

const viewer = document.getElementById("shown");
const form = document.getElementById("choices");
const code = document.getElementById("code");

function make(name, facts, ...children) {
  const element = Object.assign(document.createElement(name), facts);
  element.append(...children);
  return element;
}

function field(name, kind) {
  const id = `choice-${name}`;
  let control;
  if (kind === true) control = make("input", { type: "checkbox", id, name, checked: viewer.hasAttribute(name) });
  else if (Array.isArray(kind)) {
    control = make("select", { id, name }, ...kind.map((value) => make("option", { value }, value || "–")));
    control.value = viewer.getAttribute(name) ?? kind[0];
  } else control = make("input", { type: "text", id, name, placeholder: kind, value: viewer.getAttribute(name) ?? "" });
  return [make("label", { htmlFor: id }, name), control];
}

function group(title, rows) {
  return make("fieldset", {}, make("legend", {}, title), ...rows.flatMap(([name, kind]) => field(name, kind)));
}

const quoted = (text) => `"${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;

/** The tag as one would write it, and the rule for the custom properties. */
function write() {
  const attributes = [...viewer.attributes].filter(({ name }) => ATTRIBUTES.some(([known]) => known === name));
  const tag = attributes.map(({ name, value }) => (value ? ` ${name}=${quoted(value)}` : ` ${name}`)).join("");
  const set = PROPERTIES.map(([name]) => [name, viewer.style.getPropertyValue(name)]).filter(([, value]) => value);
  const rule = set.length ? `\n\n/* In your style sheet. */\narticle-viewer {\n${set.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}` : "";
  const address = new URL("article-viewer.js", document.baseURI).href;
  code.value = `<script type="module" src=${quoted(address)}></` + `script>\n<article-viewer${tag}></article-viewer>${rule}`;
}

form.append(group("Attributes", ATTRIBUTES), group("Custom properties", PROPERTIES));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => {
  const { name, value } = target;
  const usual = ATTRIBUTES.find(([known]) => known === name)?.[1];
  if (name.startsWith("--")) viewer.style.setProperty(name, value);
  else if (target.type === "checkbox") viewer.toggleAttribute(name, target.checked);
  else if (value === "" || (Array.isArray(usual) && value === usual[0])) viewer.removeAttribute(name);
  else viewer.setAttribute(name, value);
  write();
});
document.getElementById("copy").addEventListener("click", async () => {
  const said = document.getElementById("said");
  try {
    await navigator.clipboard.writeText(code.value);
    said.textContent = "Copied";
  } catch {
    // Without leave to copy, the reader's own keys still do it.
    code.select();
  }
});
for (const name of EVENTS) {
  viewer.addEventListener(name, ({ detail, target }) => {
    // Pictures and players have events of these names too.
    if (target === viewer) document.getElementById("heard").append(make("li", {}, `${name}: ${JSON.stringify(detail ?? null).slice(0, 200)}`));
  });
}
write();
