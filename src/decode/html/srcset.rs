//! `srcset` by the algorithm of the HTML standard: addresses may hold commas, so nothing is split at them.

/// One copy of a picture: its address, and its width in pixels or its density in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Candidate<'a> {
    pub address: &'a str,
    pub width: Option<u32>,
    pub density: Option<u32>,
}

/// More copies than these are no help to anyone.
const MOST: usize = 50;

/// The candidates of a `srcset` attribute; those with descriptors that mean nothing are left out.
pub fn parse(srcset: &str) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    let mut rest = srcset;
    while candidates.len() < MOST {
        rest = rest.trim_start_matches(|c| is_space(c) || c == ',');
        if rest.is_empty() {
            break;
        }
        let length = rest.find(is_space).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let trimmed = address.trim_end_matches(',');
        let mut candidate = Candidate {
            address: trimmed,
            ..Candidate::default()
        };
        rest = after;
        // A comma right after the address ends the candidate.
        let mut fits = true;
        if trimmed.len() == address.len() {
            let (descriptors, after) = split_at_comma(after);
            rest = after;
            for descriptor in descriptors.split(is_space).filter(|word| !word.is_empty()) {
                fits &= describe(descriptor, &mut candidate);
            }
        }
        if fits && !trimmed.is_empty() {
            candidates.push(candidate);
        }
    }
    candidates
}

fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

/// Splits at the first comma outside parentheses.
fn split_at_comma(text: &str) -> (&str, &str) {
    let mut inside = false;
    let end = text.find(|c| {
        inside = (inside || c == '(') && c != ')';
        c == ',' && !inside
    });
    end.and_then(|end| text.split_at_checked(end))
        .unwrap_or((text, ""))
}

/// Reads `640w`, `2x` or `480h`; a second width or density is an error.
fn describe(descriptor: &str, candidate: &mut Candidate<'_>) -> bool {
    let Some((number, unit)) = descriptor.split_at_checked(descriptor.len() - 1) else {
        return false;
    };
    let fresh = candidate.width.is_none() && candidate.density.is_none();
    match unit {
        "w" => {
            candidate.width = hundredths(number)
                .filter(|width| width % 100 == 0 && *width > 0)
                .map(|width| width / 100);
            fresh && candidate.width.is_some()
        }
        "x" => {
            candidate.density = hundredths(number);
            fresh && candidate.density.is_some()
        }
        "h" => hundredths(number).is_some(),
        _ => false,
    }
}

/// A number such as `640` or `1.5`, times a hundred.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut sum: u32 = 0;
    let digits = whole
        .bytes()
        .chain(fraction.bytes().chain([b'0', b'0']).take(2));
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        sum = sum.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?;
    }
    (!whole.is_empty() || !fraction.is_empty()).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(srcset: &str, wanted: &[(&str, Option<u32>, Option<u32>)]) {
        let found: Vec<_> = parse(srcset)
            .iter()
            .map(|found| (found.address, found.width, found.density))
            .collect();
        assert_eq!(found, wanted, "{srcset:?}");
    }

    #[test]
    fn widths_and_densities_are_read() {
        reads(
            "a.jpg 480w, b.jpg 960w",
            &[("a.jpg", Some(480), None), ("b.jpg", Some(960), None)],
        );
        reads(
            "a.jpg, b.jpg 1.5x",
            &[("a.jpg", None, None), ("b.jpg", None, Some(150))],
        );
        reads("\n a.jpg\t480w 320h\n,", &[("a.jpg", Some(480), None)]);
    }

    #[test]
    fn a_comma_may_be_part_of_an_address() {
        reads(
            "https://c.example/w_400,h_300/a.jpg 400w, https://c.example/w_800,h_600/a.jpg 800w",
            &[
                ("https://c.example/w_400,h_300/a.jpg", Some(400), None),
                ("https://c.example/w_800,h_600/a.jpg", Some(800), None),
            ],
        );
        reads(
            "data:image/png;base64,AAAA 1x",
            &[("data:image/png;base64,AAAA", None, Some(100))],
        );
        reads("a,b,, c 2x", &[("a,b", None, None), ("c", None, Some(200))]);
    }

    #[test]
    fn a_bad_candidate_is_dropped_alone() {
        reads(
            "a 0w, b 1w 2w, c 3q, d -1w, e 5w, f (x, 6w), g 7w",
            &[("e", Some(5), None), ("g", Some(7), None)],
        );
        reads(", ,,", &[]);
        reads("", &[]);
    }
}
