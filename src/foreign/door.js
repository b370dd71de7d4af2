// The first look at an article of another format: src/first/show.js brings this and is handed the article in our own.
//
// Only what is plain is read. Where the program reads something else, it has the last word, as with our own format.

import { TYPES, SEEN, line, linkTo, media, must } from "./article-viewer_first.js";

/** The picture at the top of the article, as soon as it is known; the rest may be not plain. */
export let wanted;

/** The article of a file. */
export const asOurs = (file) => {
  if (file["@type"] || file["@graph"] || Array.isArray(file)) return schemaOrg(file);
  return file.title?.rendered ? wordpress(file) : ninjs(file);
};
