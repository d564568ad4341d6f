//! The caller and the called party of a call.

use crate::event::{Direction, Party};
use crate::meta::item::Around;
use crate::meta::people::{Ids, business};
use crate::types::PhoneNumber;

/// Returns the caller and the called party. The pages disagree about the numbers of calls from the business, so
/// `direction` decides.
pub(super) fn parties<'a>(
    mut from: Ids<'a>,
    mut to: Ids<'a>,
    direction: Option<&Direction>,
    around: &Around<'_, 'a>,
) -> (Option<Party>, Option<Party>) {
    let account = &around.scope.account;
    let is_own = |ids: &Ids<'_>| {
        let own = account.phone_number.as_ref().map(PhoneNumber::as_str);
        let own = own.and_then(PhoneNumber::comparison_key);
        own.is_some() && own == ids.phone.as_deref().and_then(PhoneNumber::comparison_key)
    };
    let (business_calls, is_told) = match direction {
        Some(Direction::Outbound) => (true, true),
        Some(Direction::Inbound) => (false, true),
        _ => (is_own(&from), false),
    };
    let (own, other) = if business_calls {
        (&mut from, &mut to)
    } else {
        (&mut to, &mut from)
    };
    if is_own(other) {
        std::mem::swap(&mut own.phone, &mut other.phone);
    }
    let (own, other) = (std::mem::take(own), std::mem::take(other));
    let business = if is_own(&own) || (is_told && own.phone.is_none()) {
        business(account)
    } else {
        around.people.party(own)
    };
    let person = if is_told {
        around.people.person(other)
    } else {
        around.people.party(other)
    };
    if business_calls {
        (business, person)
    } else {
        (person, business)
    }
}

#[cfg(test)]
mod tests {
    use crate::meta;

    /// Reads a call and returns the IDs of both parties.
    fn parties(metadata: &str, call: &str) -> [Option<String>; 2] {
        let body = format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"calls","value":{{
            "metadata":{{{metadata}}},"calls":[{{"id":"wacid.A","event":"connect",{call}}}]}}}}]}}]}}"#
        );
        let call = meta::parse(body).unwrap().remove(0).into_call().unwrap();
        [call.from, call.to].map(|party| party.and_then(|party| party.id))
    }

    const NUMBER: &str = r#""display_phone_number":"+54 9 11 5550-1234","phone_number_id":"77""#;

    #[test]
    fn the_business_is_known_by_its_number_or_by_the_direction() {
        let person = "16505550142";
        for (call, from, to) in [
            (r#""from":"16505550142","to":"541155501234""#, person, "77"),
            (r#""from":"5491155501234","to":"16505550142""#, "77", person),
            (
                r#""direction":"USER_INITIATED","from":"16505550142""#,
                person,
                "77",
            ),
            (
                r#""direction":"BUSINESS_INITIATED","to_user_id":"US.1""#,
                "77",
                "US.1",
            ),
            (
                r#""direction":"BUSINESS_INITIATED","from":"16505550142","to":"541155501234""#,
                "77",
                person,
            ),
            (
                r#""direction":"USER_INITIATED","from":"16505550142","to":"999""#,
                person,
                "999",
            ),
        ] {
            let expected = [from, to].map(|id| Some(id.to_owned()));
            assert_eq!(parties(NUMBER, call), expected, "{call}");
        }
    }

    #[test]
    fn nobody_is_made_up() {
        assert_eq!(
            parties(NUMBER, r#""to":"16505550142""#),
            [None, Some("16505550142".to_owned())]
        );
        let unnamed = r#""direction":"USER_INITIATED""#;
        assert_eq!(parties("", unnamed), [None, None]);
        assert_eq!(parties(NUMBER, unnamed), [None, Some("77".to_owned())]);
    }
}
