//! The business number that an item names itself, in fields without `metadata`.

use std::borrow::Cow;
use std::sync::Arc;

use crate::event::{Account, EventMeta};
use crate::types::{PhoneNumber, PhoneNumberId};

/// Adds the number to the account of the event. What the item does not say stays as it is.
pub(super) fn with_number(
    meta: EventMeta,
    number_id: Option<&Cow<'_, str>>,
    number: Option<&Cow<'_, str>>,
) -> EventMeta {
    let number = number.and_then(|text| PhoneNumber::parse(text));
    if number_id.is_none() && number.is_none() {
        return meta;
    }
    let known = &meta.account;
    let account = Account {
        phone_number_id: (number_id.map(|id| PhoneNumberId::from(&**id)))
            .or_else(|| known.phone_number_id.clone()),
        phone_number: number.or(known.phone_number),
        ..Account::clone(known)
    };
    EventMeta {
        account: Arc::new(account),
        ..meta
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Provider;

    #[test]
    fn only_what_is_said_is_added() {
        let meta = || {
            let mut meta = EventMeta::new(Provider::Meta);
            Arc::make_mut(&mut meta.account).phone_number_id = Some(PhoneNumberId::from("7"));
            meta
        };
        let number = Cow::Borrowed("+54 9 11 5550-1234");
        let account = with_number(meta(), None, Some(&number)).account;
        assert_eq!(account.phone_number_id, Some(PhoneNumberId::from("7")));
        let digits = account.phone_number.as_ref().map(PhoneNumber::as_str);
        assert_eq!(digits, Some("5491155501234"));
        let other = with_number(meta(), Some(&Cow::Borrowed("8")), None).account;
        assert_eq!(other.phone_number_id, Some(PhoneNumberId::from("8")));
        let hidden = Cow::Borrowed("hidden");
        assert_eq!(with_number(meta(), None, Some(&hidden)), meta());
    }
}
