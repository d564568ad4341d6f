//! How a key is made of the parts that tell one event from another.

use sha2::{Digest, Sha256};

use crate::event::EventMeta;
use crate::json;
use crate::types::{PhoneNumber, Raw, Timestamp};

/// A struct of the table of events, as far as its key is concerned.
pub(crate) trait Keyed: Identity {
    fn meta(&self) -> &EventMeta;

    fn raw(&self) -> &Raw;
}

/// What tells an event from another one, where its raw JSON is not what does.
pub(crate) trait Identity {
    /// Returns the word of its kind of key, and the parts that stand behind the account; `None` where its JSON tells.
    fn identity(&self) -> Option<(&'static str, Parts)> {
        None
    }
}

/// Returns the key that the event carries, else the one it has.
pub(crate) fn key(event: &dyn Keyed) -> String {
    let meta = event.meta();
    if let Some(kept) = meta.key.get() {
        return kept.to_owned();
    }
    let identity = event.identity();
    let mut parts = Parts::default();
    parts.push(Some(identity.as_ref().map_or("item", |(word, _)| *word)));
    parts.push(account(meta));
    let mut digest = Sha256::new();
    if let Some((_, own)) = identity {
        digest.update(parts.0);
        digest.update(own.0);
    } else {
        parts.push_time(meta.occurred_at);
        digest.update(parts.0);
        let raw = event.raw();
        let is_json = raw
            .as_str()
            .is_some_and(|text| json::canonical(text, |piece| digest.update(piece)));
        if !is_json {
            digest.update(&*json::compact(raw.as_bytes()));
        }
    }
    let digest = digest.finalize();
    let half = digest.get(..16).unwrap_or_default();
    format!("{}:{}", meta.provider, base16ct::lower::encode_string(half))
}

fn account(meta: &EventMeta) -> Option<&str> {
    let account = &meta.account;
    (account.phone_number_id.as_ref().map(AsRef::as_ref))
        .or(account.phone_number.as_ref().map(PhoneNumber::as_str))
        .or(account.id.as_deref())
        .or(account.instance.as_deref())
        .or(account.name.as_deref())
}

/// Parts of a key, each with its length, so that no text can pass for the end of another.
#[derive(Default)]
pub(crate) struct Parts(String);

impl Parts {
    pub(super) fn push(&mut self, part: Option<&str>) {
        match part {
            Some(part) => {
                self.0.push_str(&part.len().to_string());
                self.0.push(':');
                self.0.push_str(part);
            }
            None => self.0.push('-'),
        }
    }

    pub(super) fn push_time(&mut self, time: Option<Timestamp>) {
        let millis = time.map(|time| time.unix_millis().to_string());
        self.push(millis.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: M09.
    #[test]
    fn parts_cannot_be_mistaken_for_one_another() {
        let joined = |all: [Option<&str>; 2]| {
            let mut parts = Parts::default();
            for part in all {
                parts.push(part);
            }
            parts.0
        };
        assert_eq!(joined([Some("é"), None]), "2:é-");
        assert_ne!(joined([Some("-"), None]), joined([None, Some("-")]));
        assert_ne!(joined([Some(""), Some("a")]), joined([Some("a"), Some("")]));
        assert_ne!(
            joined([Some("a:b"), Some("c")]),
            joined([Some("a"), Some("b:c")])
        );
    }
}
