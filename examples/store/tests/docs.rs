//! The cookbook shows the code and the SQL of this example, and its programs in other languages run.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::{env, fs, path::Path};

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(folder().join("../../docs/cookbook").join(name)).unwrap()
}

/// The code blocks of a page in this language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let parts = page.split(&opening).skip(1);
    parts
        .map(|part| part.split_once("```").unwrap().0.to_owned())
        .collect()
}

#[test]
fn pages_show_the_code() {
    for (source, name) in [("decrypt.rs", "media.md"), ("store.rs", "storage.md")] {
        let source = fs::read_to_string(folder().join("src").join(source)).unwrap();
        let (_, rest) = source.split_once(&format!("// [{name}]\n")).unwrap();
        let (code, _) = rest.split_once(&format!("// [/{name}]")).unwrap();
        assert!(
            blocks(&page(name), "rust,ignore").contains(&code.to_owned()),
            "{name}"
        );
    }
}

#[test]
fn every_sql_block_is_a_tested_file_and_every_file_is_shown() {
    let files = fs::read_dir(folder().join("sql")).unwrap();
    let files: Vec<String> = files
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let pages = fs::read_dir(folder().join("../../docs/cookbook")).unwrap();
    let mut shown = Vec::new();
    for page in pages {
        shown.extend(blocks(
            &fs::read_to_string(page.unwrap().path()).unwrap(),
            "sql",
        ));
    }
    assert!(!files.is_empty());
    for file in &files {
        assert!(
            shown.iter().any(|block| file.contains(block)),
            "no page shows {file}"
        );
    }
    for block in &shown {
        assert!(
            files.iter().any(|file| file.contains(block)),
            "no file contains {block}"
        );
    }
}

/// The lines that the program prints for these lines; `None` if the interpreter is not installed.
fn run(interpreter: &str, flag: &str, program: &str, input: &str) -> Option<String> {
    let Ok(mut child) = Command::new(interpreter)
        .args([flag, program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
    else {
        eprintln!("skipped: {interpreter} is not installed");
        return None;
    };
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{interpreter} failed");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn programs_in_other_languages_read_events() {
    let mut lines = String::new();
    for fixture in [
        "text",
        "image_with_caption",
        "status_delivered",
        "text",
        "account_review_approved",
    ] {
        let path = folder().join(format!("../../fixtures/meta/{fixture}.json"));
        for event in whatsapp_webhooks::meta::parse(fs::read(path).unwrap()).unwrap() {
            lines += &serde_json::to_string(&event).unwrap();
            lines += "\n";
        }
    }
    lines += "{\"hologram\":{\"meta\":{\"provider\":\"meta\",\"key\":\"meta:00\"}}}\n";

    let page = page("languages.md");
    for (language, interpreter, flag) in [("python", "python3", "-c"), ("js", "node", "-e")] {
        let program = &blocks(&page, language)[0];
        let Some(printed) = run(interpreter, flag, program, &lines) else {
            continue;
        };
        let kinds = printed.lines().map(|line| line.split(' ').next().unwrap());
        // The repeated text is skipped.
        let expected = ["message", "message", "status", "not", "not"];
        assert_eq!(kinds.collect::<Vec<_>>(), expected, "{printed}");
        assert!(
            printed.ends_with("not handled account\nnot handled hologram\n"),
            "{printed}"
        );
    }
}
