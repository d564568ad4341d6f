// Generated from event.json; see CONTRIBUTING.md.

/**
 * Severity of an alert.
 */
export type AlertSeverity = "CRITICAL" | "INFORMATIONAL" | "WARNING" | (string & {});
/**
 * A time in UTC between the years 1970 and 9999, in RFC 3339.
 */
export type Timestamp = string;
/**
 * Messaging limit: the number of people to whom the business can send a first message within 24 hours.
 */
export type MessagingLimit =
  | "TIER_100K"
  | "TIER_10K"
  | "TIER_1K"
  | "TIER_250"
  | "TIER_2K"
  | "TIER_50"
  | "TIER_NOT_SET"
  | "TIER_UNLIMITED"
  | (string & {});
/**
 * Kind of object that an alert is about.
 */
export type AccountEntityType = "BUSINESS" | "CURRENT_STATUS_ID" | "PHONE_NUMBER" | "WABA" | (string & {});
/**
 * What happened to a business account, from Meta's `event`, `decision` or `alert_type`.
 */
export type AccountEvent =
  | "ACCOUNT_DELETED"
  | "ACCOUNT_OFFBOARDED"
  | "ACCOUNT_RECONNECTED"
  | "ACCOUNT_RESTRICTION"
  | "ACCOUNT_VIOLATION"
  | "AD_ACCOUNT_LINKED"
  | "APPROVED"
  | "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE"
  | "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE"
  | "COMPROMISED_NOTIFICATION"
  | "DEFERRED"
  | "DISABLED_UPDATE"
  | "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED"
  | "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED"
  | "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO"
  | "MM_LITE_TERMS_SIGNED"
  | "OBA_APPROVED"
  | "OBA_REJECTED"
  | "PARTNER_ADDED"
  | "PARTNER_APP_INSTALLED"
  | "PARTNER_APP_UNINSTALLED"
  | "PARTNER_CLIENT_CERTIFICATION_NEEDED"
  | "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE"
  | "PARTNER_REMOVED"
  | "PENDING"
  | "PROFILE_PICTURE_LOST"
  | "REJECTED"
  | "SOLUTION_CREATED"
  | "SOLUTION_UPDATED"
  | "VERIFIED_ACCOUNT"
  | "VOLUME_BASED_PRICING_TIER_UPDATE"
  | (string & {});
/**
 * Who disconnected a number used with the WhatsApp Business app (coexistence).
 */
export type DisconnectionInitiator = "SYSTEM" | "USER" | (string & {});
/**
 * A phone number: the digits of its E.164 form, without `+`.
 */
export type PhoneNumber = string;
/**
 * Meta's ID for a business phone number: digits, but not the phone number itself.
 */
export type PhoneNumberId = string;
/**
 * Key that tells a repeated delivery from a new event.
 */
export type Key = string;
/**
 * Path of a value in the body, such as `entry[0].changes[1].value.messages[2]`.
 */
export type Path = string;
/**
 * Provider of a delivery.
 */
export type Provider = "cooby" | "engage" | "meta" | "partner" | "whatzmeapi" | (string & {});
/**
 * Reason why a number used with the WhatsApp Business app (coexistence) was disconnected.
 */
export type DisconnectionReason =
  | "ACCOUNT_DISCONNECTED"
  | "BUSINESS_DOWNGRADE"
  | "CHANGE_NUMBER"
  | "COMPANION_INACTIVITY"
  | "PRIMARY_INACTIVITY"
  | "USER_RE_REGISTERED"
  | (string & {});
/**
 * Reason why a partner could not verify a business. One page of Meta spells the values with `_` instead of spaces; they are read as those with spaces.
 */
export type CertificationRejection =
  | "ADDRESS NOT MATCHING"
  | "BUSINESS NOT ELIGIBLE"
  | "LEGAL NAME NOT FOUND IN DOCUMENTS"
  | "LEGAL NAME NOT MATCHING"
  | "MALFORMED DOCUMENTS"
  | "NONE"
  | "WEBSITE NOT MATCHING"
  | (string & {});
/**
 * What a restricted business account must not do.
 */
export type RestrictionType =
  | "RESTRICTED_ADD_PHONE_NUMBER_ACTION"
  | "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING"
  | "RESTRICTED_BIZ_INITIATED_MESSAGING"
  | "RESTRICTED_BUSINESS_INITIATED_CALLING"
  | "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"
  | "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES"
  | "RESTRICTED_USER_INITIATED_CALLING"
  | "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN"
  | "RESTRICTED_UTILITY_TEMPLATES"
  | "RESTRICTION_ADD_PHONE_NUMBER_ACTION"
  | (string & {});
/**
 * Status of an alert, of a multi-partner solution, or of a verification by a partner.
 */
export type AccountStatus =
  | "ACTIVE"
  | "APPROVED"
  | "DEACTIVATED"
  | "DISCARDED"
  | "DRAFT"
  | "FAILED"
  | "INITIATED"
  | "NONE"
  | "PENDING"
  | "PENDING_DEACTIVATION"
  | "REJECTED"
  | "REVOKED"
  | (string & {});
/**
 * Type of a policy violation.
 */
export type ViolationType =
  | "ADULT"
  | "ALCOHOL"
  | "ANIMALS"
  | "BODY_PARTS_FLUIDS"
  | "DATING"
  | "DIGITAL_SERVICES_PRODUCTS"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_OFFBOARD"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_RATE_LIMIT"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_RATE_LIMIT_RECOVERY"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_1"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_2"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_UNBAN"
  | "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_WARN"
  | "DIRECT_SEND_UTILITY_TEMPLATE_ABUSE"
  | "DRUGS"
  | "GAMBLING"
  | "HEALTHCARE"
  | "ILLEGAL_PRODUCTS"
  | "LOW_BUSINESS_INITIATED_CALLING_QUALITY"
  | "LOW_USER_INITIATED_CALLING_QUALITY"
  | "MISLEADING"
  | "OVERTLY_SEXUALIZED_POSITIONING"
  | "REAL_FAKE_CURRENCY"
  | "SCAM"
  | "SUPPLEMENTS"
  | "THIRD_PARTY_INFRINGEMENTS"
  | "TOBACCO"
  | "UNAUTHORIZED_MEDIA"
  | "USER_INITIATED_CALLS_LOW_PICKUP_RATE"
  | "WEAPONS"
  | (string & {});
/**
 * Category that a message is charged by. It does not determine whether the message is charged: see `PricingType`.
 */
export type PricingCategory =
  | "authentication"
  | "authentication-international"
  | "general_purpose_ai"
  | "group_marketing"
  | "group_marketing_lite"
  | "group_service"
  | "group_utility"
  | "marketing"
  | "marketing_lite"
  | "marketing_lite_dynamic"
  | "referral_conversion"
  | "service"
  | "utility"
  | (string & {});
/**
 * State of a ban.
 */
export type BanState = "DISABLE" | "REINSTATE" | "SCHEDULE_FOR_DISABLE" | (string & {});
/**
 * Direction of a message or call, seen from the business.
 */
export type Direction = "inbound" | "outbound" | (string & {});
/**
 * What happened to a call. Meta and WhatzMeAPI use different values.
 */
export type CallEvent =
  | "ACCEPTED"
  | "REJECTED"
  | "RINGING"
  | "accept"
  | "call_created"
  | "call_recording_available"
  | "call_transcription_available"
  | "connect"
  | "offer"
  | "reject"
  | "ringing"
  | "terminate"
  | "timeout"
  | (string & {});
/**
 * Type of a session description.
 */
export type SdpType = "answer" | "offer" | (string & {});
/**
 * Status of a call that has ended. Older pages of Meta spell the values `Completed` and `Failed`.
 */
export type CallStatus = "COMPLETED" | "FAILED" | (string & {});
/**
 * What happened to a contact of the business.
 */
export type ContactSyncEvent = "add" | "remove" | (string & {});
/**
 * Part of a message that was clicked.
 */
export type ClickComponent = "body" | "cta" | (string & {});
/**
 * What a person did, from Meta's `event_name` or `action_type`.
 */
export type ConversionEvent =
  "LeadSubmitted" | "Purchase" | "landing_page_view" | "marketing_messages_link_click" | "sent" | (string & {});
/**
 * ID of a message, such as `wamid.…`. It is opaque: compare it exactly and do not decode it.
 */
export type MessageId = string;
/**
 * State of an alert.
 */
export type FlowAlertState = "ACTIVATED" | "DEACTIVATED" | (string & {});
/**
 * What happened to a flow or its endpoint.
 */
export type FlowEvent =
  | "CLIENT_ERROR_RATE"
  | "ENDPOINT_AVAILABILITY"
  | "ENDPOINT_ERROR_RATE"
  | "ENDPOINT_LATENCY"
  | "FLOW_STATUS_CHANGE"
  | "FLOW_VERSION_EXPIRY_WARNING"
  | (string & {});
/**
 * Status of a flow.
 */
export type FlowStatus = "BLOCKED" | "DEPRECATED" | "DRAFT" | "PUBLISHED" | "THROTTLED" | (string & {});
/**
 * What happened to a group. Meta and WhatzMeAPI use different values; those in capitals are notices that WhatzMeAPI sends from the chat.
 */
export type GroupEvent =
  | "GROUP_CHANGE_ANNOUNCE"
  | "GROUP_CHANGE_DESCRIPTION"
  | "GROUP_CHANGE_ICON"
  | "GROUP_CHANGE_INVITE_LINK"
  | "GROUP_CHANGE_RESTRICT"
  | "GROUP_CHANGE_SUBJECT"
  | "GROUP_CREATE"
  | "GROUP_MEMBERSHIP_JOIN_APPROVAL_MODE"
  | "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST"
  | "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST_NON_ADMIN_ADD"
  | "GROUP_PARTICIPANT_ADD"
  | "GROUP_PARTICIPANT_CHANGE_NUMBER"
  | "GROUP_PARTICIPANT_DEMOTE"
  | "GROUP_PARTICIPANT_INVITE"
  | "GROUP_PARTICIPANT_LEAVE"
  | "GROUP_PARTICIPANT_PROMOTE"
  | "GROUP_PARTICIPANT_REMOVE"
  | "add"
  | "created"
  | "demote"
  | "group_create"
  | "group_delete"
  | "group_join_request_created"
  | "group_join_request_revoked"
  | "group_participants_add"
  | "group_participants_remove"
  | "group_settings_update"
  | "group_suspend"
  | "group_suspend_cleared"
  | "groups.update"
  | "groups.upsert"
  | "promote"
  | "rejected"
  | "remove"
  | "revoked"
  | (string & {});
/**
 * Who removed a participant from a group.
 */
export type RemovalInitiator = "business" | "participant" | (string & {});
/**
 * How people join a group.
 */
export type JoinApprovalMode = "approval_required" | "auto_approve" | (string & {});
/**
 * Reason for a change of the participants of a group, or the result of a request to join.
 */
export type GroupReason = "admin_added" | "created" | "invite_link" | "rejected" | "revoked" | (string & {});
/**
 * What happened to the control of a thread.
 */
export type HandoverEvent = "control_passed" | "control_taken" | "summary" | (string & {});
/**
 * Role of an app that controls threads.
 */
export type HandoverRole =
  | "ai_agent"
  | "ctwa"
  | "customer_service"
  | "escalation"
  | "marketing"
  | "meta_business_agent"
  | "utility"
  | (string & {});
/**
 * Kind of a chat.
 */
export type ChatKind = "broadcast" | "group" | "newsletter" | "person" | "status" | (string & {});
/**
 * Response to a call permission request.
 */
export type CallPermissionResponse = "accept" | "reject" | (string & {});
/**
 * What the response to a call permission request came from.
 */
export type CallPermissionSource = "automatic" | "user_action" | (string & {});
/**
 * How a contact card came to be shared.
 */
export type ContactOrigin = "contact_request" | "other" | (string & {});
/**
 * Kind of a system message. WhatzMeAPI has many more, which are unknown values here: the names of message stubs and of protocol messages.
 */
export type SystemKind =
  | "biz-cover-photo"
  | "customer_changed_number"
  | "customer_identity_changed"
  | "request_phone_number"
  | "request_welcome"
  | "user_changed_number"
  | "user_changed_user_id"
  | "user_identity_changed"
  | (string & {});
/**
 * What a message was that the provider does not support.
 */
export type UnsupportedKind =
  | "button"
  | "debug"
  | "edit"
  | "ephemeral"
  | "errors"
  | "gif"
  | "group_invite"
  | "hsm"
  | "image"
  | "interactive"
  | "keep_in_chat"
  | "link_preview"
  | "list"
  | "live_location"
  | "location"
  | "media_placeholder"
  | "order"
  | "oversized"
  | "pin"
  | "poll_creation"
  | "poll_update"
  | "product"
  | "reaction"
  | "status_v3"
  | "unknown"
  | "view_once"
  | (string & {});
/**
 * What created a message of the business.
 */
export type CreationType = "created_by_1p_bot" | (string & {});
/**
 * How a message reached the webhook.
 */
export type Origin = "echo" | "history" | "live" | "standby" | (string & {});
/**
 * Type of the media of an ad or post.
 */
export type ReferralMediaType = "image" | "video" | (string & {});
/**
 * Type of the source that led to a message.
 */
export type ReferralSource = "ad" | "post" | (string & {});
/**
 * Status of an outbound message, or of the payment for the order in it if the update has a `payment`.
 */
export type MessageStatus =
  "captured" | "deleted" | "delivered" | "failed" | "pending" | "played" | "read" | "sent" | "warning" | (string & {});
/**
 * Status of a payment configuration. One page of Meta spells the values with `_` instead of spaces; they are read as those with spaces.
 */
export type PaymentConfigurationStatus = "Active" | "Needs Connecting" | "Needs Testing" | (string & {});
/**
 * Payment gateway.
 */
export type PaymentGateway = "billdesk" | "payu" | "razorpay" | "upi" | "zaakpay" | (string & {});
/**
 * Circumstance of a change of a username.
 */
export type UsernameContext = "revoked" | (string & {});
/**
 * What happened to a business phone number, from Meta's `event`, `decision`, `status` or `type`.
 */
export type PhoneNumberEvent =
  | "APPROVED"
  | "DEFERRED"
  | "DOWNGRADE"
  | "FLAGGED"
  | "ONBOARDING"
  | "PENDING"
  | "REJECTED"
  | "THROUGHPUT_UPGRADE"
  | "UNFLAGGED"
  | "UPGRADE"
  | "approved"
  | "deleted"
  | "phone_number_settings"
  | "reserved"
  | (string & {});
/**
 * Reason why a display name was rejected.
 */
export type DisplayNameRejection =
  | "NAME_EMPLOYEE_ISSUE"
  | "NAME_ENDCLIENT_NOTRELATED"
  | "NAME_FORMAT_UNACCEPTABLE"
  | "NAME_INDIVIDUAL_ISSUE"
  | "NAME_NOT_CONSISTENT"
  | "UNKNOWN"
  | (string & {});
/**
 * Category of messages that a preference applies to.
 */
export type PreferenceCategory = "marketing_messages" | (string & {});
/**
 * Change of a person's marketing preference.
 */
export type PreferenceEvent = "resume" | "signup" | "stop" | (string & {});
/**
 * What happened to the two-step verification PIN.
 */
export type SecurityEvent =
  "PIN_CHANGED" | "PIN_REQUEST_SUCCESS" | "PIN_RESET_REQUEST" | "PIN_RESET_SUCCESS" | (string & {});
/**
 * Category of a conversation that is charged.
 */
export type ConversationOrigin =
  | "authentication"
  | "authentication_international"
  | "business_initiated"
  | "general_purpose_ai"
  | "group_marketing"
  | "group_service"
  | "group_utility"
  | "marketing"
  | "marketing_lite"
  | "referral_conversion"
  | "service"
  | "user_initiated"
  | "utility"
  | (string & {});
/**
 * Payment method.
 */
export type PaymentMethod = "card" | "netbanking" | "upi" | "wallet" | (string & {});
/**
 * Speed of a refund.
 */
export type RefundSpeed = "instant" | "normal" | (string & {});
/**
 * Status of a refund.
 */
export type RefundStatus = "completed" | "failed" | "pending" | "success" | (string & {});
/**
 * Status of a transaction.
 */
export type TransactionStatus = "failed" | "pending" | "success" | (string & {});
/**
 * Pricing model.
 */
export type PricingModel = "CBP" | "NBP" | "PMP" | (string & {});
/**
 * Further detail of how a message is charged, in addition to `PricingType`.
 */
export type PricingSubtype = "paid_exempt" | (string & {});
/**
 * How a message is charged. Decide by this value, not by the category.
 */
export type PricingType =
  "free_customer_service" | "free_entry_point" | "free_group_customer_service" | "regular" | (string & {});
/**
 * Category of a template.
 */
export type TemplateCategory = "AUTHENTICATION" | "MARKETING" | "OTP" | "TRANSACTIONAL" | "UTILITY" | (string & {});
/**
 * Whether a change of category can be appealed.
 */
export type CategoryAppealStatus = "ELIGIBLE" | (string & {});
/**
 * Type of a template button.
 */
export type TemplateButtonType =
  | "CATALOG"
  | "COPY_CODE"
  | "EXTENSION"
  | "FLOW"
  | "MPM"
  | "ORDER_DETAILS"
  | "OTP"
  | "PHONE_NUMBER"
  | "POSTBACK"
  | "QUICK_REPLY"
  | "REMINDER"
  | "SEND_LOCATION"
  | "SPM"
  | "URL"
  | "VOICE_CALL"
  | (string & {});
/**
 * What happened to a template, from Meta's `event`, `new_quality_score` or `new_category`.
 */
export type TemplateEvent =
  | "APPROVED"
  | "ARCHIVED"
  | "AUTHENTICATION"
  | "DELETED"
  | "DISABLED"
  | "FLAGGED"
  | "GREEN"
  | "IN_APPEAL"
  | "LIMIT_EXCEEDED"
  | "LOCKED"
  | "MARKETING"
  | "PAUSED"
  | "PENDING"
  | "PENDING_DELETION"
  | "RED"
  | "REINSTATED"
  | "REJECTED"
  | "UNARCHIVED"
  | "UNKNOWN"
  | "UTILITY"
  | "YELLOW"
  | (string & {});
/**
 * Quality score of a template.
 */
export type QualityScore = "GREEN" | "RED" | "UNKNOWN" | "YELLOW" | (string & {});
/**
 * Reason why the status of a template changed.
 */
export type TemplateReason =
  | "ABUSIVE_CONTENT"
  | "CATEGORY_NOT_AVAILABLE"
  | "INCORRECT_CATEGORY"
  | "INVALID_FORMAT"
  | "NONE"
  | "PROMOTIONAL"
  | "SCAM"
  | "TAG_CONTENT_MISMATCH"
  | (string & {});
/**
 * Title of a pause or lock of a template.
 */
export type TemplatePause =
  "DISABLED" | "FIRST_PAUSE" | "RATE_LIMITING_PAUSE" | "SECOND_PAUSE" | "UNPAUSE" | (string & {});

/**
 * One event of a delivery, in the same form for all providers.
 */
export interface Event {
  /**
   * A review, restriction, limit, alert or partner change of a business account. Sent by Meta.
   */
  account?: AccountUpdate;
  /**
   * A call and its progress. Sent by Meta and WhatzMeAPI.
   */
  call?: Call;
  /**
   * A change in the address book of the business. Sent by Meta.
   */
  contact_sync?: ContactSync;
  /**
   * A click, lead or purchase. Sent by Meta.
   */
  conversion?: Conversion;
  /**
   * An error that belongs to no message. Sent by Meta and WhatzMeAPI.
   */
  failure?: Failure;
  /**
   * A change of the status of a flow, or an alert about it. Sent by Meta.
   */
  flow?: FlowUpdate;
  /**
   * A change of a group, its participants or its settings. Sent by Meta and WhatzMeAPI.
   */
  group?: GroupUpdate;
  /**
   * A handover of a thread between apps. Sent by Meta.
   */
  handover?: Handover;
  /**
   * A chunk of synchronized chat history, or the reason why there is none. Sent by Meta.
   */
  history?: History;
  /**
   * A change of a person's IDs. Sent by Meta.
   */
  identity?: IdentityChange;
  /**
   * An item of a known type that cannot be read. Sent by Meta, Engage, WhatzMeAPI and Cooby.
   */
  malformed?: Malformed;
  /**
   * A chat message, inbound or outbound. Sent by Meta, WhatzMeAPI and Cooby.
   */
  message?: Message;
  /**
   * A change of a builder. Sent by Partner.
   */
  partner_builder?: PartnerBuilder;
  /**
   * A change of an omnichannel account. Sent by Partner.
   */
  partner_online?: PartnerOnline;
  /**
   * The onboarding of a WhatsApp number, or a change of it. Sent by Partner.
   */
  partner_whatsapp?: PartnerWhatsapp;
  /**
   * A change of a payment configuration. Sent by Meta.
   */
  payment?: PaymentConfiguration;
  /**
   * A change of the name, limits, settings or username of a business number. Sent by Meta.
   */
  phone_number?: PhoneNumberUpdate;
  /**
   * A marketing opt-out, its withdrawal, or a sign-up. Sent by Meta.
   */
  preference?: Preference;
  /**
   * A change of the two-step verification PIN, or a request to reset it. Sent by Meta.
   */
  security?: SecurityUpdate;
  /**
   * The delivery status of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
   */
  status?: StatusUpdate;
  /**
   * A change of the status, quality, category or components of a template. Sent by Meta.
   */
  template?: TemplateUpdate;
  /**
   * An item of a type that this version does not know. Sent by Meta, Engage, WhatzMeAPI and Partner.
   */
  unknown?: Unknown;
  /**
   * An event of a kind that only a later version knows.
   */
  [k: string]:
    | {
        meta: EventMeta;
        [k: string]: unknown | undefined;
      }
    | undefined;
}
/**
 * A review, restriction, limit, alert or partner change of a business account. Sent by Meta in the fields `account_alerts`, `account_review_update`, `account_update`, `business_capability_update`, `business_status_update` and `partner_solutions`.
 */
export interface AccountUpdate {
  /**
   * ID of the ad account that was shared.
   */
  ad_account_id?: string;
  /**
   * Description of the alert, as text for people.
   */
  alert_description?: string;
  /**
   * Severity of the alert.
   */
  alert_severity?: AlertSeverity;
  /**
   * International authentication rates that will apply.
   */
  auth_international_rate_eligibility?: InternationalRates;
  /**
   * ID of the business portfolio that receives the webhook, for events sent to partners: Meta's `entry.id`.
   */
  business_id?: string;
  /**
   * ID of the business that a partner verifies.
   */
  client_business_id?: string;
  /**
   * ISO code of the primary country of the business.
   */
  country?: string;
  /**
   * Messaging limit that is sent with a ban. Not documented by Meta.
   */
  current_limit?: MessagingLimit;
  /**
   * JSON that no page of Meta documents: the whole value of `business_status_update`, and of an event that this version does not know. Also of a ban with several states, as one page of Meta has it.
   */
  details?: Raw;
  /**
   * Type of the object that the event is about: `BUSINESS`, `PHONE_NUMBER` …
   */
  entity_type?: AccountEntityType;
  /**
   * What happened, from Meta's `event`, `decision` or `alert_type`.
   */
  event?: AccountEvent;
  /**
   * ID of the object that the event is about: a WABA, business, number or solution.
   */
  id?: string;
  /**
   * Who started the disconnection.
   */
  initiated_by?: DisconnectionInitiator;
  /**
   * Messaging limit of each number; -1 if there is no limit. Deprecated since February 2026.
   */
  max_daily_conversation_per_phone?: number;
  /**
   * Messaging limit of the portfolio: a value such as `TIER_2K`, or a number, which is negative if there is no limit.
   */
  max_daily_conversations_per_business?: Code;
  /**
   * Maximum number of phone numbers of the portfolio, while its messaging limit is 250.
   */
  max_phone_numbers_per_business?: number;
  /**
   * Maximum number of phone numbers of the account, once the messaging limit is above 250.
   */
  max_phone_numbers_per_waba?: number;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * ID of the business that owns the WABA.
   */
  owner_business_id?: string;
  /**
   * ID of the partner's app.
   */
  partner_app_id?: string;
  /**
   * Number that the event is about, as displayed.
   */
  phone_number?: string;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reason for the disconnection.
   */
  reason?: DisconnectionReason;
  /**
   * Reasons why the business could not be verified.
   */
  rejection_reasons?: CertificationRejection[];
  /**
   * Remedy that Meta recommends.
   */
  remediation?: string;
  /**
   * Restrictions of the account.
   */
  restriction_info?: Restriction[];
  /**
   * ID of the multi-partner solution through which the account was shared.
   */
  solution_id?: string;
  /**
   * IDs of the business portfolios of the solution's partners.
   */
  solution_partner_business_ids?: string[];
  /**
   * Status of the alert, solution or verification.
   */
  status?: AccountStatus;
  /**
   * Type of the policy violation.
   */
  violation_type?: ViolationType;
  /**
   * Volume tier that the account reached.
   */
  volume_tier_info?: VolumeTier;
  /**
   * Date of the ban, as text for people.
   */
  waba_ban_date?: string;
  /**
   * State of the ban.
   */
  waba_ban_state?: BanState;
  /**
   * ID of the WABA that was shared, or is no longer shared.
   */
  waba_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * International authentication rates that will apply to a business.
 */
export interface InternationalRates {
  /**
   * Countries in which the rates start at another time.
   */
  exception_countries?: RateException[];
  /**
   * When the rates start.
   */
  start_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A country in which international authentication rates start at another time.
 */
export interface RateException {
  /**
   * ISO code of the country.
   */
  country_code?: string;
  /**
   * When the rates start in the country.
   */
  start_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * Raw JSON of one item as the provider sent it, without white space outside strings. It is a string if strict readers would reject or change it.
 */
export interface Raw {
  [k: string]: unknown | undefined;
}
/**
 * A value kept as received, because its meaning or format is not public: a number, a text, or other JSON.
 */
export interface Code {
  [k: string]: unknown | undefined;
}
/**
 * Metadata common to all events: provider, business account, time and path.
 */
export interface EventMeta {
  /**
   * Business account that the event belongs to, shared by the events of a delivery.
   */
  account?: Account;
  /**
   * Values of the envelope that no field of an event contains. They are on the first event of the part of the envelope that has them.
   */
  extra?: Extra;
  /**
   * Key that the event was read with, or had before it lost its raw JSON.
   */
  key?: Key;
  /**
   * When the event happened, according to the provider; never the time of receipt.
   */
  occurred_at?: Timestamp;
  /**
   * Path of the item in the body, such as `entry[0].changes[1].value.messages[2]`; empty if the whole body is the item.
   */
  path?: Path;
  /**
   * Provider that the delivery was parsed for.
   */
  provider: Provider;
  /**
   * `true` for an event that `replay` read from kept bytes; absent for one that was delivered.
   */
  replayed?: boolean;
  /**
   * Provider's name for the kind of delivery: `field` of Meta, `event` or `event_name` of the others. Absent for Cooby.
   */
  topic?: string;
  [k: string]: unknown | undefined;
}
/**
 * Business account that an event belongs to.
 */
export interface Account {
  /**
   * Email address of the user of the account. Cooby only.
   */
  email?: string;
  /**
   * ID of the business account or business. Engage and Cooby: the value sent as the number, if it is not one.
   */
  id?: string;
  /**
   * Name or ID of the instance of the gateway. WhatzMeAPI only.
   */
  instance?: string;
  /**
   * Display name.
   */
  name?: string;
  /**
   * Business number.
   */
  phone_number?: PhoneNumber;
  /**
   * Meta's ID for the business number (not the number itself).
   */
  phone_number_id?: PhoneNumberId;
  [k: string]: unknown | undefined;
}
/**
 * Values of the envelope that no field of an event contains: an object with their paths as keys. A value that strict readers would reject or change is a list with its text.
 */
export interface Extra {
  [k: string]: unknown | undefined;
}
/**
 * A restriction of a business account.
 */
export interface Restriction {
  /**
   * When the restriction ends.
   */
  expires_at?: Timestamp;
  /**
   * Remedy that Meta recommends.
   */
  remediation?: string;
  /**
   * What the business account must not do.
   */
  restriction_type?: RestrictionType;
  [k: string]: unknown | undefined;
}
/**
 * Volume tier of a business account. If several events report the same change, the one with the earliest `updated_at` counts.
 */
export interface VolumeTier {
  /**
   * Month that the tier applies to: `2026-06`.
   */
  effective_month?: string;
  /**
   * Category of the messages.
   */
  pricing_category?: PricingCategory;
  /**
   * Name of the country or region.
   */
  region?: string;
  /**
   * Minimum and maximum number of messages of the tier: `1000001:5000000`.
   */
  tier?: string;
  /**
   * When the tier changed.
   */
  updated_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A call and its progress. Sent by Meta and WhatzMeAPI.
 */
export interface Call {
  /**
   * Recording of the call. Meta only.
   */
  call_recording?: Media;
  /**
   * Transcript of the call, a JSON file. Meta only.
   */
  call_transcript?: Media;
  /**
   * `biz_opaque_callback_data` that the business set when it started the call. Meta only.
   */
  callback_data?: string;
  /**
   * Payload of the call button that the person tapped. Meta only.
   */
  cta_payload?: string;
  /**
   * Payload of the call link that the person opened. Meta only.
   */
  deeplink_payload?: string;
  /**
   * Direction of the call: `inbound` if the person called the business, `outbound` if the business called the person.
   */
  direction?: Direction;
  /**
   * Duration in seconds.
   */
  duration?: number;
  /**
   * When the call ended.
   */
  end_at?: Timestamp;
  /**
   * Errors that the provider reports for the call.
   */
  errors?: ErrorDetail[];
  /**
   * What happened: `connect`, `terminate`, `RINGING` … from Meta, `offer` … from WhatzMeAPI.
   */
  event?: CallEvent;
  /**
   * Caller.
   */
  from?: Party;
  /**
   * Whether it is a group call. WhatzMeAPI only.
   */
  group?: boolean;
  /**
   * ID of the group that is called, exactly as received. WhatzMeAPI only.
   */
  group_id?: string;
  /**
   * ID of the call.
   */
  id?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Session description for WebRTC; absent from SIP calls. Meta only.
   */
  sdp?: string;
  /**
   * Type of the session description. Meta only.
   */
  sdp_type?: SdpType;
  /**
   * When the call was answered.
   */
  start_at?: Timestamp;
  /**
   * Status of the call after it ended.
   */
  status?: CallStatus;
  /**
   * Recipient of the call.
   */
  to?: Party;
  /**
   * Whether it is a video call. WhatzMeAPI only.
   */
  video?: boolean;
  [k: string]: unknown | undefined;
}
/**
 * An image, video, audio file, document or sticker. The file itself is rarely part of the webhook.
 */
export interface Media {
  /**
   * Whether the sticker is animated.
   */
  animated?: boolean;
  /**
   * Caption of the media.
   */
  caption?: string;
  /**
   * Content of the file in base64, if the gateway has decrypted it. WhatzMeAPI only.
   */
  data?: string;
  /**
   * URL of a copy that the gateway has decrypted. WhatzMeAPI only.
   */
  decrypted_url?: string;
  /**
   * Duration in seconds.
   */
  duration?: number;
  /**
   * Values to decrypt the file at `url`; present only if the file is encrypted. WhatzMeAPI only.
   */
  encryption?: MediaEncryption;
  /**
   * Name of the file exactly as received. It may contain path separators, so never use it as a path: see `Media::safe_file_name`.
   */
  file_name?: string;
  /**
   * Provider's value for the type of the file, if it is more specific than the kind of content: `pdf`. Cooby only.
   */
  file_type?: string;
  /**
   * Whether the video is played as a GIF.
   */
  gif?: boolean;
  /**
   * Height in pixels.
   */
  height?: number;
  /**
   * Media ID, to download the file from the provider. Meta only, valid for 7 days.
   */
  id?: string;
  /**
   * MIME type exactly as received, possibly with parameters: `audio/ogg; codecs=opus`. See `Media::media_type`.
   */
  mime_type?: string;
  /**
   * Whether it is a round video note.
   */
  note?: boolean;
  /**
   * Number of pages of the document.
   */
  page_count?: number;
  /**
   * Publisher of the sticker pack. WhatzMeAPI only.
   */
  publisher?: string;
  /**
   * SHA-256 of the file, exactly as received: in base64, or in hex, which Meta documents for history and edits. See `Media::sha256_bytes`.
   */
  sha256?: string;
  /**
   * Size in bytes.
   */
  size?: number;
  /**
   * Number of stickers in the sticker pack. WhatzMeAPI only.
   */
  sticker_count?: number;
  /**
   * Text of the message, if it differs from `caption`. Cooby only.
   */
  text?: string;
  /**
   * Title of the document or sticker pack. WhatzMeAPI only.
   */
  title?: string;
  /**
   * Transcript of the audio, made by the gateway. WhatzMeAPI only.
   */
  transcript?: string;
  /**
   * URL of the file. Meta: needs the access token and is valid for about 5 minutes. WhatzMeAPI: the encrypted file. Cooby: absent for files over 15 MB.
   */
  url?: string;
  /**
   * Whether the media can be opened only once.
   */
  view_once?: boolean;
  /**
   * Whether it is a voice message, recorded in the chat.
   */
  voice?: boolean;
  /**
   * Whether it is a voicemail; the `call_id` of the message's context is its call. Meta only.
   */
  voicemail?: boolean;
  /**
   * Width in pixels.
   */
  width?: number;
  [k: string]: unknown | undefined;
}
/**
 * Values to download and decrypt a file from WhatsApp's servers, in base64. WhatzMeAPI only.
 */
export interface MediaEncryption {
  /**
   * Path on WhatsApp's servers.
   */
  direct_path?: string;
  /**
   * SHA-256 of the encrypted file.
   */
  encrypted_sha256?: string;
  /**
   * Key of the file.
   */
  media_key?: string;
  /**
   * When the key was created.
   */
  media_key_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * An error as reported by the provider.
 */
export interface ErrorDetail {
  /**
   * Error code. Decide by this value.
   */
  code?: number;
  /**
   * Longer text.
   */
  details?: string;
  /**
   * URL of the documentation.
   */
  href?: string;
  /**
   * Text. Its wording may change.
   */
  message?: string;
  /**
   * Short text. Its wording may change.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * A person or a number, with every ID that the provider sent.
 */
export interface Party {
  /**
   * The ID to reply to, exactly as the provider sent it.
   */
  id?: string;
  /**
   * Whether a new identity was acknowledged. Meta only, with the identity check.
   */
  identity_acknowledged?: boolean;
  /**
   * When the identity was created. Meta only, with the identity check.
   */
  identity_created_at?: Timestamp;
  /**
   * Hash of the person's identity. Meta only, with the identity check.
   */
  identity_key_hash?: string;
  /**
   * LID, WhatsApp's anonymous ID, exactly as received. WhatzMeAPI only.
   */
  lid?: string;
  /**
   * Display name; the person can change it at any time.
   */
  name?: string;
  /**
   * Business-scoped user ID that is shared by linked businesses. Meta only.
   */
  parent_user_id?: string;
  /**
   * Phone number; never an anonymous ID.
   */
  phone?: PhoneNumber;
  /**
   * Business-scoped user ID: opaque and case-sensitive. Meta only.
   */
  user_id?: string;
  /**
   * Username, without `@`.
   */
  username?: string;
  /**
   * Business name that WhatsApp has verified. WhatzMeAPI only.
   */
  verified_name?: string;
  /**
   * WhatsApp ID of the contact, if it differs from `id`: in some countries a number has two forms. Meta only.
   */
  wa_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * A change in the address book of the business, in the WhatsApp Business app. Sent by Meta.
 */
export interface ContactSync {
  /**
   * Contact; its `name` is the full name in the address book.
   */
  contact?: Party;
  /**
   * What happened, from Meta's `action`.
   */
  event?: ContactSyncEvent;
  /**
   * First name of the contact.
   */
  first_name?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Version of the entry. Known only from the types of one client library.
   */
  version?: number;
  [k: string]: unknown | undefined;
}
/**
 * A click, lead or purchase. Sent by Meta.
 */
export interface Conversion {
  /**
   * Part of the message that was clicked.
   */
  click_component?: ClickComponent;
  /**
   * ID of the click in the marketing message.
   */
  click_id?: string;
  /**
   * User agent of the browser that opened the link. Not documented by Meta.
   */
  client_user_agent?: string;
  /**
   * Click ID of the click-to-WhatsApp ad.
   */
  ctwa_clid?: string;
  /**
   * ISO code of the currency.
   */
  currency?: string;
  /**
   * What happened, from Meta's `event_name` or `action_type`.
   */
  event?: ConversionEvent;
  /**
   * ID of the message that the event is about.
   */
  message_id?: MessageId;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * ID of the product that was clicked.
   */
  product_id?: string;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Tracking token of the marketing message.
   */
  tracking_token?: string;
  /**
   * Amount, exactly as received: Meta multiplies it by 1000.
   */
  value?: Code;
  [k: string]: unknown | undefined;
}
/**
 * An error that belongs to no message. Sent by Meta and WhatzMeAPI.
 */
export interface Failure {
  /**
   * Error that the provider reports.
   */
  error: ErrorDetail;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  [k: string]: unknown | undefined;
}
/**
 * A change of the status of a flow, or an alert about it. Sent by Meta.
 */
export interface FlowUpdate {
  /**
   * Whether the alert started or ended.
   */
  alert_state?: FlowAlertState;
  /**
   * Availability in percent.
   */
  availability?: number;
  /**
   * Error rate in percent.
   */
  error_rate?: number;
  /**
   * Errors by type.
   */
  errors?: FlowError[];
  /**
   * What happened.
   */
  event?: FlowEvent;
  /**
   * ID of the flow.
   */
  id?: string;
  /**
   * Text for people.
   */
  message?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Current status.
   */
  new_status?: FlowStatus;
  /**
   * Previous status.
   */
  old_status?: FlowStatus;
  /**
   * Median latency in milliseconds.
   */
  p50_latency?: number;
  /**
   * Latency at the 90th percentile, in milliseconds.
   */
  p90_latency?: number;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Number of requests that were counted.
   */
  requests_count?: number;
  /**
   * Threshold that was crossed, in percent or milliseconds.
   */
  threshold?: number;
  /**
   * Text of the warning.
   */
  warning?: string;
  [k: string]: unknown | undefined;
}
/**
 * Number and rate of errors of one type.
 */
export interface FlowError {
  /**
   * Number of errors.
   */
  error_count?: number;
  /**
   * Error rate in percent.
   */
  error_rate?: number;
  /**
   * Meta's value for the type; two pages spell it differently.
   */
  error_type?: string;
  [k: string]: unknown | undefined;
}
/**
 * A change of a group, its participants or its settings. Sent by Meta, in four fields, and by WhatzMeAPI.
 */
export interface GroupUpdate {
  /**
   * IDs of those `participants` who are admins, exactly as received. WhatzMeAPI only.
   */
  admins?: string[];
  /**
   * Whether only admins can send messages. WhatzMeAPI only.
   */
  announce?: boolean;
  /**
   * Person who made the change. WhatzMeAPI only.
   */
  author?: Party;
  /**
   * Description of the group.
   */
  description?: string;
  /**
   * Further JSON of the event that this crate does not read. WhatzMeAPI only.
   */
  details?: Raw;
  /**
   * Errors that the provider reports.
   */
  errors?: ErrorDetail[];
  /**
   * What happened, from Meta's `type` or WhatzMeAPI's value.
   */
  event?: GroupEvent;
  /**
   * People whom the business could not add or remove. Meta only.
   */
  failed_participants?: FailedParticipant[];
  /**
   * Change of the description. Meta only.
   */
  group_description?: GroupSetting;
  /**
   * Change of the name. Meta only.
   */
  group_subject?: GroupSetting;
  /**
   * ID of the group.
   */
  id?: string;
  /**
   * Who removed the participant. Meta only.
   */
  initiated_by?: RemovalInitiator;
  /**
   * Invite link.
   */
  invite_link?: string;
  /**
   * How people join the group.
   */
  join_approval_mode?: JoinApprovalMode;
  /**
   * ID of the request to join. Meta only.
   */
  join_request_id?: string;
  /**
   * ID of the notice in the chat. WhatzMeAPI only.
   */
  message_id?: MessageId;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * People that the event is about.
   */
  participants?: Party[];
  /**
   * Change of the photo. Meta only.
   */
  profile_picture?: GroupSetting;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reason for the change.
   */
  reason?: GroupReason;
  /**
   * ID of the API request that caused the change. Meta only.
   */
  request_id?: string;
  /**
   * Whether only admins can change name, photo and settings. WhatzMeAPI only.
   */
  restrict?: boolean;
  /**
   * Number of participants. WhatzMeAPI only.
   */
  size?: number;
  /**
   * Name of the group.
   */
  subject?: string;
  [k: string]: unknown | undefined;
}
/**
 * A person whom the business could not add to a group or remove from it.
 */
export interface FailedParticipant {
  /**
   * Reasons why the change failed.
   */
  errors?: ErrorDetail[];
  /**
   * Person, as identified in the request.
   */
  person?: Party;
  [k: string]: unknown | undefined;
}
/**
 * A group setting that the business asked to change.
 */
export interface GroupSetting {
  /**
   * Reasons why the setting was not changed.
   */
  errors?: ErrorDetail[];
  /**
   * MIME type of the photo.
   */
  mime_type?: string;
  /**
   * SHA-256 of the photo, exactly as received.
   */
  sha256?: string;
  /**
   * New name or description.
   */
  text?: string;
  /**
   * Whether the setting was changed.
   */
  update_successful?: boolean;
  [k: string]: unknown | undefined;
}
/**
 * A handover of a thread between apps. Sent by Meta.
 */
export interface Handover {
  /**
   * What happened to the control of the thread.
   */
  event?: HandoverEvent;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Free text.
   */
  metadata?: string;
  /**
   * ID of the app that has control now.
   */
  new_owner_app_id?: string;
  /**
   * Role that has control now.
   */
  new_owner_role?: HandoverRole;
  /**
   * Person in the thread.
   */
  person?: Party;
  /**
   * ID of the app that had control before.
   */
  previous_owner_app_id?: string;
  /**
   * Role of the app that had control before. Deprecated: see `previous_owner_role`.
   */
  previous_owner_app_role?: HandoverRole;
  /**
   * Role that had control before.
   */
  previous_owner_role?: HandoverRole;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Summary of the thread.
   */
  summary?: string;
  [k: string]: unknown | undefined;
}
/**
 * A chunk of synchronized chat history, or the reason why there is none. Sent by Meta.
 */
export interface History {
  /**
   * Position of the chunk in the history; chunks arrive in any order.
   */
  chunk_order?: number;
  /**
   * Reasons why there is no history: code 2593109 if the business declined to share it.
   */
  errors?: ErrorDetail[];
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Age of the messages: 0 up to 1 day, 1 up to 90 days, 2 up to 180 days.
   */
  phase?: number;
  /**
   * Progress of the synchronization in percent; 100 at the end.
   */
  progress?: number;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  [k: string]: unknown | undefined;
}
/**
 * A change of a person's IDs. Sent by Meta.
 */
export interface IdentityChange {
  /**
   * Text for people.
   */
  detail?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Person, with the new IDs.
   */
  person?: Party;
  /**
   * Previous parent business-scoped user ID.
   */
  previous_parent_user_id?: string;
  /**
   * Previous business-scoped user ID.
   */
  previous_user_id?: string;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  [k: string]: unknown | undefined;
}
/**
 * An item of a known type that cannot be read. Sent by Meta, Engage, WhatzMeAPI and Cooby.
 */
export interface Malformed {
  /**
   * What was expected, and where.
   */
  error: DecodeError;
  /**
   * Provider's value for the type; empty if there is none.
   */
  kind: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  [k: string]: unknown | undefined;
}
/**
 * Reason why one item cannot be read; part of `Malformed`.
 */
export interface DecodeError {
  /**
   * Column of the item in bytes, counted from 1.
   */
  column?: number;
  /**
   * Line of the item, counted from 1.
   */
  line?: number;
  /**
   * Path in the body, such as `entry[0].changes[1].value.messages[2].image`.
   */
  path?: string;
  /**
   * What was expected at that path.
   */
  reason?: string;
  [k: string]: unknown | undefined;
}
/**
 * A chat message, either direction. Sent by Meta, WhatzMeAPI and Cooby.
 */
export interface Message {
  /**
   * Chat that the message belongs to.
   */
  chat?: Chat;
  /**
   * Content of the message.
   */
  content: Content;
  /**
   * Message or product that the message refers to, and how it was forwarded.
   */
  context?: Context;
  /**
   * What created the message. Meta only, in `message_echoes`.
   */
  creation_type?: CreationType;
  /**
   * Direction of the message; absent if the provider does not state it.
   */
  direction?: Direction;
  /**
   * Errors that the provider reports for the message.
   */
  errors?: ErrorDetail[];
  /**
   * Author of the message.
   */
  from?: Party;
  /**
   * ID of the message; absent from Cooby's older format.
   */
  id?: MessageId;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * How the message reached the webhook.
   */
  origin?: Origin;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Ad or post that led to the message.
   */
  referral?: Referral;
  /**
   * Status of the message when it was delivered as history. Meta only, in `history`.
   */
  status?: MessageStatus;
  /**
   * Recipient of the message; for a message in a group, see `chat`.
   */
  to?: Party;
  [k: string]: unknown | undefined;
}
/**
 * The chat that a message belongs to.
 */
export interface Chat {
  /**
   * ID of the person or group, exactly as received; absent from Cooby's older format.
   */
  id?: string;
  /**
   * Kind of the chat; absent if neither the provider nor the ID determines it.
   */
  kind?: ChatKind;
  /**
   * All participants, including the business. Cooby only.
   */
  participants?: Party[];
  /**
   * Title of the chat. Cooby only.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * Content of a message: text, media, a reply, a reaction and so on, in the same form for all providers.
 */
export interface Content {
  /**
   * A reply to an address message. Sent by Meta.
   */
  address_reply?: AddressReply;
  /**
   * An announcement of images and videos that follow as messages. Sent by WhatzMeAPI.
   */
  album?: Album;
  /**
   * An audio file or a voice message. Sent by Meta, WhatzMeAPI and Cooby.
   */
  audio?: Media;
  /**
   * A reply by tapping a button. Sent by Meta, WhatzMeAPI and Cooby.
   */
  button_reply?: ButtonReply;
  /**
   * A text with buttons. Sent by Meta (echoes) and WhatzMeAPI.
   */
  buttons?: Buttons;
  /**
   * A calendar event. Sent by WhatzMeAPI.
   */
  calendar_event?: CalendarEvent;
  /**
   * A call, as shown in the chat. Sent by WhatzMeAPI and Cooby.
   */
  call_log?: CallLog;
  /**
   * A reply to a call permission request. Sent by Meta.
   */
  call_permission_reply?: CallPermissionReply;
  /**
   * Contact cards. Sent by Meta, WhatzMeAPI and Cooby.
   */
  contacts?: Contacts;
  /**
   * A document. Sent by Meta, WhatzMeAPI and Cooby.
   */
  document?: Media;
  /**
   * New content of an earlier message. Sent by Meta and WhatzMeAPI.
   */
  edit?: Edit;
  /**
   * A change of the timer for disappearing messages. Sent by WhatzMeAPI.
   */
  ephemeral_setting?: EphemeralSetting;
  /**
   * A reply by completing a flow. Sent by Meta, WhatzMeAPI and Cooby.
   */
  flow_reply?: FlowReply;
  /**
   * An invitation to a group or newsletter (channel). Sent by WhatzMeAPI and Cooby.
   */
  group_invite?: GroupInvite;
  /**
   * An image. Sent by Meta, WhatzMeAPI and Cooby.
   */
  image?: Media;
  /**
   * An interactive message of another kind. Sent by Meta (echoes), WhatzMeAPI and Cooby.
   */
  interactive?: Interactive;
  /**
   * A decision to keep a disappearing message, or to stop keeping it. Sent by WhatzMeAPI and Cooby.
   */
  keep?: Keep;
  /**
   * A text with a list of options. Sent by Meta (echoes), WhatzMeAPI and Cooby.
   */
  list?: List;
  /**
   * A reply by choosing a row of a list. Sent by Meta, WhatzMeAPI and Cooby.
   */
  list_reply?: ListReply;
  /**
   * A location. Sent by Meta, WhatzMeAPI and Cooby.
   */
  location?: Location;
  /**
   * A message of a known type whose payload is missing or cannot be read; its ID and author are in the message. Sent by Meta and WhatzMeAPI.
   */
  malformed?: MalformedContent;
  /**
   * An order: a cart of products. Sent by Meta, WhatzMeAPI and Cooby.
   */
  order?: Order;
  /**
   * A payment, or a request for one. Sent by WhatzMeAPI and Cooby.
   */
  payment?: Payment;
  /**
   * The pinning or unpinning of a message. Sent by WhatzMeAPI and Cooby.
   */
  pin?: Pin;
  /**
   * A poll. Sent by WhatzMeAPI and Cooby.
   */
  poll?: Poll;
  /**
   * A vote in a poll. Sent by WhatzMeAPI and Cooby.
   */
  poll_vote?: PollVote;
  /**
   * A product of a catalog. Sent by Meta, WhatzMeAPI and Cooby.
   */
  product?: Product;
  /**
   * A reaction, or its removal. Sent by Meta, WhatzMeAPI and Cooby.
   */
  reaction?: Reaction;
  /**
   * The deletion of an earlier message for everyone. Sent by Meta, WhatzMeAPI and Cooby.
   */
  revoke?: Revoke;
  /**
   * A sticker. Sent by Meta, WhatzMeAPI and Cooby.
   */
  sticker?: Media;
  /**
   * A system message. Sent by Meta, WhatzMeAPI and Cooby.
   */
  system?: System;
  /**
   * A template message. Sent by Meta (echoes) and WhatzMeAPI.
   */
  template?: Template;
  /**
   * A text. Sent by Meta, WhatzMeAPI and Cooby.
   */
  text?: Text;
  /**
   * A message that could not be decrypted. Sent by WhatzMeAPI and Cooby.
   */
  undecryptable?: Undecryptable;
  /**
   * A kind of message that this version does not know. Sent by Meta, WhatzMeAPI and Cooby.
   */
  unknown?: UnknownContent;
  /**
   * A message that the provider reports as unsupported. Sent by Meta and Cooby.
   */
  unsupported?: Unsupported;
  /**
   * A video, a GIF or a round video note. Sent by Meta, WhatzMeAPI and Cooby.
   */
  video?: Media;
  [k: string]: unknown | undefined;
}
/**
 * A reply to an address message. Meta only.
 */
export interface AddressReply {
  /**
   * Address as shown in the chat.
   */
  body?: string;
  /**
   * Provider's name for the kind of form: `address_message`.
   */
  name?: string;
  /**
   * Answers: a JSON document as text, exactly as received.
   */
  response?: string;
  /**
   * ID of an address that was saved earlier.
   */
  saved_address_id?: string;
  /**
   * Parts of the address by name; empty if `response` could not be read.
   */
  values?: {
    [k: string]: string | undefined;
  };
  [k: string]: unknown | undefined;
}
/**
 * Announcement of images and videos that follow as separate messages. WhatzMeAPI only.
 */
export interface Album {
  /**
   * Number of images to follow.
   */
  image_count?: number;
  /**
   * Number of videos to follow.
   */
  video_count?: number;
  [k: string]: unknown | undefined;
}
/**
 * A reply by tapping a button: a quick reply button of a template, or a reply button of an interactive message.
 */
export interface ButtonReply {
  /**
   * ID or payload that the business gave the button.
   */
  id?: string;
  /**
   * Index of the button, from 0. WhatzMeAPI only.
   */
  index?: number;
  /**
   * Label of the button.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * A text with buttons.
 */
export interface Buttons {
  /**
   * Image, video, document or location in the header. Meta in echoes, and WhatzMeAPI.
   */
  attachment?: Content;
  /**
   * Body text.
   */
  body?: string;
  /**
   * Buttons, in order.
   */
  buttons?: Button[];
  /**
   * Footer text.
   */
  footer?: string;
  /**
   * Header text.
   */
  header?: string;
  [k: string]: unknown | undefined;
}
/**
 * A button of an interactive message.
 */
export interface Button {
  /**
   * Name of the action, if `id` is something else. WhatzMeAPI only.
   */
  action?: string;
  /**
   * ID of the button, or the name of its action.
   */
  id?: string;
  /**
   * Parameters of the action: a JSON document as text.
   */
  parameters?: string;
  /**
   * Phone number that the button calls.
   */
  phone_number?: string;
  /**
   * Label of the button.
   */
  title?: string;
  /**
   * URL that the button opens.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * A calendar event. WhatzMeAPI only.
 */
export interface CalendarEvent {
  /**
   * Description of the event.
   */
  description?: string;
  /**
   * End of the event.
   */
  end_at?: Timestamp;
  /**
   * Whether guests may bring other guests.
   */
  extra_guests_allowed?: boolean;
  /**
   * Id, where the message is an invitation to an appointment that exists already. WhatzMeAPI.
   */
  id?: string;
  /**
   * Whether the event was canceled.
   */
  is_canceled?: boolean;
  /**
   * Link to join the call.
   */
  join_link?: string;
  /**
   * Location of the event.
   */
  location?: Location;
  /**
   * Name of the event.
   */
  name?: string;
  /**
   * Start of the event.
   */
  start_at?: Timestamp;
  /**
   * Whether the link opens a video call.
   */
  video?: boolean;
  [k: string]: unknown | undefined;
}
/**
 * A location that was shared.
 */
export interface Location {
  /**
   * Accuracy in meters. WhatzMeAPI only.
   */
  accuracy?: number;
  /**
   * Address of the venue.
   */
  address?: string;
  /**
   * Text that was sent with the location.
   */
  caption?: string;
  /**
   * Latitude in degrees north, exactly as received: see `Location::is_on_earth`.
   */
  latitude?: number;
  /**
   * Whether it is a live location. WhatzMeAPI only.
   */
  live?: boolean;
  /**
   * Longitude in degrees east, exactly as received: see `Location::is_on_earth`.
   */
  longitude?: number;
  /**
   * Name of the venue; absent for a dropped pin.
   */
  name?: string;
  /**
   * Speed in meters per second. WhatzMeAPI only.
   */
  speed?: number;
  /**
   * Website of the venue.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * A call, as shown in the chat.
 */
export interface CallLog {
  /**
   * Duration in seconds.
   */
  duration?: number;
  /**
   * Whether it was a group call.
   */
  group?: boolean;
  /**
   * Provider's value for the kind of call.
   */
  kind?: string;
  /**
   * Provider's value for the outcome: `CONNECTED`, `MISSED` …
   */
  outcome?: string;
  /**
   * Whether it was a video call.
   */
  video?: boolean;
  [k: string]: unknown | undefined;
}
/**
 * A reply to a call permission request. Meta only.
 */
export interface CallPermissionReply {
  /**
   * When the permission expires.
   */
  expires_at?: Timestamp;
  /**
   * Whether the permission is permanent.
   */
  is_permanent?: boolean;
  /**
   * Response of the person.
   */
  response?: CallPermissionResponse;
  /**
   * What the response came from.
   */
  response_source?: CallPermissionSource;
  [k: string]: unknown | undefined;
}
/**
 * Contact cards that were shared.
 */
export interface Contacts {
  /**
   * Contact cards; empty for Cooby unless the text of the message is a vCard.
   */
  cards?: ContactCard[];
  [k: string]: unknown | undefined;
}
/**
 * A contact card. Every field is optional, and values such as `type` are free text in any language.
 */
export interface ContactCard {
  /**
   * Postal addresses.
   */
  addresses?: ContactAddress[];
  /**
   * Birthday, usually `YYYY-MM-DD`.
   */
  birthday?: string;
  /**
   * Email addresses.
   */
  emails?: ContactEmail[];
  /**
   * Name of the contact.
   */
  name?: ContactName;
  /**
   * Company.
   */
  org?: ContactOrganization;
  /**
   * How the card came to be shared. Meta only.
   */
  origin?: ContactOrigin;
  /**
   * Phone numbers.
   */
  phones?: ContactPhone[];
  /**
   * Web addresses.
   */
  urls?: ContactUrl[];
  /**
   * The whole card as vCard text.
   */
  vcard?: string;
  [k: string]: unknown | undefined;
}
/**
 * Postal address on a contact card.
 */
export interface ContactAddress {
  /**
   * City.
   */
  city?: string;
  /**
   * Country.
   */
  country?: string;
  /**
   * ISO code of the country, in upper or lower case.
   */
  country_code?: string;
  /**
   * State.
   */
  state?: string;
  /**
   * Street and number.
   */
  street?: string;
  /**
   * Label such as `HOME`.
   */
  type?: string;
  /**
   * Postal code.
   */
  zip?: string;
  [k: string]: unknown | undefined;
}
/**
 * Email address on a contact card.
 */
export interface ContactEmail {
  /**
   * Email address.
   */
  email?: string;
  /**
   * Label such as `WORK`.
   */
  type?: string;
  [k: string]: unknown | undefined;
}
/**
 * Name on a contact card.
 */
export interface ContactName {
  /**
   * First name.
   */
  first_name?: string;
  /**
   * Full name.
   */
  formatted_name?: string;
  /**
   * Last name.
   */
  last_name?: string;
  /**
   * Middle name.
   */
  middle_name?: string;
  /**
   * Prefix of the name.
   */
  prefix?: string;
  /**
   * Suffix of the name.
   */
  suffix?: string;
  [k: string]: unknown | undefined;
}
/**
 * Company on a contact card.
 */
export interface ContactOrganization {
  /**
   * Name of the company.
   */
  company?: string;
  /**
   * Department.
   */
  department?: string;
  /**
   * Job title.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * Phone number on a contact card.
 */
export interface ContactPhone {
  /**
   * Number as saved by the person.
   */
  phone?: string;
  /**
   * Label such as `Mobile`.
   */
  type?: string;
  /**
   * WhatsApp ID; absent if the number is not on WhatsApp.
   */
  wa_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * Web address on a contact card.
 */
export interface ContactUrl {
  /**
   * Label such as `Company`.
   */
  type?: string;
  /**
   * URL.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * New content of an earlier message.
 */
export interface Edit {
  /**
   * New content of the message.
   */
  content?: Content;
  /**
   * ID of the message that was edited.
   */
  message_id?: MessageId;
  /**
   * When the edit was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI only.
   */
  sent_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A change of the timer for disappearing messages. WhatzMeAPI only.
 */
export interface EphemeralSetting {
  /**
   * Seconds until new messages disappear; 0 means never.
   */
  expiration?: number;
  [k: string]: unknown | undefined;
}
/**
 * A reply by completing a flow.
 */
export interface FlowReply {
  /**
   * Text that the chat shows.
   */
  body?: string;
  /**
   * Provider's name for the kind of form: `flow`.
   */
  name?: string;
  /**
   * Answers: a JSON document as text, exactly as received. See `FlowReply::json`.
   */
  response?: string;
  [k: string]: unknown | undefined;
}
/**
 * An invitation to a group or newsletter (channel).
 */
export interface GroupInvite {
  /**
   * Text that was sent with the invitation.
   */
  caption?: string;
  /**
   * When the invitation expires.
   */
  expires_at?: Timestamp;
  /**
   * ID of the group or newsletter, exactly as received.
   */
  group_id?: string;
  /**
   * Name of the group or newsletter.
   */
  group_name?: string;
  /**
   * Invite code.
   */
  invite_code?: string;
  [k: string]: unknown | undefined;
}
/**
 * An interactive message of another kind.
 */
export interface Interactive {
  /**
   * Image, video, document or location in the header. Meta in echoes, and WhatzMeAPI.
   */
  attachment?: Content;
  /**
   * Body text.
   */
  body?: string;
  /**
   * Buttons, in order.
   */
  buttons?: Button[];
  /**
   * Cards of a carousel, in order; they have no cards of their own. WhatzMeAPI only.
   */
  cards?: Interactive[];
  /**
   * ID of the catalog of the products. Meta only, in echoes.
   */
  catalog_id?: string;
  /**
   * Footer text.
   */
  footer?: string;
  /**
   * Header text.
   */
  header?: string;
  /**
   * Provider's value for the kind: `native_flow`, `carousel` …
   */
  kind?: string;
  /**
   * Sections of products: the ID of a row is the ID of a product. Meta only, in echoes.
   */
  sections?: Section[];
  /**
   * Subtitle below the header. WhatzMeAPI only.
   */
  subtitle?: string;
  [k: string]: unknown | undefined;
}
/**
 * A section of a list.
 */
export interface Section {
  /**
   * Rows, in order.
   */
  rows?: Row[];
  /**
   * Title of the section.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * A row of a list.
 */
export interface Row {
  /**
   * Description below the title.
   */
  description?: string;
  /**
   * ID of the row.
   */
  id?: string;
  /**
   * Title of the row.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * A decision to keep a disappearing message in the chat, or to stop keeping it.
 */
export interface Keep {
  /**
   * Whether the message is kept; absent if the provider does not state it.
   */
  kept?: boolean;
  /**
   * ID of the message. Absent for Cooby.
   */
  message_id?: MessageId;
  /**
   * When the change was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI only.
   */
  sent_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A text with a list of options.
 */
export interface List {
  /**
   * Body text.
   */
  body?: string;
  /**
   * Label of the button that opens the list.
   */
  button?: string;
  /**
   * Footer text.
   */
  footer?: string;
  /**
   * Header text.
   */
  header?: string;
  /**
   * Sections, in order.
   */
  sections?: Section[];
  [k: string]: unknown | undefined;
}
/**
 * A reply by choosing a row of a list.
 */
export interface ListReply {
  /**
   * Description of the row.
   */
  description?: string;
  /**
   * ID that the business gave the row.
   */
  id?: string;
  /**
   * Title of the row.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * A message of a known type whose payload is missing or cannot be read. Its JSON is in the `raw` of the message.
 */
export interface MalformedContent {
  /**
   * Provider's value for the type; empty if there is none.
   */
  kind: string;
  /**
   * Path in the body, such as `entry[0].changes[0].value.messages[0].image`.
   */
  path?: string;
  /**
   * What was expected at the path.
   */
  reason?: string;
  [k: string]: unknown | undefined;
}
/**
 * An order: a cart of products.
 */
export interface Order {
  /**
   * ID of the catalog of the products. Meta only.
   */
  catalog_id?: string;
  /**
   * ISO code of the currency of the total. WhatzMeAPI only.
   */
  currency?: string;
  /**
   * ID of the order. WhatzMeAPI only.
   */
  id?: string;
  /**
   * Number of products. WhatzMeAPI only.
   */
  item_count?: number;
  /**
   * Products of the order. Meta only.
   */
  items?: OrderItem[];
  /**
   * Seller, exactly as received. WhatzMeAPI only.
   */
  seller?: string;
  /**
   * Provider's value for the status of the order. WhatzMeAPI only.
   */
  status?: string;
  /**
   * Text that was sent with the order.
   */
  text?: string;
  /**
   * Title that the chat shows. WhatzMeAPI only.
   */
  title?: string;
  /**
   * Token to request the products of the order. WhatzMeAPI only.
   */
  token?: string;
  /**
   * Total amount in the main unit of the currency. WhatzMeAPI only.
   */
  total?: string;
  [k: string]: unknown | undefined;
}
/**
 * A product in an order. Meta only.
 */
export interface OrderItem {
  /**
   * ISO code of the currency.
   */
  currency?: string;
  /**
   * Price of one item in the main unit of the currency, as decimal text.
   */
  item_price?: string;
  /**
   * The seller's ID for the product.
   */
  product_retailer_id?: string;
  /**
   * Quantity, as decimal text.
   */
  quantity?: string;
  [k: string]: unknown | undefined;
}
/**
 * A payment, a payment request, or a reply to a request.
 */
export interface Payment {
  /**
   * Amount in the main unit of the currency, as decimal text.
   */
  amount?: string;
  /**
   * ISO code of the currency.
   */
  currency?: string;
  /**
   * When the request expires.
   */
  expires_at?: Timestamp;
  /**
   * Provider's value for the kind: `sendPaymentMessage`, `payment` …
   */
  kind?: string;
  /**
   * Text that was sent with the payment.
   */
  note?: string;
  /**
   * ID of the message with the payment request.
   */
  request_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * The pinning or unpinning of a message in the chat.
 */
export interface Pin {
  /**
   * Author of that message in a group, exactly as received. WhatzMeAPI only.
   */
  author?: string;
  /**
   * Seconds until the message is unpinned automatically. WhatzMeAPI only.
   */
  duration?: number;
  /**
   * ID of the message. Absent for Cooby.
   */
  message_id?: MessageId;
  /**
   * Whether the message is pinned; absent if the provider does not state it.
   */
  pinned?: boolean;
  /**
   * When the change was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI only.
   */
  sent_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A poll.
 */
export interface Poll {
  /**
   * Question of the poll.
   */
  name?: string;
  /**
   * Options, in order.
   */
  options?: string[];
  /**
   * Votes for each option, if the message reports the result of the poll. WhatzMeAPI only.
   */
  results?: PollResult[];
  /**
   * Number of options that a person may choose; 0 means any number.
   */
  selectable_count?: number;
  [k: string]: unknown | undefined;
}
/**
 * Votes for one option of a poll.
 */
export interface PollResult {
  /**
   * Text of the option.
   */
  option?: string;
  /**
   * IDs of the people who chose the option, as received. WhatzMeAPI only.
   */
  voters?: string[];
  /**
   * Number of votes.
   */
  votes?: number;
  [k: string]: unknown | undefined;
}
/**
 * A vote in a poll.
 */
export interface PollVote {
  /**
   * Whether the vote is encrypted: only a device in the chat can read it.
   */
  encrypted?: boolean;
  /**
   * SHA-256 of the text of each chosen option, in base64, if only the hashes are known. WhatzMeAPI only.
   */
  option_hashes?: string[];
  /**
   * Options that were chosen, if they can be read.
   */
  options?: string[];
  /**
   * ID of the message with the poll. Absent for Cooby.
   */
  poll_id?: MessageId;
  /**
   * Votes for each option so far, if the gateway counts them. WhatzMeAPI only.
   */
  results?: PollResult[];
  /**
   * When the vote was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI only.
   */
  sent_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A product of a catalog.
 */
export interface Product {
  /**
   * Text that was sent with the product.
   */
  body?: string;
  /**
   * ID of the catalog. Meta only.
   */
  catalog_id?: string;
  /**
   * ISO code of the currency.
   */
  currency?: string;
  /**
   * Description of the product.
   */
  description?: string;
  /**
   * Footer text.
   */
  footer?: string;
  /**
   * ID of the product. WhatzMeAPI only.
   */
  id?: string;
  /**
   * Seller, exactly as received.
   */
  owner?: string;
  /**
   * Price in the main unit of the currency, as decimal text.
   */
  price?: string;
  /**
   * The seller's ID for the product.
   */
  product_retailer_id?: string;
  /**
   * Name of the product.
   */
  title?: string;
  /**
   * URL of the product.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * A reaction to an earlier message, or its removal.
 */
export interface Reaction {
  /**
   * Author of that message in a group, exactly as received. WhatzMeAPI only.
   */
  author?: string;
  /**
   * Emoji, often several code points; absent if the reaction was removed or the provider does not send it.
   */
  emoji?: string;
  /**
   * ID of the message that the reaction belongs to. Absent for Cooby.
   */
  message_id?: MessageId;
  /**
   * Whether the reaction was removed; absent if the provider does not state it.
   */
  removed?: boolean;
  /**
   * When the reaction was sent, by the clock of the sender's device, if the event has another time. WhatzMeAPI only.
   */
  sent_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * The deletion of an earlier message for everyone.
 */
export interface Revoke {
  /**
   * Author of that message if someone else deleted it, such as a group admin, exactly as received. WhatzMeAPI only.
   */
  author?: string;
  /**
   * ID of the message that was deleted. Absent for Cooby.
   */
  message_id?: MessageId;
  [k: string]: unknown | undefined;
}
/**
 * A system message about the chat or the person.
 */
export interface System {
  /**
   * Whether the new identity was acknowledged.
   */
  acknowledged?: boolean;
  /**
   * Text for people; do not parse it.
   */
  body?: string;
  /**
   * When the new identity was created.
   */
  created_at?: Timestamp;
  /**
   * Previous WhatsApp ID of the person.
   */
  customer?: string;
  /**
   * Hash of the new identity of the person.
   */
  identity?: string;
  /**
   * Provider's value for the kind: `user_changed_number`, `customer_identity_changed` …
   */
  kind?: SystemKind;
  /**
   * Parameters of the message stub, exactly as received. WhatzMeAPI only.
   */
  parameters?: string[];
  /**
   * New parent business-scoped user ID of the person.
   */
  parent_user_id?: string;
  /**
   * Previous parent business-scoped user ID of the person. Meta only.
   */
  previous_parent_user_id?: string;
  /**
   * Previous business-scoped user ID of the person. If it is absent, the IDs of the author of the message are the previous ones. Meta only.
   */
  previous_user_id?: string;
  /**
   * New business-scoped user ID of the person.
   */
  user_id?: string;
  /**
   * New WhatsApp ID of the person.
   */
  wa_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * A template message.
 */
export interface Template {
  /**
   * Image, video, document or location in the header. WhatzMeAPI, and Meta in echoes.
   */
  attachment?: Content;
  /**
   * Body text.
   */
  body?: string;
  /**
   * Buttons, in order. Meta, in echoes: only the quick reply buttons that were sent with a payload, which is the `id`.
   */
  buttons?: Button[];
  /**
   * Footer text.
   */
  footer?: string;
  /**
   * Header text.
   */
  header?: string;
  /**
   * ID of the template.
   */
  id?: string;
  /**
   * Language of the template.
   */
  language?: string;
  /**
   * Name of the template.
   */
  name?: string;
  /**
   * Namespace of the template; older templates only.
   */
  namespace?: string;
  /**
   * Texts for the placeholders, in order.
   */
  parameters?: string[];
  [k: string]: unknown | undefined;
}
/**
 * A text.
 */
export interface Text {
  /**
   * Text of the message. It may contain WhatsApp's formatting characters and any Unicode, and it may be empty.
   */
  body?: string;
  /**
   * Preview of a link in the text. WhatzMeAPI only.
   */
  preview?: LinkPreview;
  [k: string]: unknown | undefined;
}
/**
 * Preview of a link in a text. WhatzMeAPI only.
 */
export interface LinkPreview {
  /**
   * Description of the page.
   */
  description?: string;
  /**
   * Title of the page.
   */
  title?: string;
  /**
   * URL as written in the text.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * A message that could not be decrypted. The decrypted message may follow with the same ID.
 */
export interface Undecryptable {
  /**
   * Reason that the provider reports.
   */
  reason?: string;
  [k: string]: unknown | undefined;
}
/**
 * A kind of message that this version does not know. Its JSON is in the `raw` of the message.
 */
export interface UnknownContent {
  /**
   * Provider's value for the kind, if there is one.
   */
  kind?: string;
  /**
   * Text that was sent with the message. Meta and Cooby only.
   */
  text?: string;
  [k: string]: unknown | undefined;
}
/**
 * A message that the provider reports as unsupported.
 */
export interface Unsupported {
  /**
   * Provider's value for what the message was: `poll_creation`, `edit` … Absent in older deliveries.
   */
  kind?: UnsupportedKind;
  /**
   * Second value for what the message was, if `kind` is `unknown`. Meta only.
   */
  raw_type?: string;
  /**
   * Text that was sent with the message. Meta and Cooby only.
   */
  text?: string;
  [k: string]: unknown | undefined;
}
/**
 * What a message refers to, and how it was forwarded.
 */
export interface Context {
  /**
   * ID of the message that announced the album of this one. WhatzMeAPI only.
   */
  album_id?: MessageId;
  /**
   * ID of the call that the message belongs to: in which the voicemail was left, or which led to the permission to call; then `message_id` has it as well. Meta only.
   */
  call_id?: string;
  /**
   * Newsletter (channel) that the message was forwarded from. WhatzMeAPI only.
   */
  channel?: Channel;
  /**
   * Chat of that message, if it differs from the chat of the reply, exactly as received.
   */
  chat_id?: string;
  /**
   * Whether the message disappears. WhatzMeAPI only.
   */
  ephemeral?: boolean;
  /**
   * Seconds until the message disappears. WhatzMeAPI only.
   */
  expiration?: number;
  /**
   * Whether the message was forwarded.
   */
  forwarded?: boolean;
  /**
   * How many times the message was forwarded. WhatzMeAPI only.
   */
  forwarding_score?: number;
  /**
   * Whether the message was forwarded many times. Meta only.
   */
  frequently_forwarded?: boolean;
  /**
   * Author of that message, exactly as received.
   */
  from?: string;
  /**
   * IDs of the people who are mentioned, exactly as received.
   */
  mentions?: string[];
  /**
   * ID of the message that is replied to, or whose button was tapped.
   */
  message_id?: MessageId;
  /**
   * Content of that message as quoted by the provider: JSON that this crate does not read. WhatzMeAPI only.
   */
  quoted?: Raw;
  /**
   * Product that the message asks about. Meta only.
   */
  referred_product?: ReferredProduct;
  [k: string]: unknown | undefined;
}
/**
 * A newsletter (channel), and the message that was forwarded from it.
 */
export interface Channel {
  /**
   * ID of the newsletter, exactly as received.
   */
  id?: string;
  /**
   * Name of the newsletter.
   */
  name?: string;
  /**
   * ID of the message within the newsletter.
   */
  server_message_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * A product that a message asks about.
 */
export interface ReferredProduct {
  /**
   * ID of the catalog.
   */
  catalog_id?: string;
  /**
   * The seller's ID for the product.
   */
  product_retailer_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * Ad or post that led to a message, such as a click-to-WhatsApp ad.
 */
export interface Referral {
  /**
   * Text of the ad.
   */
  body?: string;
  /**
   * System that the conversion is attributed to: `FB_Ads`. WhatzMeAPI only.
   */
  conversion_source?: string;
  /**
   * Click ID of the click-to-WhatsApp ad; absent for ads in status updates (stories).
   */
  ctwa_clid?: string;
  /**
   * Data about the click in Base64, which only Meta can read. WhatzMeAPI only.
   */
  ctwa_payload?: string;
  /**
   * Entry point of the conversation: `ctwa_ad`. WhatzMeAPI only.
   */
  entry_point?: string;
  /**
   * App in which the person started the chat: `instagram`. WhatzMeAPI only.
   */
  entry_point_app?: string;
  /**
   * Headline of the ad.
   */
  headline?: string;
  /**
   * URL of the image.
   */
  image_url?: string;
  /**
   * Type of the media: `image` or `video`.
   */
  media_type?: ReferralMediaType;
  /**
   * Text that the advertiser set for the ad or its welcome sequence.
   */
  ref?: string;
  /**
   * App that showed the ad. WhatzMeAPI only.
   */
  source_app?: string;
  /**
   * ID of the ad or post.
   */
  source_id?: string;
  /**
   * Type of the source: `ad`, `post` …
   */
  source_type?: ReferralSource;
  /**
   * URL of the ad or post.
   */
  source_url?: string;
  /**
   * URL of the thumbnail of the video.
   */
  thumbnail_url?: string;
  /**
   * URL of the video.
   */
  video_url?: string;
  /**
   * Greeting that the ad showed.
   */
  welcome_message?: string;
  [k: string]: unknown | undefined;
}
/**
 * A change of a builder. Sent by Partner.
 */
export interface PartnerBuilder {
  /**
   * What happened: Partner's `builder_extra_info`.
   */
  code?: Code;
  /**
   * ID of the builder.
   */
  id?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reference that the partner gave the builder.
   */
  reference?: string;
  /**
   * Provider's `status`: `OK`. It is not the status of a message.
   */
  status?: string;
  /**
   * URL of the builder.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * A change of an omnichannel account. Sent by Partner.
 */
export interface PartnerOnline {
  /**
   * ID of the agent.
   */
  agent_id?: string;
  /**
   * What happened: Partner's `online_extra_info`.
   */
  code?: Code;
  /**
   * ID of the account.
   */
  id?: string;
  /**
   * ID of the inbox.
   */
  inbox_id?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reference that the partner gave the account.
   */
  reference?: string;
  /**
   * Subdomain of the server.
   */
  server?: string;
  /**
   * Provider's `status`: `OK`. It is not the status of a message.
   */
  status?: string;
  [k: string]: unknown | undefined;
}
/**
 * The onboarding of a WhatsApp number, or a change of it. Sent by Partner.
 */
export interface PartnerWhatsapp {
  /**
   * API key of the number. Keep it secret.
   */
  api_key?: string;
  /**
   * What happened: Partner's `whatsapp_extra_info`.
   */
  code?: Code;
  /**
   * Limit of conversations per day, in the provider's notation: see `PartnerWhatsapp::daily_conversations`.
   */
  daily_limit?: Code;
  /**
   * Phone number, exactly as received. It may be a temporary number, so use `reference` to find the client.
   */
  id?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reference that the partner gave the number.
   */
  reference?: string;
  /**
   * Provider's `status`: `OK`. It is not the status of a message.
   */
  status?: string;
  [k: string]: unknown | undefined;
}
/**
 * A change of a payment configuration. Sent by Meta.
 */
export interface PaymentConfiguration {
  /**
   * When the configuration was created.
   */
  created_at?: Timestamp;
  /**
   * Status of the configuration: Meta's `status`.
   */
  event?: PaymentConfigurationStatus;
  /**
   * Name of the configuration.
   */
  id?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * The gateway's ID for the merchant.
   */
  provider_mid?: string;
  /**
   * Payment gateway.
   */
  provider_name?: PaymentGateway;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * When the configuration was last updated.
   */
  updated_at?: Timestamp;
  [k: string]: unknown | undefined;
}
/**
 * A change of the name, limits, settings or username of a business number. Sent by Meta in the fields `account_settings_update`, `business_username_updates`, `phone_number_name_update` and `phone_number_quality_update`.
 */
export interface PhoneNumberUpdate {
  /**
   * Calling settings: JSON that this crate does not read.
   */
  calling?: Raw;
  /**
   * Circumstance of the change, such as `revoked`.
   */
  context?: UsernameContext;
  /**
   * Current messaging limit.
   */
  current_limit?: MessagingLimit;
  /**
   * JSON of the whole change, if the type of settings is one that this version does not know.
   */
  details?: Raw;
  /**
   * Number as displayed.
   */
  display_phone_number?: string;
  /**
   * What happened, from Meta's `event`, `decision`, `status` or `type`.
   */
  event?: PhoneNumberEvent;
  /**
   * ID of the number.
   */
  id?: string;
  /**
   * Messaging limit of the portfolio: a value such as `TIER_2K`, or a number, which is negative if there is no limit.
   */
  max_daily_conversations_per_business?: Code;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Previous messaging limit.
   */
  old_limit?: MessagingLimit;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reason why the display name was rejected.
   */
  rejection_reason?: DisplayNameRejection;
  /**
   * Display name that was reviewed.
   */
  requested_verified_name?: string;
  /**
   * Username of the business.
   */
  username?: string;
  [k: string]: unknown | undefined;
}
/**
 * A marketing opt-out, its withdrawal, or a sign-up. Sent by Meta.
 */
export interface Preference {
  /**
   * Category of messages that the preference applies to.
   */
  category?: PreferenceCategory;
  /**
   * Text for people.
   */
  detail?: string;
  /**
   * What happened, from Meta's `value`.
   */
  event?: PreferenceEvent;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Person whose preference changed.
   */
  person?: Party;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * ID of the sign-up.
   */
  signup_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * A change of the two-step verification PIN, or a request to reset it. Sent by Meta.
 */
export interface SecurityUpdate {
  /**
   * Number as displayed.
   */
  display_phone_number?: string;
  /**
   * What happened to the PIN.
   */
  event?: SecurityEvent;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * User of Meta Business Suite who asked for the reset; only in reset requests.
   */
  requester?: string;
  [k: string]: unknown | undefined;
}
/**
 * Progress of an outbound message. Sent by Meta, Engage and WhatzMeAPI.
 */
export interface StatusUpdate {
  /**
   * `biz_opaque_callback_data` that the business set on the message. Meta only.
   */
  callback_data?: string;
  /**
   * Campaign that the message was sent for. Engage only.
   */
  campaign?: Campaign;
  /**
   * Channel that the message was sent through, if it is not WhatsApp. Engage only.
   */
  channel?: string;
  /**
   * Chat that the message belongs to.
   */
  chat?: Chat;
  /**
   * Conversation that is charged. Meta only, rarely since July 2025.
   */
  conversation?: Conversation;
  /**
   * Direction of the message: `inbound` if the business itself read or played a received message on another device. Absent if the provider does not say it.
   */
  direction?: Direction;
  /**
   * Reasons why the message failed.
   */
  errors?: ErrorDetail[];
  /**
   * ID of the message.
   */
  message_id?: MessageId;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Group participant whose device reports the status; absent if the status applies to the whole message.
   */
  participant?: Party;
  /**
   * Payment that the status is about. Meta only, in India.
   */
  payment?: PaymentStatus;
  /**
   * Pricing of the message. Meta only.
   */
  pricing?: Pricing;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Recipient of the message.
   */
  recipient?: Party;
  /**
   * Status of the message.
   */
  status: MessageStatus;
  /**
   * ID of the template that the message was created from. Meta only, with Direct Send.
   */
  template_id?: string;
  [k: string]: unknown | undefined;
}
/**
 * Campaign that a message was sent for.
 */
export interface Campaign {
  /**
   * ID of the campaign.
   */
  id?: string;
  /**
   * Name of the campaign.
   */
  name?: string;
  [k: string]: unknown | undefined;
}
/**
 * Conversation that is charged. Meta only, rarely since July 2025.
 */
export interface Conversation {
  /**
   * When the conversation expires.
   */
  expires_at?: Timestamp;
  /**
   * ID of the conversation.
   */
  id?: string;
  /**
   * Category of the conversation: `marketing`, `service`, `user_initiated` …
   */
  origin?: ConversationOrigin;
  [k: string]: unknown | undefined;
}
/**
 * Payment that a status is about. Meta only, in India.
 */
export interface PaymentStatus {
  /**
   * When the transaction was created.
   */
  created_at?: Timestamp;
  /**
   * ISO code of the currency.
   */
  currency?: string;
  /**
   * Code of the error.
   */
  error_code?: string;
  /**
   * Reason of the error.
   */
  error_reason?: string;
  /**
   * Payment method.
   */
  method?: PaymentMethod;
  /**
   * Divisor of `value`.
   */
  offset?: number;
  /**
   * Values that the merchant gave the gateway to pass through: `receipt`, `notes`, `udf1` … An object is JSON as text.
   */
  pass_through?: {
    [k: string]: string | undefined;
  };
  /**
   * The payment gateway's ID of the transaction.
   */
  pg_transaction_id?: string;
  /**
   * Reference ID that the merchant gave the order.
   */
  reference_id?: string;
  /**
   * Refunds of the payment.
   */
  refunds?: Refund[];
  /**
   * ISO code of the currency of the transaction.
   */
  transaction_currency?: string;
  /**
   * ID of the transaction.
   */
  transaction_id?: string;
  /**
   * Divisor of `transaction_value`.
   */
  transaction_offset?: number;
  /**
   * Status of the transaction.
   */
  transaction_status?: TransactionStatus;
  /**
   * Payment gateway: `razorpay`, `payu` …
   */
  transaction_type?: PaymentGateway;
  /**
   * Amount of the transaction as decimal text, to be divided by `transaction_offset`.
   */
  transaction_value?: string;
  /**
   * When the transaction was last updated.
   */
  updated_at?: Timestamp;
  /**
   * Amount as decimal text, to be divided by `offset`: in the smallest unit if `offset` is 100.
   */
  value?: string;
  [k: string]: unknown | undefined;
}
/**
 * A refund of a payment.
 */
export interface Refund {
  /**
   * When the refund was created.
   */
  created_at?: Timestamp;
  /**
   * ID of the refund.
   */
  id?: string;
  /**
   * Divisor of `value`.
   */
  offset?: number;
  /**
   * Speed of the refund.
   */
  speed_processed?: RefundSpeed;
  /**
   * Status of the refund.
   */
  status?: RefundStatus;
  /**
   * When the refund was last updated.
   */
  updated_at?: Timestamp;
  /**
   * Amount as decimal text, to be divided by `offset`: in the smallest unit if `offset` is 100.
   */
  value?: string;
  [k: string]: unknown | undefined;
}
/**
 * Pricing of a message. Meta only.
 */
export interface Pricing {
  /**
   * Whether the message is charged. Meta has announced the removal of this key.
   */
  billable?: boolean;
  /**
   * Category of the message: `marketing`, `utility`, `authentication` …
   */
  category?: PricingCategory;
  /**
   * Pricing model: `PMP` per message, `CBP` per conversation.
   */
  pricing_model?: PricingModel;
  /**
   * Further detail of how the message is charged: `paid_exempt`.
   */
  subtype?: PricingSubtype;
  /**
   * How the message is charged: `regular`, `free_customer_service`, `free_group_customer_service`, `free_entry_point`.
   */
  type?: PricingType;
  [k: string]: unknown | undefined;
}
/**
 * A change of the status, quality, category or components of a template. Sent by Meta in five fields.
 */
export interface TemplateUpdate {
  /**
   * Category of the template.
   */
  category?: TemplateCategory;
  /**
   * Whether the change of category can be appealed.
   */
  category_appeal_status?: CategoryAppealStatus;
  /**
   * When the category will change.
   */
  category_update_at?: Timestamp;
  /**
   * New components of the template after an edit.
   */
  components?: TemplateComponents;
  /**
   * Category that Meta considers correct.
   */
  correct_category?: TemplateCategory;
  /**
   * Description of the pause or lock, as text for people.
   */
  description?: string;
  /**
   * When the template was or will be disabled, exactly as received: seconds since 1970, or text for people.
   */
  disable_date?: string;
  /**
   * What happened, from Meta's `event`, `new_quality_score`, `new_category` or `correct_category`. Absent if the components changed.
   */
  event?: TemplateEvent;
  /**
   * ID of the template.
   */
  id?: string;
  /**
   * Language of the template; both `es_AR` and `es-AR` occur.
   */
  language?: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Name of the template.
   */
  name?: string;
  /**
   * Current category. If a change is announced, the category until the change.
   */
  new_category?: TemplateCategory;
  /**
   * New quality score.
   */
  new_quality_score?: QualityScore;
  /**
   * Previous category.
   */
  previous_category?: TemplateCategory;
  /**
   * Previous quality score.
   */
  previous_quality_score?: QualityScore;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  /**
   * Reason for the change.
   */
  reason?: TemplateReason;
  /**
   * Explanation of a rejection.
   */
  rejection_info?: TemplateRejection;
  /**
   * Title of the pause or lock.
   */
  title?: TemplatePause;
  [k: string]: unknown | undefined;
}
/**
 * Components of a template.
 */
export interface TemplateComponents {
  /**
   * Buttons, in order.
   */
  buttons?: TemplateButton[];
  /**
   * Body text: Meta's `message_template_element`.
   */
  element?: string;
  /**
   * Footer text.
   */
  footer?: string;
  /**
   * Header text: Meta's `message_template_title`. Absent if the header is media or a location.
   */
  title?: string;
  [k: string]: unknown | undefined;
}
/**
 * A button of a template.
 */
export interface TemplateButton {
  /**
   * Type of the button.
   */
  button_type?: TemplateButtonType;
  /**
   * Phone number that the button calls.
   */
  phone_number?: string;
  /**
   * Label of the button.
   */
  text?: string;
  /**
   * URL that the button opens.
   */
  url?: string;
  [k: string]: unknown | undefined;
}
/**
 * Explanation of a rejection.
 */
export interface TemplateRejection {
  /**
   * Reason for the rejection, as text for people.
   */
  reason?: string;
  /**
   * Remedy that Meta recommends.
   */
  recommendation?: string;
  [k: string]: unknown | undefined;
}
/**
 * An item of a type that this version does not know. Sent by Meta, Engage, WhatzMeAPI and Partner.
 */
export interface Unknown {
  /**
   * Provider's value for the type; empty if there is none.
   */
  kind: string;
  /**
   * Metadata common to all events.
   */
  meta: EventMeta;
  /**
   * Raw JSON of this item, exactly as received.
   */
  raw?: Raw;
  [k: string]: unknown | undefined;
}
