//! House rules as data: the styles in which minutes are printed, and the profiles of bodies. They come with the
//! program, a RON file each, and a clerk can add more, or put another in the place of one. Knows no folders and
//! no sessions.

use crate::domain::meeting::{Head, Meeting};
use crate::domain::paper::Meaning;
use crate::domain::profile::{Profile, words_of};
use crate::domain::style::Style;
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

/// The styles and profiles that can be asked for, the usual one first in each list.
#[derive(Debug, Clone, Default)]
pub struct Houses {
    styles: Vec<Style>,
    profiles: Vec<Profile>,
}

/// What comes with the program. The first is used where none is asked for.
const STYLES: [&str; 4] = [
    include_str!("styles/numbered.ron"),
    include_str!("styles/running.ron"),
    include_str!("styles/bracketed.ron"),
    include_str!("styles/web.ron"),
];

/// The profiles that come with the program. The first is used where nothing speaks for another; of those that
/// a body's name speaks for, the last is guessed, so the more particular stand further down.
const PROFILES: [&str; 8] = [
    include_str!("profiles/plain.ron"),
    include_str!("profiles/council.ron"),
    include_str!("profiles/cabinet.ron"),
    include_str!("profiles/committee.ron"),
    include_str!("profiles/partnership.ron"),
    include_str!("profiles/parish.ron"),
    include_str!("profiles/welsh.ron"),
    include_str!("profiles/community.ron"),
];

static BUILT_IN: LazyLock<Houses> = LazyLock::new(|| {
    let mut houses = Houses::default();
    // That every one of them can be read is held by a test.
    for text in STYLES {
        let _ = houses.add_style(text);
    }
    for text in PROFILES {
        let _ = houses.add_profile(text);
    }
    houses
});

impl Default for &'static Houses {
    fn default() -> Self {
        Houses::built_in()
    }
}

impl Houses {
    /// What comes with the program.
    #[must_use]
    pub fn built_in() -> &'static Houses {
        &BUILT_IN
    }

    /// Adds a style, read from RON, or puts it in the place of the one that has its name. What it leaves out
    /// is as in [`Style::default`].
    ///
    /// # Errors
    /// What is wrong with the text, and where.
    pub fn add_style(&mut self, text: &str) -> Result<(), String> {
        let style: Style = read(text)?;
        if style.name.trim().is_empty() {
            return Err("a style needs a name".to_owned());
        }
        put(&mut self.styles, style, |one, other| one.name == other.name);
        Ok(())
    }

    /// Adds the profile of a body, read from RON, or puts it in the place of the one that has its name. What it
    /// leaves out is as in [`Profile::default`].
    ///
    /// # Errors
    /// What is wrong with the text, and where.
    pub fn add_profile(&mut self, text: &str) -> Result<(), String> {
        let profile: Profile = read(text)?;
        if profile.name.trim().is_empty() {
            return Err("a profile needs a name".to_owned());
        }
        if profile.exclusion.asks_for_grounds() && profile.exclusion.grounds().is_empty() {
            return Err("the words of its exclusion have {grounds}, and it lists no grounds".to_owned());
        }
        put(&mut self.profiles, profile, |one, other| one.name == other.name);
        Ok(())
    }

    /// Every style, the usual one first.
    #[must_use]
    pub fn styles(&self) -> &[Style] {
        &self.styles
    }

    /// The style with this name; an empty name means the usual one.
    #[must_use]
    pub fn style(&self, name: &str) -> Option<&Style> {
        self.styles.iter().find(|style| name.is_empty() || style.name == name)
    }

    /// The style with this name, or the usual one where there is none of that name.
    #[must_use]
    pub fn style_or_usual(&self, name: &str) -> &Style {
        static PLAIN: LazyLock<Style> = LazyLock::new(Style::default);
        self.style(name).or(self.styles.first()).unwrap_or(&PLAIN)
    }

    /// The names of the styles, for a list to choose from or a sentence.
    #[must_use]
    pub fn style_names(&self) -> Vec<String> {
        self.styles.iter().map(|style| style.name.clone()).collect()
    }

    /// Every profile, the plain one first.
    #[must_use]
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// The profile that the names of a meeting's authority and body speak for, or the plain one: a `Finance Committee` of a
    /// parish council is under the rules of parish councils.
    #[must_use]
    pub fn guessed_profile_of(&self, head: &Head) -> &Profile {
        self.guessed_profile(&format!("{} / {}", head.authority, head.body))
    }

    /// The profile that a body's name speaks for, or the plain one.
    #[must_use]
    pub fn guessed_profile(&self, body: &str) -> &Profile {
        static PLAIN: LazyLock<Profile> = LazyLock::new(Profile::default);
        let body = words_of(body);
        let suited = self.profiles.iter().rev().find(|profile| profile.suits(&body));
        suited.or(self.profiles.first()).unwrap_or(&PLAIN)
    }

    /// The profile that everything speaks for which a paper calls the body: `Dale County Borough Council` above
    /// `Planning Committee` is in Wales, which neither the committee's name nor the rules of most committees tell. None
    /// where that is the one that the names in the head speak for by themselves.
    #[must_use]
    pub fn profile_of_paper(&self, meeting: &Meeting) -> Option<&Profile> {
        let named = meeting.paper.iter().filter(|line| line.meaning == Meaning::Body);
        let authority = std::iter::once(meeting.head.authority.as_str());
        let names: Vec<&str> = authority.chain(named.map(|line| line.text.as_str())).collect();
        let told = self.guessed_profile(&names.join(" / "));
        let (told, usual) = (Some(told), self.guessed_profile(&meeting.head.body));
        told.filter(|told| told.name != usual.name && self.profiles.first() != Some(*told))
    }

    /// The profile under which a meeting is held: the one that was chosen, or where none was, or there is none
    /// of that name, the one that is guessed.
    #[must_use]
    pub fn profile_of(&self, head: &Head) -> &Profile {
        let chosen = self.profiles.iter().find(|profile| profile.name == head.profile);
        chosen.unwrap_or_else(|| self.guessed_profile_of(head))
    }
}

/// Reads house rules from RON.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options
        .from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("{} at {}", error.code, error.span.start))
}

/// Puts a thing in the place of the one it is the same as, or else at the end.
fn put<T>(list: &mut Vec<T>, thing: T, same: impl Fn(&T, &T) -> bool) {
    match list.iter_mut().find(|known| same(known, &thing)) {
        Some(known) => *known = thing,
        None => list.push(thing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::BlockId;
    use crate::domain::minutes::{Block, Kind};
    use crate::domain::style::{Counter, Form};

    fn marks(style: &str, blocks: &[(Kind, u8)]) -> Vec<String> {
        let mut counter = Counter::default();
        let style = Houses::built_in().style(style).unwrap();
        let block = |(kind, level): &(Kind, u8)| Block {
            kind: kind.clone(),
            level: *level,
            ..Block::paragraph(BlockId(1), "words")
        };
        blocks.iter().map(|shape| counter.mark(&block(shape), style).text().into_owned()).collect()
    }

    #[test]
    fn every_style_of_the_program_can_be_read() {
        let mut houses = Houses::default();
        for text in STYLES {
            houses.add_style(text).unwrap();
        }
        assert_eq!(houses.style_names(), ["numbered", "running", "bracketed", "web"]);
        assert!(houses.styles().iter().all(|style| style.about.ends_with('.')));
    }

    #[test]
    fn a_clerk_adds_a_style_by_saying_what_differs() {
        let mut houses = Houses::built_in().clone();
        houses
            .add_style("(name: \"harbour\", resolved: \"DECIDED\", paragraphs: (Roman, Letter, None))")
            .unwrap();
        let style = houses.style("harbour").unwrap();
        assert_eq!((style.resolved.as_str(), style.paragraphs[0]), ("DECIDED", Form::Roman));
        assert_eq!(style.item, Style::default().item);
        houses.add_style("(name: \"web\", about: \"Ours.\")").unwrap();
        assert_eq!(houses.styles().len(), 5);
        assert_eq!(houses.style("web").unwrap().about, "Ours.");
    }

    #[test]
    fn a_style_that_cannot_be_read_says_where() {
        let mut houses = Houses::built_in().clone();
        let wrong = houses.add_style("(name: \"x\",\n paragraphs: (Dots))").unwrap_err();
        assert!(wrong.contains("Dots") && wrong.contains("at 2:"), "{wrong}");
        assert!(houses.add_style("(about: \"No name.\")").unwrap_err().contains("name"));
    }

    #[test]
    fn every_profile_of_the_program_can_be_read() {
        let mut houses = Houses::default();
        for text in PROFILES {
            houses.add_profile(text).unwrap();
        }
        let names: Vec<&str> = houses.profiles().iter().map(|profile| profile.name.as_str()).collect();
        let known =
            ["plain", "full council", "cabinet", "council committee", "partnership", "parish council"];
        assert_eq!(names, [known.as_slice(), &["Welsh council", "Welsh community council"]].concat());
        for profile in houses.profiles() {
            assert!(profile.about.ends_with('.') && !profile.interests.is_empty(), "{}", profile.name);
            assert_eq!(profile.cues.is_empty(), profile.name == "plain");
        }
    }

    #[test]
    fn a_profile_is_guessed_from_the_name_of_the_body() {
        let guessed = |body: &str| Houses::built_in().guessed_profile(body).name.as_str();
        assert_eq!(guessed("Saltmarsh Harbour Partnership"), "partnership");
        assert_eq!(guessed("Saltmarsh District Council"), "full council");
        assert_eq!(guessed("Saltmarsh District Council: Planning Committee"), "council committee");
        assert_eq!(guessed("Growth and Harbours Cabinet Committee"), "council committee");
        assert_eq!(guessed("The Cabinet of Saltmarsh District Council"), "cabinet");
        assert_eq!(guessed("Lower Wick Parish Council Allotments Committee"), "parish council");
        assert_eq!(guessed("Aberheli County Borough Council"), "Welsh council");
        assert_eq!(guessed("Oyster Growers' Supper"), "plain");
    }

    #[test]
    fn a_clerk_adds_a_profile_and_it_is_guessed_before_those_of_the_program() {
        let mut houses = Houses::built_in().clone();
        let text = "(name: \"harbour\", cues: [\"harbour partnership\"], quorum: Number(4))";
        houses.add_profile(text).unwrap();
        let head = |profile: &str| Head {
            body: "Saltmarsh Harbour Partnership".into(),
            profile: profile.into(),
            ..Head::default()
        };
        assert_eq!(houses.profile_of(&head("")).name, "harbour");
        assert_eq!(houses.profile_of(&head("plain")).name, "plain");
        assert_eq!(houses.profile_of(&head("no longer there")).name, "harbour");
        assert!(houses.add_profile("(quorum: Half)").unwrap_err().contains("Half"));
        let unlisted =
            "(name: \"quay\", exclusion: Resolution(words: \"that under {grounds} the public leave\"))";
        assert!(houses.add_profile(unlisted).unwrap_err().contains("lists no grounds"));
    }

    #[test]
    fn the_profile_in_the_readme_can_be_read() {
        let readme = include_str!("../../README.md");
        let blocks = readme.split("```ron\n").skip(1).filter_map(|rest| rest.split_once("```"));
        let profiles: Vec<&str> =
            blocks.map(|(block, _)| block).filter(|block| block.contains("cues:")).collect();
        assert_eq!(profiles.len(), 1);
        let text = profiles[0].replace("words: …", "words: \"\"");
        let mut houses = Houses::default();
        houses.add_profile(&text).unwrap();
        assert!(houses.guessed_profile("Saltmarsh Harbour Board").exclusion.is_resolved());
    }

    #[test]
    fn letters_restart_under_every_paragraph() {
        use Kind::Paragraph;
        let shapes =
            [(Paragraph, 0), (Paragraph, 1), (Paragraph, 2), (Paragraph, 1), (Paragraph, 0), (Paragraph, 1)];
        assert_eq!(marks("bracketed", &shapes), ["(1)", "(a)", "(i)", "(b)", "(2)", "(a)"]);
    }

    #[test]
    fn a_private_note_takes_no_number() {
        let shapes = [(Kind::Paragraph, 0), (Kind::Note, 0), (Kind::Paragraph, 0)];
        assert_eq!(marks("numbered", &shapes), ["1.", "//", "2."]);
    }

    #[test]
    fn a_resolution_has_its_word_and_its_parts() {
        let shapes =
            [(Kind::Paragraph, 0), (Kind::Resolution, 0), (Kind::Resolution, 1), (Kind::Resolution, 1)];
        assert_eq!(marks("running", &shapes), ["", "RESOLVED", "A.", "B."]);
        assert_eq!(marks("numbered", &shapes), ["1.", "RESOLVED", "(a)", "(b)"]);
    }
}
