//! Small plots: one bar for each minute of the last hour, or for each day of the last two weeks.

use std::collections::BTreeMap;

use maud::{Markup, html};

/// Minutes shown.
pub(super) const MINUTES: i64 = 60;

/// Days shown.
const DAYS: i64 = 14;

/// Draws counts by minute, up to and with `now`.
pub(super) fn plot(name: &str, counts: &BTreeMap<i64, i64>, now: i64) -> Markup {
    let bars = bars(counts, now, MINUTES);
    let most = bars.iter().copied().max().unwrap_or_default();
    let total: i64 = bars.iter().sum();
    let label = format!("{name}: {total} in the last hour, at most {most} in a minute");
    html! {
        figure.plot {
            figcaption { (name) " " b { (total) } }
            (drawn(&bars, &label))
            small { "last hour, at most " (most) "/min" }
        }
    }
}

/// Draws counts by day, up to and with `today`.
pub(super) fn days(counts: &BTreeMap<i64, i64>, today: i64) -> Markup {
    let bars = bars(counts, today, DAYS);
    let each: Vec<String> = bars.iter().map(i64::to_string).collect();
    let label = format!("By day, of the last {DAYS} days: {}", each.join(", "));
    html! { span.days title=(label) { (drawn(&bars, &label)) } }
}

fn bars(counts: &BTreeMap<i64, i64>, last: i64, number: i64) -> Vec<i64> {
    (last - number + 1..=last)
        .map(|at| counts.get(&at).copied().unwrap_or_default())
        .collect()
}

fn drawn(bars: &[i64], label: &str) -> Markup {
    let most = bars.iter().copied().max().unwrap_or_default();
    let height = |count: i64| {
        let share = count as f64 / most.max(1) as f64;
        if count > 0 {
            (share * 30.0).max(1.5)
        } else {
            0.0
        }
    };
    let width = bars.len() * 3;
    html! {
        svg viewBox={ "0 0 " (width) " 32" } preserveAspectRatio="none" role="img" aria-label=(label) {
            line x1="0" y1="31.5" x2=(width) y2="31.5" {}
            @for (index, count) in bars.iter().enumerate() {
                @let high = height(*count);
                @if high > 0.0 {
                    rect x=(index * 3) y=(format!("{:.1}", 31.0 - high)) width="2.4" height=(format!("{high:.1}")) {}
                }
            }
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

    #[test]
    fn only_the_last_two_weeks_are_drawn() {
        let counts = BTreeMap::from([(20_000, 7), (19_990, 2), (19_986, 9)]);
        let drawn = days(&counts, 20_000).into_string();
        assert_eq!(drawn.matches("<rect").count(), 2);
        assert!(drawn.contains("0, 0, 0, 2, 0, "), "{drawn}");
    }
}
