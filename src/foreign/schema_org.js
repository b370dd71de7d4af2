// A plain article of schema.org's JSON-LD in our own format: src/decode/formats/schema_org.rs.

/** What the document says, for what it refers to. */
let graph;

const schemaOrg = (document) => {
  graph = document;
  const nodes = [document].flat().flatMap((node) => [node, ...listOfAny(node["@graph"])]);
  const isArticle = (node) => listOfAny(node["@type"]).some((type) => /(Article|(^|[/:#])BlogPosting)$/.test(type));
  // Several may be a list of articles, or say the same in two ways.
  const [node, ...others] = nodes.filter(isArticle);
  must(node && !others.length);
  mustLack(node, "dateline|video|coverageEndTime|liveBlogUpdate|correction|citation|isBasedOn|discussionUrl");
  must([document, node].every((place) => !isThing(one(place)?.["@context"])));
  must(!/false/i.test(node.isAccessibleForFree) && !/CommentAction/.test(JSON.stringify(node.potentialAction ?? "")));
  const lead = bestOf(node);
  wanted = lead;
  const [site] = nodesOf(find(node, "publisher|sourceOrganization|provider"));
  const name = labelOf(node.name);
  const headline = labelOf(node.headline) ?? name;
  // Encyclopedias have them the other way round.
  must(!name || name === headline);
  const about = (member) => {
    const text = labelOf(node[member]);
    return text === headline ? undefined : text;
  };
  const summary = about("alternativeHeadline") ?? about("description");
  const publisher = site && { name: labelOf(site), url: linkOf(site.url), logo: site.logo && one(pictured(site.logo)) };
  const persons = ["author", "creator"].map((member) =>
    nodesOf(node[member]).flatMap((person) => {
      const known = labelOf(person);
      must(!known?.includes("@") && !person.jobTitle?.includes?.("@"));
      return known ? [{ name: known, role: labelOf(person.jobTitle), url: linkOf(person.url), picture: person.image && one(pictured(person.image)) }] : [];
    }),
  );
  const section = labelOf(node.articleSection) ?? stepOf(nodes);
  const canonical = linkOf(node.url) ?? linkOf(node.mainEntityOfPage) ?? linkOf(node["@id"]);
  const { origin, hostname } = canonical ? new URL(linkTo(canonical)) : {};
  const article = {
    language: languageOf(textAt(node, "inLanguage.alternateName|inLanguage")),
    publisher: publisher?.name ? publisher : canonical && { name: hostname.replace(/^www\./, ""), url: origin },
    section: section && { name: section },
    headline,
    standfirst: summary && linesAsParagraphs(summary),
    authors: persons.find((some) => some.length) ?? [],
    published: textAt(node, "datePublished") ?? textAt(node, "dateCreated"),
    updated: textAt(node, "dateModified"),
    lead,
    body: bodyOf(textAt(node, "articleBody|text")),
    tags: keywordsOf(node.keywords),
    copyright: textAt(node, "copyrightNotice"),
  };
  return finished(article);
};

/** Where the page stands in its site: the last step but one, unless that is the home page. */
const stepOf = (nodes) => {
  const found = nodes.findLast((node) => listOfAny(node["@type"]).includes("BreadcrumbList") && node.itemListElement?.length > 2);
  return found && labelOf(find(found.itemListElement.at(-2), "name|item.name"));
};

/** The things of a value; of what stands elsewhere in the document, only the address is here. */
const nodesOf = (value) =>
  listOfAny(value).map((node) => {
    const id = isThing(node) && Object.keys(node).every((key) => key[0] === "@") && node["@id"];
    return (id && idOf(graph, id)) || node;
  });

/** The thing that has this id, and says something of itself. */
const idOf = (value, id) => {
  if (!isThing(value)) return undefined;
  if (value["@id"] === id && Object.keys(value).some((key) => key[0] !== "@")) return value;
  for (const member of Object.values(value)) {
    const found = idOf(member, id);
    if (found) return found;
  }
};

/** The first text of a value, or the name of its first thing. */
const labelOf = (value) => {
  const [node] = nodesOf(isFilled(value) ? value : undefined);
  const text = typeof node === "object" ? textAt(node, "@value|name|text") : node;
  if (text === undefined) return undefined;
  must(typeof text === "string" && text.trim() && !/^(nil|null|undefined)$/i.test(text.trim()));
  return /[<&]/.test(text) ? spaced(decoded(text.trim())) : text.trim();
};

const linkOf = (value) => {
  const [node] = nodesOf(isFilled(value) ? value : undefined);
  const found = typeof node === "object" ? textAt(node, "url|@id|urlTemplate") : node;
  return typeof found === "string" && /[/.:]/.test(found) ? found : undefined;
};

/** The pictures of a value. */
const pictured = (value) =>
  nodesOf(value).map((node) => {
    const given = typeof node === "object" ? one(find(node, "contentUrl|url|@id")) : node;
    const [width, height] = [numberOf(node.width), numberOf(node.height)];
    return { src: media(decoded(given)), ...(width && height && { width, height }), node };
  });

/** The widest landscape of several crops. */
const bestOf = (node) => {
  const rank = ({ src, width, height }) => (/1x1/i.test(src) ? 1 : width ? 3 + (width > height ? width : Math.floor(width / 2)) : 2);
  const given = find(node, "image") ?? find(node, "thumbnailUrl|thumbnail") ?? find(node, "primaryImageOfPage");
  const [best] = pictured(given).sort((a, b) => rank(b) - rank(a));
  if (!best) return undefined;
  const { node: about, ...image } = best;
  return { ...image, caption: labelOf(about.caption), credit: labelOf(find(about, "creditText|copyrightNotice|author")) };
};

/** Nearly always plain text; else the markup of blocks. */
const bodyOf = (text) =>
  /<(p|div|br|h[234]|[uo]l|figure|section|table|blockquote)[ >/\n\t]/i.test(text)
    ? blocksOf(treeOf(text))
    : linesAsParagraphs(text.split("\n").map(decoded).join("\n")).map((words) => [words]);

/** A list, or one text with commas; machines keep words of their own in it. */
const keywordsOf = (value) => {
  const single = typeof value === "string";
  const names = single ? decoded(value).split(",") : nodesOf(value).map(labelOf);
  return tagsOf(names.map((name) => name.trim()).filter((name) => name && (name.includes(" ") || !name.includes(":"))));
};
