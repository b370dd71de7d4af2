// Below the article of the stand-alone page: the lines that show it on another page, as an element and as a frame.

const EMBED_WORDS = {
  ar: ["تضمين هذا المقال", "كعنصر", "في إطار", "نسخ", "تم النسخ"],
  de: ["Diesen Artikel einbetten", "Als Element", "In einem Rahmen", "Kopieren", "Kopiert"],
  en: ["Embed this article", "As an element", "In a frame", "Copy", "Copied"],
  es: ["Insertar este artículo", "Como elemento", "En un marco", "Copiar", "Copiado"],
  fr: ["Intégrer cet article", "Comme élément", "Dans un cadre", "Copier", "Copié"],
  hi: ["यह लेख एम्बेड करें", "तत्व के रूप में", "फ़्रेम में", "कॉपी करें", "कॉपी हो गया"],
  ja: ["この記事を埋め込む", "要素として", "フレームで", "コピー", "コピーしました"],
  pt: ["Incorporar este artigo", "Como elemento", "Numa moldura", "Copiar", "Copiado"],
  zh: ["嵌入本文", "作为元素", "放入框架", "复制", "已复制"],
};

const quoted = (text) => `"${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;

/** The two ways to show what is open; nothing of an article that has no address. */
function embedCodes(title) {
  const query = new URLSearchParams(location.search);
  const asked = query.get("src")?.trim();
  const inline = document.articleText ?? document.querySelector('script[type="application/json"]#article');
  const address = asked || (!inline && document.querySelector("meta[name=article-viewer-default]")?.content);
  if (!URL.canParse(address, document.baseURI) || document.articleText !== undefined) return;
  const here = (path) => new URL(path, document.baseURI).href;
  const wishes = ["format", "item"].filter((name) => query.get(name));
  const attributes = wishes.map((name) => ` ${name}=${quoted(query.get(name))}`).join("");
  const frame = new URLSearchParams([["src", address], ...wishes.map((name) => [name, query.get(name)])]);
  const script = (facts, name) => `<script ${facts} src=${quoted(here(name))}></` + "script>";
  return [
    `<article-viewer src=${quoted(here(address))}${attributes}></article-viewer>\n${script('type="module"', "article-viewer.js")}`,
    `<iframe data-article-viewer src=${quoted(here("embed.html?" + frame))} title=${quoted(title)} loading="lazy" width="100%" height="600" frameborder="0"></iframe>\n${script("async", "article-frame.js")}`,
  ];
}

function embedElement(name, facts, ...children) {
  const element = Object.assign(document.createElement(name), facts);
  element.append(...children);
  return element;
}

function embedPanel(codes, [title, ...words]) {
  const [copyWord, copied] = words.slice(2);
  const ways = codes.map((code, place) => {
    const field = embedElement("textarea", { className: "av-embed-code__field", readOnly: true, value: code, rows: 6, spellcheck: false });
    field.setAttribute("aria-label", words[place]);
    field.dir = "ltr";
    const button = embedElement("button", { className: "av-button", type: "button" }, copyWord);
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(code);
      } catch {
        // Without leave to copy, the reader's own keys still do it.
        return field.select();
      }
      const status = viewer.querySelector("[role=status]");
      button.textContent = status.textContent = copied;
      setTimeout(() => {
        button.textContent = copyWord;
        status.textContent = "";
      }, 2000);
    };
    return embedElement("p", { className: "av-embed-code__way" }, embedElement("span", {}, words[place]), field, button);
  });
  return embedElement("details", { className: "av-embed-code" }, embedElement("summary", {}, title), ...ways);
}

let laterSheet;

/** What the page shows beside its article has its looks in one sheet: style/embed.txt. */
function bringLaterSheet() {
  laterSheet ??= new Promise((done) => {
    const href = new URL("article-viewer_embed.css", import.meta.url).href;
    document.body.append(embedElement("link", { rel: "stylesheet", href, onload: done, onerror: done }));
  });
  return laterSheet;
}

async function offerEmbedCode() {
  // A frame is embedded already.
  if (viewer.dataset.articleState !== "ready" || document.querySelector("meta[name=article-viewer-parents]")) return;
  await bringLaterSheet();
  const main = viewer.querySelector("main:has(> article)");
  const codes = main && embedCodes(main.querySelector("h1")?.textContent ?? "");
  if (!codes || main.querySelector(".av-embed-code")) return;
  main.append(embedPanel(codes, EMBED_WORDS[viewer.lang.slice(0, 2)] ?? EMBED_WORDS.en));
  // Who has come back to the end of a page could not be taken as far down before.
  const place = history.state?.place;
  if (place > scrollY && history.state.index === undefined) scrollTo(0, place);
}

if (viewer?.dataset.articleState) {
  new MutationObserver(offerEmbedCode).observe(viewer, { attributeFilter: ["data-article-state"] });
  offerEmbedCode();
}
