//! What of an agenda is restricted: one item that says so alone, a private half, and what stands below the exclusion of the
//! public. What the paper does not say is told as a guess.

use crate::import::{agenda, proposed};
use minutebook::import::{Proposal, Sure};

/// Reads an agenda of a parish with these items and headings, a line each.
fn read(lines: &[&str]) -> Proposal {
    let head =
        "LOWER WICK PARISH COUNCIL\n\nTuesday 3 June 2025 at 7.30 pm\nVillage Hall, Lower Wick\n\nAGENDA\n\n";
    proposed(&format!("{head}{}\n", lines.join("\n")))
}

/// The labels of the items that are restricted.
fn restricted(proposal: &Proposal) -> Vec<&str> {
    let meeting = &proposal.meeting;
    let closed = meeting.items.iter().filter(|item| meeting.is_restricted(item));
    closed.map(|item| item.heading.label.as_str()).collect()
}

/// The lines of which it is told as a guess whether they are restricted.
fn guessed(proposal: &Proposal) -> Vec<&str> {
    let lines = proposal.lines.iter().filter(|line| line.sure == Sure::RestrictionGuessed);
    lines.map(|line| line.text.as_str()).collect()
}

#[test]
fn one_item_that_is_marked_is_restricted_alone() {
    let found = read(&[
        "1. Apologies",
        "2. Minutes",
        "3. Finance",
        "4. Staffing matter (confidential)",
        "5. Bins",
        "6. Date of next meeting",
    ]);
    assert_eq!(restricted(&found), ["4"]);
    assert!(guessed(&found).is_empty());
}

#[test]
fn below_an_exclusion_all_is_restricted_but_what_everybody_may_know() {
    let found = read(&[
        "1. Apologies",
        "2. Minutes",
        "3. To resolve that the public be excluded for the following items",
        "4. Staffing",
        "5. Lease of the hall",
        "6. Bins",
        "7. Trees",
        "8. Date of next meeting",
        "9. Close of meeting",
    ]);
    assert_eq!(restricted(&found), ["4", "5", "6", "7"]);
    assert_eq!(guessed(&found), ["8. Date of next meeting", "9. Close of meeting"]);
    assert!(found.notes.iter().any(|note| note.contains("excludes the public")), "{:?}", found.notes);
}

#[test]
fn an_exclusion_that_does_not_say_how_far_it_goes_restricts_as_a_guess() {
    let found = read(&[
        "1. Apologies",
        "2. Minutes",
        "3. Bins",
        "4. Exclusion of the press and public",
        "5. Staffing (confidential)",
        "6. Lease of the hall",
    ]);
    assert_eq!(restricted(&found), ["5", "6"]);
    assert_eq!(guessed(&found), ["6. Lease of the hall"]);
}

#[test]
fn an_early_exclusion_leaves_it_to_items_that_are_marked() {
    let found = read(&[
        "1. Exclusion of the press and public",
        "2. Minutes",
        "3. Bins",
        "4. Staffing (confidential)",
        "5. Trees",
    ]);
    assert_eq!(restricted(&found), ["4"]);
    assert_eq!(guessed(&found), ["2. Minutes", "3. Bins", "5. Trees"]);
    let begins = read(&[
        "1. Minutes",
        "2. Exclusion of the press and public",
        "3. Staffing (confidential)",
        "4. Lease",
        "5. Trees",
        "6. Date of next meeting",
    ]);
    assert_eq!(restricted(&begins), ["3", "4", "5"], "right above a marked item it begins there");
    let unmarked = read(&["1. Exclusion of the press and public", "2. Minutes", "3. Bins", "4. Staffing"]);
    assert_eq!(restricted(&unmarked), ["2", "3", "4"], "nothing tells which of them");
    assert_eq!(guessed(&unmarked).len(), 3);
}

#[test]
fn an_exclusion_says_for_which_items_it_is() {
    let named = read(&[
        "1. Apologies",
        "2. To exclude the public for items 4 and 5",
        "3. Bins",
        "4. Staffing",
        "5. Lease of the hall",
        "6. Trees",
    ]);
    assert_eq!(restricted(&named), ["4", "5"]);
    let next = read(&[
        "1. Apologies",
        "2. Exclusion of the public",
        "To resolve that the public be excluded during discussion of the following item.",
        "3. Staffing",
        "4. Trees",
    ]);
    assert_eq!(restricted(&next), ["3"]);
    let itself = read(&[
        "1. Apologies",
        "2. Bins",
        "3. Staffing",
        "To resolve that the press and public be excluded for this item.",
        "4. Trees",
    ]);
    assert_eq!(restricted(&itself), ["3"]);
    let asked = read(&["1. Apologies", "2. To consider whether the public should be excluded", "3. Bins"]);
    assert!(restricted(&asked).is_empty());
}

#[test]
fn the_public_comes_back_where_the_paper_says_so() {
    let found = read(&[
        "1. Apologies",
        "2. To exclude the press and public for the remaining business",
        "3. Staffing",
        "4. Readmission of the public",
        "5. Bins",
    ]);
    assert_eq!(restricted(&found), ["3"]);
    assert!(guessed(&found).is_empty());
}

#[test]
fn a_private_half_that_is_an_item_itself_holds_what_stands_below_it() {
    let found = read(&[
        "1. Apologies",
        "2. Finance",
        "3. Part II - private",
        "4. Staffing",
        "5. Part A",
        "6. Bins",
        "7. Confidential items",
        "8. Lease of the hall",
        "9. Date of next meeting",
    ]);
    assert_eq!(restricted(&found), ["3", "4", "7", "8"]);
    assert_eq!(guessed(&found), ["9. Date of next meeting"]);
}

#[test]
fn a_private_part_lets_go_only_of_what_ends_the_agenda() {
    let part = ["1. Apologies", "2. Finance", "", "CONFIDENTIAL ITEMS", "", "3. Staffing"];
    let ends = read(&[&part[..], &["4. Date of next meeting"]].concat());
    assert_eq!(restricted(&ends), ["3"]);
    assert_eq!(guessed(&ends), ["4. Date of next meeting"]);
    let goes_on = read(&[&part[..], &["4. Date of next meeting", "5. Lease of the hall"]].concat());
    assert_eq!(restricted(&goes_on), ["3", "4", "5"]);
    assert!(guessed(&goes_on).is_empty());
}

#[test]
fn where_a_private_part_follows_the_exclusion_it_says_what_is_restricted() {
    let found = read(&[
        "1. Apologies",
        "2. Exclusion of the public",
        "3. Bins",
        "",
        "PART 2 - EXEMPT ITEMS",
        "",
        "4. Staffing",
    ]);
    assert_eq!(
        agenda(&found.meeting)[2..],
        ["3 | Bins", "==  PART 2 - EXEMPT ITEMS [restricted]", "4 | Staffing [restricted]"]
    );
}

#[test]
fn any_remaining_business_is_all_that_stands_below() {
    for words in ["for any remaining business", "during any of the following items"] {
        let exclusion = format!("3. To resolve to exclude the press and public {words}");
        let found = read(&["1. Apologies", "2. Finance", &exclusion, "4. Staffing", "5. Lease of the hall"]);
        assert_eq!(restricted(&found), ["4", "5"], "{words}");
    }
}
