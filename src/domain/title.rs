//! Forms of address: the words before a name that are no part of it, and of whom they are said. Names on a roll, names
//! in the minutes and names in papers that are read are all taken apart by this one list. Knows no offices: a mayor or
//! a deputy can be somebody without a name.

/// Of whom a form of address is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whom {
    /// Of anybody.
    Anybody,
    /// Of men only.
    Him,
    /// Of women only.
    Her,
}

/// Every form of address, as [`super::name::fold`] writes it.
const TITLES: [(&str, Whom); 43] = [
    ("mr", Whom::Him),
    ("sir", Whom::Him),
    ("lord", Whom::Him),
    ("baron", Whom::Him),
    ("mrs", Whom::Her),
    ("ms", Whom::Her),
    ("miss", Whom::Her),
    ("dame", Whom::Her),
    ("lady", Whom::Her),
    ("baroness", Whom::Her),
    ("mx", Whom::Anybody),
    ("dr", Whom::Anybody),
    ("prof", Whom::Anybody),
    ("professor", Whom::Anybody),
    ("cllr", Whom::Anybody),
    ("cllrs", Whom::Anybody),
    ("councillor", Whom::Anybody),
    ("councillors", Whom::Anybody),
    ("cr", Whom::Anybody),
    ("cynghorydd", Whom::Anybody),
    ("ald", Whom::Anybody),
    ("alderman", Whom::Anybody),
    ("councilmember", Whom::Anybody),
    ("councilmembers", Whom::Anybody),
    ("rev", Whom::Anybody),
    ("revd", Whom::Anybody),
    ("reverend", Whom::Anybody),
    ("canon", Whom::Anybody),
    ("col", Whom::Anybody),
    ("capt", Whom::Anybody),
    ("cdr", Whom::Anybody),
    ("maj", Whom::Anybody),
    ("lt", Whom::Anybody),
    ("sgt", Whom::Anybody),
    ("sergeant", Whom::Anybody),
    ("pc", Whom::Anybody),
    ("ds", Whom::Anybody),
    ("di", Whom::Anybody),
    ("dci", Whom::Anybody),
    ("dsupt", Whom::Anybody),
    ("supt", Whom::Anybody),
    ("superintendent", Whom::Anybody),
    ("inspector", Whom::Anybody),
];

/// Of whom a folded word is said, where it is a form of address.
#[must_use]
pub fn addressed(word: &str) -> Option<Whom> {
    TITLES.iter().find(|(title, _)| *title == word).map(|(_, whom)| *whom)
}

/// Whether a folded word is a form of address.
#[must_use]
pub fn is_title(word: &str) -> bool {
    addressed(word).is_some()
}

/// What councillors have and do, which with a capital looks like a surname after their title: `Councillor Allowances`. None
/// of these is a usual surname.
const MATTERS: [&str; 28] = [
    "allowance",
    "allowances",
    "training",
    "development",
    "expenses",
    "surgery",
    "surgeries",
    "conduct",
    "vacancy",
    "vacancies",
    "attendance",
    "induction",
    "enquiries",
    "briefing",
    "briefings",
    "handbook",
    "interests",
    "remuneration",
    "representation",
    "representatives",
    "numbers",
    "duties",
    "workshop",
    "workshops",
    "updates",
    "reports",
    "questions",
    "present",
];

/// Whether words that begin with forms of address speak of what councillors have, and not of one of them. All folded.
#[must_use]
pub fn is_matter_of_councillors<'a>(titles: &[&'a str], after: &[&'a str]) -> bool {
    const THEIRS: [&str; 4] = ["cllr", "cllrs", "councillor", "councillors"];
    titles.last().is_some_and(|title| THEIRS.contains(title))
        && after.iter().any(|word| MATTERS.contains(word))
}
