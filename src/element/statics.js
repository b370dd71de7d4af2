// What a page sets once for all its elements, on the class or, before the script has come, on a global object of its name.
//
// engineLocation  the folder of this module's files     where this module lies
// cacheSize       so many articles are kept             5
// mapURLs(change) sees the address of every article     none
//                 and file of words, and may change it
// defaults        what an element without the attribute {}: attributes as properties, and `limits`, which are
//                 has                                   { bytes, headers, idle, total, blocks }, in bytes, ms and blocks

const early = globalThis.ArticleViewerElement ?? {};

const statics = {
  engineLocation: early.engineLocation ?? new URL(".", import.meta.url).href,
  cacheSize: early.cacheSize ?? 5,
  change: early.mapURLs,
  defaults: { ...early.defaults },
};

/** An address that is about to be requested, as the page wants it. */
const mapped = (url) => statics.change?.(url) ?? url;

/** The folder of the program, as an address where there is a page that it could be relative to. */
function folderNow() {
  const folder = statics.engineLocation.replace(/\/?$/, "/");
  return globalThis.document ? new URL(folder, document.baseURI).href : folder;
}

const fileOf = (name) => new URL(name, folderNow()).href;

const limitsNow = () => ({ bytes: 16 << 20, headers: 10_000, idle: 10_000, total: 30_000, blocks: 20_000, ...statics.defaults.limits });
