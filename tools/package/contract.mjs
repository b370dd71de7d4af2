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
  ['controls', 'controls', 'boolean', 'false', 'Kept for the reading aids, which have no tools of their own yet.', 'controls'],
  ['controlslist', 'controlsList', 'string', '""', 'Kept for the same.', 'controlslist="nofullscreen"'],
  ['theme', 'theme', '"auto" | "light" | "dark" | "sepia" | "contrast"', '"auto"', 'The colours; `auto` follows the colour scheme of the page.', 'theme="sepia"'],
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

/** Event, the type of its detail, whether it can be cancelled, whether it bubbles, what it says. */
export const events = [
  ['load', '{ type: "load"; format: string; title: string }', false, false, 'An article is on the screen.'],
  ['error', 'ArticleViewerError', false, false, 'It could not be shown; the fallback is.'],
  ['progress', '{ loaded: number; total?: number }', false, false, 'So many bytes have come.'],
  ['article-visibility', '{ visible: boolean }', false, true, 'It came onto the screen, or left it.'],
  ['article-progress', '{ progress: number }', false, true, 'So much of it has been on the screen, 0 to 1.'],
  ['article-link', '{ href: string; item?: string; originalEvent: MouseEvent }', true, true, 'A link is about to be followed.'],
  ['article-embed', '{ url: string; title: string; provider?: string }', true, true, 'A player of another site is about to be loaded.'],
  ['article-report', '{ report: object }', false, true, 'A report has been written.'],
];

export const slots = [
  ['', 'What is shown until the article is there, and when it fails.'],
  ['poster', 'The same, but gone when it fails.'],
  ['error', 'What is shown when it fails, in place of our sentence.'],
  ['header', 'Above the article, once it is there.'],
  ['footer', 'Below it.'],
  ['after-headline', 'Between headline and standfirst.'],
  ['comments', 'At the end of the article.'],
];

export const parts = [
  ['headline', 'The headline.'],
  ['standfirst', 'The standfirst.'],
  ['byline', 'Who wrote it.'],
  ['dates', 'When.'],
  ['body', 'The text, with all its blocks.'],
  ['paragraph', 'A paragraph.'],
  ['heading', 'A heading in the text.'],
  ['list', 'A list.'],
  ['quote', 'A quotation.'],
  ['pullquote', 'A pull quote.'],
  ['figure', 'A picture with its caption.'],
  ['image', 'The picture itself.'],
  ['caption', 'A caption.'],
  ['credit', 'Whose picture it is.'],
  ['table', 'A table.'],
  ['code', 'A program.'],
  ['embed', 'What comes from another site.'],
  ['embed-button', 'The button that loads it.'],
  ['notice', 'What has to be known of the article.'],
  ['correction', 'Corrections.'],
  ['comments-notice', 'How things stand with comments.'],
  ['footnotes', 'The footnotes.'],
  ['error', 'What has failed.'],
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
