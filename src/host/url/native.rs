use url::Url;

pub fn resolve(input: &str, base: Option<&str>) -> Option<String> {
    let parsed = match base {
        Some(base) => Url::parse(base).ok()?.join(input),
        None => Url::parse(input),
    };
    parsed.ok().map(String::from)
}
