//! An application of someone else that shows articles with ours: what `docs/embedding.md` shows for Rust, compiled and run
//! with the tests.
//!
//! `cargo run --example leptos_app` writes its HTML, as its server would; compiled for `wasm32-unknown-unknown`, the same
//! component builds live nodes with `leptos::mount::mount_to_body(App)`.

use article_viewer::decode::{DecodeError, Options, decode};
use article_viewer::view::{ArticleView, Settings};
use leptos::prelude::*;

const FILE: &str = r#"{
    "format": "article-viewer/1",
    "headline": "The ferry is back",
    "body": ["The first boat left at six.", { "type": "heading", "level": 2, "text": "What was repaired" }]
}"#;

/// The application: a page of its own, with an article in it.
#[component]
fn App() -> impl IntoView {
    view! {
        <header>"The Harbour Courier"</header>
        <main>
            <h1>"Today"</h1>
            <Story file=FILE/>
        </main>
    }
}

/// An article from its file, or a sentence that says why there is none.
#[component]
fn Story(
    /// The article's JSON, in any format that the viewer knows.
    file: &'static str,
) -> impl IntoView {
    // The page has a headline of its own, so that of the article is one below it.
    let settings = Settings {
        heading_level: 2,
        ..Settings::default()
    };
    match read(file) {
        Ok(article) => view! { <ArticleView article settings/> }.into_any(),
        Err(error) => view! { <p role="alert">{error.to_string()}</p> }.into_any(),
    }
}

fn read(file: &str) -> Result<article_viewer::model::Article, DecodeError> {
    let options = Options {
        // Relative addresses in the article are resolved against where its file lies.
        base: Some("https://courier.example/2026/ferry.json".into()),
        ..Options::default()
    };
    Ok(decode(file.as_bytes(), &options)?.article)
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("{}", view! { <App/> }.to_html());
}

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(App);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_application_shows_the_article_below_its_own_headline() {
        let html = view! { <App/> }.to_html();
        assert!(html.contains("<h1>Today</h1>"), "{html}");
        assert!(
            html.contains("<h2 class=\"av-headline\" tabindex=\"-1\">The ferry is back</h2>"),
            "{html}"
        );
        assert!(html.contains("<h3"), "{html}");
    }

    #[test]
    fn what_is_no_article_is_said() {
        let html = view! { <Story file="{}"/> }.to_html();
        assert!(html.contains("role=\"alert\""), "{html}");
    }
}
