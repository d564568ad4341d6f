//! Whether the time of a check tells where a wrong signature or token begins to differ. Run it by hand, on a machine
//! that does nothing else:
//!
//! ```text
//! cargo bench --bench timing
//! ```
//!
//! The right value, one wrong in its first byte and one wrong in its last take turns at random. Printed is Welch's t of
//! the logarithms of their times, for each two of them and several cuts that leave out slow calls; the run fails where
//! |t| is 4.5 or more, the limit above which a difference is taken to be real.
//!
//! A wrong signature is answered with an error, and making it takes a few nanoseconds: that the right one differs from
//! both wrong ones is printed and not judged, as the answer says the same. A wrong token makes none, and all is judged.
//!
//! On 2026-11-26, in three runs on a machine of two cores that did much else: of signatures wrong in their first and last
//! byte |t| up to 1.38, 1.74 and 0.71; of tokens 0.90, 1.31 and, with the right one, 5.35 (1.69 between the wrong ones).

#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench"
)]

use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use whatsapp_webhooks::verify::{AppSecret, VerifyToken};

/// Calls of each value.
const CALLS: usize = 200_000;

/// Calls that are measured together: one takes less than the clock can tell.
const TOGETHER: usize = 8;

/// The limit of |t|.
const LIMIT: f64 = 4.5;

/// Shares of the fastest calls that are looked at, in percent.
const CUTS: [usize; 3] = [50, 90, 99];

const NAMES: [&str; 3] = ["right", "wrong first byte", "wrong last byte"];

/// What is presented: the right value, and the two wrong ones.
type Presented = [Vec<u8>; 3];

fn main() -> ExitCode {
    let has = |wanted: &str| env::args().any(|argument| argument == wanted);
    let is_test = has("--test") || !has("--bench");
    let calls = if is_test { 100 } else { CALLS };

    let secret = AppSecret::new("test-app-secret-0123456789abcdef").unwrap();
    let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
    let signed = presented(&secret.sign(body), "sha256=".len());
    let token = VerifyToken::new("correct horse battery staple").unwrap();
    let words = presented("correct horse battery staple", 0);
    let is_right = [
        judge("signature", &signed, calls, false, |header| {
            secret.verify(body, header).is_ok()
        }),
        judge("token", &words, calls, true, |word| token.matches(word)),
    ];
    if is_test || is_right == [true; 2] {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A value, and the same with another byte at `first` and at its end.
fn presented(right: &str, first: usize) -> Presented {
    let right = right.as_bytes().to_vec();
    let other = |byte: u8| if byte == b'0' { b'1' } else { b'0' };
    let (mut early, mut late) = (right.clone(), right.clone());
    early[first] = other(early[first]);
    let last = late.len() - 1;
    late[last] = other(late[last]);
    [right, early, late]
}

/// Measures a check, prints what it found, and returns whether nothing can be told from its time; of the right value
/// only if `is_right_judged`.
fn judge(
    name: &str,
    presented: &Presented,
    calls: usize,
    is_right_judged: bool,
    check: impl Fn(&[u8]) -> bool,
) -> bool {
    assert!(check(&presented[0]) && !check(&presented[1]) && !check(&presented[2]));
    let mut times = [const { Vec::new() }; 3];
    // Every value is copied to the same place, so that no cache knows it.
    let mut place = presented[0].clone();
    let mut random = 1_u64;
    for _ in 0..calls * 3 {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // As many right values as wrong ones, or the processor would expect one of the two.
        let class = [0, 0, 1, 2][usize::try_from((random >> 33) % 4).unwrap()];
        place.copy_from_slice(&presented[class]);
        black_box(check(black_box(&place)));
        let begin = Instant::now();
        for _ in 0..TOGETHER {
            black_box(check(black_box(&place)));
        }
        times[class].push((begin.elapsed().as_nanos().max(1) as f64).ln());
    }
    let mut all: Vec<f64> = times.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    let mut worst = 0_f64;
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        for cut in CUTS {
            let limit = all[(all.len() - 1) * cut / 100];
            let t = welch(&times[one], &times[other], limit);
            if one > 0 || is_right_judged {
                worst = worst.max(t.abs());
            }
            println!(
                "{name}: {} and {}, the fastest {cut} %: t = {t:.2}",
                NAMES[one], NAMES[other]
            );
        }
    }
    let is_right = worst < LIMIT;
    println!(
        "{name}: |t| up to {worst:.2}: {}",
        if is_right {
            "nothing to be told"
        } else {
            "A DIFFERENCE"
        }
    );
    is_right
}

/// Welch's t of the values below a limit.
fn welch(one: &[f64], other: &[f64], limit: f64) -> f64 {
    let moments = |values: &[f64]| {
        let values: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| *value <= limit)
            .collect();
        let count = (values.len().max(2)) as f64;
        let mean = values.iter().sum::<f64>() / count;
        let variance = values
            .iter()
            .map(|value| (value - mean).powi(2))
            .sum::<f64>()
            / (count - 1.0);
        (mean, variance / count)
    };
    let ((mean, error), (other_mean, other_error)) = (moments(one), moments(other));
    (mean - other_mean) / (error + other_error).sqrt().max(f64::MIN_POSITIVE)
}
