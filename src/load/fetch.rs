//! One article over the network: in time, within bounds, and tried again where that can help.

use std::cell::Cell;
use std::rc::Rc;

use super::source::allow;
use super::{Limits, LoadError};
use crate::browser::http::{self, Abort, Response};
use crate::browser::page::Early;
use crate::browser::{clock, page};
use crate::host::url;

/// The bytes of an article and the address that answered in the end.
#[derive(Debug)]
pub struct Fetched {
    pub bytes: Vec<u8>,
    pub url: String,
}

/// What a request may do, beside its address.
pub struct Terms<'a> {
    pub limits: &'a Limits,
    /// The page's own address, and the other origins it allows: a redirect may not leave them.
    pub base: &'a str,
    pub allowed: &'a str,
}

/// Waits before the first and the second repetition, in milliseconds; chance takes a part off.
const PAUSES: [f64; 2] = [500.0, 1_500.0];
/// A site may ask for a longer pause, up to this many seconds; beyond it we give up at once.
const LONGEST_PAUSE: u32 = 10;

/// Fetches `address`.
///
/// An `early` request for the same address is taken over.
/// Repeated at most twice, and only where nothing came: on a broken connection before the headers, and on the statuses
/// 408, 429, 502, 503 and 504 (500 once).
///
/// # Errors
///
/// See [`LoadError`]. When `abort` is used, the answer is [`LoadError::Cancelled`].
pub async fn fetch(
    address: &str,
    early: Option<Early>,
    abort: &Abort,
    terms: &Terms<'_>,
) -> Result<Fetched, LoadError> {
    let host = url::host(address).unwrap_or_default().to_owned();
    let watch = Watch {
        abort: abort.clone(),
        expired: Rc::default(),
    };
    let _total = watch.start(terms.limits.total, Expired::Total);
    let mut early = early.filter(|early| early.url == address);
    let mut attempt = 0;
    loop {
        let answer = {
            let _headers = watch.start(terms.limits.headers, Expired::Headers);
            match early.take() {
                Some(early) => http::take_over(early, abort).await,
                None => http::get(address, abort).await,
            }
        };
        let error = match answer {
            Ok(response) if response.status() == 200 || response.status() == 203 => {
                return read(response, &host, &watch, terms).await;
            }
            Ok(response) => {
                let status = response.status();
                let error = LoadError::Status {
                    status,
                    host: host.clone(),
                };
                match pause(attempt, status, response.header("retry-after")) {
                    Some(milliseconds) => {
                        clock::sleep(milliseconds).await;
                        error
                    }
                    None => return Err(error),
                }
            }
            Err(_) => {
                if let Some(error) = watch.reason(&host, terms.limits, 0) {
                    return Err(error);
                }
                if !page::is_online() {
                    return Err(LoadError::Offline);
                }
                let error = LoadError::Unreachable { host: host.clone() };
                match PAUSES.get(attempt) {
                    Some(longest) => clock::sleep((longest * clock::chance()) as u32).await,
                    None => return Err(error),
                }
                error
            }
        };
        // The time may have run out, or the reader gone on, during the pause.
        if let Some(reason) = watch.reason(&host, terms.limits, 0) {
            return Err(match reason {
                LoadError::TooSlow { .. } => error,
                reason => reason,
            });
        }
        attempt += 1;
    }
}

/// How long to wait before another try, or `None` to give up.
fn pause(attempt: usize, status: u16, retry_after: Option<String>) -> Option<u32> {
    let longest = PAUSES.get(attempt)?;
    let again = match status {
        408 | 429 | 502 | 503 | 504 => true,
        500 => attempt == 0,
        _ => false,
    };
    if !again {
        return None;
    }
    match retry_after {
        None => Some((longest * clock::chance()) as u32),
        Some(asked) => {
            // A date in its place is hours away as a rule.
            let seconds: u32 = asked.trim().parse().ok()?;
            (seconds <= LONGEST_PAUSE).then_some(seconds * 1000)
        }
    }
}

async fn read(
    response: Response,
    host: &str,
    watch: &Watch,
    terms: &Terms<'_>,
) -> Result<Fetched, LoadError> {
    let url = response.url();
    // A redirect may have led to a site that the page does not allow.
    if let Some(origin) = url::origin(&url) {
        allow(&origin, terms.base, terms.allowed)?;
    }
    let limit = terms.limits.bytes;
    let mut bytes = Vec::new();
    if let Some(body) = response.body() {
        loop {
            let idle = watch.start(terms.limits.idle, Expired::Idle);
            let step = body.read(&mut bytes).await;
            drop(idle);
            match step {
                Ok(true) if bytes.len() > limit => {
                    watch.abort.abort();
                    return Err(LoadError::TooLarge { limit });
                }
                Ok(true) => {}
                Ok(false) => break,
                Err(_) => {
                    let broken = LoadError::BrokenOff {
                        host: host.to_owned(),
                        bytes: bytes.len(),
                    };
                    return Err(watch
                        .reason(host, terms.limits, bytes.len())
                        .unwrap_or(broken));
                }
            }
        }
    }
    Ok(Fetched { bytes, url })
}

/// Which timer ended a request.
#[derive(Clone, Copy)]
enum Expired {
    Headers,
    Idle,
    Total,
}

/// Ends a request when its time is over, and remembers why.
struct Watch {
    abort: Abort,
    expired: Rc<Cell<Option<Expired>>>,
}

impl Watch {
    fn start(&self, milliseconds: u32, why: Expired) -> clock::Timer {
        let (abort, expired) = (self.abort.clone(), self.expired.clone());
        clock::after(milliseconds, move || {
            expired.set(Some(why));
            abort.abort();
        })
    }

    /// Why a request was ended from here, or by the reader; `None` if it broke by itself.
    fn reason(&self, host: &str, limits: &Limits, bytes: usize) -> Option<LoadError> {
        let host = host.to_owned();
        match self.expired.get() {
            Some(Expired::Headers) => Some(LoadError::NoAnswer {
                host,
                milliseconds: limits.headers,
            }),
            Some(Expired::Idle) => Some(LoadError::Stalled {
                host,
                milliseconds: limits.idle,
                bytes,
            }),
            Some(Expired::Total) => Some(LoadError::TooSlow {
                milliseconds: limits.total,
            }),
            None => self.abort.is_aborted().then_some(LoadError::Cancelled),
        }
    }
}
