//! Decryption of files from WhatsApp's servers.

// [media.md]
use aes::Aes256;
use cbc::Decryptor;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::Pkcs7};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use whatsapp_webhooks::Content;

/// Number of bytes of the MAC at the end of a file.
const MAC_LEN: usize = 10;

/// Decrypts the file of a message. Returns `None` if the message has no key, or if the file is not
/// exactly the one that the message describes.
pub fn decrypt(content: &Content, file: &[u8]) -> Option<Vec<u8>> {
    let info = match content {
        // Stickers are encrypted as images.
        Content::Image(_) | Content::Sticker(_) => "WhatsApp Image Keys",
        Content::Video(_) => "WhatsApp Video Keys",
        Content::Audio(_) => "WhatsApp Audio Keys",
        Content::Document(_) => "WhatsApp Document Keys",
        _ => return None,
    };
    let media = content.media()?;
    let media_key = media.encryption.as_ref()?.media_key_bytes()?;
    let mut keys = [0; 112];
    Hkdf::<Sha256>::new(None, &media_key)
        .expand(info.as_bytes(), &mut keys)
        .ok()?;
    let (iv, cipher_key, mac_key) = (&keys[..16], &keys[16..48], &keys[48..80]);

    let (encrypted, mac) = file.split_at_checked(file.len().checked_sub(MAC_LEN)?)?;
    let mut hmac = Hmac::<Sha256>::new_from_slice(mac_key).ok()?;
    hmac.update(iv);
    hmac.update(encrypted);
    hmac.verify_truncated_left(mac).ok()?;

    let cipher = Decryptor::<Aes256>::new_from_slices(cipher_key, iv).ok()?;
    let plain = cipher.decrypt_padded_vec::<Pkcs7>(encrypted).ok()?;
    let is_described = match media.sha256_bytes() {
        Some(expected) => Sha256::digest(&plain).as_slice() == expected.as_slice(),
        None => true,
    };
    is_described.then_some(plain)
}
// [/media.md]

#[cfg(test)]
mod tests {
    use whatsapp_webhooks::event::content::{Media, MediaEncryption};

    use super::*;

    /// `hello`, encrypted as an image with the bytes 0 to 31 as media key, by OpenSSL.
    const FILE: &str = "d6dae84a388d36554b4babc2ea10204a9971f756a2561f9b8f20";
    const MEDIA_KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const SHA256: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    fn media(sha256: &str) -> Box<Media> {
        let mut encryption = MediaEncryption::default();
        encryption.media_key = Some(MEDIA_KEY.to_owned());
        let mut media = Media::default();
        media.sha256 = Some(sha256.to_owned());
        media.encryption = Some(Box::new(encryption));
        Box::new(media)
    }

    fn file() -> Vec<u8> {
        let digits = FILE.as_bytes().chunks(2);
        let text = digits.map(|pair| std::str::from_utf8(pair).unwrap());
        text.map(|pair| u8::from_str_radix(pair, 16).unwrap())
            .collect()
    }

    #[test]
    fn a_file_of_the_message_is_decrypted() {
        for content in [
            Content::Image(media(SHA256)),
            Content::Sticker(media(SHA256)),
        ] {
            assert_eq!(decrypt(&content, &file()).as_deref(), Some(&b"hello"[..]));
        }
    }

    #[test]
    fn any_other_file_is_refused() {
        let image = Content::Image(media(SHA256));
        for index in 0..file().len() {
            let mut changed = file();
            changed[index] ^= 1;
            assert_eq!(decrypt(&image, &changed), None, "byte {index}");
            assert_eq!(decrypt(&image, &file()[..index]), None, "{index} bytes");
        }
        // Another kind of media, another file, and a message without a key.
        assert_eq!(decrypt(&Content::Video(media(SHA256)), &file()), None);
        assert_eq!(
            decrypt(&Content::Image(media(&"aa".repeat(32))), &file()),
            None
        );
        assert_eq!(decrypt(&Content::Image(Box::default()), &file()), None);
    }
}
