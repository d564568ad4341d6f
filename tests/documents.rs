//! The translations of the README have its code and its structure, and no recipe is missing from a list.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::{fs, path::Path};

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The lines of a document inside and outside of its code blocks.
fn parts(document: &str) -> (Vec<&str>, Vec<&str>) {
    let mut is_code = false;
    document.lines().partition(|line| {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        is_code || is_fence
    })
}

/// The code without comments, which are translated.
fn code(document: &str) -> Vec<&str> {
    let mut code = parts(document).0;
    code.retain(|line| !line.trim_start().starts_with("//"));
    code
}

/// What a line is, if translations must have it too: the level of a heading, the number of cells, a list item.
fn structure(document: &str) -> Vec<String> {
    let lines = parts(document).1.into_iter();
    let marks = lines.filter_map(|line| match line.split(' ').next() {
        Some(heading) if heading.starts_with('#') => Some(heading.to_owned()),
        Some("-") => Some("-".to_owned()),
        _ if line.starts_with('|') => Some(format!("{} cells", line.matches('|').count())),
        _ => None,
    });
    marks.collect()
}

/// All words in backticks that are the same in every language: those outside of code blocks.
fn names(document: &str) -> Vec<String> {
    let text = parts(document).1.join("\n");
    let mut names: Vec<String> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn translations_have_the_same_code_structure_and_names() {
    let readme = read("README.md");
    assert!(!code(&readme).is_empty() && !structure(&readme).is_empty());
    for name in ["README.es.md", "README.pt-BR.md"] {
        let translation = read(name);
        assert_eq!(code(&translation), code(&readme), "{name}");
        assert_eq!(structure(&translation), structure(&readme), "{name}");
        assert_eq!(names(&translation), names(&readme), "{name}");
        assert!(
            readme.contains(&format!("]({name})")),
            "{name} is not linked"
        );
    }
}

#[test]
fn every_recipe_is_in_both_lists() {
    let (index, module) = (read("docs/cookbook/README.md"), read("src/cookbook.rs"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cookbook");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if name == "README.md" {
            continue;
        }
        count += 1;
        assert!(
            index.contains(&format!("]({name})")),
            "README.md does not list {name}"
        );
        assert!(
            module.contains(&format!("\"{name}\"")),
            "the module does not have {name}"
        );
    }
    assert!(count > 0);
}
