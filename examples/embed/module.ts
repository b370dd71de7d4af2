// What the module gives to those who write TypeScript.

import { ArticleViewerElement, detect, parse, render, validate } from "article-viewer";

import { article } from "./article";

export async function show(target: Element) {
  ArticleViewerElement.engineLocation = "/article-viewer/";
  await ArticleViewerElement.preload();
  const { article: read, notes } = await parse(article, { base: "https://news.example/1.json" });
  const lines = notes.map(({ path, line, sentence }) => `${path}, line ${line ?? "?"}: ${sentence}`);
  const format: string | null = await detect(JSON.stringify(article));
  const shown = render(target, read, { headingLevel: 2, theme: "dark" });
  await shown.ready;
  await shown.addBlocks([{ type: "post", title: "The ferry sails", blocks: ["At last."] }], "start");
  shown.element.addEventListener("progress", ({ detail }) => detail.loaded + (detail.total ?? 0));
  // @ts-expect-error: blocks come at the start or at the end.
  await shown.element.addBlocks(["Never."], "middle");
  return { report: await validate(article), lines, format, shown };
}
