//! How long and how much: the page may change each in
//! `<meta name="article-viewer-limits" content="bytes=1000000 headers=5000">`.

/// Limits on one article; times in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest body.
    pub bytes: usize,
    /// From the request to the headers.
    pub headers: u32,
    /// Between two chunks.
    pub idle: u32,
    /// In all, repetitions included.
    pub total: u32,
    /// After this the reader is told that it takes long.
    pub slow: u32,
    /// So many blocks are shown at once.
    pub blocks: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            headers: 10_000,
            idle: 10_000,
            total: 30_000,
            slow: 5_000,
            blocks: 20_000,
        }
    }
}

impl Limits {
    /// Reads `name=number` pairs between spaces or commas; unknown names and odd numbers are passed over.
    pub fn parse(text: &str) -> Self {
        let mut limits = Self::default();
        for pair in text.split(&[' ', ',', '\n', '\t'][..]) {
            let Some((name, number)) = pair.split_once('=') else {
                continue;
            };
            let Ok(number) = number.parse::<u32>() else {
                continue;
            };
            match name {
                "bytes" => limits.bytes = number as usize,
                "headers" => limits.headers = number,
                "idle" => limits.idle = number,
                "total" => limits.total = number,
                "slow" => limits.slow = number,
                "blocks" => limits.blocks = (number as usize).max(1),
                _ => {}
            }
        }
        limits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_change_some_limits() {
        let limits = Limits::parse("bytes=1000 idle=200, total=x colour=1");
        assert_eq!(
            limits,
            Limits {
                bytes: 1000,
                idle: 200,
                ..Limits::default()
            }
        );
    }
}
