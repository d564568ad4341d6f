//! Changes of groups: life cycle, participants, settings.

use crate::event::model::{event, model};
use crate::event::{ErrorDetail, Party};
use crate::types::{MessageId, Raw, string_enum};

string_enum! {
    /// What happened to a group. Meta and WhatzMeAPI use different values; those in capitals are notices that
    /// WhatzMeAPI sends from the chat.
    pub enum GroupEvent {
        /// The group was created, or could not be created: see `errors`. Meta only.
        GroupCreate = "group_create",
        /// The group was deleted, or could not be deleted: see `errors`. Meta only.
        GroupDelete = "group_delete",
        /// People joined the group. Meta only.
        ParticipantsAdd = "group_participants_add",
        /// People left the group or were removed. Meta only.
        ParticipantsRemove = "group_participants_remove",
        /// A person asked to join the group. Meta only.
        JoinRequestCreated = "group_join_request_created",
        /// A person withdrew a request to join the group. Meta only.
        JoinRequestRevoked = "group_join_request_revoked",
        /// The name, description or photo of the group changed. Meta only.
        SettingsUpdate = "group_settings_update",
        /// The group was suspended. Meta only.
        Suspend = "group_suspend",
        /// The group is no longer suspended. Meta only.
        SuspendCleared = "group_suspend_cleared",
        /// People were added. WhatzMeAPI only.
        Add = "add",
        /// People left or were removed. WhatzMeAPI only.
        Remove = "remove",
        /// People became admins. WhatzMeAPI only.
        Promote = "promote",
        /// People are no longer admins. WhatzMeAPI only.
        Demote = "demote",
        /// A person asked to join the group. WhatzMeAPI only.
        Created = "created",
        /// A person withdrew a request to join the group. WhatzMeAPI only.
        Revoked = "revoked",
        /// A request to join was declined. WhatzMeAPI only.
        Rejected = "rejected",
        /// The account is in a group that the gateway did not have yet. WhatzMeAPI only.
        Upsert = "groups.upsert",
        /// A property of the group changed. WhatzMeAPI only.
        Update = "groups.update",
        /// The group was created.
        NoticeCreate = "GROUP_CREATE",
        /// The name of the group changed.
        NoticeChangeSubject = "GROUP_CHANGE_SUBJECT",
        /// The photo of the group changed.
        NoticeChangeIcon = "GROUP_CHANGE_ICON",
        /// The invite link changed.
        NoticeChangeInviteLink = "GROUP_CHANGE_INVITE_LINK",
        /// The description of the group changed.
        NoticeChangeDescription = "GROUP_CHANGE_DESCRIPTION",
        /// The setting for who may change the group changed.
        NoticeChangeRestrict = "GROUP_CHANGE_RESTRICT",
        /// The setting for who may send messages changed.
        NoticeChangeAnnounce = "GROUP_CHANGE_ANNOUNCE",
        /// People were added.
        NoticeParticipantAdd = "GROUP_PARTICIPANT_ADD",
        /// People were removed.
        NoticeParticipantRemove = "GROUP_PARTICIPANT_REMOVE",
        /// People became admins.
        NoticeParticipantPromote = "GROUP_PARTICIPANT_PROMOTE",
        /// People are no longer admins.
        NoticeParticipantDemote = "GROUP_PARTICIPANT_DEMOTE",
        /// People joined through the invite link.
        NoticeParticipantInvite = "GROUP_PARTICIPANT_INVITE",
        /// People left.
        NoticeParticipantLeave = "GROUP_PARTICIPANT_LEAVE",
        /// A participant changed their phone number.
        NoticeParticipantChangeNumber = "GROUP_PARTICIPANT_CHANGE_NUMBER",
        /// A person asked to join the group.
        NoticeJoinRequest = "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST",
        /// A participant who is not an admin asked to add a person, or that request was withdrawn or declined.
        NoticeJoinRequestNonAdminAdd = "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST_NON_ADMIN_ADD",
        /// The setting for approval of new participants changed.
        NoticeJoinApprovalMode = "GROUP_MEMBERSHIP_JOIN_APPROVAL_MODE",
    }

    /// How people join a group.
    pub enum JoinApprovalMode {
        /// Without approval. Meta only.
        AutoApprove = "auto_approve",
        /// An admin approves each request. Meta only.
        ApprovalRequired = "approval_required",
    }

    /// Reason for a change of the participants of a group, or the result of a request to join.
    pub enum GroupReason {
        /// A person used the invite link.
        InviteLink = "invite_link",
        /// An admin added the person. Known only from the types of one client library.
        AdminAdded = "admin_added",
        /// The request was made. WhatzMeAPI only.
        Created = "created",
        /// The request was withdrawn. WhatzMeAPI only.
        Revoked = "revoked",
        /// The request was declined. WhatzMeAPI only.
        Rejected = "rejected",
    }

    /// Who removed a participant from a group.
    pub enum RemovalInitiator {
        /// The business removed the participant.
        Business = "business",
        /// The participant left.
        Participant = "participant",
    }
}

event! {
    /// A change of a group, its participants or its settings. Sent by Meta, in four fields, and by WhatzMeAPI.
    pub struct GroupUpdate {
        /// What happened, from Meta's `type` or WhatzMeAPI's value.
        pub event: Option<GroupEvent>,
        /// ID of the group.
        pub id: Option<String> = group,
        /// ID of the notice in the chat. WhatzMeAPI only.
        pub message_id: Option<MessageId>,
        /// ID of the API request that caused the change. Meta only.
        pub request_id: Option<String>,
        /// Name of the group.
        pub subject: Option<String> = text,
        /// Description of the group.
        pub description: Option<String> = text,
        /// Invite link.
        pub invite_link: Option<String> = secret,
        /// How people join the group.
        pub join_approval_mode: Option<JoinApprovalMode>,
        /// Whether only admins can send messages. WhatzMeAPI only.
        pub announce: Option<bool>,
        /// Whether only admins can change name, photo and settings. WhatzMeAPI only.
        pub restrict: Option<bool>,
        /// Number of participants. WhatzMeAPI only.
        pub size: Option<i64>,
        /// Reason for the change.
        pub reason: Option<GroupReason>,
        /// Who removed the participant. Meta only.
        pub initiated_by: Option<RemovalInitiator>,
        /// Person who made the change. WhatzMeAPI only.
        pub author: Option<Party>,
        /// ID of the request to join. Meta only.
        pub join_request_id: Option<String>,
        /// People that the event is about.
        pub participants: Vec<Party>,
        /// IDs of those `participants` who are admins, exactly as received. WhatzMeAPI only.
        pub admins: Vec<String> = tail,
        /// People whom the business could not add or remove. Meta only.
        pub failed_participants: Vec<FailedParticipant>,
        /// Change of the photo. Meta only.
        pub profile_picture: Option<GroupSetting>,
        /// Change of the name. Meta only.
        pub group_subject: Option<GroupSetting>,
        /// Change of the description. Meta only.
        pub group_description: Option<GroupSetting>,
        /// Further JSON of the event that this crate does not read. WhatzMeAPI only.
        pub details: Option<Raw>,
        /// Errors that the provider reports.
        pub errors: Vec<ErrorDetail>,
    }
}

model! {
    /// A person whom the business could not add to a group or remove from it.
    pub struct FailedParticipant {
        /// Person, as identified in the request.
        pub person: Option<Party>,
        /// Reasons why the change failed.
        pub errors: Vec<ErrorDetail>,
    }

    /// A group setting that the business asked to change.
    pub struct GroupSetting {
        /// New name or description.
        pub text: Option<String> = text,
        /// MIME type of the photo.
        pub mime_type: Option<String>,
        /// SHA-256 of the photo, exactly as received.
        pub sha256: Option<String>,
        /// Whether the setting was changed.
        pub update_successful: Option<bool>,
        /// Reasons why the setting was not changed.
        pub errors: Vec<ErrorDetail>,
    }
}
