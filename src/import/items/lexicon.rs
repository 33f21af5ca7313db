//! Lexicon: the words of the field, a list a topic, and the topics that a text touches.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Topics of the lexicon, in the order of their bits.
const TOPICS: [&str; 15] = [
    "usual",
    "open",
    "close",
    "narration",
    "decision",
    "person",
    "field",
    "frame",
    "section",
    "furniture",
    "small",
    "bodies",
    "verb",
    "report",
    "meeting",
];

/// Topic of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Topic {
    /// Titles that many agendas have.
    Usual,
    /// Titles with which agendas open.
    Open,
    /// Titles with which agendas close.
    Close,
    /// Verbs of minutes.
    Narration,
    /// Beginnings of decisions, motions, votes and sentences of minutes.
    Decision,
    /// Titles of people.
    Person,
    /// Labels of fields of the head.
    Field,
    /// Headings that frame the business: lists of people, notes, signatures.
    Frame,
    /// Headings over several items.
    Section,
    /// Furniture of web pages.
    Furniture,
    /// Small words.
    Small,
    /// Names of kinds of bodies.
    Bodies,
    /// Infinitives with which items of agendas begin.
    Verb,
    /// Beginnings of lines about a report or another paper.
    Report,
    /// Words that only papers of meetings have.
    Meeting,
}

/// Topics that a text touches, as a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::import) struct Topics(u16);

impl Topics {
    /// Whether the text touches a topic.
    pub fn has(self, topic: Topic) -> bool {
        self.0 & (1 << topic as u16) != 0
    }
}

/// Phrase of a topic.
struct Phrase {
    topic: u16,
    words: Vec<String>,
    at_start: bool,
    at_end: bool,
}

/// The words of the field.
pub(in crate::import) struct Lexicon {
    phrases: HashMap<String, Vec<Phrase>>,
}

/// No more words of a text than this are looked at.
const MOST_WORDS: usize = 40;

/// Words of a text in small letters without punctuation, at most `MOST_WORDS`.
pub(in crate::import) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars().take(400) {
        match letter {
            '\'' | '’' | '‘' => {}
            letter if letter.is_alphanumeric() => {
                let plain = letter.to_lowercase().map(plain);
                if let Some(last) = words.last_mut() {
                    last.extend(plain);
                }
            }
            _ if words.last().is_some_and(String::is_empty) => {}
            _ if words.len() == MOST_WORDS => break,
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Letter without its accent, for the accents of Welsh, Irish and Gaelic.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'ì' | 'î' => 'i',
        'ó' | 'ò' | 'ô' => 'o',
        'ú' | 'ù' | 'û' => 'u',
        'ŵ' => 'w',
        'ŷ' => 'y',
        'ā' => 'a',
        'ō' => 'o',
        letter => letter,
    }
}

impl Lexicon {
    /// The lexicon of the project.
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Self::parse(include_str!("lexicon.txt")))
    }

    fn parse(text: &str) -> Self {
        let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
        let mut topic = None;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                topic = TOPICS.iter().position(|known| *known == name).and_then(|at| u16::try_from(at).ok());
                continue;
            }
            let Some(topic) = topic else { continue };
            let phrase = Phrase {
                topic,
                words: words(line),
                at_start: line.starts_with('^'),
                at_end: line.ends_with('$'),
            };
            if let Some(first) = phrase.words.first() {
                phrases.entry(first.clone()).or_default().push(phrase);
            }
        }
        Self { phrases }
    }

    /// Topics that words touch.
    pub fn topics(&self, words: &[String]) -> Topics {
        let mut found = 0;
        for (at, word) in words.iter().enumerate() {
            for phrase in self.phrases.get(word).into_iter().flatten() {
                let end = at + phrase.words.len();
                let matches = (!phrase.at_start || at == 0)
                    && (!phrase.at_end || end == words.len())
                    && words.get(at..end).is_some_and(|words| words == phrase.words.as_slice());
                if matches {
                    found |= 1 << phrase.topic;
                }
            }
        }
        Topics(found)
    }

    /// Whether a word is a small word.
    pub fn is_small(&self, word: &str) -> bool {
        self.phrases
            .get(word)
            .is_some_and(|phrases| phrases.iter().any(|phrase| phrase.topic == Topic::Small as u16))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_where_they_may_stand() {
        let topics = |text: &str| Lexicon::get().topics(&words(text));
        assert!(topics("Chair’s Report").has(Topic::Usual));
        assert!(topics("To receive apologies").has(Topic::Verb));
        assert!(!topics("She asked to receive it").has(Topic::Verb));
        assert!(topics("PRESENT:").has(Topic::Frame));
        assert!(!topics("Present position").has(Topic::Frame));
    }

    #[test]
    fn every_topic_of_the_file_is_known() {
        let text = include_str!("lexicon.txt");
        let named: Vec<&str> = text.lines().filter(|line| line.starts_with('[')).collect();
        assert_eq!(named, TOPICS.map(|topic| format!("[{topic}]")));
    }
}
