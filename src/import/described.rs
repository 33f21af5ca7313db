//! What stands behind a name, in brackets or after a comma: a role, a post, a party or organisation, that
//! somebody attends over a link or sits for another. Knows such words, and not how a list of people is cut up.

use super::body;
use super::people::{self, Named, has_title};
use crate::domain::title;

/// Words that show that what follows a comma is a post or an organisation and not the next person.
const POSTS: [&str; 69] = [
    "supervisor",
    "attorney",
    "counsel",
    "controller",
    "superintendent",
    "churchwarden",
    "webmaster",
    "principal",
    "steward",
    "curate",
    "facilitator",
    "moderator",
    "librarian",
    "caretaker",
    "trustee",
    "governor",
    "planner",
    "convenor",
    "scribe",
    "analyst",
    "administrator",
    "reporter",
    "manager",
    "officer",
    "solicitor",
    "director",
    "clerk",
    "head",
    "chief",
    "secretary",
    "registrar",
    "police",
    "council",
    "trust",
    "association",
    "services",
    "engineer",
    "adviser",
    "advisor",
    "executive",
    "treasurer",
    "surveyor",
    "agent",
    "objector",
    "applicant",
    "headteacher",
    "leader",
    "committee",
    "department",
    "partnership",
    "commissioner",
    "consultant",
    "architect",
    "inspector",
    "auditor",
    "lawyer",
    "barrister",
    "team",
    "coordinator",
    "co-ordinator",
    "assistant",
    "representative",
    "accountant",
    "substitute",
    "service",
    "authority",
    "chair",
    "chairman",
    "cadeirydd/chair",
];

/// Posts that are surnames, too: only a word alone is one.
const POSTS_ALONE: [&str; 14] = [
    "chaplain", "provost", "dean", "steward", "warden", "minister", "host", "captain", "ranger", "vicar",
    "rector", "editor", "verger", "bursar",
];

/// Words of a post in which somebody serves, by which `Clerk to the Council` is told from a council.
const SERVES: [&str; 24] = [
    "manager",
    "officer",
    "solicitor",
    "director",
    "clerk",
    "head",
    "chief",
    "secretary",
    "registrar",
    "engineer",
    "adviser",
    "advisor",
    "executive",
    "treasurer",
    "surveyor",
    "leader",
    "commissioner",
    "member",
    "assistant",
    "representative",
    "accountant",
    "auditor",
    "lead",
    "chair",
];

/// The parties that are printed behind the names of members.
const PARTIES: [&str; 34] = [
    "labour",
    "labour and co-operative",
    "lab",
    "conservative",
    "conservative and unionist",
    "con",
    "liberal democrat",
    "liberal democrats",
    "lib dem",
    "ld",
    "green",
    "green party",
    "independent",
    "ind",
    "independent group",
    "unaffiliated",
    "non-aligned",
    "reform uk",
    "reform",
    "plaid cymru",
    "plaid",
    "snp",
    "scottish national party",
    "fianna fáil",
    "fine gael",
    "sinn féin",
    "dup",
    "uup",
    "sdlp",
    "alliance",
    "social democrats",
    "residents",
    "democrat",
    "republican",
];

impl Named {
    /// Takes in what stands in brackets behind the name: `(Chair, Labour)`.
    pub fn described(&mut self, bracket: &str) {
        for words in bracket.split(", ") {
            let words = words.trim();
            let lower = words.to_lowercase();
            self.beside.push(words.to_owned());
            if words.starts_with('@') || is_initials(words, &self.name) {
                self.aliases.push(words.to_owned());
                continue;
            }
            if is_remote(&lower) {
                self.online = true;
            } else if let Some(instead) = after(words, "substituted by ") {
                instead.clone_into(&mut self.instead);
            } else if is_substitute(&lower) {
                self.substitute = true;
            } else if is_role(words) && self.role.is_empty() && self.post.is_empty() {
                words.clone_into(&mut self.role);
            } else if words.chars().next().is_some_and(char::is_uppercase) {
                self.holds(words);
            }
        }
    }

    /// Takes in a post or an organisation.
    pub(super) fn holds(&mut self, words: &str) {
        let field = if is_organisation(words) { &mut self.organisation } else { &mut self.post };
        let comma = if field.is_empty() { "" } else { ", " };
        *field = format!("{field}{comma}{words}");
    }
}

/// Whether words are the initials of a name: `(AB)` behind `Anna Bell`.
pub(super) fn is_initials(words: &str, name: &str) -> bool {
    let bare = name.split(',').next().unwrap_or(name);
    let parts = bare.split([' ', '-']).filter(|word| !people::is_title(word));
    let initials: String =
        parts.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    let mut letters = words.chars().filter(|letter| *letter != '.');
    let is_short = (2..=4).contains(&letters.clone().count()) && letters.all(char::is_uppercase);
    let words = words.replace('.', "");
    // Middle names may be left out of either.
    is_short
        && (words == initials
            || words.chars().next() == initials.chars().next()
                && words.chars().next_back() == initials.chars().next_back())
}

fn after<'a>(words: &'a str, start: &str) -> Option<&'a str> {
    let begins = words.get(..start.len())?.eq_ignore_ascii_case(start);
    words.get(start.len()..).filter(|_| begins)
}

fn is_remote(lower: &str) -> bool {
    ["via ", "online", "partly online", "remote", "virtual", "by video", "by telephone"]
        .iter()
        .any(|way| lower.starts_with(way))
}

/// `substitute for Mr Groyne`, `standing deputy`.
pub(super) fn is_substitute(lower: &str) -> bool {
    [
        "substitute",
        "substituting for ",
        "standing deput",
        "named deput",
        "reserve",
        "deputising for ",
        "sub for ",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
}

/// Whether words name a party, a council, a firm: where somebody comes from, and not what they do there.
pub(super) fn is_organisation(words: &str) -> bool {
    PARTIES.contains(&words.to_lowercase().as_str()) || is_firm(words)
}

/// Whether words name a council, a trust, a firm. (The name of a party may be somebody's surname.)
fn is_firm(words: &str) -> bool {
    let lower = words.to_lowercase();
    let serves = lower.split([' ', '/', '-']).any(|word| SERVES.contains(&word));
    let firm = ["ltd", "limited", "llp", "plc", "police", "constabulary", "nhs", "cic"];
    let is_firm = lower.split(' ').any(|word| firm.contains(&word)) && lower.contains(' ');
    !serves
        && !has_title(words)
        && (body::sounds_like_a_body(words) || words.starts_with("City of ") || is_firm)
}

/// Whether words say what somebody does or where they come from.
pub(super) fn is_post(words: &str) -> bool {
    let is_named = || words.split(' ').skip(1).any(|word| title::is_title(&word.to_lowercase()));
    !has_title(words)
        && !is_named()
        && (is_role(words)
            || POSTS_ALONE.contains(&words.to_lowercase().as_str())
            || is_firm(words)
            || words.split([' ', '/']).any(|word| POSTS.contains(&word.to_lowercase().as_str())))
}

/// Whether words name a role in the body itself.
pub(super) fn is_role(words: &str) -> bool {
    let lower = words.to_lowercase();
    let lower = lower.strip_prefix("in the ").unwrap_or(&lower);
    [
        "chair",
        "vice-chair",
        "vice chair",
        "vice-president",
        "vice president",
        "deputy leader",
        "deputy chair",
        "convener",
        "vice-convener",
        "mayor",
        "deputy mayor",
        "president",
        "leader",
        "vice-chancellor",
        "cadeirydd",
        "is-gadeirydd",
        "depute",
        "cathaoirleach",
        "leas-",
        "vice-",
        "deputy convener",
        "preses",
        "presiding",
    ]
    .iter()
    .any(|role| lower.starts_with(role))
}

#[cfg(test)]
mod tests {
    use crate::import::people::list;

    #[test]
    fn what_is_in_brackets_goes_where_it_belongs() {
        let people = list(
            "Cllr A Voss (Chair, Labour), Ms P Lamb (Policy Advisor, Weald County Council), Mr T Hale (Clerk to the Council), Cllr B Ede (substitute for Cllr Voss, online)",
        );
        let told: Vec<(&str, &str, &str)> = people
            .iter()
            .map(|person| (person.role.as_str(), person.post.as_str(), person.organisation.as_str()))
            .collect();
        let wanted = [
            ("Chair", "", "Labour"),
            ("", "Policy Advisor", "Weald County Council"),
            ("", "Clerk to the Council", ""),
            ("", "", ""),
        ];
        assert_eq!(told, wanted);
        assert!(people[3].substitute && people[3].online);
    }
}
