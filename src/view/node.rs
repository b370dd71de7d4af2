//! What a view makes: elements and texts as one flat script, rendered by one implementation.
//!
//! `view!` compiles to new types for every block, some 2.3 kB of wasm each, and a tree of values costs its own moves and
//! drops; writing records into one text costs a tenth of that (decision 0002).
//! A [`Node`] renders live through [`crate::host::dom`] in one crossing, and as HTML through [`Node::html`].
//! Element and attribute names are `&'static str`: nothing from an article can become one.

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::JsCast;

use crate::host::dom;

/// One finished element with everything inside it, or one text.
///
/// # Examples
///
/// ```
/// use article_viewer::view::{Node, Out};
///
/// let mut out = Out::default();
/// out.open("p.av-kicker");
/// out.attr("lang", "en");
/// out.text("Rain & wind");
/// out.close();
/// assert_eq!(Node::from(out).html(), r#"<p class="av-kicker" lang="en">Rain &amp; wind</p>"#);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    script: String,
}

/// Writes a [`Node`], element by element, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Out {
    script: String,
    /// How many columns the texts take, of which wide letters take two.
    pub(super) letters: usize,
}

impl Out {
    /// Opens an element, or several inside one another.
    ///
    /// `shape` is the element's name, with its class behind a point, attributes that are always the same each behind an
    /// `@`, and the next element behind a `>`: `"p.av-kicker"`, `"div.av-code__bar>button@type=button"`.
    #[inline(never)]
    pub fn open(&mut self, shape: &'static str) {
        for element in shape.split('>') {
            let mut parts = element.split('@');
            let tag = parts.next().unwrap_or_default();
            let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
            self.element(tag, class);
            for attribute in parts {
                let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
                self.attr(name, value);
            }
        }
    }

    /// Opens an element whose name and class come apart; the class may be empty.
    #[inline(never)]
    pub fn element(&mut self, tag: &'static str, class: &'static str) {
        self.record('<', tag);
        if !class.is_empty() {
            self.attr("class", class);
        }
    }

    /// Opens an element of MathML.
    pub fn open_math(&mut self, name: &'static str) {
        self.record('{', name);
    }

    fn record(&mut self, kind: char, name: &'static str) {
        self.script.push(kind);
        self.script.push_str(name);
        self.script.push(dom::END);
    }

    /// Sets an attribute of the element that was opened last, before anything is put into it.
    ///
    /// A name that starts with `--` is a custom property, set in the element's style.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: &str) {
        self.script
            .push(if name.starts_with("--") { '~' } else { '@' });
        self.script.push_str(name);
        self.script.push(dom::VALUE);
        dom::push_clean(&mut self.script, value);
        self.script.push(dom::END);
    }

    /// Puts a text into the open element.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.letters += columns(text);
        self.script.push('"');
        dom::push_clean(&mut self.script, text);
        self.script.push(dom::END);
    }

    /// Closes the element that was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        self.script.push('>');
        self.script.push(dom::END);
    }

    /// An element with nothing but a text in it.
    #[inline(never)]
    pub fn leaf(&mut self, shape: &'static str, text: &str) {
        self.open(shape);
        self.text(text);
        self.close();
    }

    /// Puts a finished node into the open element.
    pub fn node(&mut self, node: &Node) {
        self.script.push_str(&node.script);
    }

    /// A field from outside in an element of its own, so that its direction cannot reorder its neighbours.
    #[inline(never)]
    pub fn isolated(&mut self, text: &str) {
        self.leaf("bdi", text);
    }
}

/// Those of a text: in UTF-8, a wide letter starts with one of the highest bytes, and no letter with one below 0xC0 but
/// those of ASCII.
fn columns(text: &str) -> usize {
    let column = |byte: u8| usize::from(!(0x80..0xc0).contains(&byte)) + usize::from(byte > 0xe2);
    text.bytes().map(column).sum()
}

impl From<Out> for Node {
    fn from(out: Out) -> Self {
        Self { script: out.script }
    }
}

impl Node {
    /// Builds the node and puts it behind `element`, for content that comes in parts; gives what stands there now.
    ///
    /// Without a browser, this panics.
    pub fn mount_after(self, element: &web_sys::Element) -> web_sys::Element {
        let node = dom::build(&self.script);
        // It fails only for an element without a parent, which is on no page.
        let _ = element.after_with_node_1(&node);
        // Whatever comes in parts is elements.
        node.unchecked_into()
    }

    /// The node as HTML, for pre-rendering and tests.
    pub fn html(&self) -> String {
        let mut html = String::new();
        let mut open: Vec<&str> = Vec::new();
        let mut style = String::new();
        let mut in_tag = false;
        for record in self.script.split_terminator(dom::END) {
            let kind = record.chars().next().unwrap_or('>');
            let rest = record.get(1..).unwrap_or_default();
            if in_tag && !matches!(kind, '@' | '~') {
                finish_tag(&mut html, &mut style);
                in_tag = false;
            }
            let (name, value) = rest.split_once(dom::VALUE).unwrap_or((rest, ""));
            match kind {
                '<' | '{' => {
                    html.push('<');
                    html.push_str(rest);
                    open.push(rest);
                    in_tag = true;
                }
                '@' => {
                    html.push(' ');
                    html.push_str(name);
                    if !value.is_empty() || name == "alt" {
                        html.push_str("=\"");
                        escape(value, &mut html);
                        html.push('"');
                    }
                }
                '~' => style.extend([name, ":", value, ";"]),
                '"' => escape(rest, &mut html),
                _ => {
                    let tag = open.pop().unwrap_or_default();
                    if !matches!(tag, "br" | "hr" | "img" | "source" | "track" | "wbr") {
                        html.push_str("</");
                        html.push_str(tag);
                        html.push('>');
                    }
                }
            }
        }
        html
    }
}

fn finish_tag(html: &mut String, style: &mut String) {
    if !style.is_empty() {
        html.push_str(" style=\"");
        escape(style, html);
        html.push('"');
        style.clear();
    }
    html.push('>');
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// The live node that stands on the page for a [`Node`].
pub struct NodeState(web_sys::Node);

impl NodeState {
    /// Whether it stands on the page: the first look may have been just this, and was kept (decision 0017).
    pub fn stands(&self) -> bool {
        self.0.is_connected()
    }
}

/// Whoever lets go of it has taken it off the page.
impl Drop for NodeState {
    fn drop(&mut self) {
        dom::forget(&self.0);
    }
}

impl Render for Node {
    type State = NodeState;

    fn build(self) -> Self::State {
        NodeState(dom::build(&self.script))
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for NodeState {
    fn unmount(&mut self) {
        if let Some(parent) = self.0.parent_node() {
            // It is a child of its parent, so this cannot fail.
            let _ = parent.remove_child(&self.0);
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        let _ = parent.insert_before(&self.0, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.0.parent_node().map(|parent| parent.unchecked_into());
        parent
            .map(|parent: types::Element| child.mount(&parent, Some(&self.0)))
            .is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        self.0.clone().dyn_into().into_iter().collect()
    }
}

impl AddAnyAttr for Node {
    type Output<SomeNewAttr: Attribute> = Self;

    /// A node is finished: attributes of an outer component do not reach into it.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        buf.push_str(&self.html());
        *position = Position::NextChild;
    }

    /// Pre-rendered HTML is replaced, not taken over: the data is read anyway, and building is one crossing.
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(write: impl FnOnce(&mut Out)) -> String {
        let mut out = Out::default();
        write(&mut out);
        Node::from(out).html()
    }

    #[test]
    fn markup_in_a_text_is_text() {
        let html = html(|out| {
            out.open("p");
            out.attr("title", "\"><script>");
            out.text("<b>&amp;");
            out.close();
        });
        assert_eq!(
            html,
            r#"<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;amp;</p>"#
        );
    }

    #[test]
    fn a_custom_property_goes_into_the_style() {
        let html = html(|out| {
            out.open("div");
            out.attr("--av-ratio", "3/2");
            out.open("br");
            out.close();
            out.close();
        });
        assert_eq!(html, r#"<div style="--av-ratio:3/2;"><br></div>"#);
    }

    #[test]
    fn a_text_cannot_break_out_of_its_record() {
        let html = html(|out| out.leaf("p", "a\u{1e}<script\u{1e}\u{1f}b"));
        assert_eq!(html, "<p>a&lt;scriptb</p>");
    }
}
