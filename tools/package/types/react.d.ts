import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleViewerAttributes, ArticleViewerElement, ArticleViewerEvents, ArticleViewerProperties } from "./index.js";

// React 19 sets what is a property as a property, and listens to what begins with `on` by the name behind it.
type Listeners = { [K in keyof ArticleViewerEvents as `on${K}`]?: (event: ArticleViewerEvents[K]) => void };

type Props = DetailedHTMLProps<Omit<HTMLAttributes<ArticleViewerElement>, keyof ArticleViewerProperties>, ArticleViewerElement> &
  ArticleViewerAttributes &
  Partial<Omit<ArticleViewerProperties, keyof ArticleViewerAttributes>> &
  Listeners;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-viewer": Props;
    }
  }
}
