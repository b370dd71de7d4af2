use time::OffsetDateTime;

use super::{Clock, DateStyle};

pub fn date(milliseconds: f64, clock: Clock, style: DateStyle, _language: &str) -> String {
    let Ok(moment) = OffsetDateTime::from_unix_timestamp((milliseconds / 1000.0).floor() as i64)
    else {
        return String::new();
    };
    let day = format!("{} {} {}", moment.day(), moment.month(), moment.year());
    let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
    match (style, clock) {
        (DateStyle::Day, _) => day,
        (DateStyle::Time, _) => time,
        (DateStyle::DayAndTime, Clock::Wall) => format!("{day} at {time}"),
        (DateStyle::DayAndTime, Clock::Reader) => format!("{day} at {time} UTC"),
    }
}

pub fn number(value: f64, _language: &str) -> String {
    let rounded = (value * 1000.0).round() / 1000.0;
    let text = rounded.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if rounded < 0.0 { "-" } else { "" };
    match fraction {
        "" => format!("{sign}{grouped}"),
        fraction => format!("{sign}{grouped}.{fraction}"),
    }
}

pub fn plural(value: f64, _language: &str) -> String {
    if value == 1.0 {
        "one".into()
    } else {
        "other".into()
    }
}

pub fn list(count: usize, _language: &str) -> String {
    match count {
        0 => String::new(),
        1 => "\u{1}".into(),
        count => format!("{} and \u{1}", vec!["\u{1}"; count - 1].join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_without_time_shows_no_time() {
        assert_eq!(
            date(1_724_198_400_000.0, Clock::Wall, DateStyle::Day, "en"),
            "21 August 2024"
        );
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(1_234_567.5, "en"), "1,234,567.5");
        assert_eq!(number(-12.0, "en"), "-12");
    }

    #[test]
    fn three_names_have_a_comma_and_an_and() {
        assert_eq!(list(3, "en"), "\u{1}, \u{1} and \u{1}");
    }
}
