//! Agendas in Welsh, and in Welsh and English.

use crate::import::{left_over, proposed};
use minutebook::domain::resolving::Wording;
use minutebook::import::Meaning;

#[test]
fn a_recommendation_in_welsh_is_one_and_keeps_its_words() {
    let paper = "CYNGOR CYMUNED LLANFECHAN\nLlanfechan Community Council\n\nAGENDA\n\n1. Ymddiheuriadau\n\n2. Cyllid\n\nArgymhellir bod y Cyngor yn nodi’r adroddiad.\n\n3. Coed\n\nArgymhelliad: Cymeradwyo’r cynllun.\n\n4. Gwahardd y cyhoedd\n\nArgymhellir y dylid gwahardd y cyhoedd.\nIt is recommended that the public be excluded.\n\n5. Staff\n";
    let found = proposed(paper);
    let items = &found.meeting.items;
    let resolved = |item: usize| -> Vec<String> {
        let asked = items[item].heading.recommendations.iter();
        asked.map(|advice| advice.resolved(Wording::That).0).collect()
    };
    assert_eq!(resolved(1), ["bod y Cyngor yn nodi’r adroddiad."]);
    assert_eq!(resolved(2), ["cymeradwyo’r cynllun."]);
    assert_eq!(
        resolved(3),
        ["that the public be excluded.", "y dylid gwahardd y cyhoedd."],
        "in English first, where both are printed"
    );
    let line = found.lines.iter().find(|line| line.text.starts_with("Argymhelliad")).unwrap();
    assert_eq!(line.meaning, Meaning::Recommendation);
    assert!(left_over(&found.meeting).iter().all(|line| !line.starts_with("Argym")));
    assert!(found.meeting.is_restricted(&items[4]));
}

const SENTENCE: &str = "Cynhelir cyfarfod o Gyngor Cymuned Llanfechan yn Neuadd y Pentref, Llanfechan\nam 7.30 o’r gloch yr hwyr, nos Fawrth, 3 Mehefin 2025.";

#[test]
fn a_sentence_in_welsh_convenes_the_meeting() {
    let found = proposed(&format!(
        "{SENTENCE}\n\nPennaeth y Gwasanaethau Democrataidd\n\nAGENDA\n\n1. Ymddiheuriadau\n2. Cyllid\n3. Coed\n"
    ));
    let head = &found.meeting.head;
    assert_eq!(head.body, "Cyngor Cymuned Llanfechan");
    assert_eq!(head.date.unwrap().to_string(), "2025-06-03");
    assert_eq!(head.starts.unwrap().to_string(), "19:30:00");
    assert_eq!(head.venue, "Neuadd y Pentref, Llanfechan");
    assert!(left_over(&found.meeting).is_empty(), "{:?}", left_over(&found.meeting));
}

#[test]
fn where_both_languages_convene_the_english_one_counts() {
    let english = "A meeting of Llanfechan Community Council will be held in the Village Hall, Llanfechan at 7.30 pm on Tuesday, 3 June 2025.";
    let found = proposed(&format!(
        "{SENTENCE}\n\n{english}\n\nPennaeth / Head of Democratic Services\n\nAGENDA\n\n1. Cyllid / Finance\n2. Coed / Trees\n\nAELODAETH / MEMBERSHIP\n\nCynghorwyr / Councillors: Huw Ainsley, Nesta Parry\n"
    ));
    let head = &found.meeting.head;
    assert_eq!(
        (head.body.as_str(), head.venue.as_str()),
        ("Llanfechan Community Council", "Village Hall, Llanfechan")
    );
    assert_eq!(found.meeting.people.len(), 2);
    assert!(left_over(&found.meeting).is_empty(), "{:?}", left_over(&found.meeting));
}
