//! Conversion from Partner's wire types to events.

use std::borrow::Cow;

use super::payload::Payload;
use super::{documented, fits};
use crate::collector::{Collector, Scope};
use crate::event::{PartnerBuilder, PartnerOnline, PartnerWhatsapp, Unknown};
use crate::json::{self, Owned, RawSlice};
use crate::marks::Marks;
use crate::path::Path;
use crate::types::Code;

const WHATSAPP: &str = "whatsapp";
const BUILDER: &str = "builder";
const ONLINE: &str = "online";

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    let payload: Payload<'_> = json::read(root)?;
    let inferred = || event_of_code(&payload).map(Cow::Borrowed);
    if !fits(&marks(&payload)) {
        return Err(Collector::wrong_envelope(root));
    }
    let Some(event) = payload.event.clone().or_else(inferred) else {
        return Err(Collector::wrong_envelope(root));
    };
    let name = documented(&event);
    let scope = Scope {
        topic: Some(match name {
            Some(name) if name == event => Cow::Borrowed(name),
            _ => Cow::Owned(event.to_string()),
        }),
        ..Scope::default()
    };
    let raw = collector.raw(root);
    let meta = collector.meta(&scope, Path::default(), None);
    let Payload {
        status,
        event: _,
        whatsapp,
        whatsapp_reference,
        whatsapp_extra_info,
        daily_limit,
        whatsapp_api_key,
        builder_id,
        builder_url,
        builder_reference,
        builder_extra_info,
        account_id,
        agent_id,
        inbox_id,
        server,
        online_reference,
        online_extra_info,
    } = payload;
    let status = status.owned();
    match name {
        Some(WHATSAPP) => collector.push(PartnerWhatsapp {
            meta,
            id: whatsapp.owned(),
            reference: whatsapp_reference.owned(),
            code: code(whatsapp_extra_info),
            daily_limit: code(daily_limit),
            api_key: whatsapp_api_key.owned(),
            status,
            raw,
        }),
        Some(BUILDER) => collector.push(PartnerBuilder {
            meta,
            id: builder_id.owned(),
            reference: builder_reference.owned(),
            code: code(builder_extra_info),
            url: builder_url.owned(),
            status,
            raw,
        }),
        Some(ONLINE) => collector.push(PartnerOnline {
            meta,
            id: account_id.owned(),
            reference: online_reference.owned(),
            code: code(online_extra_info),
            agent_id: agent_id.owned(),
            inbox_id: inbox_id.owned(),
            server: server.owned(),
            status,
            raw,
        }),
        _ => collector.push(Unknown {
            meta,
            kind: event.into_owned(),
            raw,
        }),
    }
    Ok(())
}

/// Returns the event that the code is named after, for a body without `event`.
fn event_of_code(payload: &Payload<'_>) -> Option<&'static str> {
    [
        (payload.whatsapp_extra_info, WHATSAPP),
        (payload.builder_extra_info, BUILDER),
        (payload.online_extra_info, ONLINE),
    ]
    .into_iter()
    .find_map(|(code, event)| code.map(|_| event))
}

fn marks<'p>(payload: &'p Payload<'_>) -> Marks<'p> {
    Marks {
        event: payload.event.as_deref().map(Cow::Borrowed),
        status: payload.status.as_deref().map(Cow::Borrowed),
        whatsapp_extra_info: payload.whatsapp_extra_info,
        builder_extra_info: payload.builder_extra_info,
        online_extra_info: payload.online_extra_info,
        ..Marks::default()
    }
}

/// Returns a value in Partner's notation; an empty text is absent.
fn code(value: Option<RawSlice<'_>>) -> Option<Code> {
    let json = value?.as_str();
    if json == r#""""# {
        return None;
    }
    Some(Code::from_json(json))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Event;
    use crate::partner::parse;

    fn event(body: &'static str) -> Event {
        parse(body).unwrap().remove(0)
    }

    /// Cases: L06.
    #[test]
    fn the_name_counts_in_any_case_and_the_code_tells_a_missing_one() {
        for (body, kind, topic) in [
            (r#"{"event":"Builder"}"#, "partner_builder", "Builder"),
            (r#"{"event":" online "}"#, "partner_online", "online"),
            (
                r#"{"online_extra_info":null,"builder_extra_info":0}"#,
                "partner_builder",
                "builder",
            ),
            (
                r#"{"event":{},"whatsapp_extra_info":"new"}"#,
                "partner_whatsapp",
                "whatsapp",
            ),
            (
                r#"{"event":"online","whatsapp_extra_info":1}"#,
                "partner_online",
                "online",
            ),
            (r#"{"event":"Package","data":{}}"#, "unknown", "Package"),
            (
                r#"{"event":"invoice","status":"OK","data":{}}"#,
                "unknown",
                "invoice",
            ),
        ] {
            let event = event(body);
            assert_eq!(event.kind(), kind, "{body}");
            assert_eq!(event.meta().topic.as_deref(), Some(topic), "{body}");
        }
    }

    /// Cases: N12.
    #[test]
    fn codes_keep_their_notation_and_the_key_stays_out_of_debug() {
        let event = event(
            r#"{"event":"whatsapp","whatsapp":97257001,"whatsapp_extra_info":"2","daily_limit":-1,
                "whatsapp_apiKey":"hunter2"}"#,
        );
        assert!(!format!("{event:?}").contains("hunter2"));
        let Event::PartnerWhatsapp(line) = event else {
            panic!("no line")
        };
        assert_eq!(line.code, Some(Code::Text("2".to_owned())));
        assert_eq!(line.daily_limit, Some(Code::Number(-1)));
        assert!(line.is_first_after_onboarding() && line.is_temporary());
        assert_eq!(line.id.as_deref(), Some("97257001"));
    }

    #[test]
    fn an_empty_code_is_none_and_an_odd_one_is_kept() {
        let code = |body| match event(body) {
            Event::PartnerOnline(online) => online.code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code(r#"{"event":"online","online_extra_info":""}"#), None);
        let odd = code(r#"{"online_extra_info":{"a":1}}"#).unwrap();
        assert_eq!(serde_json::to_string(&odd).unwrap(), r#"{"a":1}"#);
    }
}
