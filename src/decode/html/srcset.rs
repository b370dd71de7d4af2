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
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            break;
        }
        let address = rest.split([' ', '\n', '\t']).next().unwrap_or_default();
        rest = rest.get(address.len()..).unwrap_or_default();
        let trimmed = address.trim_end_matches(',');
        let mut descriptors = "";
        // A comma right after the address ends the candidate.
        if trimmed.len() == address.len() {
            let mut inside = false;
            let mut length = 0;
            for byte in rest.bytes() {
                inside = (inside || byte == b'(') && byte != b')';
                if byte == b',' && !inside {
                    break;
                }
                length += 1;
            }
            (descriptors, rest) = rest.split_at_checked(length).unwrap_or((rest, ""));
        }
        let mut descriptor = "";
        let mut fits = true;
        for word in descriptors.split_ascii_whitespace() {
            // A height says nothing that the width does not.
            if !is_descriptor(word, b'h') {
                fits &= descriptor.is_empty()
                    && (is_descriptor(word, b'w') || is_descriptor(word, b'x'));
                descriptor = word;
            }
        }
        if fits && !trimmed.is_empty() {
            candidates.push((trimmed, descriptor));
        }
    }
    candidates
}

/// A number with this unit; a width of 0 means nothing.
#[inline(never)]
fn is_descriptor(word: &str, unit: u8) -> bool {
    let Some((last, number)) = word.as_bytes().split_last() else {
        return false;
    };
    let fraction = unit == b'x';
    let mut fits =
        *last == unit && !number.is_empty() && (fraction || number.first() != Some(&b'0'));
    for byte in number {
        fits &= byte.is_ascii_digit() || fraction && *byte == b'.';
    }
    fits
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
