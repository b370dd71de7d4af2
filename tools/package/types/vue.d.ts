import type { DefineComponent, HTMLAttributes } from "vue";
import type { ArticleViewerAttributes, ArticleViewerEvents, ArticleViewerProperties } from "./index.js";

type Capitals<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Capitalize<Head>}${Capitals<Tail>}` : Capitalize<Name>;
type Listeners = { [K in keyof ArticleViewerEvents as `on${Capitals<K>}`]?: (event: ArticleViewerEvents[K]) => void };
type Props = Omit<HTMLAttributes, "onLoad" | "onError" | "onProgress"> & ArticleViewerAttributes & Partial<ArticleViewerProperties> & Listeners;

declare module "vue" {
  interface GlobalComponents {
    "article-viewer": DefineComponent<Props>;
  }
}
