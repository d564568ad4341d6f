//! Phone numbers of vCards, the text format of contact cards.

use crate::event::content::ContactPhone;

/// Returns the numbers in the `TEL` lines of a vCard, such as
/// `item1.TEL;type=CELL;waid=5215500000141:+52 1 55 0000 0141`.
pub(crate) fn phones(vcard: &str) -> Vec<ContactPhone> {
    vcard.lines().filter_map(phone).collect()
}

fn phone(line: &str) -> Option<ContactPhone> {
    let (property, value) = line.trim().split_once(':')?;
    let mut parts = property.split(';');
    let name = parts.next()?;
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    if !name.eq_ignore_ascii_case("TEL") {
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
