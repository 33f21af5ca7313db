//! What law and practice ask of minutes, as the checks have it: the printed page, and each rule on a meeting that keeps
//! to it and on one that does not.

use crate::stage::{Stage, day, meeting};
use minutebook::command::asked::{ASKED, By, page, rules};
use minutebook::domain::check::{self, Finding, Place};
use minutebook::domain::id::{ApologyId, DeclarationId, ItemId, PersonId};
use minutebook::domain::meeting::{Meeting, Moment, Status, Turn};
use minutebook::domain::people::{Apology, Declaration, Membership, Person};
use minutebook::domain::profile::{Powers, Profile};
use minutebook::houses::Houses;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_page_of_the_checks_is_printed_by_the_program() {
    let printed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md")).unwrap();
    assert_eq!(printed, page(), "print it anew: cargo run -- checks > docs/checks.md");
}

/// The sources of the checks, without their own tests and without the tables.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = ["domain/check", "wording"].map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|file| file.unwrap().path());
    let files = files.filter(|file| !file.ends_with("rules.rs"));
    files
        .map(|file| std::fs::read_to_string(file).unwrap().split("#[cfg(test)]").next().unwrap().to_owned())
        .collect()
}

/// The names of rules in the sources of the checks: those that are told of, and whatever is given to a finding or a
/// slip as its rule.
fn rules_in_the_sources() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for text in sources() {
        let told = rules().map(|rule| rule.name).filter(|name| text.contains(&format!("\"{name}\"")));
        names.extend(told.map(str::to_owned));
        for call in ["finding(", "note(", "Finding::new(", "Slip::new("] {
            let given = text
                .split(call)
                .skip(1)
                .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"'));
            names.extend(given.map(|(name, _)| name.to_owned()));
        }
    }
    names
}

#[test]
fn every_rule_is_told_of_and_every_rule_told_of_is_there() {
    let told: Vec<String> = rules().map(|rule| rule.name.to_owned()).collect();
    let unique: BTreeSet<String> = told.iter().cloned().collect();
    assert_eq!(told.len(), unique.len(), "a rule stands twice");
    assert_eq!(unique, rules_in_the_sources());
    let asked: BTreeSet<String> = ASKED
        .iter()
        .flat_map(|asked| match asked.by {
            By::Rules(names) => names,
            By::Program(_) | By::Nothing(_) => &[],
        })
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(asked, unique, "what is asked names rules that are not there, or leaves some out");
}

fn profile(name: &str) -> Profile {
    Houses::built_in().profiles().iter().find(|profile| profile.name == name).unwrap().clone()
}

fn found(meeting: &Meeting, profile: &Profile, rule: &str) -> Vec<Finding> {
    check::check(meeting, profile).into_iter().filter(|found| found.rule == rule).collect()
}

/// The meeting with everybody present, written on as in the script, and closed.
fn closed(script: &str) -> Meeting {
    Stage::new()
        .command("open-meeting")
        .play("<f2>*<esc>")
        .play(script)
        .command("close-meeting")
        .play("<esc>")
        .meeting()
        .clone()
}

#[test]
fn who_presided_is_said_while_the_chair_is_out() {
    let away = "One.<ctrl-down>Two.<f2>o<esc><ctrl-down>Three.<ctrl-down>Four.";
    let meeting = closed(away);
    let places: Vec<Place> =
        found(&meeting, &profile("plain"), "presiding-not-said").iter().map(|found| found.place).collect();
    assert_eq!(places, [11, 12, 13].map(|item| Place::Item(ItemId(item))));
    let told = away.replace("Two.", "Mr Aldous took the chair for this and the following items.");
    assert_eq!(found(&closed(&told), &profile("plain"), "presiding-not-said"), []);
    let back = away.replace("Three.<ctrl-down>", "<f2>b<esc><ctrl-down>");
    let said: Vec<String> = found(&closed(&back), &profile("plain"), "presiding-not-said")
        .into_iter()
        .map(|found| found.said)
        .collect();
    assert!(said.iter().all(|said| !said.contains("A4")) && !said.is_empty(), "{said:?}");
}

#[test]
fn an_executive_decision_tells_its_reasons_and_the_other_options() {
    let decided = "<ctrl-down><ctrl-down><ctrl-down><ctrl-down>RESOLVED to dredge the basin.";
    let rule = "decision-statement";
    let said = found(&closed(decided), &profile("cabinet"), rule);
    assert!(said[0].said.ends_with("does not tell the reasons and other options considered."), "{said:?}");
    assert_eq!(said[0].place, Place::Item(ItemId(14)));
    let reasons = format!("{decided}<enter><alt-t>The reason was the silt.");
    assert!(
        found(&closed(&reasons), &profile("cabinet"), rule)[0]
            .said
            .ends_with("tell other options considered.")
    );
    let whole = format!("{reasons}<enter>To wait was considered as an alternative and rejected.");
    assert_eq!(found(&closed(&whole), &profile("cabinet"), rule), []);
    assert_eq!(found(&closed(decided), &profile("council committee"), rule), []);
}

#[test]
fn a_decision_names_the_report_that_was_considered() {
    let decided = "<ctrl-down><ctrl-down><ctrl-down><ctrl-down><ctrl-down>RESOLVED to mend the pontoons.";
    let meeting = closed(decided);
    assert_eq!(found(&meeting, &profile("council committee"), "no-report").len(), 1);
    assert_eq!(found(&meeting, &profile("parish council"), "no-report"), []);
    let mut with_report = meeting.clone();
    with_report.items[5].heading.report = "Report by the Harbour Master".into();
    assert_eq!(found(&with_report, &profile("council committee"), "no-report"), []);
    let orally = closed(&format!("{decided}<ctrl-home>The Harbour Master gave a verbal briefing.<enter>"));
    assert_eq!(found(&orally, &profile("council committee"), "no-report"), []);
    // Nobody writes a report about the last minutes.
    let standing = closed("<ctrl-down><ctrl-down><ctrl-down>RESOLVED that they be signed.");
    assert_eq!(found(&standing, &profile("council committee"), "no-report"), []);
}

#[test]
fn what_is_decided_in_private_is_recorded() {
    let there = "<ctrl-g>C1<enter>";
    let private = format!("{there}The lease was discussed.");
    let said = found(&closed(&private), &profile("council committee"), "private-without-decision");
    assert_eq!(said[0].place, Place::Item(ItemId(17)));
    assert!(
        !said[0].said.contains("Fuel Berth"),
        "the title of a private item is not told: {}",
        said[0].said
    );
    assert_eq!(found(&closed(&private), &profile("partnership"), "private-without-decision"), []);
    for told in ["RESOLVED to end it.", "The position was noted."] {
        let meeting = closed(&format!("{there}{told}"));
        assert_eq!(found(&meeting, &profile("council committee"), "private-without-decision"), [], "{told}");
    }
}

#[test]
fn a_body_that_recommends_does_not_resolve() {
    let advisory = Profile { powers: Powers::Recommends, ..profile("plain") };
    let rule = "resolved-without-power";
    assert_eq!(found(&closed("RESOLVED to buy a crane."), &advisory, rule).len(), 1);
    assert_eq!(found(&closed("RESOLVED to buy a crane."), &profile("plain"), rule), []);
    assert_eq!(found(&closed("RESOLVED to note the report."), &advisory, rule), []);
    assert_eq!(found(&closed("RECOMMENDED to buy a crane."), &advisory, rule), []);
}

#[test]
fn what_calls_itself_confidential_is_restricted_with_a_key() {
    let mut stage = Stage::new().play("The price was given in confidence.");
    stage.happen(minutebook::update::Event::Pause);
    assert!(stage.desk.findings.open.iter().any(|found| found.rule == "confidential-but-public"));
    let stage = stage.play("<f7>in confidence<ctrl-t><esc>");
    assert_eq!(stage.page(), "■1.|The price was given in confidence.");
    assert_eq!(found(stage.meeting(), &profile("plain"), "confidential-but-public"), []);
    assert_eq!(stage.play("<ctrl-z>").page(), "1.|The price was given in confidence.");
    let excluded = Stage::new()
        .play("The press and public were excluded, as confidential matters were to be discussed.");
    assert_eq!(found(excluded.meeting(), &profile("plain"), "confidential-but-public"), []);
}

#[test]
fn a_member_of_the_public_is_not_named_in_public_minutes() {
    let mut meeting = meeting();
    let visitor = Person { membership: Membership::Public, ..Person::new(PersonId(60), "Mrs Ottilie Quay") };
    meeting.people.push(visitor);
    let said = |script: &str| {
        found(
            Stage::with(meeting.clone()).play(script).meeting(),
            &profile("plain"),
            "member-of-the-public-named",
        )
    };
    assert_eq!(said("Mrs Quay asked about the moorings.").len(), 1);
    assert_eq!(said("A resident asked about the moorings."), []);
    assert_eq!(said("Mrs Quay asked about the moorings.<alt-x>"), []);
    assert_eq!(said("// Mrs Quay asked."), []);
}

#[test]
fn a_substitute_sits_for_somebody_and_only_where_the_body_has_them() {
    let mut meeting = closed("One.");
    let vane = Person { membership: Membership::Substitute, ..Person::new(PersonId(60), "Mx Vane") };
    meeting.people.push(vane);
    let mut movement = meeting.attendance[0].clone();
    (movement.id.0, movement.person) = (900, PersonId(60));
    meeting.attendance.push(movement);
    let lone = found(&meeting, &profile("council committee"), "substitute-for-nobody");
    assert_eq!(lone[0].place, Place::Person(PersonId(60)));
    assert_eq!(found(&meeting, &profile("parish council"), "substitute-not-allowed").len(), 1);
    assert_eq!(found(&meeting, &profile("council committee"), "substitute-not-allowed"), []);
    meeting.apologies.push(Apology {
        id: ApologyId(901),
        person: PersonId(24),
        substitute: Some(PersonId(60)),
    });
    assert_eq!(found(&meeting, &profile("council committee"), "substitute-for-nobody"), []);
}

#[test]
fn a_declaration_has_its_kind_and_its_nature_unless_it_is_sensitive() {
    let declared = |kind: &str, nature: &str| {
        let mut meeting = closed("One.");
        meeting.declarations.push(Declaration {
            id: DeclarationId(900),
            person: PersonId(22),
            items: vec![ItemId(14)],
            kind: kind.into(),
            nature: nature.into(),
            conduct: Default::default(),
            during: None,
            sensitive: false,
        });
        let about = |rule| found(&meeting, &profile("council committee"), rule).len();
        (about("declaration-without-kind"), about("declaration-without-nature"))
    };
    assert_eq!(declared("", "owns a boat"), (1, 0));
    assert_eq!(declared("other registrable interest", ""), (0, 1));
    assert_eq!(declared("sensitive interest", ""), (0, 0));
    assert_eq!(declared("other registrable interest", "owns a boat"), (0, 0));
}

#[test]
fn the_close_and_the_day_of_publication_are_recorded() {
    let mut meeting = closed("One.");
    assert_eq!(found(&meeting, &profile("plain"), "no-closing-time"), []);
    meeting.course.moments.retain(|moment: &Moment| moment.turn != Turn::Closed);
    assert_eq!(meeting.course.status, Status::Closed);
    assert_eq!(found(&meeting, &profile("plain"), "no-closing-time").len(), 1);
    assert_eq!(found(&meeting, &profile("council committee"), "publication-not-known").len(), 1);
    assert_eq!(found(&meeting, &profile("partnership"), "publication-not-known"), []);
    meeting.head.published = day().pred_opt();
    assert_eq!(found(&meeting, &profile("council committee"), "publication-not-known"), []);
}

#[test]
fn a_recorded_vote_has_everybody_and_the_casting_vote_is_the_chairs() {
    use minutebook::domain::minutes::{Block, Kind};
    use minutebook::domain::motions::{Decision, Motion, OwnVote, Side, Vote};
    let mut meeting = closed("One.");
    let voted = |meeting: &mut Meeting, for_: &[u32], against: &[u32], casting: Option<u32>| {
        let ids = |ids: &[u32]| ids.iter().map(|id| PersonId(*id)).collect();
        let vote = Vote::Recorded { for_: ids(for_), against: ids(against), abstained: vec![] };
        let casting = casting.map(|person| OwnVote { person: PersonId(person), side: Side::For });
        let motion = Motion { decision: Decision::Carried, vote, casting, ..Motion::default() };
        let id = minutebook::domain::id::BlockId(950);
        let block =
            Block { kind: Kind::Motion(Box::new(motion)), ..Block::paragraph(id, "that it be done.") };
        meeting.items[0].minutes = vec![block];
    };
    let rules = |meeting: &Meeting| {
        let all = check::check(meeting, &profile("council committee"));
        let wanted = ["names-missing", "casting-vote-not-of-the-chair"];
        all.into_iter().map(|found| found.rule).filter(|rule| wanted.contains(rule)).collect::<Vec<_>>()
    };
    voted(&mut meeting, &[20, 21, 22], &[23, 24], None);
    assert_eq!(rules(&meeting), Vec::<&str>::new());
    voted(&mut meeting, &[20, 21, 22], &[23], None);
    assert_eq!(rules(&meeting), ["names-missing"]);
    voted(&mut meeting, &[20, 21], &[23, 24], Some(22));
    assert_eq!(rules(&meeting), ["names-missing", "casting-vote-not-of-the-chair"]);
    voted(&mut meeting, &[20, 21], &[23, 24], Some(20));
    assert_eq!(rules(&meeting), ["names-missing"]);
}

#[test]
fn the_minutes_that_are_approved_are_those_of_the_last_session() {
    use minutebook::domain::meeting::LastNumber;
    let said = |year, month, day| {
        let mut meeting = meeting();
        let of = chrono::NaiveDate::from_ymd_opt(year, month, day);
        meeting.head.numbering.last = Some(LastNumber { number: 39, of });
        let mut stage = Stage::with(meeting);
        stage.happen(minutebook::update::Event::Pause);
        let found = stage.desk.findings.open.iter();
        found
            .filter(|found| found.rule == "previous-minutes-of-another-day")
            .map(|found| found.said.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(said(2025, 12, 11), ["A4 names 4 December 2025; the last session was on 11 December 2025."]);
    assert_eq!(said(2025, 12, 4), Vec::<String>::new());
}
