//! Files: images, videos, voice messages, documents, stickers, albums.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    #![any_case]

    /// A file: `imageMessage`, `videoMessage`, `ptvMessage`, `audioMessage`, `documentMessage`, `stickerMessage`,
    /// `stickerPackMessage`.
    pub struct MediaMessage<'a> {
        /// URL of the encrypted file.
        pub url: Option<Cow<'a, str>> = text,
        /// Path of the encrypted file on WhatsApp's servers.
        pub direct_path "directPath": Option<Cow<'a, str>> = text,
        /// MIME type, sometimes with parameters.
        pub mimetype: Option<Cow<'a, str>> = text,
        /// Key for decrypting the file: bytes.
        pub media_key "mediaKey": Option<RawSlice<'a>> = raw,
        /// SHA-256 of the file: bytes.
        pub file_sha256 "fileSha256": Option<RawSlice<'a>> = raw,
        /// SHA-256 of the encrypted file: bytes.
        pub file_enc_sha256 "fileEncSha256": Option<RawSlice<'a>> = raw,
        /// Size of the file in bytes.
        pub file_length "fileLength": Option<i64> = int,
        /// Time at which the key was created.
        pub media_key_timestamp "mediaKeyTimestamp": Option<Timestamp> = time,
        /// Caption of the media.
        pub caption: Option<Cow<'a, str>> = text,
        /// File name of a document.
        pub file_name "fileName": Option<Cow<'a, str>> = text,
        /// Name of a sticker pack.
        pub name: Option<Cow<'a, str>> = text,
        /// Publisher of a sticker pack.
        pub publisher: Option<Cow<'a, str>> = text,
        /// Stickers of a sticker pack.
        pub stickers: Option<RawSlice<'a>> = raw,
        /// Title of a document.
        pub title: Option<Cow<'a, str>> = text,
        /// Number of pages of a document.
        pub page_count "pageCount": Option<i64> = int,
        /// Width in pixels.
        pub width: Option<i64> = int,
        /// Height in pixels.
        pub height: Option<i64> = int,
        /// Duration in seconds.
        pub seconds: Option<i64> = int,
        /// Whether it is a voice message.
        pub ptt: Option<bool> = flag,
        /// Whether the video plays as a GIF.
        pub gif_playback "gifPlayback": Option<bool> = flag,
        /// Whether the sticker is animated.
        pub is_animated "isAnimated": Option<bool> = flag,
        /// Whether the sticker is a Lottie animation.
        pub is_lottie "isLottie": Option<bool> = flag,
        /// Whether the media can be viewed only once.
        pub view_once "viewOnce": Option<bool> = flag,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// An album, which announces images and videos: `albumMessage`.
    pub struct AlbumMessage<'a> {
        /// Number of images that follow.
        pub expected_image_count "expectedImageCount": Option<i64> = int,
        /// Number of videos that follow.
        pub expected_video_count "expectedVideoCount": Option<i64> = int,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// Bytes in the JSON form of a Node.js `Buffer`.
    pub struct Buffer<'a> {
        /// List of numbers, or base64.
        pub data: Option<RawSlice<'a>> = raw,
    }
}
