//! Errors as reported by providers.

use crate::event::model::model;

model! {
    /// An error as reported by the provider.
    pub struct ErrorDetail {
        /// Error code. Decide by this value.
        pub code: Option<i64>,
        /// Short text. Its wording may change.
        pub title: Option<String> = masked,
        /// Text. Its wording may change.
        pub message: Option<String> = masked,
        /// Longer text.
        pub details: Option<String> = masked,
        /// URL of the documentation.
        pub href: Option<String> = masked,
    }
}

/// Error codes of Meta after which a retry may succeed.
///
/// Source: Cloud API, error codes (read 2026-11-25); the classification is derived from the documented causes.
const TRANSIENT: &[i64] = &[
    1, 2, 4, 613, 80_007, 130_429, 131_000, 131_016, 131_048, 131_052, 131_056, 131_057, 131_208,
    131_214, 132_069, 133_004, 133_009, 133_015, 133_016, 134_101, 2_494_100,
];

/// Ranges of Meta's error codes (first and last) after which the same request fails until something is changed.
const LASTING: &[(i64, i64)] = &[
    (0, 0),
    (3, 3),
    (10, 10),
    (33, 33),
    (100, 100),
    (190, 190),
    (200, 299),
    (368, 368),
    (130_403, 130_403),
    (130_497, 130_497),
    (131_005, 131_005),
    (131_008, 131_009),
    (131_020, 131_021),
    (131_030, 131_031),
    (131_035, 131_035),
    (131_037, 131_037),
    (131_041, 131_042),
    (131_044, 131_045),
    (131_047, 131_047),
    (131_051, 131_051),
    (131_053, 131_053),
    (131_055, 131_055),
    (131_059, 131_059),
    (131_061, 131_065),
    (131_070, 131_070),
    (131_202, 131_202),
    (131_204, 131_204),
    (131_207, 131_207),
    (131_209, 131_213),
    (131_215, 131_215),
    (132_000, 132_001),
    (132_005, 132_005),
    (132_007, 132_008),
    (132_012, 132_012),
    (132_015, 132_016),
    (132_018, 132_018),
    (132_068, 132_068),
    (133_000, 133_016),
    (134_011, 134_011),
    (134_100, 134_100),
    (134_102, 134_102),
    (135_000, 135_000),
    (136_024, 136_024),
    (137_000, 137_000),
    (138_038, 138_038),
    (139_000, 139_004),
    (147_001, 147_005),
    (2_388_000, 2_388_999),
    (2_494_191, 2_494_191),
    (2_593_107, 2_593_109),
];

impl ErrorDetail {
    /// Returns whether a retry of the same request may succeed, as far as the meaning of Meta's code is public.
    ///
    /// Returns `None` for other codes and for those that depend on the recipient, such as 131026.
    #[must_use]
    pub fn is_transient(&self) -> Option<bool> {
        let code = self.code?;
        if TRANSIENT.contains(&code) {
            return Some(true);
        }
        let lasts = LASTING
            .iter()
            .any(|&(from, to)| (from..=to).contains(&code));
        lasts.then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_whether_a_later_try_helps() {
        let transient = |code| {
            ErrorDetail {
                code: Some(code),
                ..ErrorDetail::default()
            }
            .is_transient()
        };
        assert_eq!(transient(130_429), Some(true));
        assert_eq!(transient(133_004), Some(true));
        assert_eq!(transient(131_047), Some(false));
        for lasting in [
            131_061, 131_062, 131_065, 131_070, 138_038, 147_005, 2_494_191,
        ] {
            assert_eq!(transient(lasting), Some(false), "{lasting}");
        }
        assert_eq!(transient(138_000), None);
        assert_eq!(transient(131_026), None);
        assert_eq!(transient(131_043), None);
        assert_eq!(transient(999_999), None);
        assert_eq!(ErrorDetail::default().is_transient(), None);
    }
}
