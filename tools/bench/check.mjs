// Whether all peers show the same: pages with different texts, links or pictures cannot be compared.

/**
 * The texts of the blocks, the links, the pictures and the moments of every article on the page, in their order.
 *
 * It runs in the page, so it may use nothing from this file.
 */
function readArticles() {
  const BLOCKS = 'h1, h2, p, li, blockquote, figcaption';
  const textOf = (block) => {
    const copy = block.cloneNode(true);
    // Words of the interface that only some readers hear, such as “Image caption”.
    for (const hidden of copy.querySelectorAll('.av-hidden')) hidden.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const read = (article) => {
    const blocks = [...article.querySelectorAll(BLOCKS)]
      // Only the innermost ones; how a date is written is everybody's own affair, and buttons are no part of an article.
      .filter((block) => !block.querySelector(`${BLOCKS}, time, button`) && !block.closest('[role=toolbar], dialog, [hidden]'))
      .map(textOf);
    const texts = [...blocks, ...[...article.querySelectorAll('time')].map((time) => `at ${time.dateTime}`)];
    const links = [...article.querySelectorAll('p a[href], li a[href]')].map((link) => `link ${link.href}`);
    const pictures = [...article.querySelectorAll('img')].map(
      (image) => `picture ${new URL(image.src).pathname} ${image.getAttribute('width')}x${image.getAttribute('height')} ${image.loading} ${image.alt}`,
    );
    return [...texts, ...links, ...pictures].filter(Boolean);
  };
  return window.bench.roots.flatMap((root) => [...root.querySelectorAll('article')].map(read));
}

export const articlesOn = (page) => page.evaluate(readArticles);

/** The first difference between what two pages show, in words; nothing if there is none. */
export function difference(wanted, found) {
  if (found.length !== wanted.length) return `${found.length} articles instead of ${wanted.length}`;
  for (const [number, blocks] of wanted.entries()) {
    const other = found[number];
    const place = blocks.findIndex((block, index) => block !== other[index]);
    if (place >= 0) return `“${other[place] ?? 'nothing'}” instead of “${blocks[place]}”`;
    if (other.length > blocks.length) return `also “${other[blocks.length]}”`;
  }
  return '';
}
