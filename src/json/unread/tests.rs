//! Every key of every fixture is read by a wire type, or is in `tests/gaps.txt` with a reason.

use std::fs;
use std::path::Path;

use self::gaps::{Gap, Kind, fits, gaps};
use super::*;
use crate::{Provider, record};

#[path = "../../../tests/support/gaps.rs"]
#[allow(dead_code, reason = "the other test reads the reasons")]
mod gaps;

fn unread_of(provider: Provider, body: &Bytes) -> Vec<String> {
    let (parsed, record) = record::during(|| provider.parse(body.clone()));
    parsed.map_or_else(|_| Vec::new(), |events| unread(body, &events, &record))
}

#[test]
fn every_key_that_no_wire_type_reads_is_listed() {
    let gaps: Vec<Gap> = gaps()
        .into_iter()
        .filter(|gap| gap.kind == Kind::Unread)
        .collect();
    let (mut used, mut unlisted) = (vec![false; gaps.len()], BTreeMap::new());
    for provider in Provider::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(provider.as_str());
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            for path in unread_of(*provider, &Bytes::from(fs::read(&file).unwrap())) {
                let row = |gap: &Gap| gap.provider == *provider && fits(gap.path, &path);
                if let Some(row) = gaps.iter().position(row) {
                    used[row] = true;
                } else {
                    let row = format!("{provider} | unread | {path}");
                    unlisted.insert(row, file.clone());
                }
            }
        }
    }
    assert!(unlisted.is_empty(), "unread and not listed: {unlisted:#?}");
    let stale: Vec<&str> = gaps
        .iter()
        .zip(used)
        .filter(|row| !row.1)
        .map(|row| row.0.path)
        .collect();
    assert!(
        stale.is_empty(),
        "listed, but read or not seen any more: {stale:#?}"
    );
}
