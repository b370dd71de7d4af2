//! An article as nodes: what stands where, in which element, with which words for whom.
//!
//! A view is a plain function from values to a [`Node`]; it has no state, no handler, and no browser, so every view is
//! tested as HTML natively. Views do not repair data (`decode::tidy` does) and fetch nothing.
//! All interface text comes from [`Words`].

pub mod article;
mod block;
mod body;
mod byline;
mod comments_notice;
mod figure;
mod headline;
mod inline;
pub mod masthead;
pub mod node;
mod notice;
mod picture;
mod references;
mod standfirst;
pub mod words;

pub use article::{Settings, article};
pub use body::more;
pub use node::{Element, Node, el};
pub use words::Words;
