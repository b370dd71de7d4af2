// React 19: properties are set as properties, and events listened to by their own names.

import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

import { ArticleViewerElement } from "article-viewer/define";
import type {} from "article-viewer/react";

import { article } from "../article";

ArticleViewerElement.engineLocation = "../article-viewer/";

function App() {
  const [theme, setTheme] = useState<"light" | "sepia">("light");
  const [title, setTitle] = useState("");
  return (
    <main>
      <h1>What others write</h1>
      <p id="loaded">{title}</p>
      <button type="button" onClick={() => setTheme(theme === "light" ? "sepia" : "light")}>
        Change the theme
      </button>
      <article-viewer data={article} theme={theme} loading="eager" heading-level={2} onload={({ detail }) => setTitle(detail.title)} onarticle-link={(event) => event.preventDefault()}>
        <p>The article is on its way.</p>
      </article-viewer>
    </main>
  );
}

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
