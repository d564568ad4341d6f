//! Addresses.

use whatsapp_webhooks::types::{Jid, JidServer, PhoneNumber};

/// The parts of a JID make it up again, and only a person addressed by digits has a phone number.
///
/// # Panics
///
/// Where that is not so.
pub fn jid(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    phone(text);
    let Some(jid) = Jid::parse(text) else {
        assert!(!text.contains('@'));
        return;
    };
    let numbered = |mark: char, number: Option<&str>| match number {
        Some(number) => {
            assert!(!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
            format!("{mark}{number}")
        }
        None => String::new(),
    };
    let (agent, device) = (numbered('_', jid.agent), numbered(':', jid.device));
    let whole = format!("{}{agent}{device}@{}", jid.user, jid.server.as_str());
    assert_eq!(whole, text.trim());
    let is_person = ["s.whatsapp.net", "c.us", "hosted"].contains(&jid.server.as_str());
    let is_lid = ["lid", "hosted.lid"].contains(&jid.server.as_str());
    assert_eq!(jid.is_lid(), is_lid);
    assert_eq!(JidServer::from(jid.server.as_str()), jid.server);
    if let Some(phone) = jid.phone() {
        assert!(is_person, "{text}");
        assert_eq!(phone.as_str(), jid.user);
    }
    let shown = format!("{jid:?}");
    assert!(!shown.contains(char::is_control));
    let is_number = jid.user.len() >= 12 && jid.user.bytes().all(|byte| byte.is_ascii_digit());
    assert!(!is_number || !shown.contains(jid.user), "{shown}");
}

fn phone(text: &str) {
    let Some(phone) = PhoneNumber::parse(text) else {
        return;
    };
    assert!(!phone.as_str().is_empty() && phone.as_str().bytes().all(|byte| byte.is_ascii_digit()));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    assert!(digits.contains(phone.as_str()), "{text}");
    assert_eq!(PhoneNumber::parse(phone.as_str()), Some(phone.clone()));
    let shown = format!("{phone:?}");
    assert!(
        phone.as_str().len() < 8 || !shown.contains(phone.as_str()),
        "{shown}"
    );
}
