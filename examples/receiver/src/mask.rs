//! Numbers, ids and credentials are masked wherever they are shown without having been asked for.

/// Digits in a row from which they count as a number of somebody.
const NUMBER: usize = 7;

/// Keys whose values are credentials.
const CREDENTIALS: &[&str] = &["apikey", "api_key", "token", "password", "secret"];

/// Masks every long run of digits but its last two, and every id of a message but its end.
pub fn numbers(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(id) = rest.strip_prefix("wamid.") {
            // The beginning of such an id is the number in Base64.
            let end = id.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=_-".contains(c)));
            let (id, after) = id.split_at(end.unwrap_or(id.len()));
            let tail = id.len().saturating_sub(6);
            masked.push_str("wamid.…");
            masked.push_str(&id[tail..]);
            rest = after;
        } else if first.is_ascii_digit() {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (digits, after) = rest.split_at(end);
            if digits.len() >= NUMBER {
                masked.extend(std::iter::repeat_n('•', digits.len() - 2));
                masked.push_str(&digits[digits.len() - 2..]);
            } else {
                masked.push_str(digits);
            }
            rest = after;
        } else {
            masked.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    masked
}

/// Replaces the values of keys that hold credentials in a JSON text; leaves all else as it is.
pub fn credentials(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    let mut rest = json;
    let mut key_is_secret = false;
    while let Some(at) = rest.find('"') {
        let (before, quoted) = rest.split_at(at);
        shown.push_str(before);
        // A value that is no string ends what the key said.
        key_is_secret &= before.trim() == ":";
        let end = end_of_string(quoted);
        let (string, after) = quoted.split_at(end);
        if key_is_secret {
            shown.push_str("\"•••\"");
            key_is_secret = false;
        } else {
            shown.push_str(string);
            let word = string.to_ascii_lowercase();
            let is_key = after.trim_start().starts_with(':');
            key_is_secret = is_key && CREDENTIALS.iter().any(|name| word.contains(name));
        }
        rest = after;
    }
    shown.push_str(rest);
    shown
}

/// Returns where the string that begins the text ends, its quotes included.
fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_last_two_digits_and_ids_their_end() {
        assert_eq!(
            numbers("call 16505551234 at 10:30"),
            "call •••••••••34 at 10:30"
        );
        assert_eq!(numbers("wamid.HBgLMTY1MDU1NTEyMzQ= x"), "wamid.…EyMzQ= x");
        assert_eq!(numbers("é 123456"), "é 123456");
    }

    #[test]
    fn credentials_are_replaced_and_nothing_else() {
        let json = r#"{"whatsapp_apiKey":"abc\"d","name":"token","n":1,"token" : "x","a":{"password":7,"b":"c"}}"#;
        let shown = r#"{"whatsapp_apiKey":"•••","name":"token","n":1,"token" : "•••","a":{"password":7,"b":"c"}}"#;
        assert_eq!(credentials(json), shown);
        assert_eq!(credentials("\"open"), "\"open");
    }
}
