//! Hashes: for names that change with the content, for integrity and for the policy.

use sha2::{Digest, Sha256, Sha384};

/// A file under the name that says its content: `article-viewer-0123456789abcdef.css`.
pub struct Hashed {
    pub name: String,
    /// The name that it had before.
    pub plain: String,
    pub content: Vec<u8>,
}

impl Hashed {
    pub fn new(plain: &str, content: Vec<u8>) -> Hashed {
        let (stem, extension) = plain
            .rsplit_once('.')
            .expect("our own names have an extension");
        let hash: String = Sha256::digest(&content)[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Hashed {
            name: format!("{stem}-{hash}.{extension}"),
            plain: plain.to_owned(),
            content,
        }
    }

    pub fn integrity(&self) -> String {
        format!("sha384-{}", base64(&Sha384::digest(&self.content)))
    }
}

/// The source expression of a policy that allows one inline script or style.
pub fn policy_source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .fold(0u32, |group, byte| group << 8 | u32::from(*byte));
        let group = group << (8 * (3 - chunk.len()));
        for place in 0..4 {
            text.push(match place <= chunk.len() {
                true => DIGITS[(group >> (18 - 6 * place)) as usize & 63] as char,
                false => '=',
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_padded_to_four() {
        let pairs = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (plain, coded) in pairs {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn an_inline_script_is_allowed_by_its_sha_256() {
        // The example of the specification of Content Security Policy.
        assert_eq!(
            policy_source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn a_name_changes_with_the_content_alone() {
        let named = |content: &str| Hashed::new("a.css", content.as_bytes().to_vec()).name;
        assert_eq!(named("a {}"), named("a {}"));
        assert_ne!(named("a {}"), named("b {}"));
        assert_eq!(named("a {}").len(), "a-0123456789abcdef.css".len());
    }
}
