//! Exponential backoff with full jitter.

use std::time::Duration;

/// Bounds of the waits.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    pub first: Duration,
    pub longest: Duration,
}

impl Backoff {
    /// Returns the wait after a try, counted from 1: between zero and a bound that doubles with every try, and never
    /// less than the other side asked for, up to the longest wait.
    pub fn wait(&self, tries: u32, asked: Option<Duration>) -> Duration {
        let drawn = self.bound(tries).mul_f64(fastrand::f64());
        match asked {
            // Spread a little, so that not everything comes back in the same second.
            Some(asked) => asked.min(self.longest) + drawn.min(asked / 4),
            None => drawn,
        }
    }

    fn bound(&self, tries: u32) -> Duration {
        let factor = 2_u32.saturating_pow(tries.saturating_sub(1).min(31));
        self.first.saturating_mul(factor).min(self.longest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BACKOFF: Backoff = Backoff {
        first: Duration::from_secs(2),
        longest: Duration::from_secs(3_600),
    };

    #[test]
    fn the_bound_doubles_up_to_the_longest() {
        let bounds: Vec<u64> = (1..=13)
            .map(|tries| BACKOFF.bound(tries).as_secs())
            .collect();
        assert_eq!(
            bounds,
            [
                2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 3_600, 3_600
            ]
        );
        assert_eq!(BACKOFF.bound(u32::MAX).as_secs(), 3_600);
    }

    #[test]
    fn the_whole_range_is_drawn_from() {
        let waits: Vec<f64> = (0..1_000)
            .map(|_| BACKOFF.wait(11, None).as_secs_f64())
            .collect();
        assert!(waits.iter().all(|wait| *wait <= 2_048.0));
        assert!(waits.iter().any(|wait| *wait < 300.0));
        assert!(waits.iter().any(|wait| *wait > 1_700.0));
    }

    #[test]
    fn what_the_other_side_asks_for_is_the_least() {
        for _ in 0..100 {
            let wait = BACKOFF.wait(1, Some(Duration::from_secs(60)));
            assert!((60..=75).contains(&wait.as_secs()), "{wait:?}");
        }
        let day = Some(Duration::from_secs(86_400));
        assert!(BACKOFF.wait(1, day).as_secs() <= 3_602);
    }
}
