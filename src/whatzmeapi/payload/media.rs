//! Files: pictures, videos, voice messages, documents, stickers, albums.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// `imageMessage`, `videoMessage`, `ptvMessage`, `audioMessage`, `documentMessage`, `stickerMessage`,
    /// `stickerPackMessage`.
    pub struct MediaMessage<'a> {
        /// Address of the encrypted file.
        pub url: Option<Cow<'a, str>> = text,
        /// Path of the encrypted file on WhatsApp's servers.
        pub direct_path "directPath": Option<Cow<'a, str>> = text,
        /// Type, perhaps with parameters.
        pub mimetype: Option<Cow<'a, str>> = text,
        /// Key of the file: bytes.
        pub media_key "mediaKey": Option<RawSlice<'a>> = raw,
        /// SHA-256 of the file: bytes.
        pub file_sha256 "fileSha256": Option<RawSlice<'a>> = raw,
        /// SHA-256 of the encrypted file: bytes.
        pub file_enc_sha256 "fileEncSha256": Option<RawSlice<'a>> = raw,
        /// Bytes.
        pub file_length "fileLength": Option<i64> = int,
        /// When the key was made.
        pub media_key_timestamp "mediaKeyTimestamp": Option<Timestamp> = time,
        /// What was written under it.
        pub caption: Option<Cow<'a, str>> = text,
        /// Name of a document's file.
        pub file_name "fileName": Option<Cow<'a, str>> = text,
        /// Name of a pack of stickers.
        pub name: Option<Cow<'a, str>> = text,
        /// Who made a pack of stickers.
        pub publisher: Option<Cow<'a, str>> = text,
        /// Stickers of a pack.
        pub stickers: Option<RawSlice<'a>> = raw,
        /// Title of a document.
        pub title: Option<Cow<'a, str>> = text,
        /// Pages of a document.
        pub page_count "pageCount": Option<i64> = int,
        /// Pixels.
        pub width: Option<i64> = int,
        /// Pixels.
        pub height: Option<i64> = int,
        /// Seconds.
        pub seconds: Option<i64> = int,
        /// Voice message.
        pub ptt: Option<bool> = flag,
        /// A video that plays as a GIF.
        pub gif_playback "gifPlayback": Option<bool> = flag,
        /// A sticker that moves.
        pub is_animated "isAnimated": Option<bool> = flag,
        /// A sticker that is drawn while it moves.
        pub is_lottie "isLottie": Option<bool> = flag,
        /// Can be opened once.
        pub view_once "viewOnce": Option<bool> = flag,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// `albumMessage`: announces pictures and videos.
    pub struct AlbumMessage<'a> {
        /// Pictures to come.
        pub expected_image_count "expectedImageCount": Option<i64> = int,
        /// Videos to come.
        pub expected_video_count "expectedVideoCount": Option<i64> = int,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// Bytes, as Node writes a buffer.
    pub struct Buffer<'a> {
        /// A list of numbers, or base64.
        pub data: Option<RawSlice<'a>> = raw,
    }
}
