//! The style sheet, made small without losing anything that a current browser understands.

use crate::files::Done;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// The oldest versions that the viewer supports, so that nothing is rewritten for older ones.
fn targets() -> Targets {
    let version = |major: u32| Some(major << 16);
    Targets::from(Browsers {
        chrome: version(130),
        edge: version(130),
        firefox: version(132),
        safari: version(18),
        ios_saf: version(18),
        ..Browsers::default()
    })
}

/// `name` is for messages.
pub fn minify(css: &str, name: &str) -> Done<String> {
    let options = ParserOptions {
        filename: name.to_owned(),
        ..ParserOptions::default()
    };
    let mut sheet = StyleSheet::parse(css, options)
        .map_err(|error| format!("{name} is not understood: {error}"))?;
    sheet
        .minify(MinifyOptions {
            targets: targets(),
            ..MinifyOptions::default()
        })
        .map_err(|error| format!("{name} cannot be minified: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets: targets(),
            ..PrinterOptions::default()
        })
        .map_err(|error| format!("{name} cannot be printed: {error}"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn kept(css: &str) {
        assert_eq!(minify(css, "a.css").unwrap(), css);
    }

    #[test]
    fn current_css_comes_through_unchanged() {
        kept("@layer reset,tokens,view;");
        kept("@layer view{.a{color:red}}");
        kept("@container av (width>=40em){.a{color:red}}");
        kept(
            "@supports (text-box:trim-both cap alphabetic){.a{text-box:trim-both cap alphabetic}}",
        );
        kept("@starting-style{.a{opacity:0}}");
        kept("@property --av-x{syntax:\"<length>\";inherits:false;initial-value:0}");
        kept("@media (forced-colors:active){.a{forced-color-adjust:none}}");
        kept(":where(.a,.b)>p{text-wrap:pretty}");
        kept(".a{text-wrap:balance;content-visibility:auto;contain-intrinsic-size:auto 40em}");
        kept(".a{color:light-dark(#000,#fff)}");
        kept(".a{color:oklch(50% .1 20)}");
        kept(".a{color:color-mix(in oklab, var(--x) 40%, transparent)}");
        kept(".a{margin-block:1lh;padding-inline-start:2ch}");
        kept(".a{&:hover{color:red}}");
        kept(".a:has(>img){color:red}");
        kept(".a::part(headline){color:red}");
        kept(":host{display:block}");
        kept(".a{hanging-punctuation:first allow-end;font-variant-numeric:oldstyle-nums}");
        kept(".a{interpolate-size:allow-keywords;view-transition-name:av;position-area:top}");
    }

    #[test]
    fn layers_keep_the_order_that_was_written_once() {
        let small = |css| minify(css, "a.css").unwrap();
        // The rules may move to where their layer stands, which says the same.
        assert_eq!(
            small("@layer a, b; @layer b { p { color: red } } @layer a { p { color: #00f } }"),
            "@layer a{p{color:#00f}}@layer b{p{color:red}}"
        );
        // A layer inside a condition has no place of its own.
        assert_eq!(
            small(
                "@layer a, b; @media print { @layer a { p { margin: 0 } } } @layer b { p { color: red } }"
            ),
            "@layer a;@layer b{p{color:red}}@media print{@layer a{p{margin:0}}}"
        );
    }

    #[test]
    fn an_unknown_property_is_kept() {
        kept(".a{foo-bar:baz(1px, 2px)}");
    }

    #[test]
    fn comments_and_room_go() {
        let css = "/* a */\n.a {\n  margin: 0px;\n  color: #ffffff;\n}\n";
        assert_eq!(minify(css, "a.css").unwrap(), ".a{color:#fff;margin:0}");
    }

    #[test]
    fn an_error_says_where() {
        let fault = minify(".a { color: red; }\n}", "b.css")
            .unwrap_err()
            .to_string();
        assert!(fault.contains("b.css") && fault.contains(":1"), "{fault}");
    }
}
