//! Changes of message templates.

use crate::event::model::{event, model};
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// What happened to a template, from Meta's `event`, `new_quality_score` or `new_category`.
    pub enum TemplateEvent {
        /// Meta approved the template, and it can be sent.
        Approved = "APPROVED",
        /// The template was archived.
        Archived = "ARCHIVED",
        /// The template was restored from the archive.
        Unarchived = "UNARCHIVED",
        /// The template was deleted.
        Deleted = "DELETED",
        /// Meta disabled the template for low quality or a violation. It cannot be sent.
        Disabled = "DISABLED",
        /// The quality of the template is low, and it may be paused or disabled.
        Flagged = "FLAGGED",
        /// The business appealed the decision.
        InAppeal = "IN_APPEAL",
        /// The business account has reached its maximum number of templates.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// The template is locked and cannot be edited.
        Locked = "LOCKED",
        /// Meta paused the template for low quality.
        Paused = "PAUSED",
        /// The review of the template is pending.
        Pending = "PENDING",
        /// The template will be deleted.
        PendingDeletion = "PENDING_DELETION",
        /// The template is no longer flagged or disabled, and it can be sent.
        Reinstated = "REINSTATED",
        /// Meta rejected the template.
        Rejected = "REJECTED",
        /// The new quality score is high.
        QualityGreen = "GREEN",
        /// The new quality score is medium.
        QualityYellow = "YELLOW",
        /// The new quality score is low.
        QualityRed = "RED",
        /// The template has no quality score yet.
        QualityUnrated = "UNKNOWN",
        /// The new category is marketing.
        CategoryMarketing = "MARKETING",
        /// The new category is utility.
        CategoryUtility = "UTILITY",
        /// The new category is authentication.
        CategoryAuthentication = "AUTHENTICATION",
    }

    /// Category of a template.
    pub enum TemplateCategory {
        /// Promotions, offers, and anything that is neither utility nor authentication.
        Marketing = "MARKETING",
        /// Messages about an order, an account or a request of the recipient.
        Utility = "UTILITY",
        /// One-time passwords.
        Authentication = "AUTHENTICATION",
        /// Transactions. Older templates only.
        Transactional = "TRANSACTIONAL",
        /// One-time passwords. Older templates only.
        Otp = "OTP",
    }

    /// Reason why the status of a template changed.
    pub enum TemplateReason {
        /// No reason.
        NotGiven = "NONE",
        /// The content is abusive.
        AbusiveContent = "ABUSIVE_CONTENT",
        /// The category is not available to the business. Deprecated.
        CategoryNotAvailable = "CATEGORY_NOT_AVAILABLE",
        /// The content does not match the category.
        IncorrectCategory = "INCORRECT_CATEGORY",
        /// The format is invalid: for example, two variables next to each other.
        InvalidFormat = "INVALID_FORMAT",
        /// The content promotes something.
        Promotional = "PROMOTIONAL",
        /// The content looks like a scam.
        Scam = "SCAM",
        /// The content does not match the category or the language.
        TagContentMismatch = "TAG_CONTENT_MISMATCH",
    }

    /// Title of a pause or lock of a template.
    pub enum TemplatePause {
        /// The template was paused for the first time.
        FirstPause = "FIRST_PAUSE",
        /// The template was paused for the second time.
        SecondPause = "SECOND_PAUSE",
        /// The template was paused because too many messages were sent with it.
        RateLimitingPause = "RATE_LIMITING_PAUSE",
        /// The pause ended.
        Unpause = "UNPAUSE",
        /// The template was disabled after the pauses.
        Disabled = "DISABLED",
    }

    /// Quality score of a template.
    pub enum QualityScore {
        /// High.
        Green = "GREEN",
        /// Medium.
        Yellow = "YELLOW",
        /// Low: the template may be paused or disabled.
        Red = "RED",
        /// Not rated yet.
        Unrated = "UNKNOWN",
    }

    /// Whether a change of category can be appealed.
    pub enum CategoryAppealStatus {
        /// An appeal is possible.
        Eligible = "ELIGIBLE",
    }

    /// Type of a template button.
    pub enum TemplateButtonType {
        /// Opens the catalog.
        Catalog = "CATALOG",
        /// Copies a code.
        CopyCode = "COPY_CODE",
        /// Opens an extension, the former name of a flow.
        Extension = "EXTENSION",
        /// Opens a flow.
        Flow = "FLOW",
        /// Opens a multi-product message.
        MultiProduct = "MPM",
        /// Opens the details of an order.
        OrderDetails = "ORDER_DETAILS",
        /// Copies or fills in a one-time password.
        Otp = "OTP",
        /// Calls a phone number.
        PhoneNumber = "PHONE_NUMBER",
        /// Sends a payload back.
        Postback = "POSTBACK",
        /// Sets a reminder.
        Reminder = "REMINDER",
        /// Sends the location of the recipient.
        SendLocation = "SEND_LOCATION",
        /// Opens a single-product message.
        SingleProduct = "SPM",
        /// Replies with the text of the button.
        QuickReply = "QUICK_REPLY",
        /// Opens a website.
        Url = "URL",
        /// Starts a call in WhatsApp.
        VoiceCall = "VOICE_CALL",
    }
}

event! {
    /// A change of the status, quality, category or components of a template. Sent by Meta in five fields.
    pub struct TemplateUpdate {
        /// What happened, from Meta's `event`, `new_quality_score`, `new_category` or `correct_category`. Absent if
        /// the components changed.
        pub event: Option<TemplateEvent>,
        /// ID of the template.
        pub id: Option<String>,
        /// Name of the template.
        pub name: Option<String>,
        /// Language of the template; both `es_AR` and `es-AR` occur.
        pub language: Option<String>,
        /// Category of the template.
        pub category: Option<TemplateCategory>,
        /// Reason for the change.
        pub reason: Option<TemplateReason>,
        /// Description of the pause or lock, as text for people.
        pub description: Option<String> = masked,
        /// Explanation of a rejection.
        pub rejection_info: Option<TemplateRejection>,
        /// Title of the pause or lock.
        pub title: Option<TemplatePause>,
        /// When the template was or will be disabled, exactly as received: seconds since 1970, or text for people.
        pub disable_date: Option<String>,
        /// Previous quality score.
        pub previous_quality_score: Option<QualityScore>,
        /// New quality score.
        pub new_quality_score: Option<QualityScore>,
        /// Previous category.
        pub previous_category: Option<TemplateCategory>,
        /// Current category. If a change is announced, the category until the change.
        pub new_category: Option<TemplateCategory>,
        /// Category that Meta considers correct.
        pub correct_category: Option<TemplateCategory>,
        /// When the category will change.
        pub category_update_at: Option<Timestamp>,
        /// Whether the change of category can be appealed.
        pub category_appeal_status: Option<CategoryAppealStatus>,
        /// New components of the template after an edit.
        pub components: Option<TemplateComponents>,
    }
}

model! {
    /// Components of a template.
    pub struct TemplateComponents {
        /// Header text: Meta's `message_template_title`. Absent if the header is media or a location.
        pub title: Option<String> = text,
        /// Body text: Meta's `message_template_element`.
        pub element: Option<String> = text,
        /// Footer text.
        pub footer: Option<String> = text,
        /// Buttons, in order.
        pub buttons: Vec<TemplateButton>,
    }

    /// Explanation of a rejection.
    pub struct TemplateRejection {
        /// Reason for the rejection, as text for people.
        pub reason: Option<String> = masked,
        /// Remedy that Meta recommends.
        pub recommendation: Option<String> = masked,
    }

    /// A button of a template.
    pub struct TemplateButton {
        /// Type of the button.
        pub button_type: Option<TemplateButtonType>,
        /// Label of the button.
        pub text: Option<String> = text,
        /// URL that the button opens.
        pub url: Option<String>,
        /// Phone number that the button calls.
        pub phone_number: Option<String> = tail,
    }
}

impl TemplateUpdate {
    /// Returns `true` if a change of the category is announced and has not happened yet.
    ///
    /// Until `category_update_at`, `new_category` is the current category and `correct_category` is the future one.
    #[must_use]
    pub fn is_category_change_impending(&self) -> bool {
        self.new_category.is_some()
            && self.correct_category.is_some()
            && self.previous_category.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_category_is_impending_until_it_names_the_category_before() {
        let update = |fields: &str| -> TemplateUpdate {
            serde_json::from_str(&format!(r#"{{"meta":{{"provider":"meta"}}{fields}}}"#)).unwrap()
        };
        let impending = r#","new_category":"UTILITY","correct_category":"MARKETING""#;
        assert!(update(impending).is_category_change_impending());
        let dashboard = format!(r#"{impending},"previous_category":"MARKETING""#);
        for other in [
            "",
            dashboard.as_str(),
            r#","new_category":"UTILITY""#,
            r#","category":"UTILITY","correct_category":"MARKETING""#,
        ] {
            assert!(!update(other).is_category_change_impending(), "{other}");
        }
    }
}
