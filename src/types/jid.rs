//! JIDs, the addresses that WhatsApp Web clients use.

use std::fmt;

use super::PhoneNumber;
use super::shown::masked;
use super::string_enum::string_enum;

string_enum! {
    /// Server of a [`Jid`]: the part after the `@`, which determines the kind of address.
    pub enum JidServer {
        /// A person, identified by phone number.
        Person = "s.whatsapp.net",
        /// A person, identified by phone number; older spelling.
        PersonLegacy = "c.us",
        /// A person, identified by a LID: an anonymous ID that is not a phone number.
        Lid = "lid",
        /// A business on a hosted device, identified by phone number.
        Hosted = "hosted",
        /// A business on a hosted device, identified by a LID.
        HostedLid = "hosted.lid",
        /// A group.
        Group = "g.us",
        /// A broadcast list; `status@broadcast` is the one for status updates (stories).
        Broadcast = "broadcast",
        /// A newsletter (channel).
        Newsletter = "newsletter",
        /// A call.
        Call = "call",
        /// One of Meta's assistants.
        Bot = "bot",
    }
}

/// A JID, the address of a person, group or other chat on WhatsApp: `user@server`.
///
/// The user can be followed by `_agent` and `:device`. `Debug` shows the last four characters of the user.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Jid<'a> {
    /// Digits of a phone number, a LID, or the ID of a group.
    pub user: &'a str,
    /// Number after `_`.
    pub agent: Option<&'a str>,
    /// Number after `:`, which identifies one of the devices of a person.
    pub device: Option<&'a str>,
    /// Part after `@`: the kind of address.
    pub server: JidServer,
}

impl<'a> Jid<'a> {
    /// Splits a JID into its parts; `None` if the text has no `@`.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (local, server) = text.trim().rsplit_once('@')?;
        // Most have neither.
        let is_plain = local.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let (user, agent, device) = if is_plain {
            (local, None, None)
        } else {
            let (local, device) = split_number(local, ':');
            let (user, agent) = split_number(local, '_');
            (user, agent, device)
        };
        Some(Self {
            user,
            agent,
            device,
            server: JidServer::from(server),
        })
    }

    /// Returns the phone number of a person; `None` for a LID, a group or any other kind of address.
    #[must_use]
    pub fn phone(&self) -> Option<PhoneNumber> {
        let by_phone = matches!(
            self.server,
            JidServer::Person | JidServer::PersonLegacy | JidServer::Hosted
        );
        let digits = self.user.bytes().all(|byte| byte.is_ascii_digit());
        if !by_phone || !digits || self.user == "0" {
            return None;
        }
        PhoneNumber::parse(self.user)
    }

    /// Returns whether this is a LID: an anonymous ID, which must not be used as a phone number.
    #[must_use]
    pub fn is_lid(&self) -> bool {
        matches!(self.server, JidServer::Lid | JidServer::HostedLid)
    }
}

impl fmt::Debug for Jid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tail = self.user.len().saturating_sub(4);
        let user = self.user.get(tail..).unwrap_or_default();
        write!(f, "Jid(…{}@", user.escape_debug())?;
        match &self.server {
            // It may be anything, a number too.
            JidServer::Unknown(server) => masked(server.as_str(), f)?,
            known => f.write_str(known.as_str())?,
        }
        f.write_str(")")
    }
}

fn split_number(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.rsplit_once(separator) {
        Some((front, number))
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            (front, Some(number))
        }
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(text: &str) -> Option<String> {
        Some(Jid::parse(text)?.phone()?.as_str().to_owned())
    }

    #[test]
    fn parts_are_split_at_their_marks() {
        let jid = Jid::parse("5511940001111_1:3@s.whatsapp.net").unwrap();
        assert_eq!(
            (jid.user, jid.agent, jid.device),
            ("5511940001111", Some("1"), Some("3"))
        );
        let group = Jid::parse("5215533007711-1415812345@g.us").unwrap();
        assert_eq!(
            (group.user, group.server),
            ("5215533007711-1415812345", JidServer::Group)
        );
        assert_eq!(Jid::parse("5215533007711"), None);
    }

    #[test]
    fn only_a_person_addressed_by_phone_has_a_phone() {
        assert_eq!(
            phone("5215533007711:12@s.whatsapp.net").as_deref(),
            Some("5215533007711")
        );
        assert_eq!(
            phone("5215533007711@c.us").as_deref(),
            Some("5215533007711")
        );
        assert_eq!(
            phone("5215533007711@hosted").as_deref(),
            Some("5215533007711")
        );
        for none in [
            "201122334455667@lid",
            "201122334455667:4@hosted.lid",
            "120363023344556677@g.us",
            "status@broadcast",
            "server@c.us",
            "0@c.us",
            "447700900111_5511940001111x@c.us",
        ] {
            assert_eq!(phone(none), None, "{none}");
        }
    }

    #[test]
    fn debug_shows_the_end_of_the_user_and_no_digit_of_an_unknown_server() {
        for (text, shown) in [
            ("5215533007711@s.whatsapp.net", "Jid(…7711@s.whatsapp.net)"),
            ("a@5215533007711", r#"Jid(…a@"*************")"#),
            ("a@\u{1b}x", r#"Jid(…a@"\u{1b}x")"#),
        ] {
            assert_eq!(format!("{:?}", Jid::parse(text).unwrap()), shown);
        }
    }
}
