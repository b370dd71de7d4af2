// A plain text of IPTC ninjs in our own format: src/decode/formats/ninjs.rs.

const TITLE = "headline|headlines/main|headlines/|headlines/*|headline_*|title";
const SUMMARY =
  "description_text|description_html|descriptions/lead|descriptions/summary|descriptions/abstract|descriptions/text|descriptions/main|descriptions/|descriptions/html|description_*";
const CAPTION =
  "description_text|description_html|descriptions/caption|descriptions/text|descriptions/|descriptions/lead|descriptions/summary|description_*";
const CREDIT = "byline|by|descriptions/creditline|copyrightnotice|copyrightNotice";
const ALT = "body_text|headline|headlines/main|headlines/|headlines/*|headline_*|title";
const ABOUT = ["keywords", "subject|subjects", "person|people", "organisation|organisations", "place|places", "event|events", "object|objects"];
const LEADS = ["featuremedia", "mainpic", "mainpicture", "main", "lead"];

const ninjs = (item) => {
  mustLack(item, "@type|embargoed|embargoedUntil");
  must(item.type === "text" && !/^(cancel|withheld)/.test(find(item, "pubstatus|pubStatus") ?? ""));
  const pictures = associations(item);
  wanted = pictures.find(({ isLead }) => isLead)?.image;
  const body = bodyIn(item);
  let lead;
  for (const { isLead, isNamed, about, image } of pictures) {
    const copies = valuesOf(about.renditions).map(({ href }) => media(href));
    const place = body.findIndex(({ type, src }) => type === "image" && copies.includes(media(src)));
    if (place < 0) {
      if (isLead) lead = image;
      else body.push(image);
      continue;
    }
    const { link, display, alt, caption, credit } = body[place];
    const next = body[place + 1];
    // The credit may stand below it once more.
    if (Array.isArray(next) && image.credit && wordsOf(next) === wordsOf(image.credit)) body.splice(place + 1, 1);
    body[place] = { ...image, link, display, alt: alt || image.alt, caption: caption ?? image.caption, credit: credit ?? image.credit };
    if (isLead && isNamed) [lead] = body.splice(place, 1);
  }
  const headline = textIn(item, TITLE);
  const byline = textAt(item, "byline|by");
  must(!byline?.includes("@"));
  const located = textAt(item, "located");
  const updated = textAt(item, "versioncreated|versionCreated");
  const publisher = textAt(item, "source|copyrightholder|copyrightHolder|infosource.name|infosources.name|infoSources.name");
  const summary = wordsIn(item, SUMMARY);
  return finished({
    language: languageOf(textAt(item, "language")),
    publisher: publisher && { name: publisher },
    section: tagsOf(one(find(item, "service.name|genre.name|genres.name")))[0],
    // Superdesk writes entities where the standard has plain text; it is known by its kind of id.
    headline: find(item, "uri") || !find(item, "headline") ? headline : spaced(decoded(headline)),
    standfirst: summary && paragraphsIn(summary),
    byline,
    authors: listOfAny(item.authors).flatMap(writer),
    dateline: located && byline && line(located) === line(byline) ? undefined : located,
    published: textAt(item, "firstpublished") ?? updated ?? textAt(item, "contentcreated|contentCreated") ?? textAt(item, "firstcreated|firstCreated"),
    updated,
    lead,
    body,
    tags: tagsOf(ABOUT.flatMap((members) => listOfAny(find(item, members)))),
    copyright: one(find(item, "copyrightnotice|copyrightNotice|usageterms|usageTerms")),
  });
};

/** Editors among the authors are named for colleagues. */
const writer = (given) => (/editor/i.test(find(given, "role")) ? [] : authorOf(given).map((author) => ({ ...author, role: textAt(given, "jobtitle.name") })));

const valuesOf = (value) => Object.values(value ?? {}).filter(isThing);

/** Words in one of these places as { value, isHtml }: a member by its name or its beginning, or behind a stroke the role in a list. */
const wordsIn = (item, places) => {
  for (const place of places.split("|")) {
    const [name, role] = place.split("/");
    if (role !== undefined) {
      const entries = listOfAny(find(item, name)).filter((entry) => role === "*" || (textAt(entry, "role") ?? "") === role);
      const found = entries.map(entryOf).find((entry) => entry);
      if (found) return found;
    } else {
      const key = Object.keys(item).find((key) => (name.endsWith("*") ? key.startsWith(name.slice(0, -1)) : key === name) && memberOf(item, key));
      if (key) return memberOf(item, key);
    }
  }
};

const memberOf = (item, key) => (typeof item[key] === "string" && item[key].trim() ? { value: item[key], isHtml: key.endsWith("html") } : undefined);

const kindOf = (entry) => textAt(entry, "contenttype|contentType") ?? "";

const entryOf = (entry) => {
  const value = textAt(entry, "value");
  return value && { value, isHtml: /html/i.test(kindOf(entry) + " " + entry.role) };
};

const textIn = (item, places) => {
  const found = wordsIn(item, places);
  return found?.isHtml ? inlinesOf(found.value) : found?.value;
};

const paragraphsIn = ({ value, isHtml }) => (isHtml ? paragraphsOf(treeOf(value)) : linesAsParagraphs(value));

/** The best of several bodies: markup with pictures, other markup, plain text. */
const bodyIn = (item) => {
  const bodies = listOfAny(find(item, "bodies")).map((entry) => ({ ...entryOf(entry), isPlain: kindOf(entry) === "text/plain" || entry.role === "text" }));
  const members = Object.keys(item).filter((key) => key.startsWith("body_"));
  bodies.push({ ...memberOf(item, "body_html") }, ...members.map((key) => ({ ...memberOf(item, key), isPlain: key === "body_text" })));
  const rank = ({ value, isHtml, isPlain }) => (!value ? 0 : isHtml ? (/<img|<figure/i.test(value) ? 4 : 3) : isPlain ? 2 : 1);
  const [best] = bodies.sort((a, b) => rank(b) - rank(a));
  must(rank(best) > 1);
  return best.isHtml ? blocksOf(treeOf(best.value)) : linesAsParagraphs(best.value).map((words) => [words]);
};

/** Plain text, each line of which is a paragraph, unless blank lines part them; its addresses would be links. */
const linesAsParagraphs = (text) => {
  must(!/https?:/.test(text));
  const lines = text.trim().split("\n");
  const paragraphs = lines.some((part) => !part.trim()) ? text.trim().split(/\n\s*\n/) : lines;
  return paragraphs.map((part) => part.trim());
};

/** The pictures that belong to the item; which of them stands on top. */
const associations = (item) => {
  const all = item.associations ?? {};
  const named = Array.isArray(all) ? all.map((about) => [about?.name, about]) : Object.entries(all);
  const pictures = named.filter(([, about]) => isThing(about)).map(([name, about]) => ({ name, about }));
  must(pictures.every(({ about: { type, renditions } }) => type === "picture" && isFilled(renditions)));
  const shown = pictures.filter(({ name }) => name !== "logo");
  const rank = ({ name }) => (LEADS.includes(name) ? 8 - LEADS.indexOf(name) : 2);
  const [top] = [...shown].sort((a, b) => rank(b) - rank(a));
  return shown.map((picture) => ({ ...picture, isLead: picture === top, isNamed: rank(picture) > 2, image: imageIn(picture.about) }));
};

const imageIn = (about) => ({
  type: "image",
  ...pictureOf(valuesOf(about.renditions)),
  caption: textIn(about, CAPTION),
  credit: textIn(about, CREDIT),
  alt: wordsOf(textIn(about, ALT)),
});
