//! File names that are safe to create, from names that a stranger chose.

/// Maximum length in bytes: file systems allow 255, and a caller may add something.
const MAX_LEN: usize = 200;

/// Maximum length of an extension in bytes; a longer one is not kept when a name is shortened.
const MAX_EXTENSION_LEN: usize = 16;

/// Names that Windows reserves for devices, with any extension and in any case.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// Returns the last component of a path without what file systems or screens take for something else; `None` if nothing
/// is left.
pub(super) fn safe(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?;
    let kept: String = last.chars().filter(|c| is_harmless(*c)).collect();
    // Windows drops dots and spaces at the end; a dot at the start hides the file.
    let trimmed = kept.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let mut safe = shortened(trimmed);
    if is_device(&safe) {
        safe.insert(0, '_');
    }
    (!safe.is_empty()).then_some(safe)
}

/// Whether a character is neither a control, nor invisible, nor reserved by Windows.
fn is_harmless(c: char) -> bool {
    // Marks that change the direction of text or join words, line and paragraph separators, byte order mark.
    let is_invisible = matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !c.is_control() && !is_invisible && !"<>:\"|?*".contains(c)
}

/// Shortens the part before the extension.
fn shortened(name: &str) -> String {
    if name.len() <= MAX_LEN {
        return name.to_owned();
    }
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= MAX_EXTENSION_LEN => (stem, extension),
        _ => (name, ""),
    };
    let mut short = String::new();
    for c in stem.chars() {
        let length = short.len().saturating_add(c.len_utf8());
        if length.saturating_add(extension.len()) >= MAX_LEN {
            break;
        }
        short.push(c);
    }
    if !extension.is_empty() {
        short.push('.');
        short.push_str(extension);
    }
    short
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_ascii_lowercase();
    let is_port = |port: &str| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|number| number.chars().count() == 1 && number != "0")
    };
    DEVICES.contains(&stem.as_str()) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: O04.
    #[test]
    fn a_name_stays_in_its_folder() {
        for (name, expected) in [
            ("invoice.pdf", Some("invoice.pdf")),
            ("Año 2026 (1).pdf", Some("Año 2026 (1).pdf")),
            ("../../etc/passwd", Some("passwd")),
            (r"C:\Windows\system.ini", Some("system.ini")),
            (r"..\..\x", Some("x")),
            ("a/..", None),
            ("..", None),
            ("/", None),
            ("", None),
            (" . . ", None),
            (".bashrc", Some("bashrc")),
            ("x.txt. . ", Some("x.txt")),
            ("a\0b\r\n.txt", Some("ab.txt")),
            ("cv\u{202e}fdp.exe", Some("cvfdp.exe")),
            ("\u{feff}\u{200b}a", Some("a")),
            ("a<b>:\"|?*c", Some("abc")),
            ("x.txt:stream", Some("x.txtstream")),
            ("CON", Some("_CON")),
            ("nul.txt", Some("_nul.txt")),
            ("Lpt1 .x", Some("_Lpt1 .x")),
            ("COM0", Some("COM0")),
            ("common.txt", Some("common.txt")),
        ] {
            assert_eq!(safe(name).as_deref(), expected, "{name:?}");
        }
    }

    /// Cases: O04.
    #[test]
    fn a_long_name_keeps_its_extension() {
        for long in ["x".repeat(10_000), "é".repeat(10_000)] {
            let short = safe(&format!("{long}.docx")).unwrap();
            assert_eq!(short.rsplit_once('.').unwrap().1, "docx");
            assert!((190..=MAX_LEN).contains(&short.len()), "{}", short.len());
            let short = safe(&format!("a.{long}")).unwrap();
            assert!((190..=MAX_LEN).contains(&short.len()), "{}", short.len());
        }
    }
}
