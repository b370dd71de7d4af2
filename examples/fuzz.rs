//! Goes on damaging documents until something must not be: `MINUTES=10 make fuzz`.
//!
//! The same mutations and the same properties as in `tests/robustness.rs`, without end and on every core. A document that
//! shows something new, another note or two parts of an article that were not seen together before, is damaged further;
//! such documents are kept in `fuzz/corpus` for the next run. One with a fault is made as small as it can be, written to
//! `fuzz/found`, and ends the search. Decision 0012 says why it is done so.

#[path = "../tests/mutations/mutations.rs"]
mod mutations;
#[path = "../tests/properties/properties.rs"]
mod properties;
#[path = "../tests/specimen/specimen.rs"]
mod specimen;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{env, fs, process, thread};

use article_viewer::decode::formats::FORMATS;
use article_viewer::json::{self, Json};
use mutations::{Chance, Corpus, count, nth, write};
use properties::{Outcome, Viewer, examine};

/// No honest document takes a tenth of it.
const SLOW: Duration = Duration::from_secs(10);

/// Documents that led to something new are kept up to this size and number.
const LONGEST_KEPT: usize = 32_000;
const MOST_KEPT: usize = 4000;

type Case = (Vec<u8>, Option<&'static str>);

struct Search {
    corpus: Mutex<Corpus>,
    seen: Mutex<HashSet<u64>>,
    /// What each worker is at, and since when.
    at: Vec<Mutex<(Instant, Case)>>,
    cases: AtomicU64,
    over: AtomicBool,
    found: Mutex<Option<(Case, String)>>,
}

fn main() {
    let minutes = number("MINUTES").unwrap_or(10);
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let seed = number("SEED").unwrap_or_else(|| since_1970.map_or(1, |since| since.as_secs()));
    let workers = number("WORKERS").map_or_else(
        || thread::available_parallelism().map_or(1, usize::from),
        |workers| workers as usize,
    );
    let mut sources = specimen::sources();
    sources.extend(kept());
    println!(
        "{minutes} minutes, {workers} workers, SEED={seed}, {} documents",
        sources.len()
    );
    // Panics are caught, and told once, with what led to them.
    std::panic::set_hook(Box::new(|_| {}));
    let idle = || Mutex::new((Instant::now(), (Vec::new(), None)));
    let search = Search {
        corpus: Mutex::new(Corpus::new(sources)),
        seen: Mutex::default(),
        at: (0..workers).map(|_| idle()).collect(),
        cases: AtomicU64::new(0),
        over: AtomicBool::new(false),
        found: Mutex::new(None),
    };
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    thread::scope(|scope| {
        for worker in 0..workers {
            let search = &search;
            scope.spawn(move || work(search, worker, seed));
        }
        watch(&search, end);
    });
    let cases = search.cases.load(Ordering::Relaxed);
    let seen = lock(&search.seen).len();
    println!("{cases} cases, {seen} kinds of outcome");
    let found = lock(&search.found).take();
    if let Some(((source, format), fault)) = found {
        println!("made smaller from {} bytes", source.len());
        let path = keep("found", &smallest(source, format, &fault));
        println!("{fault}\nformat {format:?}, in {}", path.display());
        process::exit(1);
    }
    println!("no fault found");
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().expect("nothing panics while it is held")
}

/// Says how far it is, ends the search in time, and ends it at once where a document takes too long.
fn watch(search: &Search, end: Instant) {
    let start = Instant::now();
    let mut told = start;
    while !search.over.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(200));
        for at in &search.at {
            let (since, (source, format)) = &*lock(at);
            if since.elapsed() > SLOW {
                let path = keep("found", source);
                println!(
                    "slow: over {SLOW:?}, format {format:?}, in {}",
                    path.display()
                );
                process::exit(1);
            }
        }
        if told.elapsed() > Duration::from_secs(60) {
            told = Instant::now();
            let cases = search.cases.load(Ordering::Relaxed);
            let (seen, kept) = (lock(&search.seen).len(), lock(&search.corpus).sources.len());
            println!(
                "{} s: {cases} cases, {seen} kinds of outcome, {kept} documents",
                start.elapsed().as_secs()
            );
        }
        if Instant::now() > end {
            search.over.store(true, Ordering::Relaxed);
        }
    }
}

fn work(search: &Search, worker: usize, seed: u64) {
    let mut chance = Chance::new(seed, worker as u64);
    while !search.over.load(Ordering::Relaxed) {
        let source = lock(&search.corpus).mutate(&mut chance);
        let named = chance.once_in(10);
        let format = FORMATS[chance.below(FORMATS.len())].name;
        let format = named.then_some(format);
        *lock(&search.at[worker]) = (Instant::now(), (source.clone(), format));
        let viewer = if chance.once_in(4) {
            Viewer::REAL
        } else {
            Viewer::BLIND
        };
        let outcome = examine(&source, format, &viewer);
        search.cases.fetch_add(1, Ordering::Relaxed);
        if let Some(fault) = outcome.faults.first() {
            lock(&search.found).get_or_insert(((source, format), fault.clone()));
            search.over.store(true, Ordering::Relaxed);
        } else if is_new(search, &outcome) && source.len() <= LONGEST_KEPT {
            let mut corpus = lock(&search.corpus);
            if corpus.sources.len() < MOST_KEPT {
                keep("corpus", &source);
                corpus.add(source);
            }
        }
        lock(&search.at[worker]).0 = Instant::now() + Duration::from_secs(3600);
    }
}

/// Whether a format, its notes, or two parts of an article together have not been seen before.
fn is_new(search: &Search, outcome: &Outcome) -> bool {
    let mut seen = lock(&search.seen);
    let mut new = seen.insert(hash(&(&outcome.format, &outcome.notes)));
    for one in &outcome.features {
        for other in &outcome.features {
            new |= one < other && seen.insert(hash(&(&outcome.format, one, other)));
        }
    }
    new
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz")
        .join(name)
}

/// Writes a document to a folder of the search, under a name that follows from it.
fn keep(name: &str, source: &[u8]) -> PathBuf {
    let path = folder(name).join(format!("{:016x}.json", hash(&source)));
    let written = fs::create_dir_all(folder(name)).and_then(|()| fs::write(&path, source));
    written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}

/// What earlier runs have kept.
fn kept() -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder("corpus")).into_iter().flatten();
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect()
}

/// Takes away from a document whatever the same kind of fault does not need.
fn smallest(source: Vec<u8>, format: Option<&str>, fault: &str) -> Vec<u8> {
    let kind = |fault: &str| fault.split([' ', '"']).next().map(str::to_owned);
    let fails = |source: &[u8]| {
        let faults = examine(source, format, &Viewer::REAL).faults;
        faults.iter().any(|found| kind(found) == kind(fault))
    };
    let end = Instant::now() + Duration::from_secs(60);
    let mut best = source;
    if let Ok(parsed) = json::parse(&String::from_utf8_lossy(&best))
        && fails(write(&parsed.value).as_bytes())
    {
        best = write(&smaller_value(parsed.value, &fails, end)).into_bytes();
    }
    let mut step = best.len() / 2;
    while step > 0 && best.len() < 20_000 && Instant::now() < end {
        let mut at = 0;
        while at < best.len() && Instant::now() < end {
            let mut without = best.clone();
            without.drain(at..(at + step).min(best.len()));
            if fails(&without) {
                best = without;
            } else {
                at += step;
            }
        }
        step /= 2;
    }
    best
}

/// Empties and drops values, from the outside in, as long as the fault stays.
fn smaller_value(mut value: Json, fails: &dyn Fn(&[u8]) -> bool, end: Instant) -> Json {
    let mut place = 0;
    while place < count(&value) && Instant::now() < end {
        let try_with = |change: &dyn Fn(&mut Json)| {
            let mut changed = value.clone();
            nth(&mut changed, &mut { place }).map(change);
            let differs = changed != value;
            (differs && fails(write(&changed).as_bytes())).then_some(changed)
        };
        let halves: [&dyn Fn(&mut Json); 4] = [
            &|value| *value = Json::Null,
            &|value| without_half(value, true),
            &|value| without_half(value, false),
            &|value| without_one(value),
        ];
        match halves.into_iter().find_map(try_with) {
            Some(changed) => value = changed,
            None => place += 1,
        }
    }
    value
}

fn without_half(value: &mut Json, first: bool) {
    fn cut<T>(items: &mut Vec<T>, first: bool) {
        let half = items.len() / 2;
        match first {
            true => drop(items.drain(..half)),
            false => items.truncate(half.max(1)),
        }
    }
    match value {
        Json::List(items) => cut(items, first),
        Json::Object(members) => cut(members, first),
        _ => {}
    }
}

fn without_one(value: &mut Json) {
    match value {
        Json::List(items) => drop(items.pop()),
        Json::Object(members) => {
            // Nothing is nothing, whatever it is called.
            members.retain(|(_, value)| *value != Json::Null);
        }
        _ => {}
    }
}
