use super::{Spoken, Words};

/// What a critic thinks, in stars or points.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// 0 to `best`.
    pub value: f64,
    /// At least 1.
    pub best: f64,
    /// What was rated.
    pub label: Option<String>,
}

impl Spoken for Rating {
    fn speak(&self, words: &mut Words) {
        words.say(self.label.as_deref().unwrap_or_default());
    }
}
