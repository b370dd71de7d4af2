//! `srcset` by the algorithm of the HTML standard: addresses may hold commas, so nothing is split at them.

/// More copies than these are no help to anyone.
const MOST: usize = 50;

/// The candidates of a `srcset` attribute, each with its descriptor, such as `640w` or `2x`.
///
/// One with a descriptor that means nothing, or with several that contradict, is left out.
pub fn parse(srcset: &str) -> Vec<(&str, &str)> {
    let mut candidates = Vec::new();
    let mut rest = srcset;
    while candidates.len() < MOST {
        rest = rest.trim_start_matches(|c: char| is_space(c) || c == ',');
        if rest.is_empty() {
            break;
        }
        let (address, after) = split_at(rest, is_space);
        let trimmed = address.trim_end_matches(',');
        let mut descriptors = "";
        rest = after;
        // A comma right after the address ends the candidate.
        if trimmed.len() == address.len() {
            let mut inside = false;
            (descriptors, rest) = split_at(after, |c| {
                inside = (inside || c == '(') && c != ')';
                c == ',' && !inside
            });
        }
        // A height says nothing that the width does not.
        let mut words = descriptors
            .split(is_space)
            .filter(|word| !word.is_empty() && !is_descriptor(word, "h"));
        let descriptor = words.next().unwrap_or_default();
        let fits = descriptor.is_empty() || is_descriptor(descriptor, "wx");
        if fits && words.next().is_none() && !trimmed.is_empty() {
            candidates.push((trimmed, descriptor));
        }
    }
    candidates
}

fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

fn split_at(text: &str, mut end: impl FnMut(char) -> bool) -> (&str, &str) {
    let at = text.find(&mut end).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// A number with one of these units; a width of 0 means nothing.
fn is_descriptor(word: &str, units: &str) -> bool {
    let Some(unit) = word.chars().next_back() else {
        return false;
    };
    let number = word.trim_end_matches(unit);
    let fraction = unit == 'x';
    let fits = |c: char| c.is_ascii_digit() || fraction && c == '.';
    units.contains(unit)
        && !number.is_empty()
        && number.chars().all(fits)
        && (fraction || !number.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(srcset: &str, wanted: &[(&str, &str)]) {
        assert_eq!(parse(srcset), wanted, "{srcset:?}");
    }

    #[test]
    fn widths_and_densities_are_read() {
        reads(
            "a.jpg 480w, b.jpg 960w",
            &[("a.jpg", "480w"), ("b.jpg", "960w")],
        );
        reads("a.jpg, b.jpg 1.5x", &[("a.jpg", ""), ("b.jpg", "1.5x")]);
        reads("\n a.jpg\t480w 320h\n,", &[("a.jpg", "480w")]);
    }

    #[test]
    fn a_comma_may_be_part_of_an_address() {
        reads(
            "https://c.example/w_400,h_300/a.jpg 400w, https://c.example/w_800,h_600/a.jpg 800w",
            &[
                ("https://c.example/w_400,h_300/a.jpg", "400w"),
                ("https://c.example/w_800,h_600/a.jpg", "800w"),
            ],
        );
        reads(
            "data:image/png;base64,AAAA 1x",
            &[("data:image/png;base64,AAAA", "1x")],
        );
        reads("a,b,, c 2x", &[("a,b", ""), ("c", "2x")]);
    }

    #[test]
    fn a_bad_candidate_is_dropped_alone() {
        reads(
            "a 0w, b 1w 2w, c 3q, d -1w, e 5w, f (x, 6w), g 7w, h w, i 1.5w, j é",
            &[("e", "5w"), ("g", "7w")],
        );
        reads(", ,,", &[]);
        reads("", &[]);
    }
}
