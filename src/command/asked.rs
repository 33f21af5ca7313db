//! What law and practice ask of minutes, and which rule of the checks looks after it; printed as docs/checks.md. What
//! is not checked stands there, too, with the reason.

use crate::domain::check::{self, Rule};
use crate::wording;
use std::fmt::Write;

/// Something that is asked of minutes.
#[derive(Debug)]
pub struct Asked {
    /// What is asked, and of whom.
    pub what: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// What looks after it.
    pub by: By,
}

/// What looks after something that is asked.
#[derive(Debug, Clone, Copy)]
pub enum By {
    /// Rules of the checks, by name.
    Rules(&'static [&'static str]),
    /// Another part of the program, in words.
    Program(&'static str),
    /// Nothing, for this reason.
    Nothing(&'static str),
}

use By::{Nothing, Program, Rules};

const fn asked(what: &'static str, source: &'static str, by: By) -> Asked {
    Asked { what, source, by }
}

/// Everything that is asked, in the order of a meeting and its record.
pub static ASKED: [Asked; 44] = [
    asked(
        "The names of the members present are recorded",
        "LGA 1972 Sch 12 para 40",
        Rules(&["nobody-present", "present-and-apologies", "not-on-the-roll", "near-duplicate"]),
    ),
    asked(
        "The chair of the day, and who presided at each item",
        "LGA 1972 Sch 12 para 5",
        Rules(&["no-chair", "presiding-not-said"]),
    ),
    asked(
        "Minutes are signed at the same or the next suitable meeting",
        "LGA 1972 Sch 12 para 41(1)",
        Program(
            "a place to sign is printed where the profile has minutes signed; `seal-record` notes who signed and when",
        ),
    ),
    asked(
        "That meeting is not an extraordinary one",
        "SI 1993/202 Sch 2 para 2",
        Nothing("the record does not know of what kind the later meeting was"),
    ),
    asked(
        "Loose leaves are numbered and initialled",
        "LGA 1972 Sch 12 para 41(2)",
        Program("pages are numbered, and have a line for initials where the profile has them initialled"),
    ),
    asked(
        "A member can have the own vote recorded",
        "SI 1993/202 Sch 2 para 1",
        Program("`record-my-vote`; such a vote is checked as every other"),
    ),
    asked("Budget decisions are voted by name", "SI 2014/165 reg 2", Rules(&["names-missing"])),
    asked(
        "A recorded vote has every member who was there",
        "standing orders",
        Rules(&["names-missing", "voted-twice"]),
    ),
    asked(
        "Numbers agree with names, and nobody votes who is not there",
        "arithmetic",
        Rules(&[
            "more-votes-than-members",
            "decided-against-the-votes",
            "voter-not-there",
            "voter-not-a-member",
            "mover-not-there",
            "seconded-own-motion",
            "elected-with-fewer-votes",
        ]),
    ),
    asked(
        "A casting vote is the presiding person's, on equal votes",
        "LGA 1972 Sch 12 para 39(2)",
        Rules(&["no-casting-vote", "casting-vote-without-tie", "casting-vote-not-of-the-chair"]),
    ),
    asked(
        "There is a quorum, at the start and at each decision",
        "LGA 1972 Sch 12 paras 6, 12 and 45",
        Rules(&["no-quorum", "decided-without-quorum", "quorum-loss-not-minuted"]),
    ),
    asked(
        "Who has a disclosable pecuniary interest takes no part",
        "Localism Act 2011 s31",
        Rules(&[
            "voted-with-interest",
            "moved-with-interest",
            "interest-not-withdrawn",
            "withdrew-but-present",
        ]),
    ),
    asked(
        "The monitoring officer hears of an unregistered interest in 28 days",
        "Localism Act 2011 s31(3)",
        Nothing("the record does not know what is registered"),
    ),
    asked(
        "A declaration has its kind and, unless sensitive, its nature",
        "the body's code of conduct",
        Rules(&["declaration-without-kind", "declaration-without-nature"]),
    ),
    asked(
        "It is said when nothing was declared",
        "practice",
        Rules(&["declarations-not-said", "none-declared-but-some"]),
    ),
    asked(
        "Who is in arrears with council tax says so and does not vote on the budget",
        "LGFA 1992 s106",
        Nothing("nobody's arrears are known to the record"),
    ),
    asked(
        "The public is excluded by resolution, with the paragraph",
        "LGA 1972 s100A(4) and (5)",
        Rules(&["restricted-without-exclusion", "exclusion-without-paragraph"]),
    ),
    asked(
        "An exclusion can be lost, and the item is then public",
        "practice",
        Rules(&["restricted-without-exclusion"]),
    ),
    asked(
        "Public minutes have no exempt part",
        "LGA 1972 s100C(1)",
        Program(
            "a copy for the public is made from a record out of which every restricted word was taken; tests search every format for them",
        ),
    ),
    asked(
        "What calls itself confidential is not in public minutes",
        "LGA 1972 s100A(2) and (4)",
        Rules(&["confidential-but-public"]),
    ),
    asked(
        "A written summary where the public part is not coherent",
        "LGA 1972 s100C(2)",
        Nothing("whether it is coherent takes a reader; the public copy says where something is left out"),
    ),
    asked("Decisions taken in private are recorded", "practice", Rules(&["private-without-decision"])),
    asked(
        "The special circumstances of an urgent item are in the minutes",
        "LGA 1972 s100B(4)(b)",
        Rules(&["urgent-without-reason", "late-without-reason"]),
    ),
    asked(
        "The agenda is open some clear days before",
        "LGA 1972 s100B(4); SI 2012/2089 reg 6; Sch 12 para 10(2)",
        Rules(&["short-notice", "publication-not-known"]),
    ),
    asked(
        "A statement of each executive decision: reasons, options, interests",
        "SI 2012/2089 reg 12",
        Rules(&["decision-statement"]),
    ),
    asked(
        "Decision notices go out within days, and draft minutes within a month",
        "constitutions; the transparency code",
        Nothing("the checks know no clock; the paper `decisions` is the notice"),
    ),
    asked(
        "A note of the meeting within seven working days (Wales)",
        "2021 asc 1 Sch 4 para 12",
        Program(
            "the paper `decisions` is that note where the profile asks for one; the days are not counted, for the checks know no clock",
        ),
    ),
    asked(
        "Absence for six months ends membership unless approved",
        "LGA 1972 s85(1)",
        Nothing("it takes the attendance of other meetings, which one record does not have"),
    ),
    asked(
        "Members online do not count in English councils",
        "SI 2020/392, ended on 7 May 2021",
        Rules(&["voter-online", "mover-online"]),
    ),
    asked(
        "A substitute is named with the member replaced",
        "standing orders",
        Rules(&["substitute-for-nobody", "substitute-not-allowed"]),
    ),
    asked(
        "Late arrival and early departure are recorded",
        "practice",
        Rules(&["names-missing", "named-but-not-there"]),
    ),
    asked(
        "The last minutes are approved, corrected or put off",
        "LGA 1972 Sch 12 para 41",
        Rules(&["previous-minutes", "previous-minutes-of-another-day"]),
    ),
    asked(
        "Signed minutes are not edited",
        "practice",
        Program(
            "a sealed record refuses every change, `minutebook verify` shows one, and corrections stand beside it",
        ),
    ),
    asked(
        "Minutes are kept six years",
        "LGA 1972 s100C(1)",
        Program("no record is ever deleted by the program"),
    ),
    asked(
        "Every item has an outcome",
        "practice",
        Rules(&["item-without-outcome", "decision-in-a-paragraph", "empty-resolution"]),
    ),
    asked(
        "Every action has an owner and a date",
        "practice",
        Rules(&["action-without-owner", "action-without-date", "promise-in-a-paragraph"]),
    ),
    asked(
        "Start, adjournments and end have times",
        "practice",
        Rules(&[
            "no-date",
            "no-opening-time",
            "no-closing-time",
            "times-out-of-order",
            "opened-on-another-day",
        ]),
    ),
    asked(
        "Reported speech, neutral, in the house style",
        "house style",
        Rules(&[
            "present-tense",
            "contraction",
            "relative-date",
            "date-without-year",
            "acronym",
            "body-called-otherwise",
            "bracket-open",
            "quotation-open",
            "doubled-word",
            "doubled-blank",
            "no-full-stop",
            "spelling",
        ]),
    ),
    asked(
        "Members of the public are not named, nor anybody's private details",
        "practice; UK GDPR Art 5(1)(c)",
        Rules(&["member-of-the-public-named", "personal-details"]),
    ),
    asked(
        "Minute numbers run on without gaps",
        "practice",
        Rules(&["minute-number-twice", "minute-number-gap"]),
    ),
    asked(
        "A body that can only recommend does not resolve",
        "the body's constitution",
        Rules(&["resolved-without-power"]),
    ),
    asked("The report or update that was considered is named", "practice", Rules(&["no-report"])),
    asked("The next meeting's day is right", "practice", Rules(&["next-meeting-not-later", "weekday-wrong"])),
    asked(
        "Nothing jotted down or printed on the agenda is forgotten",
        "practice",
        Rules(&["thought-still-parked", "agenda-line-left-over"]),
    ),
];

/// Every rule of the checks.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    check::RULES.iter().chain(&wording::RULES)
}

/// The page of the checks, as it stands in docs/checks.md.
#[must_use]
pub fn page() -> String {
    let mut text = String::from(
        "# Checks\n\nThis page is printed by `minutebook checks` from the tables that the program works with. A finding is never \
         an\nerror; the clerk mends it, settles it with a reason, or leaves it. A profile switches a rule off by its name \
         in\n`checks_off`. Nothing here is advice on law. LGA is the Local Government Act.\n\n## What is asked, and what looks \
         after it\n\n| what is asked | where it stands | what looks after it |\n| --- | --- | --- |\n",
    );
    for asked in &ASKED {
        let by = match asked.by {
            Rules(names) => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
            Program(how) => how.to_owned(),
            Nothing(why) => format!("not checked: {why}"),
        };
        let _ = writeln!(text, "| {} | {} | {by} |", asked.what, asked.source);
    }
    text.push_str("\n## The rules\n\n| rule | what it finds | on what it stands |\n| --- | --- | --- |\n");
    for rule in rules() {
        let _ = writeln!(text, "| `{}` | {} | {} |", rule.name, rule.finds, rule.source);
    }
    text
}
