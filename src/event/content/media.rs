//! Media: images, videos, audio, documents, stickers.

use base64ct::{Base64, Encoding};

use crate::event::content::file_name;
use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// An image, video, audio file, document or sticker. The file itself is rarely part of the webhook.
    ///
    /// URLs come from outside: fetch them only from hosts that you expect, and do not follow redirects.
    pub struct Media {
        /// Media ID, to download the file from the provider. Meta only, valid for 7 days.
        pub id: Option<String>,
        /// URL of the file. Meta: needs the access token and is valid for about 5 minutes. WhatzMeAPI: the encrypted
        /// file. Cooby: absent for files over 15 MB.
        pub url: Option<String>,
        /// MIME type exactly as received, possibly with parameters: `audio/ogg; codecs=opus`. See
        /// [`Media::media_type`].
        pub mime_type: Option<String>,
        /// SHA-256 of the file, exactly as received: in base64, or in hex, which Meta documents for history and
        /// edits. See [`Media::sha256_bytes`].
        pub sha256: Option<String>,
        /// Caption of the media.
        pub caption: Option<String> = text,
        /// Text of the message, if it differs from `caption`. Cooby only.
        pub text: Option<String> = text,
        /// Name of the file exactly as received. It may contain path separators, so never use it as a path: see
        /// [`Media::safe_file_name`].
        pub file_name: Option<String> = text,
        /// Title of the document or sticker pack. WhatzMeAPI only.
        pub title: Option<String> = text,
        /// Publisher of the sticker pack. WhatzMeAPI only.
        pub publisher: Option<String> = text,
        /// Number of stickers in the sticker pack. WhatzMeAPI only.
        pub sticker_count: Option<i64>,
        /// Size in bytes.
        pub size: Option<i64>,
        /// Width in pixels.
        pub width: Option<i64>,
        /// Height in pixels.
        pub height: Option<i64>,
        /// Duration in seconds.
        pub duration: Option<i64>,
        /// Number of pages of the document.
        pub page_count: Option<i64>,
        /// Whether it is a voice message, recorded in the chat.
        pub voice: Option<bool>,
        /// Whether it is a voicemail; the `call_id` of the message's context is its call. Meta only.
        pub voicemail: Option<bool>,
        /// Whether the sticker is animated.
        pub animated: Option<bool>,
        /// Whether the video is played as a GIF.
        pub gif: Option<bool>,
        /// Whether it is a round video note.
        pub note: Option<bool>,
        /// Whether the media can be opened only once.
        pub view_once: Option<bool>,
        /// Provider's value for the type of the file, if it is more specific than the kind of content: `pdf`. Cooby
        /// only.
        pub file_type: Option<String>,
        /// URL of a copy that the gateway has decrypted. WhatzMeAPI only.
        pub decrypted_url: Option<String> = text,
        /// Transcript of the audio, made by the gateway. WhatzMeAPI only.
        pub transcript: Option<String> = text,
        /// Content of the file in base64, if the gateway has decrypted it. WhatzMeAPI only.
        pub data: Option<String> = text,
        /// Values to decrypt the file at `url`; present only if the file is encrypted. WhatzMeAPI only.
        pub encryption: Option<Box<MediaEncryption>>,
    }

    /// Values to download and decrypt a file from WhatsApp's servers, in base64. WhatzMeAPI only.
    pub struct MediaEncryption {
        /// Key of the file.
        pub media_key: Option<String> = secret,
        /// SHA-256 of the encrypted file.
        pub encrypted_sha256: Option<String>,
        /// Path on WhatsApp's servers.
        pub direct_path: Option<String>,
        /// When the key was created.
        pub media_key_at: Option<Timestamp>,
    }

    /// Announcement of images and videos that follow as separate messages. WhatzMeAPI only.
    pub struct Album {
        /// Number of images to follow.
        pub image_count: Option<i64>,
        /// Number of videos to follow.
        pub video_count: Option<i64>,
    }
}

impl Media {
    /// Text that a person would read with the media.
    pub(super) fn text(&self) -> Option<&str> {
        self.text.as_deref().or(self.caption.as_deref())
    }
}

impl Media {
    /// Returns `true` if the file at `url` is encrypted; `encryption` then has the values to decrypt it.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.encryption.is_some()
    }

    /// Returns a name under which the file can be saved, or `None` if there is no name or nothing of it is left.
    ///
    /// It is the last component of the path, without control characters, marks that change the direction of text,
    /// characters that Windows reserves, and dots and spaces at either end; at most 200 bytes, with the extension
    /// kept. Names that Windows reserves for devices get a `_` in front. Two files can have the same name, and the
    /// extension says nothing about the content.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::event::content::Media;
    ///
    /// let mut media = Media::default();
    /// media.file_name = Some("../../etc/cron.d/invoice.pdf".into());
    /// assert_eq!(media.safe_file_name().as_deref(), Some("invoice.pdf"));
    /// ```
    #[must_use]
    pub fn safe_file_name(&self) -> Option<String> {
        file_name::safe(self.file_name.as_deref()?)
    }

    /// Returns the type and subtype of `mime_type` without parameters, such as `audio/ogg`, or `None` if it is absent
    /// or malformed.
    ///
    /// The result contains only characters that HTTP allows in a token, so it can be a value of `Content-Type`.
    /// Compare it without letter case.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::event::content::Media;
    ///
    /// let mut media = Media::default();
    /// media.mime_type = Some("audio/ogg; codecs=opus".into());
    /// assert_eq!(media.media_type(), Some("audio/ogg"));
    /// media.mime_type = Some("text/html\r\nSet-Cookie: a=b".into());
    /// assert_eq!(media.media_type(), None);
    /// ```
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        let text = self.mime_type.as_deref()?;
        let essence = text.split(';').next()?.trim_matches([' ', '\t']);
        let (main, sub) = essence.split_once('/')?;
        let is_token = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
        };
        let is_text = text.chars().all(|c| c == '\t' || !c.is_control());
        (is_text && is_token(main) && is_token(sub)).then_some(essence)
    }

    /// Returns the SHA-256 of the file, or `None` if it is absent or not 32 bytes in base64 or hex.
    #[must_use]
    pub fn sha256_bytes(&self) -> Option<[u8; 32]> {
        let text = self.sha256.as_deref()?;
        let mut digest = [0; 32];
        match base16ct::mixed::decode(text, &mut digest) {
            Ok(bytes) if bytes.len() == 32 => Some(digest),
            _ => bytes(Some(text))?.try_into().ok(),
        }
    }
}

impl MediaEncryption {
    /// Returns the key of the file, or `None` if it is absent or not base64.
    #[must_use]
    pub fn media_key_bytes(&self) -> Option<Vec<u8>> {
        bytes(self.media_key.as_deref())
    }

    /// Returns the SHA-256 of the encrypted file, or `None` if it is absent or not 32 bytes in base64.
    #[must_use]
    pub fn encrypted_sha256_bytes(&self) -> Option<[u8; 32]> {
        bytes(self.encrypted_sha256.as_deref())?.try_into().ok()
    }
}

fn bytes(base64: Option<&str>) -> Option<Vec<u8>> {
    Base64::decode_vec(base64?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: O06.
    #[test]
    fn keys_and_digests_are_had_as_bytes() {
        let encryption = MediaEncryption {
            media_key: Some("q83v".to_owned()),
            encrypted_sha256: Some("q83v".to_owned()),
            ..MediaEncryption::default()
        };
        assert_eq!(encryption.media_key_bytes(), Some(vec![0xab, 0xcd, 0xef]));
        assert_eq!(encryption.encrypted_sha256_bytes(), None);
        let media = Media {
            sha256: Some("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=".to_owned()),
            encryption: Some(Box::new(encryption)),
            ..Media::default()
        };
        assert_eq!(media.sha256_bytes(), Some([0xaa; 32]));
        for (text, digest) in [("aA".repeat(32), Some([0xaa; 32])), ("aa".repeat(31), None)] {
            let media = Media {
                sha256: Some(text),
                ..Media::default()
            };
            assert_eq!(media.sha256_bytes(), digest);
        }
        assert!(media.is_encrypted() && !Media::default().is_encrypted());
    }
}
