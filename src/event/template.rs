//! Message templates.

use crate::event::model::{event, model};
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// What happened to a template: Meta's `event`, its `new_quality_score` or its `new_category`.
    pub enum TemplateEvent {
        /// Meta approved the template: it can be sent.
        Approved = "APPROVED",
        /// The template was archived.
        Archived = "ARCHIVED",
        /// The template was taken out of the archive.
        Unarchived = "UNARCHIVED",
        /// The template was deleted.
        Deleted = "DELETED",
        /// Meta disabled the template for low quality or a violation: it cannot be sent.
        Disabled = "DISABLED",
        /// The quality of the template is low, and it may be paused or disabled.
        Flagged = "FLAGGED",
        /// The business appealed against the decision.
        InAppeal = "IN_APPEAL",
        /// The business account has as many templates as it may have.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// The template is locked: it cannot be edited.
        Locked = "LOCKED",
        /// Meta paused the template for low quality.
        Paused = "PAUSED",
        /// The template is being reviewed.
        Pending = "PENDING",
        /// The template will be deleted.
        PendingDeletion = "PENDING_DELETION",
        /// The template is no longer flagged or disabled: it can be sent.
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
        /// Promotions, offers, and everything that is neither utility nor authentication.
        Marketing = "MARKETING",
        /// Messages about an order, an account or a request of the recipient.
        Utility = "UTILITY",
        /// One-time passwords.
        Authentication = "AUTHENTICATION",
        /// Category of older templates: transactions.
        Transactional = "TRANSACTIONAL",
        /// Category of older templates: one-time passwords.
        Otp = "OTP",
    }

    /// Reason why the status of a template changed.
    pub enum TemplateReason {
        /// No reason.
        NotGiven = "NONE",
        /// The content is abusive.
        AbusiveContent = "ABUSIVE_CONTENT",
        /// The category is not available to the business; deprecated.
        CategoryNotAvailable = "CATEGORY_NOT_AVAILABLE",
        /// The content does not fit the category.
        IncorrectCategory = "INCORRECT_CATEGORY",
        /// The format is invalid, such as two variables side by side.
        InvalidFormat = "INVALID_FORMAT",
        /// The content promotes something.
        Promotional = "PROMOTIONAL",
        /// The content looks like a scam.
        Scam = "SCAM",
        /// The content does not fit the category or the language.
        TagContentMismatch = "TAG_CONTENT_MISMATCH",
    }

    /// Title of a pause or lock of a template.
    pub enum TemplatePause {
        /// Paused for the first time.
        FirstPause = "FIRST_PAUSE",
        /// Paused for the second time.
        SecondPause = "SECOND_PAUSE",
        /// Paused because too many messages are sent from it.
        RateLimitingPause = "RATE_LIMITING_PAUSE",
        /// The pause is over.
        Unpause = "UNPAUSE",
        /// Disabled after the pauses.
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

    /// Whether a change of category can be appealed against.
    pub enum CategoryAppealStatus {
        /// An appeal is possible.
        Eligible = "ELIGIBLE",
    }

    /// Type of a button of a template.
    pub enum TemplateButtonType {
        /// Opens the catalog.
        Catalog = "CATALOG",
        /// Copies a code.
        CopyCode = "COPY_CODE",
        /// Opens an extension: the earlier name of a flow.
        Extension = "EXTENSION",
        /// Opens a flow.
        Flow = "FLOW",
        /// Opens a message with several products.
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
        /// Opens a message with one product.
        SingleProduct = "SPM",
        /// Answers with the text of the button.
        QuickReply = "QUICK_REPLY",
        /// Opens a website.
        Url = "URL",
        /// Starts a call in WhatsApp.
        VoiceCall = "VOICE_CALL",
    }
}

event! {
    /// Something happened to a template. Sent by Meta, five fields.
    pub struct TemplateUpdate {
        /// Meta's word for what happened: its `event`, `new_quality_score`, `new_category`, or the `correct_category` that it
        /// detected. Absent where components changed.
        pub event: Option<TemplateEvent>,
        /// Id of the template.
        pub id: Option<String>,
        /// Name of the template.
        pub name: Option<String>,
        /// Language of the template; `es_AR` and `es-AR` both occur.
        pub language: Option<String>,
        /// Category of the template.
        pub category: Option<TemplateCategory>,
        /// Why, as Meta's word.
        pub reason: Option<TemplateReason>,
        /// Why, as prose.
        pub description: Option<String> = masked,
        /// What Meta recommends.
        pub recommendation: Option<String> = masked,
        /// Title of a pause or lock.
        pub title: Option<TemplatePause>,
        /// When it was or will be disabled, as received: seconds since 1970, or prose.
        pub disable_date: Option<String>,
        /// Quality before.
        pub previous_quality_score: Option<QualityScore>,
        /// Quality now.
        pub new_quality_score: Option<QualityScore>,
        /// Category before.
        pub previous_category: Option<TemplateCategory>,
        /// Category now, or until the change.
        pub new_category: Option<TemplateCategory>,
        /// Category that Meta finds right.
        pub correct_category: Option<TemplateCategory>,
        /// When the category will change.
        pub category_update_at: Option<Timestamp>,
        /// Whether an appeal is possible.
        pub category_appeal_status: Option<CategoryAppealStatus>,
        /// New content of an edited template.
        pub components: Option<TemplateComponents>,
    }
}

model! {
    /// Content of a template.
    pub struct TemplateComponents {
        /// Text of the header: Meta's `message_template_title`. Absent where the header is a file or a location.
        pub title: Option<String> = text,
        /// Text of the body: Meta's `message_template_element`.
        pub element: Option<String> = text,
        /// Text of the footer.
        pub footer: Option<String> = text,
        /// Buttons.
        pub buttons: Vec<TemplateButton>,
    }

    /// Button of a template.
    pub struct TemplateButton {
        /// Type of the button.
        pub button_type: Option<TemplateButtonType>,
        /// Label.
        pub text: Option<String> = text,
        /// Address that the button opens.
        pub url: Option<String>,
        /// Number that the button calls.
        pub phone_number: Option<String> = tail,
    }
}

impl TemplateUpdate {
    /// Returns `true` if the category of the template will change and has not changed yet: until
    /// `category_update_at`, `new_category` is the category of today, and `correct_category` the one that comes.
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
