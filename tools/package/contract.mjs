// The contract of `<article-viewer>` as data: what the manifest, the editors' data and the tables of docs/embedding.md are
// written from, and what a test holds against the element itself.

/** Attribute, property, type, default, what it is, an example; `null` where there is none. */
export const attributes = [
  ['src', 'src', 'string', '""', 'The address of the article’s JSON, relative to the page.', 'src="news/1.json"'],
  [null, 'data', 'object | string | Blob | Response | null', 'null', 'The article itself. It goes before `src`; a `<script type="application/json">` child comes last.', 'viewer.data = { headline: "Rain" }'],
  ['format', 'format', 'string', '"auto"', 'The format of the file, where it is not to be detected.', 'format="wordpress"'],
  ['item', 'item', 'string', '""', 'Of a file with several articles the one with this id, or with this number from 1 on.', 'item="2"'],
  ['loading', 'loading', '"auto" | "lazy" | "eager"', '"auto"', 'When the article is fetched; `auto` and `lazy` wait until the element is near the screen.', 'loading="eager"'],
  ['crossorigin', 'crossOrigin', '"anonymous" | "use-credentials" | null', 'null', 'Whether the request carries cookies; absent, it never does.', 'crossorigin="use-credentials"'],
  ['controls', 'controls', 'boolean', 'false', 'Gives readers a bar of tools above the article: contents, size of text, colours, printing.', 'controls'],
  ['controlslist', 'controlsList', 'string', '""', 'Tools that they are not to have: `nocontents`, `notextsize`, `notheme`, `noprint`.', 'controlslist="notheme noprint"'],
  ['theme', 'theme', '"auto" | "light" | "dark" | "sepia" | "contrast"', '"auto"', 'The colours; `auto` follows the `color-scheme` of the page, or of the system where the page states none.', 'theme="sepia"'],
  ['embeds', 'embeds', '"click" | "never" | "allow"', '"click"', 'Players of other sites: after a click, never, or at once.', 'embeds="never"'],
  ['heading-level', 'headingLevel', 'number', '1', 'The rank of the headline, 1 to 6; the headings of the text follow.', 'heading-level="2"'],
  ['comments', 'comments', '"auto" | "hidden"', '"auto"', 'Whether it is said how things stand with comments.', 'comments="hidden"'],
  ['generate-schema', 'generateSchema', 'boolean', 'false', 'Writes schema.org JSON-LD of the article into the head of the page.', 'generate-schema'],
  ['ui-lang', 'uiLang', 'string', '""', 'The language of the interface; else that of the page around the element, else the reader’s.', 'ui-lang="de"'],
  [null, 'messages', 'Record<string, string>', '{}', 'Texts of your own in place of ours, by the keys of words/en.json.', 'viewer.messages = { copy: "Copy this" }'],
];

/** Property, type, what it is. */
export const readOnly = [
  ['status', '"idle" | "loading" | "ready" | "error"', 'Where the element is.'],
  ['loaded', 'boolean', 'Whether an article is on the screen.'],
  ['article', 'object | null', 'The article in the viewer’s own format, whichever it came in; of a list that is open, null.'],
  ['report', 'object | null', 'What `validate()` has found.'],
  ['error', 'ArticleViewerError | null', 'What has failed.'],
  ['updateComplete', 'Promise<void>', 'Resolves when what was asked for is shown, has failed, or waits to come near the screen.'],
];

export const methods = [
  ['reload()', 'Promise<void>', 'Opens the same again, past all caches of ours.'],
  ['validate()', 'Promise<object | null>', 'Writes a report on what was read and what was not.'],
  ['openItem(key)', 'Promise<void>', 'Of a list, opens the article with this id or number; without one, the list.'],
  ['addBlocks(blocks, place)', 'Promise<void>', 'Adds blocks to the article that is shown, at its `"end"`, which is the default, or its `"start"`; nothing else is built again.'],
  ['scrollToBlock(block)', 'boolean', 'Scrolls to a block, by its number in the text or its id; says whether there is one.'],
  ['print()', 'Promise<void>', 'Prints the article alone.'],
  ['toHTML()', 'string', 'The article as HTML; empty while there is none.'],
];

export const statics = [
  ['engineLocation', 'string', 'the folder of the module', 'Where the files of the program lie.'],
  ['cacheSize', 'number', '5', 'So many articles are kept.'],
  ['mapURLs(change)', '(url: string) => string', 'none', 'Sees the address of every article and of every file of words, and may change it.'],
  ['defaults', 'object', '{}', 'What an element without the attribute has; `limits` in it are those of docs/hosting.md.'],
  ['preload()', 'Promise<void>', '', 'Brings the program before an element wants it.'],
];

/** Event, the type of its detail, whether it can be cancelled, whether it bubbles, what it says, an example of its detail. */
export const events = [
  ['load', '{ type: "load"; format: string; title: string }', false, false, 'An article is on the screen.', '{ type: "load", format: "ghost", title: "Rain" }'],
  ['error', 'ArticleViewerError', false, false, 'It could not be shown; the fallback is.', '{ type: "slip", message: "The file has a slip …", line: 2, column: 15, cause }'],
  ['progress', '{ type: "progress"; loaded: number; total?: number }', false, false, 'So many bytes have come.', '{ type: "progress", loaded: 4096, total: 20480 }'],
  ['article-visibility', '{ visible: boolean }', false, true, 'It came onto the screen, or left it.', '{ visible: true }'],
  ['article-progress', '{ progress: number }', false, true, 'So much of it has been on the screen, 0 to 1.', '{ progress: 0.42 }'],
  ['article-settings-change', '{ theme: string; textSize: number }', false, true, 'A reader has chosen other colours or another size of the text, in percent of yours.', '{ theme: "dark", textSize: 115 }'],
  ['article-link', '{ href: string; item?: string; originalEvent: MouseEvent }', true, true, 'A link is about to be followed.', '{ href: "https://ferry.example/", originalEvent }'],
  ['article-embed', '{ url: string; title: string; provider?: string }', true, true, 'A player of another site is about to be loaded.', '{ url: "https://…", title: "The film", provider: "youtube" }'],
  ['article-report', '{ report: object }', false, true, 'A report has been written.', '{ report: { outcome: "article", notes: [] } }'],
];

/** Slot, what stands there, an example. */
export const slots = [
  ['', 'What is shown until the article is there, and when it fails.', '<a href="news/1.html">Read the article</a>'],
  ['poster', 'The same, but gone when it fails.', '<img slot="poster" src="ferry.jpg" alt="The ferry">'],
  ['error', 'What is shown when it fails, in place of our sentence.', '<p slot="error">Not today.</p>'],
  ['header', 'Above the article, once it is there.', '<p slot="header">From our archive</p>'],
  ['footer', 'Below it.', '<p slot="footer">Published with leave.</p>'],
  ['after-headline', 'Between headline and standfirst.', '<div slot="after-headline">Share</div>'],
  ['comments', 'At the end of the article.', '<section slot="comments">…</section>'],
];

/** Part, what it is, an example of its style. */
export const parts = [
  ['toolbar', 'The tools of `controls`.', 'border: 0'],
  ['toc', 'The contents, opened from there.', 'columns: 2'],
  ['headline', 'The headline.', 'font-weight: 400'],
  ['standfirst', 'The standfirst.', 'font-style: italic'],
  ['byline', 'Who wrote it.', 'text-transform: uppercase'],
  ['dates', 'When.', 'font-variant-numeric: lining-nums'],
  ['body', 'The text, with all its blocks.', 'hyphens: manual'],
  ['paragraph', 'A paragraph.', 'text-align: justify'],
  ['heading', 'A heading in the text.', 'color: darkred'],
  ['list', 'A list.', 'list-style: square'],
  ['quote', 'A quotation.', 'font-style: italic'],
  ['pullquote', 'A pull quote.', 'font-size: 1.6em'],
  ['figure', 'A picture with its caption.', 'margin-inline: 0'],
  ['image', 'The picture itself.', 'border-radius: 4px'],
  ['caption', 'A caption.', 'font-style: italic'],
  ['credit', 'Whose picture it is.', 'opacity: 0.8'],
  ['table', 'A table.', 'font-size: 0.9em'],
  ['code', 'A program.', 'tab-size: 2'],
  ['embed', 'What comes from another site.', 'margin-block: 2em'],
  ['embed-button', 'The button that loads it.', 'border-radius: 0'],
  ['notice', 'What has to be known of the article.', 'border-inline-start: 4px solid'],
  ['correction', 'Corrections.', 'font-style: italic'],
  ['comments-notice', 'How things stand with comments.', 'display: none'],
  ['footnotes', 'The footnotes.', 'font-size: 0.9em'],
  ['error', 'What has failed.', 'min-block-size: 10rem'],
];

/** Custom property, syntax, default, what it is, an example. */
export const cssProperties = [
  ['--article-font', 'font-family', 'faces of the system', 'The face of text and headings.', 'Georgia, serif'],
  ['--article-font-size', 'length', '1.06 to 1.25 em, by the width', 'The size of the text, to which everything else is relative.', '1.2em'],
  ['--article-line-height', 'number', '1.55', 'The height of its lines.', '1.7'],
  ['--article-measure', 'length', '34em', 'How wide the column is at most.', '30em'],
  ['--article-color', 'color', 'of the theme', 'The colour of the text.', '#222'],
  ['--article-background', 'color', 'of the theme', 'The ground.', 'transparent'],
  ['--article-link-color', 'color', 'the accent', 'The colour of links.', '#064'],
  ['--article-accent', 'color', 'of the section, else blue', 'The colour of what calls for attention; its lightness is held where it can be read.', '#9b2226'],
  ['--article-gap', 'length', '1.25em', 'The room between blocks.', '1em'],
  ['--article-focus', 'color', 'the accent', 'The ring of the focus.', '#06c'],
];

export const states = [
  ['loading', 'The article is on its way.'],
  ['ready', 'It is on the screen.'],
  ['error', 'It could not be shown.'],
  ['offline', 'Because there is no network.'],
];

/** Function of the module, what it gives, what that is. */
export const functions = [
  ['parse(data, options)', 'Promise<{ article: object, notes: ArticleNote[] }>', 'The article in the viewer’s own format, without showing it, and what there is to note of it.'],
  ['validate(data, options)', 'Promise<object>', 'The report: what was read, what was left, and where.'],
  ['detect(data, options)', 'Promise<string | null>', 'The name of its format, or `null`.'],
  ['render(target, data, options)', 'Rendered', 'Shows it: `{ element, ready, update(data, options), addBlocks(blocks, place), unmount() }`.'],
];
