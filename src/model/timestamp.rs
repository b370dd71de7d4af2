//! Moments as newsrooms write them, read without ever failing an article.

use crate::host::text::digits;

/// A date, or a date with a time, that keeps what its writer knew.
#[derive(Clone, Debug, PartialEq)]
pub struct Timestamp {
    /// Milliseconds since 1970-01-01T00:00, of UTC for an instant, of the wall clock otherwise.
    milliseconds: f64,
    precision: Precision,
}

/// What is known about a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// `2024-08-21`: no time, so none is ever shown, and no zone moves it across midnight.
    Day,
    /// `2016-11-25T18:31:11`: a time on a clock somewhere; shown as it stands.
    WallClock,
    /// `2024-08-21T17:05:00Z`: a point in time, shown on the reader's own clock.
    Instant,
}

impl Timestamp {
    /// Reads the ISO 8601 shapes in use: a date alone; date and time with `T` or a space, with or without seconds and
    /// fractions; `Z`, `+02:00`, `+0200` or no zone.
    ///
    /// Anything else, and any impossible date, gives `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Digits(text.trim().as_bytes());
        let year = rest.number(4)?;
        let month = rest.after(b"-")?.number(2)?;
        let day = rest.after(b"-")?.number(2)?;
        let days = days_from_civil(year, month, day);
        // A day beyond the end of its month would come back as one of the next.
        if year == 0 || civil_from_days(days) != (year, month, day) {
            return None;
        }
        let new = |milliseconds: i64, precision| {
            let milliseconds = (days * DAY + milliseconds) as f64;
            // In UTC it may be the year before the first, or the one after the last.
            (FIRST..LAST).contains(&milliseconds).then_some(Self {
                milliseconds,
                precision,
            })
        };
        if rest.0.is_empty() {
            return new(0, Precision::Day);
        }
        let hour = rest.after(b"Tt ")?.number(2)?;
        let minute = rest.after(b":")?.number(2)?;
        let second = rest.after(b":").map_or(Some(0), |rest| rest.number(2))?;
        let fraction = rest.after(b".,").map_or(0, Digits::fraction);
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let time = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
        while rest.after(b" ").is_some() {}
        let sign = match rest.0.first() {
            None => return new(time, Precision::WallClock),
            Some(b'+') => 1,
            Some(b'-') => -1,
            Some(b'Z' | b'z') if rest.0.len() == 1 => return new(time, Precision::Instant),
            Some(_) => return None,
        };
        let hours = rest.after(b"+-")?.number(2)?;
        rest.after(b":");
        let minutes = if rest.0.is_empty() {
            0
        } else {
            rest.number(2)?
        };
        let offset = sign * (hours * 60 + minutes) * 60_000;
        (hours <= 18 && minutes < 60 && rest.0.is_empty())
            .then(|| new(time - offset, Precision::Instant))?
    }

    /// A point in time, in milliseconds since 1970-01-01T00:00Z.
    ///
    /// Numbers outside the years 1 to 9999 give `None`.
    pub fn from_milliseconds(milliseconds: f64) -> Option<Self> {
        let fits = (FIRST..LAST).contains(&milliseconds);
        fits.then_some(Self {
            milliseconds: milliseconds.floor(),
            precision: Precision::Instant,
        })
    }

    /// The same digits read as UTC: for fields whose name promises it.
    pub fn as_utc(self) -> Self {
        let precision = match self.precision {
            Precision::WallClock => Precision::Instant,
            other => other,
        };
        Self { precision, ..self }
    }

    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Milliseconds since 1970-01-01T00:00: of UTC for an instant, else of the wall clock.
    pub fn milliseconds(&self) -> f64 {
        self.milliseconds
    }

    /// Whether this is at least a minute after `other`, as far as both are known.
    pub fn is_after(&self, other: &Self) -> bool {
        self.milliseconds - other.milliseconds >= 60_000.0
    }

    /// The value for a `datetime` attribute.
    pub fn machine(&self) -> String {
        let milliseconds = self.milliseconds as i64;
        let (year, month, day) = civil_from_days(milliseconds.div_euclid(DAY));
        let minutes = milliseconds.rem_euclid(DAY) / 60_000;
        let seconds = milliseconds.rem_euclid(60_000) / 1000;
        let mut text = String::new();
        for (before, number, width) in [
            ("", year, 4),
            ("-", month, 2),
            ("-", day, 2),
            ("T", minutes / 60, 2),
            (":", minutes % 60, 2),
            (":", seconds, 2),
        ] {
            if before == "T" && self.precision == Precision::Day {
                return text;
            }
            let digits = digits(number as usize);
            text.push_str(before);
            text.extend(std::iter::repeat_n('0', width - digits.len()));
            text.push_str(&digits);
        }
        if self.precision == Precision::Instant {
            text.push('Z');
        }
        text
    }
}

const DAY: i64 = 86_400_000;
/// 0001-01-01 and 10000-01-01.
const FIRST: f64 = -719_162.0 * DAY as f64;
const LAST: f64 = 2_932_897.0 * DAY as f64;

/// What of a timestamp is still to be read.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    /// So many digits.
    #[inline(never)]
    fn number(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits.iter().try_fold(0, |sum, digit| {
            digit
                .is_ascii_digit()
                .then(|| sum * 10 + i64::from(digit - b'0'))
        })
    }

    /// Steps over one of these characters, if it comes next.
    #[inline(never)]
    fn after(&mut self, one_of: &[u8]) -> Option<&mut Self> {
        let (first, rest) = self.0.split_first()?;
        let found = one_of.contains(first);
        if found {
            self.0 = rest;
        }
        found.then_some(self)
    }

    /// Any digits, as thousandths: a second's fraction.
    fn fraction(&mut self) -> i64 {
        let (mut sum, mut scale) = (0, 100);
        while let Some((digit, rest)) = self.0.split_first()
            && digit.is_ascii_digit()
        {
            sum += i64::from(digit - b'0') * scale;
            scale /= 10;
            self.0 = rest;
        }
        sum
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Counting years from March puts the leap day at the end of a year.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, wanted: &str) {
        let got = Timestamp::parse(text).map(|moment| moment.machine());
        assert_eq!(got.as_deref(), Some(wanted), "{text:?}");
    }

    #[test]
    fn every_shape_in_use_is_read() {
        reads("2024-02-11T08:30:00Z", "2024-02-11T08:30:00Z");
        reads("2024-02-11T08:30:00.123456Z", "2024-02-11T08:30:00Z");
        reads("2024-02-11T08:30:00+02:00", "2024-02-11T06:30:00Z");
        reads("2024-02-11T00:30:00+0100", "2024-02-10T23:30:00Z");
        reads("2024-02-11T20:30:00-05", "2024-02-12T01:30:00Z");
        reads("2016-11-25T18:31:11", "2016-11-25T18:31:11");
        reads("2018-04-05T06:00", "2018-04-05T06:00:00");
        reads("2017-11-03 03:01:00.000000", "2017-11-03T03:01:00");
        reads(" 2018-01-23 ", "2018-01-23");
        reads("2024-02-29", "2024-02-29");
    }

    #[test]
    fn an_impossible_date_is_no_date() {
        for wrong in [
            "",
            "2024",
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-01-01T25:00",
            "yesterday",
            "0000-00-00",
            "2024-02-11T08:30:00+99:00",
            "２０２４-01-01",
            "9999-12-31T23:30-01:00",
            "0001-01-01T00:30+01:00",
        ] {
            assert_eq!(Timestamp::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_field_that_promises_utc_makes_an_instant() {
        let moment = Timestamp::parse("2016-11-25T18:31:11").unwrap().as_utc();
        assert_eq!(moment.machine(), "2016-11-25T18:31:11Z");
        assert_eq!(
            Timestamp::parse("2016-11-25").unwrap().as_utc().machine(),
            "2016-11-25"
        );
    }

    #[test]
    fn moments_outside_four_digit_years_are_refused() {
        assert_eq!(Timestamp::from_milliseconds(f64::NAN), None);
        assert_eq!(Timestamp::from_milliseconds(1e18), None);
        assert_eq!(
            Timestamp::from_milliseconds(0.0).unwrap().machine(),
            "1970-01-01T00:00:00Z"
        );
    }

    #[test]
    fn a_part_of_a_thousandth_is_left_out() {
        let moment = Timestamp::from_milliseconds(1_700_000_000_000.7).unwrap();
        assert_eq!(moment.milliseconds(), 1_700_000_000_000.0);
    }

    #[test]
    fn every_day_survives_the_way_there_and_back() {
        for days in (-719_162..2_932_897).step_by(97) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
    }
}
