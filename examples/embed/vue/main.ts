import { createApp } from "vue";

import { ArticleViewerElement } from "article-viewer/define";

import App from "./App.vue";

ArticleViewerElement.engineLocation = "../article-viewer/";
createApp(App).mount("#app");
