//! Names and phone numbers of vCards, the text format of contact cards.

use crate::event::content::ContactPhone;

/// Returns the name in the `FN` line of a vCard, for cards without a name beside them.
pub(crate) fn full_name(vcard: &str) -> Option<&str> {
    let mut names = vcard.lines().filter_map(|line| {
        let (property, value) = line.trim().split_once(':')?;
        is_property(property.split(';').next()?, "FN").then_some(value.trim())
    });
    names.find(|name| !name.is_empty())
}

/// Returns whether a property has this name, perhaps in a group: `item1.TEL`.
fn is_property(name: &str, wanted: &str) -> bool {
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    name.eq_ignore_ascii_case(wanted)
}

/// Returns the numbers in the `TEL` lines of a vCard, such as
/// `item1.TEL;type=CELL;waid=5215500000141:+52 1 55 0000 0141`.
pub(crate) fn phones(vcard: &str) -> Vec<ContactPhone> {
    vcard.lines().filter_map(phone).collect()
}

fn phone(line: &str) -> Option<ContactPhone> {
    let (property, value) = line.trim().split_once(':')?;
    let mut parts = property.split(';');
    if !is_property(parts.next()?, "TEL") {
        return None;
    }
    let mut phone = ContactPhone::default();
    for (key, word) in parts.filter_map(|part| part.split_once('=')) {
        if key.eq_ignore_ascii_case("waid") {
            phone.wa_id = Some(word.to_owned());
        } else if key.eq_ignore_ascii_case("type") {
            phone.r#type.get_or_insert_with(|| word.to_owned());
        }
    }
    let number = value.trim();
    let number = number.strip_prefix("tel:").unwrap_or(number);
    phone.phone = if number.is_empty() {
        phone.wa_id.clone()
    } else {
        Some(number.to_owned())
    };
    phone.phone.is_some().then_some(phone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_taken_from_the_card() {
        let card = "BEGIN:VCARD\r\nN:;Beto;;;\r\nFN:\r\nitem1.FN;CHARSET=UTF-8:Beto\r\nEND:VCARD";
        assert_eq!(full_name(card), Some("Beto"));
        assert_eq!(full_name("FNX:Beto\nTEL:1"), None);
    }

    #[test]
    fn numbers_are_taken_from_the_card() {
        let found = phones(
            "BEGIN:VCARD\r\nFN:TEL\r\nitem1.TEL;type=CELL;type=VOICE;waid=5215500000141:+52 1 55\r\n\
             TEL:123\nTELEX:9\nTEL;VALUE=uri:tel:+44 7700\nTEL;waid=447700900562:\nTEL:\nEND:VCARD",
        );
        assert_eq!(found.len(), 4);
        assert_eq!(found[2].phone.as_deref(), Some("+44 7700"));
        assert_eq!(found[3].phone.as_deref(), Some("447700900562"));
        assert_eq!(found[0].phone.as_deref(), Some("+52 1 55"));
        assert_eq!(found[0].wa_id.as_deref(), Some("5215500000141"));
        assert_eq!(found[0].r#type.as_deref(), Some("CELL"));
        assert_eq!(found[1].phone.as_deref(), Some("123"));
        assert_eq!(found[1].wa_id, None);
    }
}
