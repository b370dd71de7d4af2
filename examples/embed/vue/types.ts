// What a template of Vue may say of the element, for those whose editor looks no further.

import type { GlobalComponents } from "vue";

import type {} from "article-viewer/vue";

import { article } from "../article";

type Props = InstanceType<GlobalComponents["article-viewer"]>["$props"];

export const right: Props = {
  data: article,
  theme: "sepia",
  "heading-level": 2,
  onLoad: ({ detail }) => detail.title.toUpperCase(),
  onArticleLink: (event) => event.preventDefault(),
};

// @ts-expect-error: there is no such theme.
export const wrong: Props = { theme: "purple" };
