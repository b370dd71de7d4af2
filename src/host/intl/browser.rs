use wasm_bindgen::prelude::*;

use super::{Clock, DateStyle};

#[wasm_bindgen(module = "/src/host/intl.js")]
extern "C" {
    #[wasm_bindgen(js_name = writeDate)]
    fn write_date(milliseconds: f64, wall: bool, style: u8, language: &str) -> String;
    #[wasm_bindgen(js_name = writeNumber)]
    fn write_number(value: f64, language: &str) -> String;
    #[wasm_bindgen(js_name = pluralCategory)]
    fn plural_category(value: f64, language: &str) -> String;
    #[wasm_bindgen(js_name = writeList)]
    fn write_list(count: usize, language: &str) -> String;
}

pub fn date(milliseconds: f64, clock: Clock, style: DateStyle, language: &str) -> String {
    let style = match style {
        DateStyle::Day => 0,
        DateStyle::DayAndTime => 1,
        DateStyle::Time => 2,
    };
    write_date(milliseconds, clock == Clock::Wall, style, language)
}

pub fn number(value: f64, language: &str) -> String {
    write_number(value, language)
}

pub fn plural(value: f64, language: &str) -> String {
    plural_category(value, language)
}

pub fn list(count: usize, language: &str) -> String {
    write_list(count, language)
}
