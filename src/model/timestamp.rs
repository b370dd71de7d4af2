//! Moments as newsrooms write them, read without ever failing an article.

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
        let text = text.trim();
        let (date, rest) = (text.get(..10)?, text.get(10..)?);
        let day = parse_day(date)? * DAY;
        if rest.is_empty() {
            return Some(Self {
                milliseconds: day,
                precision: Precision::Day,
            });
        }
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let zone_at = rest
            .find(['Z', 'z', '+', '-', '\u{2212}'])
            .unwrap_or(rest.len());
        let (time, zone) = rest.split_at_checked(zone_at)?;
        let time = parse_time(time.trim_end())?;
        let offset = match zone {
            "" => {
                return Some(Self {
                    milliseconds: day + time,
                    precision: Precision::WallClock,
                });
            }
            "Z" | "z" => 0.0,
            zone => parse_offset(zone)?,
        };
        Some(Self {
            milliseconds: day + time - offset,
            precision: Precision::Instant,
        })
    }

    /// A point in time, in milliseconds since 1970-01-01T00:00Z.
    ///
    /// Numbers outside the years 1 to 9999 give `None`.
    pub fn from_milliseconds(milliseconds: f64) -> Option<Self> {
        let fits = (FIRST..LAST).contains(&milliseconds);
        fits.then_some(Self {
            milliseconds,
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
        let days = (self.milliseconds / DAY).floor();
        let (year, month, day) = civil_from_days(days as i64);
        let date = format!("{year:04}-{month:02}-{day:02}");
        let seconds = ((self.milliseconds - days * DAY) / 1000.0).floor() as u32;
        let time = || {
            format!(
                "T{:02}:{:02}:{:02}",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60
            )
        };
        match self.precision {
            Precision::Day => date,
            Precision::WallClock => date + &time(),
            Precision::Instant => date + &time() + "Z",
        }
    }
}

const DAY: f64 = 86_400_000.0;
/// 0001-01-01 and 10000-01-01.
const FIRST: f64 = -719_162.0 * DAY;
const LAST: f64 = 2_932_897.0 * DAY;

fn digits(text: &str, count: usize) -> Option<f64> {
    let all = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| {
        text.bytes()
            .fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit - b'0'))
    })
}

/// Days since 1970-01-01 of `2024-08-21`.
fn parse_day(date: &str) -> Option<f64> {
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4)? as i64;
    let month = digits(parts.next()?, 2)? as i64;
    let day = digits(parts.next()?, 2)? as i64;
    if parts.next().is_some() || year == 0 || !(1..=12).contains(&month) || day < 1 {
        return None;
    }
    let days = days_from_civil(year, month, day);
    // A day beyond the end of its month would come back as one of the next.
    (civil_from_days(days) == (year, month, day)).then_some(days as f64)
}

/// Milliseconds since midnight of `18:31`, `18:31:11` or `18:31:11.123456`.
fn parse_time(time: &str) -> Option<f64> {
    let mut parts = time.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let seconds = parts.next().unwrap_or("00");
    let (whole, fraction) = seconds.split_once(['.', ',']).unwrap_or((seconds, "0"));
    let second = digits(whole, 2)?;
    let scale = fraction.bytes().fold(1.0, |scale, _| scale * 10.0);
    let fraction = digits(fraction, fraction.len().clamp(1, 9))? / scale;
    let fits = parts.next().is_none() && hour < 24.0 && minute < 60.0 && second <= 60.0;
    fits.then_some(((hour * 60.0 + minute) * 60.0 + second) * 1000.0 + (fraction * 1000.0).floor())
}

/// Milliseconds east of UTC of `+02:00`, `+0200` or `-05`.
fn parse_offset(zone: &str) -> Option<f64> {
    let sign = if zone.starts_with('+') { 1.0 } else { -1.0 };
    let zone = zone
        .trim_start_matches(['+', '-', '\u{2212}'])
        .replace(':', "");
    let hours = digits(zone.get(..2)?, 2)?;
    let minutes = match zone.get(2..)? {
        "" => 0.0,
        minutes => digits(minutes, 2)?,
    };
    (hours <= 18.0 && minutes < 60.0).then_some(sign * (hours * 60.0 + minutes) * 60_000.0)
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
    fn every_day_survives_the_way_there_and_back() {
        for days in (-719_162..2_932_897).step_by(97) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
    }
}
