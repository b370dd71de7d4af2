//! Compressed copies beside the files, for hosts that send them as they are.

use crate::files::{self, Done};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

/// Pictures, audio and fonts are compressed already.
const TEXTS: [&str; 11] = [
    "css", "html", "js", "json", "map", "md", "mjs", "svg", "txt", "wasm", "xml",
];

/// Writes `.br` and `.gz` beside every text and wasm file in the folder and below.
pub fn folder(folder: &Path) -> Done {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    let queue = Mutex::new(found);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| -> Result<(), String> {
                    loop {
                        let next = queue.lock().map_err(|error| error.to_string())?.pop();
                        let Some(path) = next else { return Ok(()) };
                        file(&path).map_err(|error| error.to_string())?;
                    }
                })
            })
            .collect();
        running.into_iter().try_for_each(|worker| {
            worker
                .join()
                .map_err(|_| "a file could not be compressed".to_owned())?
        })
    })?;
    Ok(())
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Done {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            collect(&path, found)?;
        } else if extension.is_some_and(|extension| TEXTS.contains(&extension)) {
            found.push(path);
        }
    }
    Ok(())
}

pub fn file(path: &Path) -> Done {
    let content = files::bytes(path)?;
    files::write(&beside(path, "br"), brotli(&content)?)?;
    files::write(&beside(path, "gz"), gzip(&content)?)
}

/// `page.html` and `br` give `page.html.br`.
pub fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn brotli(content: &[u8]) -> Done<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &params)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Done<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn texts_get_copies_and_pictures_do_not() {
        let root = std::env::temp_dir().join(format!("finish-compress-{}", std::process::id()));
        fs::create_dir_all(root.join("below")).unwrap();
        let text = "one two three ".repeat(100);
        for name in ["a.json", "below/b.svg", "c.webp"] {
            fs::write(root.join(name), &text).unwrap();
        }
        let done = folder(&root);
        let exists = |name: &str| root.join(name).exists();
        let seen = ["a.json.br", "below/b.svg.gz", "c.webp.br"].map(exists);
        let (brotli, gzip) = (
            fs::read(root.join("a.json.br")),
            fs::read(root.join("a.json.gz")),
        );
        fs::remove_dir_all(&root).unwrap();
        done.unwrap();
        assert_eq!(seen, [true, true, false]);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &brotli.unwrap()[..], &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&gzip.unwrap()[..])
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }
}
