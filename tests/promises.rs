//! docs/reliability.md names the tests that hold its promises; here it is seen that there are such tests.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// The names of the tests in the sources below a folder.
fn tests_below(folder: &Path, names: &mut HashSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_below(&path, names);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(path).unwrap();
            let after = text.split("#[test]").skip(1).filter_map(|part| part.split_once("fn "));
            names.extend(after.filter_map(|(_, rest)| Some(rest.split_once('(')?.0.to_owned())));
        }
    }
}

#[test]
fn every_promise_names_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = HashSet::new();
    tests_below(&root.join("src"), &mut tests);
    tests_below(&root.join("tests"), &mut tests);
    let text = fs::read_to_string(root.join("docs/reliability.md")).unwrap();
    let promised = text.split("## What is not promised").next().unwrap();
    let named: Vec<&str> =
        promised.split("[`").skip(1).filter_map(|part| Some(part.split_once("`]")?.0)).collect();
    assert!(named.len() > 20, "{named:?}");
    for name in named {
        assert!(tests.contains(name), "docs/reliability.md names `{name}`, and there is no such test");
    }
}
