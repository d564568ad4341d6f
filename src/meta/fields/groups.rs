//! `group_lifecycle_update`, `group_participants_update`, `group_settings_update` and `group_status_update`, which
//! have the same shape.

use std::borrow::Cow;

use super::words::without_at;
use crate::collector::{Collector, Problem};
use crate::event::{self, Event, EventMeta, FailedParticipant, GroupEvent, GroupUpdate, Party};
use crate::json::{self, List, Owned, owned, wire};
use crate::meta::item::{self, Around, FieldItem};
use crate::meta::payload::{Error, Value};
use crate::meta::people::Ids;
use crate::types::{PhoneNumber, Raw, Timestamp};

wire! {
    /// Element of `groups`: a change of a group.
    ///
    /// Source: Cloud API, webhooks for groups (read 2026-11-25). Seen in the wild: no.
    pub struct Group<'a> {
        /// Time of the change, in seconds; a number in one example.
        pub timestamp: Option<Timestamp> = time,
        /// ID of the group; meaningless if the group could not be created.
        pub group_id: Option<Cow<'a, str>> = id,
        /// Type of the change: `group_create`, `group_delete`, `group_participants_add`, `group_participants_remove`,
        /// `group_join_request_created`, `group_join_request_revoked`, `group_settings_update`, `group_suspend` or
        /// `group_suspend_cleared`.
        pub r#type "type": Option<Cow<'a, str>> = text,
        /// ID of the business's request that caused the change.
        pub request_id: Option<Cow<'a, str>> = id,
        /// Subject of a new group.
        pub subject: Option<Cow<'a, str>> = text,
        /// Description of a new group.
        pub description: Option<Cow<'a, str>> = text,
        /// Invite link of a new group.
        pub invite_link: Option<Cow<'a, str>> = text,
        /// Approval mode for new participants: `auto_approve` or `approval_required`.
        pub join_approval_mode: Option<Cow<'a, str>> = text,
        /// Reason why people joined: `invite_link`.
        pub reason: Option<Cow<'a, str>> = text,
        /// Participants who joined.
        pub added_participants: List<GroupParticipant<'a>> = list,
        /// Participants who left or were removed.
        pub removed_participants: List<GroupParticipant<'a>> = list,
        /// People who could not be added or removed.
        pub failed_participants: List<GroupParticipant<'a>> = list,
        /// Initiator of the change: `business` or `participant`; in some examples in the value, next to `groups`.
        pub initiated_by: Option<Cow<'a, str>> = text,
        /// ID of a request to join.
        pub join_request_id: Option<Cow<'a, str>> = id,
        /// WhatsApp ID of the person who asked to join.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID of the person who asked to join.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID of the person who asked to join.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username of the person who asked to join.
        pub username: Option<Cow<'a, str>> = id,
        /// Change of the group's profile picture.
        pub profile_picture: Option<Box<GroupSetting<'a>>> = boxed,
        /// Change of the subject.
        pub group_subject: Option<Box<GroupSetting<'a>>> = boxed,
        /// Change of the description.
        pub group_description: Option<Box<GroupSetting<'a>>> = boxed,
        /// Reasons why the change failed, wholly or in part.
        pub errors: List<Error<'a>> = list,
    }

    /// A person who joined or left a group, or could not be added or removed.
    ///
    /// Source: Cloud API, webhooks for groups, and business-scoped user IDs (read 2026-11-25). Seen in the wild: no.
    pub struct GroupParticipant<'a> {
        /// ID of the person, as the business's request contained it.
        pub input: Option<Cow<'a, str>> = id,
        /// WhatsApp ID.
        pub wa_id: Option<Cow<'a, str>> = id,
        /// Business-scoped user ID.
        pub user_id: Option<Cow<'a, str>> = id,
        /// Parent business-scoped user ID.
        pub parent_user_id: Option<Cow<'a, str>> = id,
        /// Username.
        pub username: Option<Cow<'a, str>> = id,
        /// Reasons why the person could not be added or removed.
        pub errors: List<Error<'a>> = list,
    }

    /// A change of a group setting that the business requested.
    ///
    /// Source: Cloud API, webhooks for groups (read 2026-11-25). Seen in the wild: no.
    pub struct GroupSetting<'a> {
        /// New subject or description.
        pub text: Option<Cow<'a, str>> = text,
        /// MIME type of the picture.
        pub mime_type: Option<Cow<'a, str>> = text,
        /// SHA-256 of the picture.
        pub sha256: Option<Cow<'a, str>> = text,
        /// Whether the setting was changed.
        pub update_successful: Option<bool> = flag,
        /// Reasons why the setting was not changed.
        pub errors: List<Error<'a>> = list,
    }
}

/// Reads the list of any of the four fields.
pub(super) fn read<'a>(collector: &mut Collector<'_>, around: Around<'_, 'a>, value: &Value<'a>) {
    let topic = around.scope.topic.clone();
    let kind = topic.as_deref().unwrap_or("groups");
    let beside = "initiated_by";
    let initiators = around.take(beside);
    let (begun, path, kept) = (collector.len(), around.path.clone(), around.kept);
    item::list::<Group<'_>>(collector, around, &value.contacts, kind, "groups");
    // Some examples of removals have it after the only group, and not in it.
    let sole = collector.sole_since(begun);
    for (nth, slice) in (1..).zip(initiators.iter()) {
        let sole = sole.and_then(|number| collector.event_mut(number));
        if let Some(Event::Group(group)) = sole
            && group.initiated_by.is_none()
            && let Some(word) = json::text(*slice)
        {
            group.initiated_by = Some(word.into());
            continue;
        }
        let raw = collector.raw(*slice);
        kept.borrow_mut().push(path.key(beside, nth), raw);
    }
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

/// Returns the type of the change. The schema of incoming payloads has another spelling for two of them.
fn documented(word: &str) -> GroupEvent {
    match word {
        "group_add_participants" => GroupEvent::ParticipantsAdd,
        "group_remove_participants" => GroupEvent::ParticipantsRemove,
        word => word.into(),
    }
}

/// Returns the person, by phone number if there is one. The ID in the business's request is kept if it is another
/// number.
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
