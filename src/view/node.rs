//! What a view makes: elements and texts as plain data, rendered by one implementation.
//!
//! `view!` compiles to new types for every block, some 2.3 kB of wasm each; one non-generic type costs a tenth of that
//! (decision 0002). A [`Node`] renders live through [`crate::host::dom`] and as HTML through [`Node::html`].
//! Element and attribute names are `&'static str`: nothing from an article can become one.

use std::borrow::Cow;

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use crate::host::dom;

/// An element or a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Element(Element),
    Text(Cow<'static, str>),
}

/// An element with its attributes and children.
///
/// One pointer wide: the builder below passes it along by value, which would otherwise be most of the views' code.
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Box<Parts>);

#[derive(Clone, Debug, PartialEq)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    children: Vec<Node>,
}

/// An element without attributes and children.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl Element {
    pub fn class(self, class: &'static str) -> Self {
        self.with("class", Cow::Borrowed(class))
    }

    /// Sets an attribute. A name that starts with `--` is a custom property, set in the element's style.
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with(name, value.into())
    }

    /// Sets an attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.with(name, value.into()),
            None => self,
        }
    }

    pub fn text(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.append(Node::Text(text.into()))
    }

    pub fn child(self, child: impl Into<Node>) -> Self {
        self.append(child.into())
    }

    pub fn children(self, children: impl IntoIterator<Item = Node>) -> Self {
        let mut element = self;
        for child in children {
            element = element.append(child);
        }
        element
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn append(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl Node {
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self::Text(text.into())
    }

    /// Builds the node and puts it behind `element`, for content that comes in parts.
    ///
    /// Without a browser, this panics.
    pub fn mount_after(self, element: &web_sys::Element) {
        let NodeState(node) = self.build();
        // It fails only for an element without a parent, where there is nothing to be behind of.
        let _ = element.after_with_node_1(&node);
    }

    /// The node as HTML, for pre-rendering and tests.
    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write_html(&mut html);
        html
    }

    fn write_html(&self, html: &mut String) {
        let element = match self {
            Self::Text(text) => return escape(text, html),
            Self::Element(element) => &element.0,
        };
        html.push('<');
        html.push_str(element.tag);
        let mut style = String::new();
        for (name, value) in &element.attributes {
            if name.starts_with("--") {
                style.extend([name, ":", value, ";"]);
                continue;
            }
            html.push(' ');
            html.push_str(name);
            if !value.is_empty() || *name == "alt" {
                html.push_str("=\"");
                escape(value, html);
                html.push('"');
            }
        }
        if !style.is_empty() {
            html.push_str(" style=\"");
            escape(&style, html);
            html.push('"');
        }
        html.push('>');
        if matches!(
            element.tag,
            "br" | "hr" | "img" | "source" | "track" | "wbr"
        ) {
            return;
        }
        for child in &element.children {
            child.write_html(html);
        }
        html.push_str("</");
        html.push_str(element.tag);
        html.push('>');
    }

    /// The node as a script for [`dom::build`].
    fn write_script(&self, script: &mut String) {
        let element = match self {
            Self::Text(text) => {
                script.push('"');
                dom::push_clean(script, text);
                script.push(dom::END);
                return;
            }
            Self::Element(element) => &element.0,
        };
        script.push('<');
        script.push_str(element.tag);
        script.push(dom::END);
        for (name, value) in &element.attributes {
            script.push(if name.starts_with("--") { '~' } else { '@' });
            script.push_str(name);
            script.push(dom::VALUE);
            dom::push_clean(script, value);
            script.push(dom::END);
        }
        for child in &element.children {
            child.write_script(script);
        }
        script.push('>');
        script.push(dom::END);
    }
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

impl Render for Node {
    type State = NodeState;

    fn build(self) -> Self::State {
        let mut script = String::new();
        self.write_script(&mut script);
        NodeState(dom::build(&script))
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
        use leptos::wasm_bindgen::JsCast;
        let parent = self.0.parent_node().map(|parent| parent.unchecked_into());
        parent
            .map(|parent: types::Element| child.mount(&parent, Some(&self.0)))
            .is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        use leptos::wasm_bindgen::JsCast;
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
        self.write_html(buf);
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

    #[test]
    fn markup_in_a_text_is_text() {
        let node: Node = el("p").attr("title", "\"><script>").text("<b>&amp;").into();
        assert_eq!(
            node.html(),
            r#"<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;amp;</p>"#
        );
    }

    #[test]
    fn a_custom_property_goes_into_the_style() {
        let node: Node = el("div").attr("--av-ratio", "3/2").child(el("br")).into();
        assert_eq!(node.html(), r#"<div style="--av-ratio:3/2;"><br></div>"#);
    }

    #[test]
    fn a_text_cannot_break_out_of_its_record() {
        let node: Node = el("p").text("a\u{1e}<script\u{1e}\u{1f}b").into();
        let mut script = String::new();
        node.write_script(&mut script);
        assert_eq!(script, "<p\u{1e}\"a<scriptb\u{1e}>\u{1e}");
    }
}
