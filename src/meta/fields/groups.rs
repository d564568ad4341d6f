//! `group_lifecycle_update`, `group_participants_update`, `group_settings_update`, `group_status_update`: one shape.

use std::borrow::Cow;

use super::words::without_at;
use crate::collector::{Collector, Problem};
use crate::event::{self, Event, EventMeta, FailedParticipant, GroupEvent, GroupUpdate, Party};
use crate::json::{List, Owned, owned, wire};
use crate::meta::item::{self, Around, FieldItem};
use crate::meta::payload::{Error, Value};
use crate::meta::people::Ids;
use crate::types::{PhoneNumber, Raw, Timestamp};

wire! {
    /// Element of `groups`.
    ///
    /// Source: Cloud API, webhooks for groups (read 2026-11-25). Seen in the wild: no.
    pub struct Group<'a> {
        /// Time, in seconds; one example has a number.
        pub timestamp: Option<Timestamp> = time,
        /// Id of the group; without meaning where it could not be created.
        pub group_id: Option<Cow<'a, str>> = id,
        /// `group_create`, `group_delete`, `group_participants_add`, `group_participants_remove`,
        /// `group_join_request_created`, `group_join_request_revoked`, `group_settings_update`, `group_suspend`,
        /// `group_suspend_cleared`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// Id of the request of the business that caused it.
        pub request_id: Option<Cow<'a, str>> = id,
        /// Subject of a new group.
        pub subject: Option<Cow<'a, str>> = text,
        /// Description of a new group.
        pub description: Option<Cow<'a, str>> = text,
        /// Link to a new group.
        pub invite_link: Option<Cow<'a, str>> = text,
        /// `auto_approve` or `approval_required`.
        pub join_approval_mode: Option<Cow<'a, str>> = text,
        /// Why people joined: `invite_link`.
        pub reason: Option<Cow<'a, str>> = text,
        /// People who joined.
        pub added_participants: List<GroupParticipant<'a>> = list,
        /// People who left or were removed.
        pub removed_participants: List<GroupParticipant<'a>> = list,
        /// People who could not be added or removed.
        pub failed_participants: List<GroupParticipant<'a>> = list,
        /// `business` or `participant`.
        pub initiated_by: Option<Cow<'a, str>> = text,
        /// Id of a request to join.
        pub join_request_id: Option<Cow<'a, str>> = id,
        /// WhatsApp id of the person who asks to join.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user id of the person who asks to join.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent id of the person who asks to join.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username of the person who asks to join.
        pub username: Option<Cow<'a, str>> = id,
        /// Change of the picture.
        pub profile_picture: Option<Box<GroupSetting<'a>>> = boxed,
        /// Change of the subject.
        pub group_subject: Option<Box<GroupSetting<'a>>> = boxed,
        /// Change of the description.
        pub group_description: Option<Box<GroupSetting<'a>>> = boxed,
        /// Why all or part of it failed.
        pub errors: List<Error<'a>> = list,
    }

    /// A person who joined a group, left it, or could not be added or removed.
    ///
    /// Source: Cloud API, webhooks for groups, and business-scoped user ids (read 2026-11-25). Seen in the wild: no.
    pub struct GroupParticipant<'a> {
        /// What the request of the business called the person.
        pub input: Option<Cow<'a, str>> = id,
        /// WhatsApp id.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user id.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent id.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username.
        pub username: Option<Cow<'a, str>> = id,
        /// Why the person could not be added or removed.
        pub errors: List<Error<'a>> = list,
    }

    /// A setting that the business asked to change.
    ///
    /// Source: Cloud API, webhooks for groups (read 2026-11-25). Seen in the wild: no.
    pub struct GroupSetting<'a> {
        /// New subject or description.
        pub text: Option<Cow<'a, str>> = text,
        /// MIME type of the picture.
        pub mime_type: Option<Cow<'a, str>> = text,
        /// SHA-256 of the picture.
        pub sha256: Option<Cow<'a, str>> = text,
        /// Whether it was changed.
        pub update_successful: Option<bool> = flag,
        /// Why it was not.
        pub errors: List<Error<'a>> = list,
    }
}

/// Reads the list of any of the four fields.
pub(super) fn read<'a>(collector: &mut Collector<'_>, around: Around<'_, 'a>, value: &Value<'a>) {
    let topic = around.scope.topic.clone();
    let kind = topic.as_deref().unwrap_or("groups");
    item::list::<Group<'_>>(collector, around, &value.contacts, kind, "groups");
}

owned! {
    GroupSetting => event::GroupSetting { text, mime_type, sha256, update_successful, errors }
}

impl<'a> FieldItem<'a> for Group<'a> {
    fn occurred_at(&self, entry: Option<Timestamp>) -> Option<Timestamp> {
        self.timestamp.or(entry)
    }

    fn event(self, meta: EventMeta, raw: Raw, around: &Around<'_, 'a>) -> Result<Event, Problem> {
        let Self {
            timestamp: _,
            group_id,
            r#type,
            request_id,
            subject,
            description,
            invite_link,
            join_approval_mode,
            reason,
            added_participants,
            removed_participants,
            failed_participants,
            initiated_by,
            join_request_id,
            wa_id,
            user_id,
            parent_user_id,
            username,
            profile_picture,
            group_subject,
            group_description,
            errors,
        } = self;
        let event = r#type.ok_or(Problem::no_value("type"))?;
        let asking = GroupParticipant {
            wa_id,
            user_id,
            parent_user_id,
            username,
            ..GroupParticipant::default()
        };
        let people = (added_participants.into_iter())
            .chain(removed_participants)
            .chain([asking]);
        let failed = failed_participants.into_iter();
        let failed = failed.map(|mut participant| FailedParticipant {
            errors: std::mem::take(&mut participant.errors).owned(),
            person: person(participant, around),
        });
        Ok(Event::from(GroupUpdate {
            event: Some(documented(&event)),
            id: group_id.owned(),
            request_id: request_id.owned(),
            subject: subject.owned(),
            description: description.owned(),
            invite_link: invite_link.owned(),
            join_approval_mode: join_approval_mode.owned(),
            reason: reason.owned(),
            initiated_by: initiated_by.owned(),
            join_request_id: join_request_id.owned(),
            participants: people.filter_map(|it| person(it, around)).collect(),
            failed_participants: failed.collect(),
            profile_picture: profile_picture.map(|it| (*it).into()),
            group_subject: group_subject.map(|it| (*it).into()),
            group_description: group_description.map(|it| (*it).into()),
            errors: errors.owned(),
            ..GroupUpdate::new(meta, raw)
        }))
    }
}

/// The word for what happened; the schema of incoming payloads spells two of them otherwise.
fn documented(word: &str) -> GroupEvent {
    match word {
        "group_add_participants" => GroupEvent::ParticipantsAdd,
        "group_remove_participants" => GroupEvent::ParticipantsRemove,
        word => word.into(),
    }
}

/// The person, by number where there is one. What the business called them stays the id where it is another number.
fn person<'a>(participant: GroupParticipant<'a>, around: &Around<'_, 'a>) -> Option<Party> {
    let GroupParticipant {
        input,
        wa_id,
        user_id,
        parent_user_id,
        username,
        errors: _,
    } = participant;
    let number = |text: &Option<Cow<'_, str>>| text.as_deref().and_then(PhoneNumber::parse);
    let (input, input_id) = match number(&input) {
        Some(_) => (input, None),
        None => (None, input),
    };
    let phone = match (&input, &wa_id) {
        (Some(_), Some(_)) if number(&input) != number(&wa_id) => input,
        _ => wa_id.clone().or(input),
    };
    let person = around.people.party(Ids {
        phone,
        user_id: user_id.or(input_id),
        parent_user_id,
    })?;
    let wa_id = person.wa_id.or(wa_id.owned());
    Some(Party {
        wa_id: wa_id.filter(|wa_id| person.id.as_ref() != Some(wa_id)),
        username: person.username.or(username.map(|it| without_at(&it))),
        ..person
    })
}
