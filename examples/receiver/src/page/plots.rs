//! Small plots: one bar for each minute of the last hour.

use std::collections::BTreeMap;

use maud::{Markup, html};

/// Minutes shown.
pub(super) const MINUTES: i64 = 60;

/// Draws counts by minute, up to and with `now`.
pub(super) fn plot(name: &str, counts: &BTreeMap<i64, i64>, now: i64) -> Markup {
    let bars: Vec<i64> = (now - MINUTES + 1..=now)
        .map(|minute| counts.get(&minute).copied().unwrap_or_default())
        .collect();
    let most = bars.iter().copied().max().unwrap_or_default();
    let total: i64 = bars.iter().sum();
    let height = |count: i64| {
        let share = count as f64 / most.max(1) as f64;
        if count > 0 {
            (share * 30.0).max(1.5)
        } else {
            0.0
        }
    };
    html! {
        figure.plot {
            figcaption { (name) " " b { (total) } }
            svg viewBox="0 0 180 32" preserveAspectRatio="none" role="img"
                aria-label={ (name) ": " (total) " in the last hour, at most " (most) " in a minute" } {
                line x1="0" y1="31.5" x2="180" y2="31.5" {}
                @for (index, count) in bars.iter().enumerate() {
                    @let high = height(*count);
                    @if high > 0.0 {
                        rect x=(index * 3) y=(format!("{:.1}", 31.0 - high)) width="2.4" height=(format!("{high:.1}")) {}
                    }
                }
            }
            small { "last hour, at most " (most) "/min" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_hour_is_drawn() {
        let counts = BTreeMap::from([(100, 3), (160, 5), (40, 9)]);
        let drawn = plot("Events", &counts, 160).into_string();
        assert_eq!(drawn.matches("<rect").count(), 1);
        assert!(drawn.contains("<b>5</b>"), "{drawn}");
        assert_eq!(
            plot("Events", &counts, 150)
                .into_string()
                .matches("<rect")
                .count(),
            1
        );
    }
}
