use super::*;
use crate::import::paper::lines;

/// Everybody in the lists at the start of a text, by how they are listed.
fn read(text: &str) -> Vec<(Listed, String)> {
    let lines = lines(text);
    take(&lines, None).people.into_iter().map(|(listed, named)| (listed, named.name)).collect()
}

/// The names listed so.
fn names(text: &str, wanted: Listed) -> Vec<String> {
    read(text).into_iter().filter(|(listed, _)| *listed == wanted).map(|(_, name)| name).collect()
}

#[test]
fn names_that_run_on_are_joined_and_names_a_line_each_are_parted() {
    let text = "PRESENT: Mr C Bell, Ms L Odd (Waste\nManager) and Cllr V Thorn\nIn attendance:\nMrs J Lath (Clerk)\nMr S Prue";
    assert_eq!(names(text, Listed::Present), ["Mr C Bell", "Ms L Odd", "Cllr V Thorn"]);
    assert_eq!(names(text, Listed::InAttendance), ["Mrs J Lath", "Mr S Prue"]);
}

#[test]
fn roles_are_taken_from_labels_inside_a_list() {
    let text = "Present:\n   Chairman:      Cllr G Toll\n   Councillors:   P Bell        S Mire\n";
    let lines = lines(text);
    let people = take(&lines, None).people;
    assert_eq!(people.iter().map(|(listed, _)| *listed).collect::<Vec<_>>(), [Listed::Present; 3]);
    assert_eq!((people[0].1.name.as_str(), people[0].1.role.as_str()), ("Cllr G Toll", "Chairman"));
    assert_eq!(people[2].1.name, "Councillor S Mire");
}

#[test]
fn labels_are_known_by_their_words() {
    let listed = |words: &str| label::Label::phrase(words).map(|label| label.listed);
    for (words, wanted) in [
        ("Members present", Listed::Present),
        ("Those present in person", Listed::Present),
        ("Governors present remotely", Listed::Remote),
        ("Also in attendance", Listed::InAttendance),
        ("Staff present", Listed::InAttendance),
        ("Members of the public present", Listed::InAttendance),
        ("Apologies for absence", Listed::Apologies),
        ("Absent with apologies", Listed::Apologies),
        ("Unable to attend", Listed::Apologies),
        ("Absent without apologies", Listed::Absent),
        ("Not present", Listed::Absent),
        ("Attendees", Listed::Attendee),
        ("Membership", Listed::Member),
        ("Named deputies", Listed::Substitute),
    ] {
        assert_eq!(listed(words), Some(wanted), "{words}");
    }
    for words in ["Presentation", "Committee", "Present position", "Attendance policy", "Chair", "Quorum"] {
        assert_eq!(listed(words), None, "{words}");
    }
}

#[test]
fn lists_go_on_over_blank_lines_and_groups() {
    let text = "Present\n\nLabour Group:\n\n- Anna Bell (Chair)\n- Carl Dunn\n\nGreen Group:\n\n- Eve Fern\n\nOfficers\n\n- Gil Hart (Clerk)\n\nThe minutes were signed.\n";
    assert_eq!(names(text, Listed::Present), ["Anna Bell", "Carl Dunn", "Eve Fern"]);
    assert_eq!(names(text, Listed::InAttendance), ["Gil Hart"]);
}

#[test]
fn boxes_handles_and_initials_are_no_names() {
    let text = "Attendance:\n- [x] Anna Bell @annab (voting member)\n- [ ] Carl Dunn\n- [x] EF – Eve Fern, Hill Trust\n";
    assert_eq!(names(text, Listed::Present), ["Anna Bell", "Eve Fern"]);
    assert_eq!(names(text, Listed::Absent), ["Carl Dunn"]);
    let lines = lines(text);
    let people = take(&lines, None).people;
    assert_eq!(people[0].1.aliases, ["@annab"]);
    assert_eq!(people[2].1.aliases, ["EF"]);
    assert_eq!(people[2].1.organisation, "Hill Trust");
}

#[test]
fn what_is_no_person_is_not_listed() {
    let text = "Present: Anna Bell, Carl Dunn and two members of the public\nApologies: None\nThe meeting was quorate.\n";
    assert_eq!(read(text), [(Listed::Present, "Anna Bell".into()), (Listed::Present, "Carl Dunn".into())]);
    let lines = lines(text);
    let taken = take(&lines, None);
    assert!(!taken.lines.iter().any(|(_, line)| line.text.contains("quorate")));
}

#[test]
fn columns_under_two_labels_are_two_lists() {
    let text = "PRESENT                 APOLOGIES\nAnna Bell (Chair)       Eve Fern\nCarl Dunn\n";
    assert_eq!(names(text, Listed::Present), ["Anna Bell", "Carl Dunn"]);
    assert_eq!(names(text, Listed::Apologies), ["Eve Fern"]);
}

#[test]
fn sentences_tell_attendance() {
    let told = |text: &str| -> Vec<(Listed, String)> {
        let told = sentence::read(text).unwrap_or_default();
        told.into_iter().map(|(listed, named)| (listed, named.name)).collect()
    };
    let bell = |listed| vec![(listed, "Mrs A Bell".to_owned())];
    assert_eq!(told("Apologies for absence were received from Mrs A Bell."), bell(Listed::Apologies));
    assert_eq!(told("Also present was Mrs A Bell."), bell(Listed::InAttendance));
    assert_eq!(told("Mrs A Bell sent her apologies."), bell(Listed::Apologies));
    assert_eq!(told("Mrs A Bell was in the chair. There were no apologies."), bell(Listed::Present));
    assert!(told("Mrs A Bell was present for the first item only.").is_empty());
    assert!(told("Members were present.").is_empty());
}
