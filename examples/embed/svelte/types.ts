// What a template of Svelte may say of the element, for those whose editor looks no further.

import type { SvelteHTMLElements } from "svelte/elements";

import type {} from "article-viewer/svelte";

import { article } from "../article";

type Props = SvelteHTMLElements["article-viewer"];

export const right: Props = {
  data: article,
  theme: "sepia",
  "heading-level": 2,
  onload: ({ detail }) => detail.title.toUpperCase(),
  "onarticle-link": (event) => event.preventDefault(),
};

// @ts-expect-error: there is no such theme.
export const wrong: Props = { theme: "purple" };
