use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, ns, parse_document};

use super::{END, code};

pub fn parse(html: &str, elements: &str, attributes: &str) -> String {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    // Without a doctype, `table` would stay inside `p`.
    let document = ["<!doctype html>", html].concat();
    let nodes = parse_document(Tree::new(), options).one(StrTendril::from(document));
    write(&nodes, elements, attributes)
}

pub fn was_refused() -> bool {
    false
}

/// Writes the stream, walking without recursion: the parser sets no limit to the depth.
fn write(nodes: &[Node], elements: &str, attributes: &str) -> String {
    let mut stream = String::new();
    let mut next = nodes[DOCUMENT].first;
    while let Some(mut at) = next {
        open(&nodes[at], elements, attributes, &mut stream);
        next = nodes[at].first;
        while next.is_none() {
            if matches!(nodes[at].data, Data::Element { .. }) {
                record(&mut stream, '>', "");
            }
            next = nodes[at].next;
            if next.is_some() {
                break;
            }
            match nodes[at].parent {
                Some(parent) if parent != DOCUMENT => at = parent,
                _ => break,
            }
        }
    }
    stream
}

fn open(node: &Node, elements: &str, attributes: &str, stream: &mut String) {
    let (name, own_attributes) = match &node.data {
        Data::Document => return,
        Data::Text(text) => return record(stream, '"', text),
        Data::Comment(text) => return record(stream, '#', text),
        Data::Element { name, attributes } => (name, attributes),
    };
    let local = &*name.local;
    match code(elements, local) {
        _ if name.ns != ns!(html) => record(stream, '{', local),
        Some(code) => record(stream, '<', code.encode_utf8(&mut [0; 4])),
        None => record(stream, '<', &[" ", local].concat()),
    }
    // A form's own properties can be hidden by its fields, so the browser's walk asks it for nothing.
    if name.ns == ns!(html) && local == "form" {
        return;
    }
    for attribute in own_attributes {
        let name = &*attribute.name.local;
        match code(attributes, name) {
            Some(code) if attribute.name.prefix.is_none() => record(
                stream,
                '@',
                &[&*code.to_string(), &attribute.value].concat(),
            ),
            _ if name.starts_with("on") => record(stream, '*', name),
            _ => {}
        }
    }
}

fn record(stream: &mut String, kind: char, text: &str) {
    stream.push(kind);
    stream.extend(
        text.chars()
            .filter(|c| *c >= ' ' || matches!(c, '\t' | '\n')),
    );
    stream.push(END);
}

const DOCUMENT: usize = 0;

struct Node {
    data: Data,
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

enum Data {
    Document,
    Element {
        name: Rc<QualName>,
        attributes: Vec<Attribute>,
    },
    Text(String),
    Comment(String),
}

/// A node's place in the tree, with the name that the parser asks for again and again.
#[derive(Clone)]
struct Handle {
    at: usize,
    name: Option<Rc<QualName>>,
}

/// The tree under construction: all nodes in one list, linked by their places.
struct Tree {
    nodes: RefCell<Vec<Node>>,
}

impl Tree {
    fn new() -> Self {
        let tree = Self {
            nodes: RefCell::default(),
        };
        tree.add(Data::Document);
        tree
    }

    fn add(&self, data: Data) -> Handle {
        let name = match &data {
            Data::Element { name, .. } => Some(name.clone()),
            Data::Document | Data::Text(_) | Data::Comment(_) => None,
        };
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            data,
            parent: None,
            previous: None,
            next: None,
            first: None,
            last: None,
        });
        Handle {
            at: nodes.len() - 1,
            name,
        }
    }

    /// Puts a node or a text into `parent`, in front of `next` or at the end; texts that meet become one.
    fn insert(&self, parent: usize, next: Option<usize>, child: NodeOrText<Handle>) {
        let previous = match next {
            Some(next) => self.nodes.borrow()[next].previous,
            None => self.nodes.borrow()[parent].last,
        };
        let child = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node.at);
                node.at
            }
            NodeOrText::AppendText(text) => {
                if let Some(previous) = previous
                    && let Data::Text(before) = &mut self.nodes.borrow_mut()[previous].data
                {
                    before.push_str(&text);
                    return;
                }
                self.add(Data::Text(text.to_string())).at
            }
        };
        let nodes = &mut *self.nodes.borrow_mut();
        let previous = match next {
            Some(next) => nodes[next].previous.replace(child),
            None => nodes[parent].last.replace(child),
        };
        match previous {
            Some(previous) => nodes[previous].next = Some(child),
            None => nodes[parent].first = Some(child),
        }
        let node = &mut nodes[child];
        (node.parent, node.previous, node.next) = (Some(parent), previous, next);
    }

    fn detach(&self, at: usize) {
        let nodes = &mut *self.nodes.borrow_mut();
        let node = &mut nodes[at];
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Vec<Node>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle {
            at: DOCUMENT,
            name: None,
        }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target
            .name
            .as_ref()
            .expect("the parser asks only elements for their names")
            .expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _flags: ElementFlags,
    ) -> Handle {
        let name = Rc::new(name);
        self.add(Data::Element { name, attributes })
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.add(Data::Comment(text.to_string()))
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> Handle {
        self.create_comment(data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.at, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let parent = self.nodes.borrow()[element.at].parent;
        match parent {
            Some(parent) => self.insert(parent, Some(element.at), child),
            None => self.insert(previous.at, None, child),
        }
    }

    fn append_doctype_to_document(
        &self,
        _name: StrTendril,
        _public: StrTendril,
        _system: StrTendril,
    ) {
    }

    /// What a template holds goes into a tree of its own, which nobody walks.
    fn get_template_contents(&self, _target: &Handle) -> Handle {
        self.add(Data::Document)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.at == y.at
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.at].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(sibling.at), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.nodes.borrow_mut()[target.at].data {
            for attribute in more {
                if !attributes.iter().any(|own| own.name == attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.at);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.at].first;
            let Some(at) = first else { return };
            self.insert(
                new_parent.at,
                None,
                NodeOrText::AppendNode(Handle { at, name: None }),
            );
        }
    }

    fn allow_declarative_shadow_roots(&self, _intended_parent: &Handle) -> bool {
        false
    }
}
