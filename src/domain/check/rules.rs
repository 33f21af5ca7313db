//! The rules of the checks by name: what each finds and on what it stands. The names are those by which a profile
//! switches a rule off, and by which a settled finding is known again; they never change.

/// A rule of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// What it finds, in half a sentence.
    pub finds: &'static str,
    /// The law or the practice on which it stands. Statutes are cited as in [`crate::domain::profile`].
    pub source: &'static str,
}

/// A rule in one line.
pub(crate) const fn rule(name: &'static str, finds: &'static str, source: &'static str) -> Rule {
    Rule { name, finds, source }
}

/// Every rule of this row of the house, in the order in which they are looked at.
pub static RULES: [Rule; 61] = [
    rule("no-date", "no day of the meeting", "practice"),
    rule("no-opening-time", "no time of opening", "practice"),
    rule("no-closing-time", "no time of the close", "practice"),
    rule("times-out-of-order", "times of the meeting that are not in order", "practice"),
    rule("opened-on-another-day", "a meeting opened on another day than it was called for", "practice"),
    rule("next-meeting-not-later", "a next meeting that is not after this one", "practice"),
    rule(
        "short-notice",
        "an agenda published with too few clear days",
        "LGA 1972 s100B(4); Sch 12 para 10(2)",
    ),
    rule(
        "publication-not-known",
        "no day of publication where clear days are asked for",
        "LGA 1972 s100B(4)",
    ),
    rule("nobody-present", "no member present", "LGA 1972 Sch 12 para 40"),
    rule("no-chair", "nobody in the chair", "LGA 1972 Sch 12 paras 5 and 40"),
    rule("present-and-apologies", "somebody present who sent apologies", "LGA 1972 Sch 12 para 40"),
    rule("not-on-the-roll", "a member neither present nor away", "LGA 1972 Sch 12 para 40"),
    rule(
        "substitute-not-allowed",
        "a substitute where the body has none",
        "LGA 2000 Part 1A; standing orders",
    ),
    rule("substitute-for-nobody", "a substitute of whom it is not said for whom", "standing orders"),
    rule(
        "presiding-not-said",
        "an item in the chair's absence without who presided",
        "LGA 1972 Sch 12 para 5",
    ),
    rule("no-quorum", "fewer members than make a quorum", "LGA 1972 Sch 12 paras 6, 12 and 45"),
    rule("decided-without-quorum", "a decision without a quorum", "LGA 1972 Sch 12 paras 6, 12 and 45"),
    rule("quorum-loss-not-minuted", "a lost quorum that nothing tells of", "practice"),
    rule("voted-twice", "somebody twice in one vote", "arithmetic"),
    rule("voter-not-a-member", "a vote of somebody who does not sit", "LGA 1972 Sch 12 para 39(1)"),
    rule("voter-not-there", "a vote of somebody who was out", "LGA 1972 Sch 12 para 39(1)"),
    rule(
        "voter-online",
        "a vote over a link where that does not count",
        "LGA 1972 Sch 12 para 39(1); SI 2020/392 ended",
    ),
    rule("mover-online", "a mover or seconder over a link where that does not count", "SI 2020/392 ended"),
    rule("voted-with-interest", "a vote of somebody barred by an interest", "Localism Act 2011 s31(4)"),
    rule("mover-not-there", "a mover or seconder who was out", "practice"),
    rule("moved-with-interest", "a mover or seconder barred by an interest", "Localism Act 2011 s31(4)"),
    rule("seconded-own-motion", "one person who moved and seconded", "standing orders"),
    rule("more-votes-than-members", "more votes than could be cast", "arithmetic"),
    rule("decided-against-the-votes", "an outcome against the votes", "LGA 1972 Sch 12 para 39(1)"),
    rule(
        "names-missing",
        "a recorded vote that leaves somebody out",
        "SI 2014/165; LGA 1972 Sch 12 para 13(2); standing orders",
    ),
    rule("no-casting-vote", "equal votes and nothing that decided", "LGA 1972 Sch 12 para 39(2)"),
    rule("casting-vote-without-tie", "a casting vote without a tie", "LGA 1972 Sch 12 para 39(2)"),
    rule(
        "casting-vote-not-of-the-chair",
        "a casting vote of another while the chair was there",
        "LGA 1972 Sch 12 para 39(2)",
    ),
    rule("elected-with-fewer-votes", "somebody elected with fewer votes", "arithmetic"),
    rule(
        "restricted-without-exclusion",
        "restricted business without a carried exclusion before it",
        "LGA 1972 s100A(4); Admission to Meetings Act 1960 s1(2)",
    ),
    rule(
        "exclusion-without-paragraph",
        "an exclusion that gives no paragraph of Schedule 12A",
        "LGA 1972 s100A(5)",
    ),
    rule("near-duplicate", "two entries that may be one person", "practice"),
    rule("named-but-not-there", "somebody named who is not down as there", "practice"),
    rule("declaration-without-kind", "a declaration without its kind", "the body's code of conduct"),
    rule(
        "declaration-without-nature",
        "a declaration without its nature",
        "the body's code; Localism Act 2011 s32 for sensitive ones",
    ),
    rule(
        "withdrew-but-present",
        "somebody who withdrew and is down as there throughout",
        "Localism Act 2011 s31",
    ),
    rule(
        "interest-not-withdrawn",
        "somebody barred by an interest who stayed or took part",
        "Localism Act 2011 s31(4) and (10)",
    ),
    rule("none-declared-but-some", "none declared in words, and some in the record", "practice"),
    rule("item-without-outcome", "an item under which nothing is recorded", "practice"),
    rule("previous-minutes", "the last minutes neither approved nor put off", "LGA 1972 Sch 12 para 41"),
    rule("declarations-not-said", "nothing said of declarations", "practice"),
    rule("urgent-without-reason", "an urgent item without its special circumstances", "LGA 1972 s100B(4)(b)"),
    rule("late-without-reason", "a late item without why", "practice"),
    rule("action-without-owner", "an action that nobody owns", "practice"),
    rule("action-without-date", "an action without a date", "practice"),
    rule("empty-resolution", "a resolution without words", "practice"),
    rule("resolved-without-power", "something resolved by a body that recommends", "the body's constitution"),
    rule(
        "private-without-decision",
        "private business without decision or outcome",
        "practice; the exclusion covers the talk, not the decision",
    ),
    rule(
        "decision-statement",
        "an executive decision without reasons or other options",
        "SI 2012/2089 reg 12",
    ),
    rule("no-report", "a decision that names no report or update", "practice"),
    rule("confidential-but-public", "confidential in a public paragraph", "LGA 1972 s100A(2) and (4)"),
    rule(
        "member-of-the-public-named",
        "a member of the public by name in public minutes",
        "practice of the county associations of local councils",
    ),
    rule("minute-number-twice", "a minute number given twice, or going back", "practice"),
    rule("minute-number-gap", "a minute number left out", "practice"),
    rule("thought-still-parked", "a thought that is still parked", "nothing may be forgotten"),
    rule("agenda-line-left-over", "a line of the agenda that was not understood", "nothing may be forgotten"),
];
