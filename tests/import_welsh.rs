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
