// Articles of another bench, whose schema is called `bench-article/1`, in the viewer's own format: docs/performance.md
// says where that is wanted. The words of their schema: `spans` are runs of text with marks, a body has the kinds of
// block `p`, `h2`, `quote`, `ul` and `figure`.

/** `{text, marks: ['strong', 'em'], href}` becomes a text, or an inline in inlines. */
function inline({ text, marks = [], href }) {
  const marked = [...marks].reverse().reduce((inner, type) => ({ type, text: inner }), text);
  return href ? { type: 'link', href, text: marked } : marked;
}

const inlines = (spans) => spans.map(inline);

const image = ({ src, width, height, alt, caption, credit }) => ({ src, width, height, alt, caption: inlines(caption), credit });

function block(given) {
  switch (given.type) {
    case 'p':
      return inlines(given.spans);
    case 'h2':
      return { type: 'heading', level: 2, text: inlines(given.spans) };
    case 'quote':
      return { type: 'quote', text: inlines(given.spans) };
    case 'ul':
      return { type: 'list', items: given.items.map(inlines) };
    case 'figure':
      return { type: 'image', ...image(given) };
    default:
      throw new Error(`a block of the kind ${given.type}, which this does not know`);
  }
}

export default function native(article) {
  return {
    format: 'article-viewer/1',
    id: article.id,
    language: 'en',
    headline: article.headline,
    standfirst: inlines(article.standfirst),
    authors: article.byline,
    published: article.published,
    updated: article.modified,
    section: article.section,
    lead: article.lead ? image(article.lead) : undefined,
    body: article.body.map(block),
    comments: { state: article.comments.status, message: article.comments.text },
  };
}
