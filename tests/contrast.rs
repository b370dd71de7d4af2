//! The contrast that every theme promises: WCAG 2.2 AA, 4.5 to 1 for text.
//!
//! Reads `style/themes.css` as it is written: blocks of custom properties with hexadecimal colours, alone or in pairs for
//! light and dark, and one rule that holds a section's colour between two bounds of lightness.

use std::collections::BTreeMap;
use std::fs;

type Theme = BTreeMap<String, String>;

fn sheet() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/style/themes.css");
    fs::read_to_string(path).expect("style/themes.css")
}

/// The themes by the word that selects them; the base is `auto`, what the system asks for is `more`.
fn themes() -> BTreeMap<String, Theme> {
    let sheet = sheet();
    let mut themes: BTreeMap<String, Theme> = BTreeMap::new();
    let mut selector = String::new();
    for line in sheet.lines().map(str::trim) {
        if let Some(head) = line.strip_suffix('{') {
            selector = head.to_owned();
        } else if let Some((name, value)) = line.split_once(": ")
            && name.starts_with("--av-")
        {
            let word = match selector.split("data-theme=\"").nth(1) {
                Some(rest) => rest.split('"').next().unwrap_or_default(),
                None if selector.contains("not([data-theme]") => "more",
                None => "auto",
            };
            let value = value.trim_end_matches(';').to_owned();
            themes
                .entry(word.to_owned())
                .or_default()
                .insert(name.to_owned(), value);
        }
    }
    let base = themes["auto"].clone();
    for theme in themes.values_mut() {
        for (name, value) in &base {
            theme.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    themes
}

/// The colour of a token, dark or light.
fn color(theme: &Theme, name: &str, dark: bool) -> [f64; 3] {
    let value = theme.get(name).unwrap_or_else(|| panic!("no {name}"));
    if let Some(other) = value
        .strip_prefix("var(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return color(theme, other, dark);
    }
    let hex = match value
        .strip_prefix("light-dark(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(pair) => pair
            .split(", ")
            .nth(usize::from(dark))
            .expect("two colours"),
        None => value,
    };
    from_hex(hex)
}

fn from_hex(hex: &str) -> [f64; 3] {
    let digits = hex.trim_start_matches('#');
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let channel = |at: usize| {
        f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap_or_else(|_| panic!("{hex}")))
            / 255.0
    };
    [channel(0), channel(2), channel(4)]
}

fn linear(channel: f64) -> f64 {
    if channel <= 0.04045 {
        channel / 12.92
    } else {
        ((channel + 0.055) / 1.055).powf(2.4)
    }
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_can_be_read_in_every_theme() {
    let themes = themes();
    for wanted in ["auto", "sepia", "contrast", "more"] {
        assert!(
            themes.contains_key(wanted),
            "no theme {wanted}: {:?}",
            themes.keys()
        );
    }
    for (name, theme) in &themes {
        for dark in [false, true] {
            for text in ["--av-ink", "--av-quiet"] {
                for ground in ["--av-paper", "--av-tint"] {
                    let ratio = contrast(color(theme, text, dark), color(theme, ground, dark));
                    assert!(
                        ratio >= 4.5,
                        "{name}, dark {dark}: {text} on {ground} has {ratio:.2}"
                    );
                }
            }
        }
    }
}

/// OKLab's lightness, chroma and hue of a colour; and back, clipped to what a screen shows.
fn to_oklch(rgb: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = rgb.map(linear);
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
    let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    [lightness, a.hypot(b), b.atan2(a)]
}

fn from_oklch([lightness, chroma, hue]: [f64; 3]) -> [f64; 3] {
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
    .map(|channel| {
        let channel = channel.clamp(0.0, 1.0);
        if channel <= 0.003_130_8 {
            channel * 12.92
        } else {
            1.055 * channel.powf(1.0 / 2.4) - 0.055
        }
    })
}

/// The bounds in `oklch(from var(--av-brand) min(l, 0.45) min(c, 0.19) h)`: lightness, chroma.
fn bounds(sheet: &str, lightness: &str) -> (f64, f64) {
    let rule = sheet
        .split(&format!("var(--av-brand) {lightness}(l, "))
        .nth(1)
        .expect("the rule for accents");
    let number = |text: &str| {
        text.split(')')
            .next()
            .and_then(|text| text.trim().parse().ok())
            .expect("a number")
    };
    (
        number(rule),
        number(rule.split("min(c, ").nth(1).expect("a bound of chroma")),
    )
}

#[test]
fn a_section_of_any_colour_can_be_read() {
    let sheet = sheet();
    let (darkest, light_chroma) = bounds(&sheet, "min");
    let (lightest, dark_chroma) = bounds(&sheet, "max");
    let themes = themes();
    let steps = [0_u8, 64, 128, 192, 255];
    for (name, theme) in themes
        .iter()
        .filter(|(name, _)| ["auto", "sepia"].contains(&name.as_str()))
    {
        for index in 0..steps.len().pow(3) {
            let [r, g, b] = [index / 25, index / 5 % 5, index % 5].map(|step| steps[step]);
            let [l, c, h] = to_oklch([r, g, b].map(|channel| f64::from(channel) / 255.0));
            for dark in [false, true] {
                // Sepia is a light theme whatever the system asks for.
                if dark && name == "sepia" {
                    continue;
                }
                let accent = match dark {
                    false => from_oklch([l.min(darkest), c.min(light_chroma), h]),
                    true => from_oklch([l.max(lightest), c.min(dark_chroma), h]),
                };
                for ground in ["--av-paper", "--av-tint"] {
                    let ratio = contrast(accent, color(theme, ground, dark));
                    assert!(
                        ratio >= 4.5,
                        "{name}, dark {dark}: #{r:02x}{g:02x}{b:02x} on {ground} has {ratio:.2}"
                    );
                }
            }
        }
    }
}
