import type { HTMLAttributes } from "svelte/elements";
import type { ArticleViewerAttributes, ArticleViewerElement, ArticleViewerEvents, ArticleViewerProperties } from "./index.js";

type Listeners = { [K in keyof ArticleViewerEvents as `on${K}`]?: (event: ArticleViewerEvents[K]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "article-viewer": Omit<HTMLAttributes<ArticleViewerElement>, keyof Listeners | keyof ArticleViewerProperties> &
      ArticleViewerAttributes &
      Partial<Omit<ArticleViewerProperties, keyof ArticleViewerAttributes>> &
      Listeners;
  }
}
