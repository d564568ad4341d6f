//! A report as a table.

use std::fmt;

use super::Report;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = vec![
            [
                "provider", "what", "topic", "where", "word", "count", "first", "last",
            ]
            .map(str::to_owned),
        ];
        for (finding, seen) in self.findings() {
            let time = |time: Option<crate::types::Timestamp>| {
                time.map_or_else(|| "-".to_owned(), |time| time.to_string())
            };
            let text = |text: &str| if text.is_empty() { "-" } else { text }.to_owned();
            rows.push([
                finding.provider.to_string(),
                finding.kind.as_str().to_owned(),
                text(&finding.topic),
                text(&finding.place),
                text(&finding.word),
                seen.count.to_string(),
                time(seen.first),
                time(seen.last),
            ]);
        }
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        };
        let widths: Vec<usize> = (0..8).map(width).collect();
        if rows.len() > 1 {
            for row in &rows {
                let cells = row.iter().zip(&widths);
                let line: Vec<String> = cells
                    .map(|(cell, width)| format!("{cell:width$}"))
                    .collect();
                writeln!(f, "{}", line.join("  ").trim_end())?;
            }
        }
        write!(
            f,
            "{} findings in {} events of {} bodies",
            rows.len().saturating_sub(1),
            self.events(),
            self.bodies()
        )?;
        if self.omitted() > 0 {
            write!(f, ", and {} occurrences of further ones", self.omitted())?;
        }
        writeln!(f)
    }
}
