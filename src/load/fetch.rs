//! One article over the network: in time, within bounds, and tried again where that can help.

use std::cell::Cell;
use std::rc::Rc;

use super::source::allow;
use super::{Limits, LoadError, LoadErrorKind as Kind};
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
const PAUSES: [u32; 2] = [500, 1_500];
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
/// See [`LoadErrorKind`](super::LoadErrorKind). When `abort` is used, the answer is `Cancelled`.
pub async fn fetch(
    address: &str,
    early: Option<Early>,
    abort: &Abort,
    terms: &Terms<'_>,
) -> Result<Fetched, LoadError> {
    let watch = Watch {
        host: url::host(address).unwrap_or_default().to_owned(),
        abort: abort.clone(),
        ended: Rc::default(),
    };
    let _total = watch.start(Kind::TooSlow, terms.limits.total);
    let mut early = early.filter(|early| early.url == address);
    let mut attempt = 0;
    loop {
        let headers = watch.start(Kind::NoAnswer, terms.limits.headers);
        let answer = http::get(address, early.take(), abort).await;
        drop(headers);
        let (error, pause) = match answer {
            Ok(response) if matches!(response.status(), 200 | 203) => {
                return read(response, &watch, terms).await;
            }
            Ok(response) => {
                let status = response.status();
                let pause = pause(attempt, status, response.header("retry-after"));
                (LoadError::status(status, &watch.host), pause)
            }
            Err(http::Broken) => {
                let kind = if page::is_online() {
                    Kind::Unreachable
                } else {
                    Kind::Offline
                };
                let pause = if kind == Kind::Offline {
                    None
                } else {
                    spread(attempt)
                };
                (watch.reason(kind, 0), pause)
            }
        };
        match pause {
            Some(milliseconds) if !abort.is_aborted() => clock::sleep(milliseconds).await,
            _ => return Err(error),
        }
        // The time may have run out, or the reader gone on, during the pause.
        if abort.is_aborted() {
            return Err(watch.reason(Kind::Cancelled, 0));
        }
        attempt += 1;
    }
}

/// How long to wait before another try, or `None` to give up.
fn pause(attempt: usize, status: u16, retry_after: Option<String>) -> Option<u32> {
    let again = matches!(status, 408 | 429 | 502 | 503 | 504) || (status == 500 && attempt == 0);
    let spread = spread(attempt).filter(|_| again)?;
    let Some(asked) = retry_after else {
        return Some(spread);
    };
    // A date in its place is hours away as a rule.
    let seconds: u32 = asked.trim().parse().ok()?;
    (seconds <= LONGEST_PAUSE).then_some(seconds * 1000)
}

/// Readers who failed together should not come back together.
fn spread(attempt: usize) -> Option<u32> {
    PAUSES
        .get(attempt)
        .map(|longest| (f64::from(*longest) * clock::chance()) as u32)
}

async fn read(response: Response, watch: &Watch, terms: &Terms<'_>) -> Result<Fetched, LoadError> {
    let url = response.url();
    // A redirect may have led to a site that the page does not allow.
    if let Some(origin) = url::origin(&url) {
        allow(&origin, terms.base, terms.allowed)?;
    }
    let limit = terms.limits.bytes;
    let mut bytes = Vec::new();
    if let Some(body) = response.body() {
        loop {
            let idle = watch.start(Kind::Stalled, terms.limits.idle);
            let step = body.read(&mut bytes).await;
            drop(idle);
            match step {
                Ok(true) if bytes.len() > limit => {
                    watch.abort.abort();
                    return Err(LoadError::new(Kind::TooLarge, "", limit));
                }
                Ok(true) => {}
                Ok(false) => break,
                Err(http::Broken) => return Err(watch.reason(Kind::BrokenOff, bytes.len())),
            }
        }
    }
    Ok(Fetched { bytes, url })
}

/// Ends a request when its time is over, and remembers why.
struct Watch {
    host: String,
    abort: Abort,
    ended: Rc<Cell<Option<(Kind, u32)>>>,
}

impl Watch {
    #[inline(never)]
    fn start(&self, why: Kind, milliseconds: u32) -> clock::Timer {
        let (abort, ended) = (self.abort.clone(), self.ended.clone());
        clock::after(milliseconds, move || {
            ended.set(Some((why, milliseconds)));
            abort.abort();
        })
    }

    /// Why a request ended: a timer of ours, the reader, or `otherwise`.
    #[inline(never)]
    fn reason(&self, otherwise: Kind, number: usize) -> LoadError {
        let (kind, number) = match self.ended.get() {
            Some((kind, milliseconds)) => (kind, milliseconds as usize),
            None if self.abort.is_aborted() => (Kind::Cancelled, 0),
            None => (otherwise, number),
        };
        LoadError::new(kind, &self.host, number)
    }
}
