//! Lines and columns.

/// Line and column of an offset, both from 1; the column counts bytes.
pub(crate) fn position(body: &[u8], at: usize) -> (usize, usize) {
    Place::default().move_to(body, at)
}

/// A position in the body whose line is known. Counting continues from here, so that many positions in the order of
/// the body cost one pass.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    at: usize,
    /// Line breaks before it.
    breaks: usize,
    /// Offset of the first byte of its line.
    line_start: usize,
    /// Bytes looked at so far.
    #[cfg(test)]
    looked_at: usize,
}

impl Place {
    /// Line and column of an offset, as [`position`] counts them.
    pub(crate) fn move_to(&mut self, body: &[u8], at: usize) -> (usize, usize) {
        let at = at.min(body.len());
        let (from, to) = (self.at.min(at), self.at.max(at));
        let between = body.get(from..to).unwrap_or_default();
        #[allow(
            clippy::naive_bytecount,
            reason = "only malformed items are counted up to"
        )]
        let breaks = between.iter().filter(|&&byte| byte == b'\n').count();
        if at < self.at {
            self.breaks = self.breaks.saturating_sub(breaks);
        } else {
            self.breaks = self.breaks.saturating_add(breaks);
        }
        if breaks > 0 {
            let before = body.get(..at).unwrap_or_default();
            let last = before.iter().rposition(|&byte| byte == b'\n');
            self.line_start = last.map_or(0, |last| last.saturating_add(1));
        }
        #[cfg(test)]
        {
            let line = if breaks > 0 {
                at.saturating_sub(self.line_start)
            } else {
                0
            };
            self.looked_at = self
                .looked_at
                .saturating_add(between.len())
                .saturating_add(line);
        }
        self.at = at;
        let column = at.saturating_sub(self.line_start);
        (self.breaks.saturating_add(1), column.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_from_one() {
        assert_eq!(position(b"ab\ncd", 0), (1, 1));
        assert_eq!(position(b"ab\ncd", 4), (2, 2));
        assert_eq!(position(b"ab", 99), (1, 3));
    }

    /// Counts in the simplest way, for comparison.
    fn counted(body: &[u8], at: usize) -> (usize, usize) {
        let lines: Vec<&[u8]> = body[..at.min(body.len())]
            .split(|&byte| byte == b'\n')
            .collect();
        let last = lines.last().unwrap();
        (lines.len(), last.len().saturating_add(1))
    }

    #[test]
    fn a_place_that_is_counted_on_is_the_same() {
        let body = b"\n\nab\ncd\n\n\nefg\nh";
        let mut place = Place::default();
        for step in 0..400_usize {
            let at = step.pow(2).wrapping_mul(7) % 20;
            assert_eq!(place.move_to(body, at), counted(body, at), "{at}");
        }
    }

    /// Cases: J20.
    #[test]
    fn many_places_in_order_cost_one_walk() {
        for line in [
            "x".repeat(64),
            format!("\n{}", "x".repeat(63)),
            "\n".repeat(64),
        ] {
            let body = line.repeat(1 << 10);
            let mut place = Place::default();
            for at in (0..body.len()).step_by(16) {
                place.move_to(body.as_bytes(), at);
            }
            assert!(place.looked_at <= 2 * body.len(), "{}", place.looked_at);
        }
    }
}
