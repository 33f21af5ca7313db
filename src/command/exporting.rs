//! Writing a paper to a file: what the form asks for, and the name that it offers, which follows what is chosen. How a paper
//! is composed and written is not known here.

use super::forms::styles;
use super::settle::Settled;
use crate::desk::field::Field;
use crate::desk::form::{Entry, Form, Purpose, Value};
use crate::desk::{Desk, Effect, ExportOrder, Overlay};
use crate::export::{Audience, FORMATS, Format, Paper};
use std::path::{Path, PathBuf};

/// The form, with the public minutes as text chosen.
pub(super) fn form(desk: &Desk) -> Form {
    let (styles, style) = styles(desk);
    let mut papers: Vec<String> = ["minutes", "decisions", "actions by owner"].map(str::to_owned).to_vec();
    papers.extend(desk.item().map(|_| "this item".to_owned()));
    let formats = FORMATS.iter().map(|format| format.name.to_owned());
    let entries = vec![
        Entry::one_of("Paper", papers, 0),
        Entry::one_of("For", vec!["the public".into(), "the record (full)".into()], 0),
        Entry::one_of("Format", formats.collect(), 0),
        Entry::one_of("Style", styles, style),
        Entry::words("File", ""),
    ];
    let mut form = Form::new(Purpose::Export, "Export", entries);
    offer(desk, &mut form);
    form
}

/// Makes a choice in the form that is open. Where it is an export whose file has the name that was offered, the name goes
/// with the choice: what stands there is what will be written.
pub(super) fn choosing(desk: &mut Desk, choose: impl FnOnce(&mut Form) -> bool) -> bool {
    let Some(Overlay::Form(form)) = desk.overlays.last() else { return false };
    let mut form = form.clone();
    let follows = form.purpose == Purpose::Export && form.words("File") == offered(desk, &form);
    let chosen = choose(&mut form);
    if follows {
        offer(desk, &mut form);
    }
    if let Some(Overlay::Form(open)) = desk.overlays.last_mut() {
        *open = form;
    }
    chosen
}

/// The name that is offered for what is chosen in the form.
fn offered(desk: &Desk, form: &Form) -> String {
    named(desk, form, desk.file.with_extension("txt")).display().to_string()
}

fn offer(desk: &Desk, form: &mut Form) {
    let name = offered(desk, form);
    let file = form.entries.iter_mut().find(|entry| entry.label == "File");
    if let Some(Value::Words(field, _)) = file.map(|entry| &mut entry.value) {
        *field = Field::holding(name);
    }
}

fn format(form: &Form) -> &'static Format {
    let [usual, ..] = &FORMATS;
    FORMATS.get(form.chosen("Format")).unwrap_or(usual)
}

fn paper(desk: &Desk, form: &Form) -> Paper {
    let item = desk.writing.item.map_or(Paper::Minutes, Paper::Item);
    *[Paper::Minutes, Paper::Decisions, Paper::Actions, item].get(form.chosen("Paper")).unwrap_or(&item)
}

fn audience(form: &Form) -> Audience {
    if form.chosen("For") == 0 { Audience::Public } else { Audience::Full }
}

/// The file under its name for what is chosen. A name that was typed keeps all but its extension.
fn named(desk: &Desk, form: &Form, mut file: PathBuf) -> PathBuf {
    let paper = paper(desk, form);
    // The name that the form offers is that of the minutes; no other paper is to take their place.
    let is_offered = file.file_stem() == desk.file.file_stem();
    if is_offered && paper != Paper::Minutes {
        file = with_word(&file, paper.word());
    }
    let extension = file.extension().and_then(|extension| extension.to_str());
    if extension.is_some_and(Format::has_extension) {
        file.set_extension(format(form).extension);
    }
    // Under the name of what is published there is never a copy with restricted words.
    if is_offered && audience(form) == Audience::Full && desk.meeting().holds_restricted() {
        file = with_word(&file, audience(form).word());
    }
    file
}

/// The same path with a word at the end of the file's name: `2026-03-12-actions.txt`.
fn with_word(file: &Path, word: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}-{word}.{extension}"))
}

/// Orders the export, or says why it cannot be.
pub(super) fn settle(desk: &mut Desk, form: &Form) -> Settled {
    let file = form.words("File");
    if file.is_empty() {
        return Err("say which file to write".into());
    }
    let (paper, format, audience) = (paper(desk, form), format(form), audience(form));
    if paper != Paper::Minutes && !format.papers {
        return Err(format!("the format {} holds the whole meeting; choose another", format.name));
    }
    let file = named(desk, form, PathBuf::from(file));
    desk.order(Effect::Export(ExportOrder { paper, format, audience, style: form.words("Style"), file }));
    Ok(())
}
