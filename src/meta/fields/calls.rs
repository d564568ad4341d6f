//! `calls`: calls from people to the business, and from the business to people.

use std::borrow::Cow;

use super::call_parties::parties;
use super::call_statuses::CallStatus;
use super::words::in_any_case;
use crate::collector::{Collector, Problem};
use crate::event::{self, CallEvent, Direction, Event, EventMeta};
use crate::json::{self, Owned, RawSlice, unless_empty, wire};
use crate::meta::item::{self, Around, FieldItem};
use crate::meta::payload::{Error, ErrorData, Media, Value};
use crate::meta::people::Ids;
use crate::types::{Raw, Timestamp};

wire! {
    /// Element of `calls`: an event of a call.
    ///
    /// Source: Cloud API, calling, user-initiated and business-initiated calls, call recording, call transcription
    /// (read 2026-11-25). Seen in the wild: no.
    pub struct Call<'a> {
        /// ID of the call.
        pub id: Option<Cow<'a, str>> = id,
        /// Name of the event: `connect`, `terminate`, `call_created`, `call_recording_available` or
        /// `call_transcription_available`.
        pub event: Option<Cow<'a, str>> = text,
        /// Time of the event, in seconds; a number in the dashboard's sample.
        pub timestamp: Option<Timestamp> = time,
        /// Direction: `BUSINESS_INITIATED` or `USER_INITIATED`; absent in the dashboard's sample, for recordings and
        /// for transcripts.
        pub direction: Option<Cow<'a, str>> = text,
        /// Phone number of the caller; absent if it is hidden.
        pub from: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the caller, if the caller is a person.
        pub from_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the caller, if the caller is a person.
        pub from_parent_user_id: Option<Cow<'a, str>> = id,
        /// Phone number of the called party; absent if it is hidden.
        pub to: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the called party, if it is a person.
        pub to_user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the called party, if it is a person.
        pub to_parent_user_id: Option<Cow<'a, str>> = id,
        /// Session description; absent for SIP calls.
        pub session: Option<CallSession<'a>> = object,
        /// Session description in its older form; may be sent in addition to `session`.
        pub connection: Option<CallConnection<'a>> = object,
        /// Text that the business set when it started the call.
        pub biz_opaque_callback_data: Option<Cow<'a, str>> = text,
        /// Payload of the call link.
        pub deeplink_payload: Option<Cow<'a, str>> = text,
        /// Payload of the call button.
        pub cta_payload: Option<Cow<'a, str>> = text,
        /// Status of the call when it ended: `COMPLETED` or `FAILED`, also `Completed` and `Failed`.
        pub status: Option<Cow<'a, str>> = text,
        /// Start of the call; absent if it was not answered.
        pub start_time: Option<Timestamp> = time,
        /// End of the call; absent if it was not answered.
        pub end_time: Option<Timestamp> = time,
        /// Duration, in seconds; absent if the call was not answered.
        pub duration: Option<i64> = int,
        /// Recording, ready for download.
        pub call_recording: Option<CallRecording<'a>> = object,
        /// Transcript, ready for download.
        pub call_transcript: Option<CallTranscript<'a>> = object,
    }

    /// Session description of a WebRTC call.
    ///
    /// Source: Cloud API, calling, user-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallSession<'a> {
        /// Type of the description: `offer` if the person calls, `answer` if the business calls.
        pub sdp_type: Option<Cow<'a, str>> = text,
        /// Session description in SDP.
        pub sdp: Option<Cow<'a, str>> = text,
    }

    /// Older container of the session description.
    ///
    /// Source: Cloud API, calling, user-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallConnection<'a> {
        /// WebRTC session.
        pub webrtc: Option<CallWebrtc<'a>> = object,
    }

    /// Session description in its older form.
    ///
    /// Source: Cloud API, calling, user-initiated calls (read 2026-11-25). Seen in the wild: no.
    pub struct CallWebrtc<'a> {
        /// Session description: JSON with `type` and `sdp` inside a string.
        pub sdp: Option<Cow<'a, str>> = text,
    }

    /// Recording of a call.
    ///
    /// Source: Cloud API, calling, call recording (read 2026-11-25). Seen in the wild: no.
    pub struct CallRecording<'a> {
        /// Type of the file: `audio`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Audio file.
        pub audio: Option<Box<Media<'a>>> = boxed,
    }

    /// Transcript of a call.
    ///
    /// Source: Cloud API, calling, call transcription (read 2026-11-25). Seen in the wild: no.
    pub struct CallTranscript<'a> {
        /// Transcript file, in JSON.
        pub document: Option<Box<Media<'a>>> = boxed,
    }

    /// JSON inside the string of the older session description.
    struct OldSession<'a> {
        /// Type of the description: `offer` or `answer`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Session description in SDP.
        pub sdp: Option<Cow<'a, str>> = text,
    }
}

/// Reads the lists of this field: calls, statuses of calls from the business, and errors.
pub(super) fn read<'a>(collector: &mut Collector<'_>, mut around: Around<'_, 'a>, _: &Value<'a>) {
    let [contacts, calls, statuses, errors] =
        ["contacts", "calls", "statuses", "errors"].map(|key| around.take(key));
    let items = calls.iter().chain(statuses.iter());
    let items = items.map(|list| json::count_objects(*list)).sum();
    around.read_people(collector, &contacts, items);
    let begun = collector.len();
    item::each::<Call<'_>>(collector, &around, "calls", "calls", &calls);
    item::each::<CallStatus<'_>>(collector, &around, "calls", "statuses", &statuses);
    // Beside several calls nobody knows whose errors they are; what is no object is no call.
    let sole = collector.sole_since(begun);
    let kind = "error";
    item::walk(
        collector,
        &around,
        kind,
        "errors",
        &errors,
        |collector, item| {
            let raw = collector.raw(item.slice);
            let sole = sole.and_then(|number| collector.event_mut(number));
            if let Some(Event::Call(call)) = sole
                && let Ok((error, is_whole)) = json::read_all::<Error<'_>>(item.slice)
            {
                let is_told = is_whole && is_told(&error);
                let error = unless_empty(error.into());
                if !is_told || error.is_none() {
                    // The bytes of the call do not contain the rest of the error.
                    around.kept.borrow_mut().push(item.path, raw);
                }
                call.errors.extend(error);
                return;
            }
            item::item::<Error<'_>>(collector, &around, kind, item);
        },
    );
    around.leave_people();
}

/// Whether the event's error contains all of the additional data of this one.
fn is_told(error: &Error<'_>) -> bool {
    let inner = error.error_data.map(json::read_all::<ErrorData<'_>>);
    match inner {
        Some(inner) => error.details.is_none() && inner.is_ok_and(|(_, is_whole)| is_whole),
        None => true,
    }
}

impl<'a> FieldItem<'a> for Call<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            id,
            event,
            timestamp: _,
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
        } = self;
        let event = event.ok_or(Problem::no_value("event"))?;
        let direction = direction.as_deref().map(self::direction);
        let from = Ids {
            phone: from,
            user_id: from_user_id,
            parent_user_id: from_parent_user_id,
        };
        let to = Ids {
            phone: to,
            user_id: to_user_id,
            parent_user_id: to_parent_user_id,
        };
        let (from, to) = parties(from, to, direction.as_ref(), around);
        let (sdp_type, sdp) = description(session, connection);
        Ok(Event::from(event::Call {
            event: Some(documented(&event)),
            id: id.owned(),
            direction,
            from,
            to,
            status: status.map(|word| in_any_case(&word)),
            start_at: start_time,
            end_at: end_time,
            duration,
            sdp_type: sdp_type.map(Into::into),
            sdp,
            deeplink_payload: deeplink_payload.owned(),
            cta_payload: cta_payload.owned(),
            callback_data: biz_opaque_callback_data.owned(),
            call_recording: call_recording.and_then(|it| it.audio).map(file),
            call_transcript: call_transcript.and_then(|it| it.document).map(file),
            ..event::Call::new(meta, raw)
        }))
    }
}

/// Returns the event. One client library has another spelling of one.
fn documented(word: &str) -> CallEvent {
    match word {
        "call_transcript_available" => CallEvent::TranscriptionAvailable,
        word => word.into(),
    }
}

fn direction(word: &str) -> Direction {
    match word {
        "USER_INITIATED" => Direction::Inbound,
        "BUSINESS_INITIATED" => Direction::Outbound,
        other => other.into(),
    }
}

#[allow(clippy::boxed_local, reason = "the wire type keeps it on the heap")]
fn file(media: Box<Media<'_>>) -> Box<event::content::Media> {
    Box::new((*media).into())
}

/// Returns the type and text of the session description.
fn description(
    session: Option<CallSession<'_>>,
    connection: Option<CallConnection<'_>>,
) -> (Option<String>, Option<String>) {
    let CallSession { sdp_type, sdp } = session.unwrap_or_default();
    let old = connection.and_then(|it| it.webrtc).and_then(|it| it.sdp);
    match old {
        Some(text) if sdp.is_none() => {
            let inner = json::read(RawSlice::new(text.trim(), 0)).unwrap_or_default();
            let OldSession { r#type, sdp } = inner;
            // A text that is not such JSON is the description itself.
            let sdp = sdp.unwrap_or(Cow::Borrowed(&*text)).into_owned();
            (sdp_type.or(r#type).owned(), Some(sdp))
        }
        _ => (sdp_type.owned(), sdp.owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meta;

    #[test]
    fn an_older_description_is_json_or_the_description_itself() {
        let read = |text: &'static str| {
            let sdp = Some(Cow::Borrowed(text));
            let webrtc = Some(CallWebrtc { sdp });
            description(None, Some(CallConnection { webrtc }))
        };
        let text = |text: &str| Some(text.to_owned());
        let json = r#" {"type":"answer","sdp":"v=0\r\n"}"#;
        assert_eq!(read(json), (text("answer"), text("v=0\r\n")));
        for other in ["v=0\r\n", "{", r#"{"type":"#, "[]"] {
            assert_eq!(read(other), (None, text(other)));
        }
    }

    #[test]
    fn errors_are_the_only_calls_and_nothing_of_them_is_lost() {
        let kinds = |calls: &str| {
            let body = format!(
                r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"calls","value":{{
                "calls":[{calls}],"errors":["broken",{{"code":138021}}]}}}}]}}]}}"#
            );
            let events = meta::parse(body).unwrap();
            let own = events.iter().filter_map(Event::as_call);
            let own = own.map(|call| call.errors.len()).sum::<usize>();
            (own, events.iter().map(Event::kind).collect::<Vec<_>>())
        };
        let call = r#"{"id":"wacid.A","event":"terminate"}"#;
        assert_eq!(kinds(call), (1, vec!["call", "malformed"]));
        let others = ["malformed", "failure"];
        let two = kinds(&format!("{call},{call}"));
        assert_eq!(two, (0, [&["call", "call"][..], &others].concat()));
        assert_eq!(
            kinds(r#"{"id":"wacid.A"}"#),
            (0, [&["malformed"][..], &others].concat())
        );
    }
}
