// The article of the applications.

export const article = {
  format: "article-viewer/1",
  language: "en",
  headline: "The ferry is back",
  standfirst: "After nine weeks in dock it crosses again.",
  authors: ["Ada Merle"],
  body: ["The first boat left at six.", ["It was full, ", { type: "link", href: "https://ferry.example/", text: "the company" }, " says."], { type: "heading", level: 2, text: "What was repaired" }, { type: "list", items: ["The bow door", "Both engines"] }],
};
