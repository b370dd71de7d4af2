//! The address of a value inside a JSON document.

use std::fmt;

use crate::host::text::{concat, digits};
use crate::json::Json;

/// An address such as `$.body[3].caption`; keys that are no plain names stand in brackets: `$["wp:term"][0]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonPath(String);

impl JsonPath {
    /// The whole document.
    pub fn root() -> Self {
        Self("$".into())
    }

    /// Finds the address of `wanted` inside `root` by identity.
    ///
    /// The search walks the document, so nothing has to be kept while all is well.
    /// A value from elsewhere gives the root.
    pub fn of(wanted: &Json, root: &Json) -> Self {
        let mut way = Vec::new();
        find(wanted, root, &mut way);
        let mut path = Self::root();
        for step in way.iter().rev() {
            match step {
                Step::Index(index) => path.push_index(*index),
                Step::Key(key) => path.push_key(key),
            }
        }
        path
    }

    /// The address of a member of this object.
    pub fn member(mut self, key: &str) -> Self {
        self.push_key(key);
        self
    }

    /// The address of an item of this list.
    pub fn item(mut self, index: usize) -> Self {
        self.push_index(index);
        self
    }

    /// The value at this address in `root`, or the nearest around it that is there.
    pub fn nearest<'a>(&self, root: &'a Json) -> &'a Json {
        let mut value = root;
        let mut way = Self::root();
        while way.0 != self.0 {
            let next = match value {
                Json::List(items) => {
                    let rest = self.0.get(way.0.len() + 1..).unwrap_or_default();
                    let index = rest.split(']').next().and_then(|index| index.parse().ok());
                    let item = index.and_then(|index: usize| items.get(index));
                    item.zip(index.map(|index| way.clone().item(index)))
                }
                // Of members with the same name the last one counts.
                Json::Object(members) => members.iter().rev().find_map(|(key, member)| {
                    let path = way.clone().member(key);
                    path.leads_to(self).then_some((member, path))
                }),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
            };
            match next {
                Some((inner, path)) => (value, way) = (inner, path),
                None => break,
            }
        }
        value
    }

    /// Whether `other` is this address or one inside it.
    fn leads_to(&self, other: &Self) -> bool {
        other
            .0
            .strip_prefix(&self.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn push_index(&mut self, index: usize) {
        self.0.push_str(&concat(&["[", &digits(index), "]"]));
    }

    fn push_key(&mut self, key: &str) {
        let plain = key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'@'))
            && key
                .bytes()
                .next()
                .is_some_and(|first| !first.is_ascii_digit());
        if plain {
            self.0.push('.');
            self.0.push_str(key);
        } else {
            self.0.push_str("[\"");
            for c in key.chars().take(80) {
                if matches!(c, '"' | '\\') {
                    self.0.push('\\');
                }
                self.0.push(if c.is_control() { ' ' } else { c });
            }
            self.0.push_str("\"]");
        }
    }
}

enum Step<'a> {
    Index(usize),
    Key(&'a str),
}

/// Writes the way from `wanted` up to `at` into `way`; nothing where `wanted` is not below `at`.
fn find<'a>(wanted: &Json, at: &'a Json, way: &mut Vec<Step<'a>>) -> bool {
    let step = match at {
        _ if std::ptr::eq(wanted, at) => return true,
        Json::List(items) => items
            .iter()
            .position(|item| find(wanted, item, way))
            .map(Step::Index),
        Json::Object(members) => members
            .iter()
            .find_map(|(key, member)| find(wanted, member, way).then_some(Step::Key(key))),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    };
    step.map(|step| way.push(step)).is_some()
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn a_value_is_found_by_identity_not_by_equality() {
        let document = parse(r#"{"a": [1, 1, {"wp:term": 1}]}"#).unwrap().value;
        let list = document.get("a").unwrap().items();
        assert_eq!(JsonPath::of(&list[1], &document).as_str(), "$.a[1]");
        let term = list[2].get("wp:term").unwrap();
        assert_eq!(
            JsonPath::of(term, &document).as_str(),
            r#"$.a[2]["wp:term"]"#
        );
        assert_eq!(JsonPath::of(&Json::Null, &document).as_str(), "$");
    }
}
