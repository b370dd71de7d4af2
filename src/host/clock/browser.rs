pub fn now() -> f64 {
    js_sys::Date::now()
}
