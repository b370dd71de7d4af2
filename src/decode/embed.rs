//! Which sites we know, and where their players live.
//!
//! An article names a page of the site; the address of the frame is ours, with nothing of the article's in it but an id.

use crate::model::SafeLink;
use crate::model::block::{Embed, Player};

/// An embed of the page at `link`, with its player where the site is known.
pub fn embed(link: SafeLink) -> Embed {
    Embed {
        player: player(&link),
        link,
        title: None,
        provider: None,
        thumbnail: None,
        size: None,
        caption: Vec::new(),
    }
}

/// One site a line: its name, the usual ratio of what it shows, a page and its player, as [`Player::of`] reads them.
///
/// Where two patterns fit a page, the first counts. Some addresses of Spotify name a language first.
const SITES: &str = include_str!("embed_sites.txt");

/// What may be framed of the page at `link`.
pub fn player(link: &SafeLink) -> Option<Player> {
    let secure = link.href().strip_prefix("https://");
    let page = secure.or_else(|| link.href().strip_prefix("http://"))?;
    let page = page.strip_prefix("www.").unwrap_or(page);
    Player::of(page.strip_prefix("m.").unwrap_or(page), SITES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(page: &str) -> Option<String> {
        let link = SafeLink::parse(page, None).expect("a link");
        embed(link).player.map(|player| player.address().to_owned())
    }

    #[test]
    fn known_sites_have_their_players() {
        for (page, wanted) in [
            (
                "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3",
                "www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
            ),
            (
                "http://youtu.be/aqz-KE-bpKQ?si=x",
                "www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
            ),
            (
                "https://m.youtube.com/shorts/aqz-KE-bpKQ",
                "www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
            ),
            (
                "https://vimeo.com/1084537",
                "player.vimeo.com/video/1084537?dnt=1",
            ),
            (
                "https://vimeo.com/1084537/a1b2c3",
                "player.vimeo.com/video/1084537?dnt=1&h=a1b2c3",
            ),
            (
                "https://x.com/pier/status/123/photo/1",
                "platform.twitter.com/embed/Tweet.html?dnt=true&id=123",
            ),
            (
                "https://www.instagram.com/reel/C0de_-9/?x=1",
                "www.instagram.com/p/C0de_-9/embed/captioned/",
            ),
            (
                "https://www.tiktok.com/@pier/video/7106594312292453675",
                "www.tiktok.com/embed/v2/7106594312292453675",
            ),
            (
                "https://www.facebook.com/pier.watch/posts/pfbid02",
                "www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fpier.watch%2Fposts%2Fpfbid02",
            ),
            (
                "https://open.spotify.com/intl-de/track/4cOdK2wGLETKBW3PvgPWqT",
                "open.spotify.com/embed/track/4cOdK2wGLETKBW3PvgPWqT",
            ),
            (
                "https://open.spotify.com/show/4cOdK2wGLETKBW3PvgPWqT",
                "open.spotify.com/embed/show/4cOdK2wGLETKBW3PvgPWqT",
            ),
            (
                "https://soundcloud.com/pier/horn",
                "w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fpier%2Fhorn",
            ),
            (
                "https://datawrapper.dwcdn.net/aB3dE/2/",
                "datawrapper.dwcdn.net/aB3dE/",
            ),
            (
                "https://www.google.com/maps/@48.8583,2.2923,15z",
                "www.google.com/maps?output=embed&q=48.8583%2C2.2923",
            ),
            (
                "https://www.google.com/maps/embed?pb=!1m2!2sPier%20One",
                "www.google.com/maps/embed?pb=!1m2!2sPier%20One",
            ),
            (
                "https://www.openstreetmap.org/export/embed.html?bbox=-0.5%2C51%2C0.3%2C52&layer=mapnik",
                "www.openstreetmap.org/export/embed.html?bbox=-0.5%2C51%2C0.3%2C52",
            ),
        ] {
            assert_eq!(
                frame(page).as_deref(),
                Some(["https://", wanted].concat().as_str()),
                "{page}"
            );
        }
    }

    #[test]
    fn other_pages_have_none() {
        for page in [
            "https://video.example/watch?v=aqz-KE-bpKQ",
            "https://www.youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
            "https://evil.example/www.youtube.com/watch?v=aqz-KE-bpKQ",
            "https://www.youtube.com/watch?v=",
            "https://www.youtube.com/watch?v=%22onload%3D1",
            "https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ",
            "https://www.youtube.com/embed/%2e%2e",
            "https://x.com/pier/status/12x",
            "https://www.youtube.com/watch?v=..",
            "mailto:a@youtube.com",
        ] {
            assert_eq!(frame(page), None, "{page}");
        }
    }

    #[test]
    fn a_frame_has_a_place_for_each_id_of_its_page() {
        for line in SITES.lines() {
            let [_, ratio, page, frame] = line.split('|').collect::<Vec<_>>()[..] else {
                panic!("not four parts: {line}");
            };
            let ids = page.matches(['$', '+', '#']).count();
            assert_eq!(frame.matches('$').count(), ids, "{page}");
            assert!((1..=2).contains(&ids), "{page}");
            assert!(ratio.split_once('/').is_some(), "{ratio}");
        }
    }

    #[test]
    fn the_policy_knows_the_hosts_of_the_players_and_no_others() {
        let mut wanted: Vec<&str> = SITES
            .lines()
            .filter_map(|line| line.rsplit('|').next()?.split('/').next())
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        let listed: Vec<&str> = include_str!("embed_hosts.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert_eq!(listed, wanted);
    }
}
