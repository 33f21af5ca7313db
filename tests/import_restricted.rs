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
    assert!(found.notes.iter().any(|note| note.contains("the public was excluded")), "{:?}", found.notes);
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

/// The titles of the items that are restricted.
fn restricted_titles(proposal: &Proposal) -> Vec<&str> {
    let meeting = &proposal.meeting;
    let closed = meeting.items.iter().filter(|item| meeting.is_restricted(item));
    closed.map(|item| item.heading.title.as_str()).collect()
}

#[test]
fn every_heading_over_private_business_restricts_what_stands_below_it() {
    for heading in [
        "IN COMMITTEE",
        "Items to be taken in confidence",
        "IN CAMERA",
        "NOT FOR PUBLICATION",
        "BELOW THE LINE",
        "PINK PAPERS",
        "PRIVATE SESSION",
        "Executive Session",
        "RESERVED BUSINESS",
        "CLOSED SESSION",
        "Rhan 2 – Eithriedig",
        "Part 2",
        "PART B",
        "ITEMS FROM WHICH THE PRESS AND PUBLIC ARE LIKELY TO BE EXCLUDED",
    ] {
        let found =
            read(&["1. Apologies", "2. Finance", "3. Bins", "", heading, "", "4. Staffing", "5. Lease"]);
        assert_eq!(restricted(&found), ["4", "5"], "{heading}");
        assert!(guessed(&found).is_empty(), "{heading}");
    }
}

#[test]
fn a_heading_of_people_or_of_the_committee_is_no_heading_over_private_business() {
    for heading in
        ["COMMITTEE BUSINESS", "EXECUTIVE REPORTS", "CLOSED SESSION REPORT", "MATTERS FOR INFORMATION"]
    {
        let found = read(&["1. Apologies", "2. Finance", "", heading, "", "3. Bins", "4. Trees"]);
        assert!(restricted(&found).is_empty(), "{heading}: {:?}", restricted(&found));
    }
}

#[test]
fn three_lettered_parts_say_nothing_by_their_letters() {
    let sections = [
        "",
        "PART A – GOVERNANCE",
        "",
        "1. Apologies",
        "",
        "PART B – OPERATIONS",
        "",
        "2. Bins",
        "",
        "PART C – STRATEGY",
        "",
        "3. Plan",
    ];
    assert!(restricted(&read(&sections)).is_empty());
}

#[test]
fn marks_on_titles_restrict_their_items_alone() {
    for mark in [
        "(exempt)",
        "[private]",
        "(Exempt – paragraph 3)",
        "– CONFIDENTIAL",
        "(not for publication)",
        "(in committee)",
    ] {
        let item = format!("3. Lease of the yard {mark}");
        let found = read(&["1. Apologies", "2. Finance", &item, "4. Bins"]);
        assert_eq!(restricted(&found), ["3"], "{mark}");
    }
    for below in [
        "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.",
        "(Exempt information relating to an individual)",
        "Private",
        "Paragraph 3",
    ] {
        let found = read(&["1. Apologies", "2. Finance", "", "3. Lease of the yard", below, "", "4. Bins"]);
        assert_eq!(restricted(&found), ["3"], "{below}");
    }
    let starred = read(&[
        "* Confidential items",
        "",
        "1. Apologies",
        "2. Finance",
        "3. Lease of the yard *",
        "4. Bins",
    ]);
    assert_eq!(restricted(&starred), ["3"]);
}

#[test]
fn words_that_only_sound_private_hide_nothing() {
    for title in [
        "Tax-Exempt Bond Issue",
        "Confidentiality policy",
        "Exemption from call-in",
        "Part 2 of the Local Plan",
        "Private hire licensing fees",
        "School exclusions",
        "Website pages open to members only",
        "Restricted parking zone",
        "Leisure contract (exempt appendix)",
        "Executive summary of the audit",
        "To consider whether any items should be taken with the public excluded",
        "Possible exclusion of the press and public",
    ] {
        let item = format!("3. {title}");
        let found = read(&["1. Apologies", "2. Finance", &item, "4. Bins", "5. Trees"]);
        assert!(restricted(&found).is_empty(), "{title}: {:?}", restricted(&found));
    }
    for (title, told) in [
        ("Exempt items", "No exempt items have been identified."),
        ("Exclusion of the press and public", "To consider whether to exclude the public from any item."),
        ("Confidential items", "There are none."),
    ] {
        let item = format!("3. {title}");
        let found = read(&["1. Apologies", "2. Finance", "", &item, "", told, "", "4. Bins", "5. Trees"]);
        assert!(restricted(&found).is_empty(), "{title}: {:?}", restricted(&found));
    }
}

#[test]
fn an_item_called_confidential_items_that_lists_business_stays_an_item() {
    let found = read(&[
        "1. Apologies",
        "",
        "2. Finance",
        "",
        "3. Bins",
        "",
        "4. Confidential items",
        "   (a) Lease of the yard",
        "   (b) Staffing",
        "",
        "5. Date of next meeting",
    ]);
    let titles = restricted_titles(&found);
    assert!(titles.contains(&"Confidential items"), "{:?}", agenda(&found.meeting));
    assert!(
        !agenda(&found.meeting).iter().any(|line| line.starts_with("==")),
        "{:?}",
        agenda(&found.meeting)
    );
}

/// Reads minutes of a parish with these lines.
fn minutes(lines: &[&str]) -> Proposal {
    let head = "LOWER WICK PARISH COUNCIL\n\nMINUTES of the meeting held on Tuesday 3 June 2025 at 7.30 pm in the Village Hall, Lower Wick\n\n\
        Present: Cllr A Reed (Chair), Cllr B Sedge and Cllr C Rush\n\n";
    proposed(&format!("{head}{}\n", lines.join("\n\n")))
}

#[test]
fn the_public_goes_and_comes_back_in_the_minutes() {
    for left in [
        "The press and public left the meeting.",
        "The meeting moved into private session.",
        "The Council then considered the following business in camera.",
        "Members of the public and press withdrew from the meeting.",
        "The meeting went into committee.",
    ] {
        for back in ["The public were readmitted to the meeting.", "The meeting resumed in public session."] {
            let found = minutes(&[
                "1. Apologies",
                "Apologies were received from Cllr Dock.",
                "2. Finance",
                "The accounts were noted.",
                left,
                "3. Staffing",
                "The Clerk reported on the vacancy.",
                back,
                "4. Bins",
                "The bins were counted.",
            ]);
            assert_eq!(restricted(&found), ["3"], "{left} {back}");
            let is_asked = found.notes.iter().any(|note| note.contains("the public was excluded"));
            assert_eq!(is_asked, !left.contains("following"), "{left} {:?}", found.notes);
        }
    }
    let some = minutes(&[
        "1. Apologies",
        "Two members of the public left the meeting.",
        "2. Finance",
        "The accounts were noted.",
        "3. Bins",
        "The bins were counted.",
    ]);
    assert!(restricted(&some).is_empty());
}

#[test]
fn private_business_that_lost_its_heading_is_in_no_public_item() {
    let found = minutes(&[
        "1. Apologies",
        "Apologies were received from Cllr Dock.",
        "2. Bins",
        "The bins were counted.",
        "3. Finance",
        "The accounts were noted.",
        "The press and public left the meeting.",
        "The Clerk reported that the caretaker had been offered a settlement of two thousand pounds.",
    ]);
    let meeting = &found.meeting;
    let secret = |text: &str| text.contains("settlement");
    for item in &meeting.items {
        let leaks = item.minutes.iter().any(|block| secret(&block.text) && !block.restricted);
        assert!(meeting.is_restricted(item) || !leaks, "{:?}", item.minutes);
    }
    let lost = read(&[
        "1. Apologies",
        "2. Finance",
        "3. Bins",
        "",
        "CONFIDENTIAL ITEMS",
        "",
        "Settlement with the caretaker of the hall, as reported in April and in May.",
    ]);
    let meeting = &lost.meeting;
    let public = meeting.items.iter().filter(|item| !meeting.is_restricted(item));
    for item in public {
        assert!(!item.heading.text.iter().any(|text| text.contains("Settlement")), "{:?}", agenda(meeting));
    }
}

#[test]
fn a_contents_page_prints_no_private_title() {
    let titles =
        ["Call to order", "Roll call", "Sidewalk repair", "Library hours", "Complaint about a member"];
    let contents: String =
        titles.iter().enumerate().map(|(at, title)| format!("{}. {title}\t2\n", at + 1)).collect();
    let texts: String = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let part = if at == 4 { "EXECUTIVE SESSION\n\n" } else { "" };
            format!("{part}{}. {title}\n\nMembers discussed it and thanked the staff.\n\n", at + 1)
        })
        .collect();
    let paper = format!(
        "Willow City Council\n\nMINUTES\n\nJuly 3, 2018 at 6:00 PM\n\nContents\n\n{contents}\n{texts}"
    );
    let meeting = proposed(&paper).meeting;
    assert_eq!(meeting.items.len(), 5, "{:?}", meeting.items);
    let told = |item: &minutebook::domain::agenda::Item| {
        item.minutes.iter().any(|block| block.text.contains("Complaint"))
    };
    assert!(!meeting.items.iter().any(told), "{:?}", meeting.items[0]);
}
