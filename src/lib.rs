//! Opens an article's JSON in the browser and shows it.
//!
//! ```text
//! bytes -> load -> detect -> decode -> Article -> view -> aids
//! ```
//!
//! | floor | module | what it does |
//! | --- | --- | --- |
//! | 0 | [`host`] | what the platform does for the pure floors: URLs, dates, nodes |
//! | 0 | [`json`] | a JSON value and its reader |
//! | 1 | [`model`] | what an article is |
//! | 2 | [`decode`] | bytes to an article and notes |
//! | 2 | [`encode`] | an article to our own format |
//! | 2 | `browser` | the only other door to the browser |
//! | 3 | `view` | an article to nodes; no state, no browser |
//! | 3 | `load` | where bytes come from |
//! | 4 | `aids` | what helps reading, on the finished article |
//! | 5 | `app` | the page: which state, which view |
//!
//! Imports point down, data flows along, and nobody imports a neighbour on the same floor; `tests/floors.rs` holds that.
//! With `default-features = false` only the decoder and what it needs is compiled, without Leptos and without a browser.

#![forbid(unsafe_code)]

pub mod host;
pub mod json;
pub mod model;

pub mod decode;

pub mod encode;
pub mod report;

#[cfg(feature = "viewer")]
pub mod view;

#[cfg(feature = "viewer")]
pub mod browser;
#[cfg(feature = "viewer")]
pub mod load;

#[cfg(feature = "viewer")]
mod aids;

#[cfg(feature = "viewer")]
pub mod app;

/// The examples of the README, compiled and run with those of the documentation.
#[cfg(all(doctest, feature = "viewer"))]
#[doc = include_str!("../README.md")]
struct Readme;
