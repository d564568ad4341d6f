//! `calls`: calls of people to the business and of the business to people.

use std::borrow::Cow;

use super::call_statuses::CallStatus as Progress;
use super::words::in_any_case;
use crate::collector::{Collector, Item, Problem};
use crate::event::{self, CallEvent, CallStatus, Direction, Event, Party};
use crate::json::{self, List, Owned, RawSlice, wire};
use crate::meta::item::{self, Around};
use crate::meta::payload::{Error, Media, Value};
use crate::meta::people::{Ids, People, business};
use crate::types::{PhoneNumber, Timestamp};

wire! {
    /// Element of `calls`.
    ///
    /// Source: Cloud API, calling, user-initiated and business-initiated calls, call recording, call transcription
    /// (read 2026-11-25). Seen in the wild: no.
    pub struct Call<'a> {
        /// Id of the call.
        pub id: Option<Cow<'a, str>> = id,
        /// `connect`, `terminate`, `call_created`, `call_recording_available`, `call_transcription_available`.
        pub event: Option<Cow<'a, str>> = text,
        /// Time, in seconds; a number in the dashboard's sample.
        pub timestamp: Option<Timestamp> = time,
        /// `BUSINESS_INITIATED` or `USER_INITIATED`; absent from the dashboard's sample and from files.
        pub direction: Option<Cow<'a, str>> = text,
        /// Number of the caller; absent where a person's number is hidden.
        pub from: Option<Cow<'a, str>> = id,
        /// Business-scoped user id of the person who calls.
        pub from_user_id: Option<Cow<'a, str>> = id,
        /// Parent id of the person who calls.
        pub from_parent_user_id: Option<Cow<'a, str>> = id,
        /// Number that is called; absent where a person's number is hidden.
        pub to: Option<Cow<'a, str>> = id,
        /// Business-scoped user id of the person who is called.
        pub to_user_id: Option<Cow<'a, str>> = id,
        /// Parent id of the person who is called.
        pub to_parent_user_id: Option<Cow<'a, str>> = id,
        /// Session description; absent from calls by SIP.
        pub session: Option<CallSession<'a>> = object,
        /// Older place of the session description, perhaps beside `session`.
        pub connection: Option<CallConnection<'a>> = object,
        /// Text that the business set when it started the call.
        pub biz_opaque_callback_data: Option<Cow<'a, str>> = text,
        /// Payload of the call link.
        pub deeplink_payload: Option<Cow<'a, str>> = text,
        /// Payload of the call button.
        pub cta_payload: Option<Cow<'a, str>> = text,
        /// `COMPLETED` or `FAILED`, also `Completed` and `Failed`; when the call has ended.
        pub status: Option<Cow<'a, str>> = text,
        /// Start of the call; only if it was answered.
        pub start_time: Option<Timestamp> = time,
        /// End of the call; only if it was answered.
        pub end_time: Option<Timestamp> = time,
        /// Seconds; only if it was answered.
        pub duration: Option<i64> = int,
        /// Recording that can be downloaded.
        pub call_recording: Option<CallRecording<'a>> = object,
        /// Transcript that can be downloaded.
        pub call_transcript: Option<CallTranscript<'a>> = object,
    }

    /// Session description of a call by WebRTC.
    ///
    /// Source: Cloud API, calling, user-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallSession<'a> {
        /// `offer` where the person calls, `answer` where the business does.
        pub sdp_type: Option<Cow<'a, str>> = text,
        /// Session description.
        pub sdp: Option<Cow<'a, str>> = text,
    }

    /// Older place of the session description.
    ///
    /// Source: Cloud API, calling, user-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallConnection<'a> {
        /// WebRTC.
        pub webrtc: Option<CallWebrtc<'a>> = object,
    }

    /// Session description in its older form.
    ///
    /// Source: Cloud API, calling, user-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallWebrtc<'a> {
        /// JSON inside a string: `type` and `sdp`.
        pub sdp: Option<Cow<'a, str>> = text,
    }

    /// Recording of a call.
    ///
    /// Source: Cloud API, calling, call recording (read 2026-11-25). Seen in the wild: no.
    pub struct CallRecording<'a> {
        /// `audio`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// File.
        pub audio: Option<Box<Media<'a>>> = boxed,
    }

    /// Transcript of a call.
    ///
    /// Source: Cloud API, calling, call transcription (read 2026-11-25). Seen in the wild: no.
    pub struct CallTranscript<'a> {
        /// File, in JSON.
        pub document: Option<Box<Media<'a>>> = boxed,
    }

    /// What the string in the older form of a session description holds.
    struct OldSession<'a> {
        /// `offer` or `answer`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Session description.
        pub sdp: Option<Cow<'a, str>> = text,
    }
}

/// Reads the lists of this field: the calls, the progress of those that the business made, and their errors.
pub(super) fn read<'a>(
    collector: &mut Collector<'_>,
    mut around: Around<'_, 'a>,
    value: Value<'a>,
) -> json::Result<()> {
    let Value {
        contacts,
        statuses,
        errors,
        ..
    } = value;
    let calls = item::items_under("calls", around.value)?;
    let items = calls.len().saturating_add(statuses.len());
    around.people = People::new(contacts, items);
    collector.reserve(&calls)?;
    // Beside several calls nobody knows whose errors they are.
    let belong = items == 1 && errors.iter().all(RawSlice::is_object);
    let mut errors = errors;
    let mut nobodys = List::default();
    for (index, slice) in calls.into_iter().enumerate() {
        let own = if belong { &mut errors } else { &mut nobodys };
        let path = around.path.element("calls", index);
        let mut item = Item { slice, path };
        let mut at = None;
        let read = json::read(slice).map_err(Problem::unreadable);
        let event = read.and_then(|call: Call<'_>| {
            at = call.timestamp.or(around.time);
            event(call, &around, own, collector, &mut item)
        });
        match event {
            Ok(event) => collector.push(event),
            Err(problem) => collector.malformed(around.scope, "calls", item, at, &problem),
        }
    }
    item::each::<Progress<'_>>(collector, &around, "calls", "statuses", statuses)?;
    item::each::<Error<'_>>(collector, &around, "error", "errors", errors)
}

/// Reads one call; the errors beside it become its own.
fn event<'a>(
    call: Call<'a>,
    around: &Around<'_, 'a>,
    beside: &mut List<RawSlice<'a>>,
    collector: &Collector<'_>,
    item: &mut Item<'a>,
) -> Result<Event, Problem> {
    let Call {
        id,
        event,
        timestamp,
        direction,
        from,
        from_user_id,
        from_parent_user_id,
        to,
        to_user_id,
        to_parent_user_id,
        session,
        connection,
        biz_opaque_callback_data,
        deeplink_payload,
        cta_payload,
        status,
        start_time,
        end_time,
        duration,
        call_recording,
        call_transcript,
    } = call;
    let event: CallEvent = event.ok_or(Problem::no_value("event"))?.into();
    let direction = direction.map(self::direction);
    let caller = Ids {
        phone: from,
        user_id: from_user_id,
        parent_user_id: from_parent_user_id,
    };
    let called = Ids {
        phone: to,
        user_id: to_user_id,
        parent_user_id: to_parent_user_id,
    };
    let (from, to) = parties(caller, called, direction.as_ref(), around);
    let (sdp_type, sdp) = description(session, connection);
    let errors = std::mem::take(beside).into_iter();
    let errors = errors.filter_map(|slice| Some(json::read::<Error<'_>>(slice).ok()?.into()));
    let path = std::mem::take(&mut item.path);
    let meta = collector.meta(around.scope, path, timestamp.or(around.time));
    Ok(Event::from(event::Call {
        event: Some(event),
        id: id.owned(),
        direction,
        from,
        to,
        status: status.map(|word| in_any_case(CallStatus::KNOWN, &word)),
        start_at: start_time,
        end_at: end_time,
        duration,
        sdp_type: sdp_type.map(Into::into),
        sdp,
        deeplink_payload: deeplink_payload.owned(),
        cta_payload: cta_payload.owned(),
        callback_data: biz_opaque_callback_data.owned(),
        recording: call_recording.and_then(|it| it.audio).map(file),
        transcript: call_transcript.and_then(|it| it.document).map(file),
        errors: errors.collect(),
        ..event::Call::new(meta, collector.raw(item.slice))
    }))
}

fn direction(word: Cow<'_, str>) -> Direction {
    match &*word {
        "USER_INITIATED" => Direction::Inbound,
        "BUSINESS_INITIATED" => Direction::Outbound,
        other => other.into(),
    }
}

#[allow(clippy::boxed_local, reason = "the wire type keeps it on the heap")]
fn file(media: Box<Media<'_>>) -> Box<event::content::Media> {
    Box::new((*media).into())
}

/// Caller and called. The pages disagree about which number is whose where the business calls: `direction` decides.
fn parties<'a>(
    mut caller: Ids<'a>,
    mut called: Ids<'a>,
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
        _ => (is_own(&caller), false),
    };
    let (own, other) = if business_calls {
        (&mut caller, &mut called)
    } else {
        (&mut called, &mut caller)
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
        around.people.sender(other)
    } else {
        around.people.party(other)
    };
    if business_calls {
        (business, person)
    } else {
        (person, business)
    }
}

/// Type and text of the session description.
fn description(
    session: Option<CallSession<'_>>,
    connection: Option<CallConnection<'_>>,
) -> (Option<String>, Option<String>) {
    let CallSession { sdp_type, sdp } = session.unwrap_or_default();
    let old = connection.and_then(|it| it.webrtc).and_then(|it| it.sdp);
    match old {
        Some(text) if sdp.is_none() => {
            let (kind, sdp) = match json::read(RawSlice::new(text.trim(), 0)) {
                Ok(OldSession { r#type, sdp }) => (r#type.owned(), sdp.owned()),
                Err(_) => (None, Some(text.clone().into_owned())),
            };
            (sdp_type.owned().or(kind), sdp)
        }
        _ => (sdp_type.owned(), sdp.owned()),
    }
}

#[cfg(test)]
mod tests {
    use crate::meta;

    /// Ids of caller and called.
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
