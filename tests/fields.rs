//! The lines that are typed into, in forms and above lists, have the habits of a word processor: selecting, replacing what
//! is selected, cutting, copying and pasting, taking back.

use crate::stage::Stage;
use minutebook::desk::form::Value;
use minutebook::desk::{Effect, Overlay};
use minutebook::update::Event;
use minutebook::view::theme::Palette;

/// The words in the field that is being filled in.
fn words(stage: &Stage) -> String {
    match stage.desk.overlay() {
        Some(Overlay::Picker(picker)) => picker.query.text.clone(),
        Some(Overlay::Form(form)) => match &form.entries[form.focus].value {
            Value::Words(field, _) => field.text.clone(),
            Value::OneOf(..) => panic!("a choice"),
        },
        _ => panic!("no field is open:\n{}", stage.screen()),
    }
}

/// The thought being parked, and what is looked for: a field in a form and one above a list.
const OPENED: [&str; 2] = ["<f6>", "<ctrl-f>"];

#[test]
fn what_is_selected_whole_gives_way_to_what_is_typed_or_is_deleted() {
    for open in OPENED {
        let stage = || Stage::new().play(open).play("the old words<ctrl-a>");
        assert_eq!(words(&stage().play("new")), "new");
        for delete in ["<backspace>", "<delete>", "<ctrl-backspace>", "<ctrl-delete>"] {
            assert_eq!(words(&stage().play(delete)), "", "{open} {delete}");
        }
        assert_eq!(words(&stage().paste("pasted")), "pasted");
    }
}

#[test]
fn another_place_is_typed_over_the_one_that_is_proposed() {
    let mut stage = Stage::new();
    stage.desk.elsewhere = "/home/clerk/minutes/harbour.ron".into();
    // It is selected when the form opens, so that nobody has to hold Backspace.
    let mut stage = stage.play("<f12>/media/stick/harbour.ron<enter>");
    let effects = stage.effects.drain(..);
    let places: Vec<_> = effects.filter(|effect| matches!(effect, Effect::SaveElsewhere(_))).collect();
    assert_eq!(places, [Effect::SaveElsewhere("/media/stick/harbour.ron".into())]);
}

#[test]
fn shift_selects_from_where_the_cursor_was() {
    for open in OPENED {
        let stage = || Stage::new().play(open).play("one two three");
        assert_eq!(words(&stage().play("<shift-left><shift-left>y")), "one two thry");
        assert_eq!(words(&stage().play("<home><shift-right><shift-right>A")), "Ae two three");
        assert_eq!(words(&stage().play("<ctrl-shift-left>four")), "one two four");
        assert_eq!(words(&stage().play("<home><ctrl-shift-right><delete>")), "two three");
        assert_eq!(words(&stage().play("<shift-home>all")), "all");
        assert_eq!(words(&stage().play("<home><ctrl-right><shift-end>more")), "one more");
        assert_eq!(
            words(&stage().play("<shift-left><shift-right>s")),
            "one two threes",
            "nothing is selected"
        );
    }
}

#[test]
fn an_arrow_ends_the_selection_on_its_side() {
    for open in OPENED {
        let stage = || Stage::new().play(open).play("one two<home><ctrl-right><shift-end>");
        assert_eq!(words(&stage().play("<left>x")), "one xtwo");
        assert_eq!(words(&stage().play("<right>x")), "one twox");
        assert_eq!(words(&stage().play("<home>x")), "xone two");
        assert_eq!(words(&stage().play("<end>x")), "one twox");
    }
}

#[test]
fn what_is_selected_is_cut_copied_and_pasted() {
    for open in OPENED {
        let mut stage = Stage::new().play(open).play("one two<ctrl-shift-left><ctrl-x>");
        assert_eq!(words(&stage), "one ");
        assert_eq!(stage.effects.last(), Some(&Effect::Copy("two".into())));
        stage = stage.play("<home><ctrl-v>");
        assert_eq!(stage.effects.last(), Some(&Effect::Paste));
        stage.happen(Event::Paste("two ".into()));
        assert_eq!(words(&stage), "two one ");
        let stage = stage.play("<ctrl-a><ctrl-c>");
        assert_eq!(stage.effects.last(), Some(&Effect::Copy("two one ".into())));
        assert_eq!(words(&stage), "two one ");
        let stage = stage.play("<end><ctrl-c>");
        assert_eq!(stage.notice(), "Nothing is selected; hold Shift and move, or press Ctrl-A.");
    }
}

#[test]
fn what_was_typed_into_a_field_is_taken_back_there_and_made_again() {
    for open in OPENED {
        let stage = Stage::new().play(open).play("one two<ctrl-a>three<ctrl-z>");
        assert_eq!(words(&stage), "one two");
        assert_eq!(
            words(&Stage::new().play(open).play("one<ctrl-a>two<ctrl-z>x")),
            "x",
            "it is selected as it was"
        );
        let stage = stage.play("<ctrl-y>");
        assert_eq!(words(&stage), "three");
        let stage = stage.play("<ctrl-z><ctrl-z>");
        assert_eq!(words(&stage), "");
        let stage = stage.play("<ctrl-z>");
        assert_eq!(
            stage.notice(),
            "Nothing is left to take back in this field; Esc goes back to where changes are."
        );
        assert!(stage.journal().is_empty(), "the minutes are as they were");
    }
}

#[test]
fn a_list_is_narrowed_to_what_a_change_of_any_kind_leaves() {
    let shown = |keys: &str| match Stage::new().play("<ctrl-g>").play(keys).desk.overlay() {
        Some(Overlay::Picker(picker)) => picker.shown.len(),
        _ => panic!("the list is closed"),
    };
    let all = shown("");
    assert!(shown("pontoon") < all);
    assert_eq!(shown("pontoon<ctrl-a><delete>"), all);
    assert_eq!(shown("pontoon<ctrl-a><ctrl-x>"), all);
    assert_eq!(shown("pontoon<ctrl-z>"), all);
    assert!(shown("pontoon<ctrl-z><ctrl-y>") < all);
    assert_eq!(shown("pontoonx<left><delete>"), shown("pontoon"));
}

#[test]
fn a_key_that_only_moves_leaves_the_mark_in_a_list_where_it_is() {
    let stage = Stage::new().play("<ctrl-g>the<down><left><shift-home>");
    let Some(Overlay::Picker(picker)) = stage.desk.overlay() else { panic!("{}", stage.screen()) };
    assert_eq!(picker.marked, 1);
}

#[test]
fn delete_drops_a_thought_only_where_it_deletes_no_letter() {
    let thought = || Stage::new().play("<f6>ask Ola<enter>").command("parked-thoughts").play("Ola");
    assert_eq!(thought().play("<ctrl-a><delete>").meeting().parked.len(), 1);
    assert_eq!(words(&thought().play("<ctrl-a><delete>")), "");
    assert_eq!(words(&thought().play("<home><delete>")), "la");
    assert_eq!(thought().play("<delete>").meeting().parked.len(), 0);
}

#[test]
fn a_choice_in_a_form_still_turns() {
    let stage = Stage::new().play("<f9>").screen();
    let turned = Stage::new().play("<f9><right>").screen();
    assert_ne!(stage, turned);
    assert_eq!(Stage::new().play("<f9><right><left>").screen(), stage);
}

#[test]
fn what_is_selected_can_be_told_from_the_field_around_it_on_every_screen() {
    for palette in [Palette::Dark, Palette::Light, Palette::Either, Palette::Sixteen, Palette::Plain] {
        for open in OPENED {
            let stage = Stage::new().play(open).play("one two<ctrl-left>");
            let selected = Stage::new().play(open).play("one two<ctrl-shift-left>");
            assert_eq!(stage.screen(), selected.screen());
            assert_ne!(stage.looks(palette), selected.looks(palette), "{palette:?} {open}");
        }
    }
}

#[test]
fn a_selection_shows_in_a_field_of_several_rows() {
    let long = "whether the harbour office would be open on the Saturday of the regatta, and who would answer the telephone";
    let stage = Stage::new().play("<f6>").play(long).play("<ctrl-a>");
    let looks = stage.looks(Palette::Dark);
    let rows = looks.lines().filter(|row| row.contains("vvvvvvvvvvvv")).count();
    assert_eq!(rows, 3, "{looks}");
}
