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

impl Rating {
    /// Numbers that cannot be true give `None`; both are kept in hundredths, which is as fine as critics are.
    pub fn new(value: f64, best: f64, label: Option<String>) -> Option<Self> {
        let fits = (1.0..=1e6).contains(&best) && (0.0..=best).contains(&value);
        let hundredths = |number: f64| (number * 100.0).round() / 100.0;
        fits.then(|| Self {
            value: hundredths(value),
            best: hundredths(best),
            label,
        })
    }
}

impl Spoken for Rating {
    fn speak(&self, words: &mut Words) {
        words.say(self.label.as_deref().unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_is_kept_in_hundredths() {
        let rating = Rating::new(3.335, 5.0, None).unwrap();
        assert_eq!((rating.value, rating.best), (3.34, 5.0));
        for (value, best) in [(6.0, 5.0), (-1.0, 5.0), (0.0, 0.5), (f64::NAN, 5.0)] {
            assert_eq!(Rating::new(value, best, None), None);
        }
    }
}
