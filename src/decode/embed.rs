//! Which sites we know, and where their players live.
//!
//! An article names a page of the site; the address of the frame is ours, with nothing of the article's in it but an id.

use crate::host::url;
use crate::model::SafeLink;
use crate::model::block::{Embed, Player};

/// An embed of the page at `link`, with its player where the site is known.
pub fn embed(link: SafeLink) -> Embed {
    Embed {
        player: player(link.href()),
        link,
        title: None,
        provider: None,
        thumbnail: None,
        size: None,
        caption: Vec::new(),
    }
}

/// A site: its name, and the usual ratio of what it shows.
type Site = (&'static str, &'static str);

const YOUTUBE: Site = ("YouTube", "16/9");
const VIMEO: Site = ("Vimeo", "16/9");
const X: Site = ("X", "4/5");
const INSTAGRAM: Site = ("Instagram", "3/5");
const TIKTOK: Site = ("TikTok", "9/16");
const FACEBOOK: Site = ("Facebook", "4/5");
const FACEBOOK_VIDEO: Site = ("Facebook", "16/9");
const SPOTIFY: Site = ("Spotify", "2/1");
const SOUNDCLOUD: Site = ("SoundCloud", "3/1");
const DATAWRAPPER: Site = ("Datawrapper", "4/3");
const GOOGLE_MAPS: Site = ("Google Maps", "4/3");
const OPEN_STREET_MAP: Site = ("OpenStreetMap", "4/3");

/// Pages and their players. In a page, `$` is an id, `+` an id that may be any parameter, `#` a number and `*` anything,
/// each up to what follows it or to the next `/`, `?`, `&` or `#`; `www.` and `m.` in front are left out, and the page
/// may go on behind its pattern. In a player, each `$` or `+` gives way to the next of them.
///
/// The first that fits counts.
const PLAYERS: &[(Site, &str, &str)] = &[
    (YOUTUBE, "youtube.com/watch?v=$", YOUTUBE_PLAYER),
    (YOUTUBE, "youtube.com/embed/$", YOUTUBE_PLAYER),
    (YOUTUBE, "youtube.com/shorts/$", YOUTUBE_PLAYER),
    (YOUTUBE, "youtube.com/live/$", YOUTUBE_PLAYER),
    (YOUTUBE, "youtube-nocookie.com/embed/$", YOUTUBE_PLAYER),
    (YOUTUBE, "youtu.be/$", YOUTUBE_PLAYER),
    (VIMEO, "vimeo.com/#/$", VIMEO_UNLISTED),
    (VIMEO, "vimeo.com/#", VIMEO_PLAYER),
    (VIMEO, "player.vimeo.com/video/#?h=$", VIMEO_UNLISTED),
    (VIMEO, "player.vimeo.com/video/#", VIMEO_PLAYER),
    (VIMEO, "vimeo.com/channels/*/#", VIMEO_PLAYER),
    (X, "x.com/*/status/#", X_PLAYER),
    (X, "twitter.com/*/status/#", X_PLAYER),
    (INSTAGRAM, "instagram.com/p/$", INSTAGRAM_PLAYER),
    (INSTAGRAM, "instagram.com/reel/$", INSTAGRAM_PLAYER),
    (TIKTOK, "tiktok.com/@*/video/#", TIKTOK_PLAYER),
    (FACEBOOK_VIDEO, "facebook.com/watch/?v=#", FACEBOOK_PLAYER),
    (FACEBOOK_VIDEO, "facebook.com/watch?v=#", FACEBOOK_PLAYER),
    (FACEBOOK_VIDEO, "facebook.com/*/videos/#", FACEBOOK_PLAYER),
    (FACEBOOK, "facebook.com/$/posts/$", FACEBOOK_POST),
    // Some addresses name a language first.
    (SPOTIFY, "open.spotify.com/*/$/$", SPOTIFY_PLAYER),
    (SPOTIFY, "open.spotify.com/$/$", SPOTIFY_PLAYER),
    (SOUNDCLOUD, "soundcloud.com/$/sets/$", SOUNDCLOUD_SET),
    (SOUNDCLOUD, "soundcloud.com/$/$", SOUNDCLOUD_PLAYER),
    (DATAWRAPPER, "datawrapper.dwcdn.net/$", DATAWRAPPER_PLAYER),
    (DATAWRAPPER, "datawrapper.de/_/$", DATAWRAPPER_PLAYER),
    (GOOGLE_MAPS, "google.com/maps/embed?pb=+", GOOGLE_MAPS_EMBED),
    (
        GOOGLE_MAPS,
        "google.com/maps/place/*/@$,$,",
        GOOGLE_MAPS_PLAYER,
    ),
    (GOOGLE_MAPS, "google.com/maps/@$,$,", GOOGLE_MAPS_PLAYER),
    (
        OPEN_STREET_MAP,
        "openstreetmap.org/export/embed.html?bbox=+",
        OPEN_STREET_MAP_PLAYER,
    ),
];

const YOUTUBE_PLAYER: &str = "www.youtube-nocookie.com/embed/$";
const VIMEO_PLAYER: &str = "player.vimeo.com/video/$?dnt=1";
const VIMEO_UNLISTED: &str = "player.vimeo.com/video/$?dnt=1&h=$";
const X_PLAYER: &str = "platform.twitter.com/embed/Tweet.html?dnt=true&id=$";
const INSTAGRAM_PLAYER: &str = "www.instagram.com/p/$/embed/captioned/";
const TIKTOK_PLAYER: &str = "www.tiktok.com/embed/v2/$";
const FACEBOOK_PLAYER: &str =
    "www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D$";
const FACEBOOK_POST: &str =
    "www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2F$%2Fposts%2F$";
const SPOTIFY_PLAYER: &str = "open.spotify.com/embed/$/$";
const SOUNDCLOUD_PLAYER: &str = "w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2F$%2F$";
const SOUNDCLOUD_SET: &str =
    "w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2F$%2Fsets%2F$";
const DATAWRAPPER_PLAYER: &str = "datawrapper.dwcdn.net/$/";
const GOOGLE_MAPS_EMBED: &str = "www.google.com/maps/embed?pb=+";
const GOOGLE_MAPS_PLAYER: &str = "www.google.com/maps?output=embed&q=$%2C$";
const OPEN_STREET_MAP_PLAYER: &str = "www.openstreetmap.org/export/embed.html?bbox=+";

fn player(href: &str) -> Option<Player> {
    if !matches!(url::scheme(href), "http" | "https") {
        return None;
    }
    let (_, page) = href.split_once("//")?;
    let page = page.strip_prefix("www.").unwrap_or(page);
    let page = page.strip_prefix("m.").unwrap_or(page);
    PLAYERS.iter().find_map(|((name, ratio), pattern, player)| {
        Player::new(name, ratio, player, &ids(pattern, page)?)
    })
}

/// The ids in a page that fits the pattern.
fn ids<'a>(pattern: &str, page: &'a str) -> Option<Vec<&'a str>> {
    let mut ids = Vec::new();
    let mut rest = page;
    let mut pattern = pattern.chars().peekable();
    while let Some(wanted) = pattern.next() {
        if !matches!(wanted, '$' | '+' | '#' | '*') {
            rest = rest.strip_prefix(wanted)?;
            continue;
        }
        let follows = pattern.peek().copied().unwrap_or('/');
        let id = rest.split(['/', '?', '&', '#', follows]).next()?;
        let digits = id.bytes().all(|byte| byte.is_ascii_digit());
        if id.is_empty() || wanted == '#' && !digits {
            return None;
        }
        if wanted != '*' {
            ids.push(id);
        }
        rest = rest.get(id.len()..)?;
    }
    Some(ids)
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
            "https://www.facebook.com/a..b/posts/1",
            "mailto:a@youtube.com",
        ] {
            assert_eq!(frame(page), None, "{page}");
        }
    }

    #[test]
    fn the_policy_knows_the_hosts_of_the_players_and_no_others() {
        let mut wanted: Vec<&str> = PLAYERS
            .iter()
            .filter_map(|(_, _, player)| player.split('/').next())
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
