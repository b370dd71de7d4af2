// A plain post of WordPress's REST API in our own format: src/decode/formats/wordpress.rs.

const wordpress = (post) => {
  const { title, content, excerpt, status, comment_status: state, categories, tags } = post;
  mustLack(post, "source_url|author_name|coauthors|authors|subtitle|acf.standfirst|acf.subtitle|meta.standfirst|meta.subtitle|jetpack-related-posts|discussion|comments_open|post_thumbnail|URL|ID");
  must((status ?? "publish") === "publish" && !content.protected && post.type !== "attachment");
  must([...listOfAny(categories), ...listOfAny(tags)].every((id) => typeof id === "number"));
  const { href, origin, hostname } = new URL(linkTo(textAt(post, "yoast_head_json.canonical|link")));
  const lead = featured(post);
  wanted = lead;
  const named = (things) => things.map((thing) => ({ ...thing, name: decoded(thing.name) }));
  const authors = [find(post, "_embedded.author"), find(post, "author"), find(post, "yoast_head_json.author")];
  const ofTerms = (taxonomy) =>
    listOfAny(find(post, "_embedded.wp:term")).flat().filter((term) => term.taxonomy === taxonomy);
  const site = textAt(post, "yoast_head_json.og_site_name");
  const utc = (date) => date && `${date}Z`;
  const headline = linesOf(treeOf(title.rendered));
  must(headline.every((part) => typeof part === "string" || /^(em|su[bp])$/.test(part.type)));
  return finished({
    language: languageOf(textAt(post, "lang|yoast_head_json.og_locale")),
    publisher: site ? { name: decoded(site) } : { name: hostname.replace(/^www\./, ""), url: origin },
    section: named(tagsOf(ofTerms("category")))[0],
    headline,
    standfirst: excerptOf(excerpt, href),
    authors: named(authors.map((some) => listOfAny(some).flatMap(authorOf)).find((some) => some.length) ?? []),
    published: utc(textAt(post, "date_gmt")) ?? textAt(post, "date"),
    updated: utc(textAt(post, "modified_gmt")) ?? textAt(post, "modified"),
    lead,
    body: blocksOf(treeOf(content.rendered)),
    tags: named(tagsOf(ofTerms("post_tag"))),
    comments: state && { state, url: state === "open" ? href : undefined },
  });
};

/** The picture above the post, in all its sizes. */
const featured = (post) => {
  const about = one(find(post, "_embedded.wp:featuredmedia"));
  const image = about && pictureOf([about, ...Object.values(about.media_details?.sizes ?? {})]);
  if (!image) {
    const other = find(post, "jetpack_featured_media_url|featured_image|yoast_head_json.og_image");
    return other && atAddress(other);
  }
  const html = (addresses) => inlinesOf(textAt(about, addresses) ?? "");
  const isNamed = (address) => (textAt(about, address) ?? "0").trim() !== "0";
  const credit = ["media_details.image_meta.credit", "media_details.image_meta.copyright"].find(isNamed);
  return { ...image, alt: textAt(about, "alt_text"), caption: html("caption.rendered"), credit: credit && html(credit) };
};

/** The standfirst; behind one that was cut stands `[&hellip;]`, or a link to the whole. */
const excerptOf = (excerpt, whole) => {
  const text = excerpt?.rendered?.trim();
  if (!text) return undefined;
  const place = text.lastIndexOf("[");
  const isCut = place >= 0 && /^[&\u2026.]/.test(text.slice(place + 1));
  const html = isCut ? text.slice(0, place) + (text.startsWith("<p") ? "</p>" : "") : text;
  const parts = paragraphsOf(treeOf(html));
  const last = parts.at(-1);
  if (last.at(-1).type === "link" && linkTo(last.at(-1).href).startsWith(whole)) last.pop();
  return parts;
};
