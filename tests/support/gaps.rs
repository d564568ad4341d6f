//! The list of what deliveries hold and this crate leaves out: `tests/gaps.txt`.

use whatsapp_webhooks::Provider;

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// No wire type has the key.
    Unread,
    /// The key is read, and no event says its value.
    Unsaid,
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    pub(crate) provider: Provider,
    pub(crate) kind: Kind,
    pub(crate) path: &'static str,
    pub(crate) reason: &'static str,
}

/// All rows; every one has a reason.
pub(crate) fn gaps() -> Vec<Gap> {
    let lines = include_str!("../gaps.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let parts: Vec<&str> = line.splitn(4, " | ").map(str::trim).collect();
            let [provider, kind, path, reason] = parts[..] else {
                panic!("four parts: {line}")
            };
            assert!(!reason.is_empty(), "a reason: {line}");
            Gap {
                provider: provider
                    .parse()
                    .unwrap_or_else(|_| panic!("a provider: {line}")),
                kind: match kind {
                    "unread" => Kind::Unread,
                    "unsaid" => Kind::Unsaid,
                    _ => panic!("unread or unsaid: {line}"),
                },
                path,
                reason,
            }
        })
        .collect()
}

/// Whether a pattern, in which `*` is any run of characters, fits the whole path.
pub(crate) fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((front, rest)) => path.strip_prefix(front).is_some_and(|tail| {
            (0..=tail.len())
                .filter(|&at| tail.is_char_boundary(at))
                .any(|at| fits(rest, &tail[at..]))
        }),
    }
}
