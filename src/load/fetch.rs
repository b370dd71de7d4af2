//! One article over the network.

use super::source::allow;
use super::{Limits, LoadError, LoadErrorKind};
use crate::browser::http::{self, Answer, Bounds};
use crate::browser::page::Ear;
use crate::host::url;

/// The bytes of an article and the address that answered in the end.
#[derive(Debug)]
pub struct Fetched {
    pub bytes: Vec<u8>,
    pub url: String,
}

/// Starts the request for `address`; the page's early one is taken over, and `ear` hears how it goes.
///
/// It is repeated at most twice, and only where nothing came: on a broken connection before the headers, and on the
/// statuses 408, 429, 502, 503 and 504 (500 once).
pub fn start(address: &str, limits: &Limits, ear: &Ear) {
    let Limits {
        bytes,
        headers,
        idle,
        total,
        slow,
        ..
    } = *limits;
    http::get(
        address,
        Bounds {
            bytes,
            headers,
            idle,
            total,
            slow,
        },
        ear,
    );
}

/// What the code and the number of a request that failed mean.
pub fn failure(code: &str, address: &str, number: usize) -> LoadError {
    let host = url::host(address).unwrap_or(address);
    match code {
        "status" => LoadError::status(number, host),
        _ => LoadError::new(LoadErrorKind::of(code), host, number),
    }
}

/// The article for whose request `ear` heard `arrived`.
/// `base` and `allowed` are those of the page: a redirect may not leave them.
///
/// # Errors
///
/// See [`LoadErrorKind`].
pub fn finish(address: &str, base: &str, allowed: &str) -> Result<Fetched, LoadError> {
    let Answer {
        code,
        number,
        url,
        bytes,
    } = http::answer();
    if !code.is_empty() {
        return Err(failure(&code, address, number));
    }
    if let Some(origin) = url::origin(&url) {
        allow(&origin, base, allowed)?;
    }
    Ok(Fetched { bytes, url })
}
