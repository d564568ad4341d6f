//! Groups: their life, their members, their settings.

use crate::event::model::{event, model};
use crate::event::{ErrorDetail, Party};
use crate::types::{MessageId, Raw, string_enum};

string_enum! {
    /// What happened to a group. The words of Meta and of WhatzMeAPI differ; those in capitals are WhatzMeAPI's
    /// notices in the chat.
    pub enum GroupEvent {
        /// The group was created, or could not be: see `errors`. Meta.
        GroupCreate = "group_create",
        /// The group was deleted, or could not be: see `errors`. Meta.
        GroupDelete = "group_delete",
        /// People joined the group. Meta.
        ParticipantsAdd = "group_participants_add",
        /// People left the group or were removed. Meta.
        ParticipantsRemove = "group_participants_remove",
        /// A person asks to join the group. Meta.
        JoinRequestCreated = "group_join_request_created",
        /// A person took the request to join back. Meta.
        JoinRequestRevoked = "group_join_request_revoked",
        /// The name, the description or the photo of the group changed. Meta.
        SettingsUpdate = "group_settings_update",
        /// The group was suspended. Meta.
        Suspend = "group_suspend",
        /// The group is no longer suspended. Meta.
        SuspendCleared = "group_suspend_cleared",
        /// People were added. WhatzMeAPI.
        Add = "add",
        /// People left or were removed. WhatzMeAPI.
        Remove = "remove",
        /// People became admins. WhatzMeAPI.
        Promote = "promote",
        /// People are no longer admins. WhatzMeAPI.
        Demote = "demote",
        /// A person asks to join the group. WhatzMeAPI.
        Created = "created",
        /// A person took the request to join back. WhatzMeAPI.
        Revoked = "revoked",
        /// A request to join was declined. WhatzMeAPI.
        Rejected = "rejected",
        /// The account is in a group that the gateway did not know. WhatzMeAPI.
        Upsert = "groups.upsert",
        /// Something about the group changed. WhatzMeAPI.
        Update = "groups.update",
        /// The group was created.
        NoticeCreate = "GROUP_CREATE",
        /// The name of the group changed.
        NoticeChangeSubject = "GROUP_CHANGE_SUBJECT",
        /// The photo of the group changed.
        NoticeChangeIcon = "GROUP_CHANGE_ICON",
        /// The link to join changed.
        NoticeChangeInviteLink = "GROUP_CHANGE_INVITE_LINK",
        /// The description of the group changed.
        NoticeChangeDescription = "GROUP_CHANGE_DESCRIPTION",
        /// Who may change the settings changed.
        NoticeChangeRestrict = "GROUP_CHANGE_RESTRICT",
        /// Who may write changed.
        NoticeChangeAnnounce = "GROUP_CHANGE_ANNOUNCE",
        /// People were added.
        NoticeParticipantAdd = "GROUP_PARTICIPANT_ADD",
        /// People were removed.
        NoticeParticipantRemove = "GROUP_PARTICIPANT_REMOVE",
        /// People became admins.
        NoticeParticipantPromote = "GROUP_PARTICIPANT_PROMOTE",
        /// People are no longer admins.
        NoticeParticipantDemote = "GROUP_PARTICIPANT_DEMOTE",
        /// People joined by the link.
        NoticeParticipantInvite = "GROUP_PARTICIPANT_INVITE",
        /// People left.
        NoticeParticipantLeave = "GROUP_PARTICIPANT_LEAVE",
        /// A member changed the number.
        NoticeParticipantChangeNumber = "GROUP_PARTICIPANT_CHANGE_NUMBER",
        /// A person asks to join the group.
        NoticeJoinRequest = "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST",
        /// A member who is no admin asks for a person to join, or the request was taken back or declined.
        NoticeJoinRequestNonAdminAdd = "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST_NON_ADMIN_ADD",
        /// Whether admins approve new members changed.
        NoticeJoinApprovalMode = "GROUP_MEMBERSHIP_JOIN_APPROVAL_MODE",
    }

    /// How people join a group.
    pub enum JoinApprovalMode {
        /// Without approval. Meta.
        AutoApprove = "auto_approve",
        /// An admin approves each request. Meta.
        ApprovalRequired = "approval_required",
    }

    /// Reason for a change of a group's members, or what became of a request to join.
    pub enum GroupReason {
        /// A person used the link to join.
        InviteLink = "invite_link",
        /// The request was made. WhatzMeAPI.
        Created = "created",
        /// The request was taken back. WhatzMeAPI.
        Revoked = "revoked",
        /// The request was declined. WhatzMeAPI.
        Rejected = "rejected",
    }

    /// Who removed a member of a group.
    pub enum RemovalInitiator {
        /// The business removed the member.
        Business = "business",
        /// The member left.
        Participant = "participant",
    }
}

event! {
    /// Something happened to a group. Sent by Meta, four fields, and WhatzMeAPI.
    pub struct GroupUpdate {
        /// Provider's word for what happened: Meta's `type`.
        pub event: Option<GroupEvent>,
        /// Id of the group.
        pub id: Option<String> = group,
        /// Id of the notice in the chat. WhatzMeAPI.
        pub message_id: Option<MessageId>,
        /// Request that caused it.
        pub request_id: Option<String>,
        /// Name of the group.
        pub subject: Option<String> = text,
        /// Description of the group.
        pub description: Option<String> = text,
        /// Link to join.
        pub invite_link: Option<String> = secret,
        /// How people join.
        pub join_approval_mode: Option<JoinApprovalMode>,
        /// Only admins write in it. WhatzMeAPI.
        pub announce: Option<bool>,
        /// Only admins change its name, picture and settings. WhatzMeAPI.
        pub restrict: Option<bool>,
        /// Members. WhatzMeAPI.
        pub size: Option<i64>,
        /// Why.
        pub reason: Option<GroupReason>,
        /// Who began it.
        pub initiated_by: Option<RemovalInitiator>,
        /// Who did it. WhatzMeAPI.
        pub author: Option<Party>,
        /// Request to join.
        pub join_request_id: Option<String>,
        /// Who it is about.
        pub participants: Vec<Party>,
        /// Those of `participants` who are admins, as received. WhatzMeAPI.
        pub admins: Vec<String> = tail,
        /// People whom the business could not add or remove, with the reasons. Meta.
        pub failed_participants: Vec<FailedParticipant>,
        /// Change of the picture. Meta.
        pub profile_picture: Option<GroupSetting>,
        /// Change of the subject. Meta.
        pub group_subject: Option<GroupSetting>,
        /// Change of the description. Meta.
        pub group_description: Option<GroupSetting>,
        /// What else the event carries: JSON, unread.
        pub details: Option<Raw>,
        /// What went wrong.
        pub errors: Vec<ErrorDetail>,
    }
}

model! {
    /// A person whom the business could not add to a group, or remove from it.
    pub struct FailedParticipant {
        /// Person, as the request named them.
        pub person: Option<Party>,
        /// Reasons.
        pub errors: Vec<ErrorDetail>,
    }

    /// A setting of a group that the business asked to change.
    pub struct GroupSetting {
        /// New text of the subject or the description.
        pub text: Option<String> = text,
        /// MIME type of the picture.
        pub mime_type: Option<String>,
        /// SHA-256 of the picture, as received.
        pub sha256: Option<String>,
        /// Whether the setting was changed.
        pub update_successful: Option<bool>,
        /// Reasons why it was not.
        pub errors: Vec<ErrorDetail>,
    }
}
