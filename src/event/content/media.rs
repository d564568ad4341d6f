//! Pictures, videos, sounds, files, stickers.

use base64ct::{Base64, Encoding};

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A picture, video, sound, file or sticker. The file itself seldom comes with it.
    ///
    /// A URL is text from outside: fetch it only from hosts you expect, without following redirects.
    pub struct Media {
        /// Id to ask the provider for the file. Meta: 7 days.
        pub id: Option<String>,
        /// Address of the file. Meta: needs the access token, about 5 minutes. WhatzMeAPI: the encrypted file.
        /// Cooby: absent over 15 MB.
        pub url: Option<String>,
        /// Type, perhaps with parameters: `audio/ogg; codecs=opus`.
        pub mime_type: Option<String>,
        /// SHA-256 of the file, as received: base64, or hex, which Meta documents for history and edits. See
        /// [`Media::sha256_bytes`].
        pub sha256: Option<String>,
        /// What was written under it.
        pub caption: Option<String> = text,
        /// What the provider calls its text, where `caption` says something else. Cooby.
        pub text: Option<String> = text,
        /// Name of the file; may hold path separators, so never use it as a path.
        pub file_name: Option<String> = text,
        /// Title of a document, or of a pack of stickers. WhatzMeAPI.
        pub title: Option<String> = text,
        /// Who made a pack of stickers. WhatzMeAPI.
        pub publisher: Option<String> = text,
        /// Stickers in a pack. WhatzMeAPI.
        pub sticker_count: Option<i64>,
        /// Bytes.
        pub size: Option<i64>,
        /// Pixels.
        pub width: Option<i64>,
        /// Pixels.
        pub height: Option<i64>,
        /// Seconds.
        pub duration: Option<i64>,
        /// Pages of a document.
        pub page_count: Option<i64>,
        /// Recorded in the chat.
        pub voice: Option<bool>,
        /// Whether it is a voicemail; `call_id` of the message's context names the call. Meta.
        pub voicemail: Option<bool>,
        /// A sticker that moves.
        pub animated: Option<bool>,
        /// A video that plays as a GIF.
        pub gif: Option<bool>,
        /// A round video note.
        pub note: Option<bool>,
        /// Can be opened once.
        pub view_once: Option<bool>,
        /// The provider's word for the type of the file, where it says more than the kind: `pdf`. Cooby.
        pub file_type: Option<String>,
        /// Address of a copy that the gateway has decrypted. WhatzMeAPI.
        pub decrypted_url: Option<String> = text,
        /// What is said in it, as the gateway heard it. WhatzMeAPI.
        pub transcript: Option<String> = text,
        /// The file itself in base64, where the gateway has decrypted it. WhatzMeAPI.
        pub data: Option<String> = text,
        /// How to decrypt the file at `url`; present means that it is encrypted. WhatzMeAPI.
        pub encryption: Option<Box<MediaEncryption>>,
    }

    /// What is needed to download and decrypt a file from WhatsApp's own servers. All in base64.
    pub struct MediaEncryption {
        /// Key of the file.
        pub media_key: Option<String> = secret,
        /// SHA-256 of the encrypted file.
        pub encrypted_sha256: Option<String>,
        /// Path on WhatsApp's servers.
        pub direct_path: Option<String>,
        /// When the key was made.
        pub media_key_at: Option<Timestamp>,
    }

    /// Announces pictures and videos that follow as messages of their own.
    pub struct Album {
        /// Pictures to come.
        pub image_count: Option<i64>,
        /// Videos to come.
        pub video_count: Option<i64>,
    }
}

impl Media {
    /// What a person would read of it.
    pub(super) fn text(&self) -> Option<&str> {
        self.text.as_deref().or(self.caption.as_deref())
    }
}

impl Media {
    /// Whether the file at `url` is encrypted: then `encryption` says how to decrypt it.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.encryption.is_some()
    }

    /// Returns the SHA-256 of the file; `None` where it is absent or no 32 bytes in base64 or hex.
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
    /// Returns the key of the file; `None` where it is absent or not base64.
    #[must_use]
    pub fn media_key_bytes(&self) -> Option<Vec<u8>> {
        bytes(self.media_key.as_deref())
    }

    /// Returns the SHA-256 of the encrypted file; `None` where it is absent or no 32 bytes in base64.
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
