import { mount } from "svelte";

import { ArticleViewerElement } from "article-viewer/define";

import App from "./App.svelte";

ArticleViewerElement.engineLocation = "../article-viewer/";
mount(App, { target: document.getElementById("app")! });
