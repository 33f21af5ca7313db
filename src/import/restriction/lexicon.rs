//! Lexicon of what is restricted and what is public: the words of both, of exclusion and readmission, and of what only sounds
//! like them. Knows words, and nothing of papers.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Topics of the lexicon, in the order of the file.
const TOPICS: [&str; 22] = [
    "false",
    "public",
    "private",
    "kind",
    "open",
    "heading",
    "exclusion",
    "departure",
    "readmission",
    "asks",
    "none",
    "mark",
    "beside",
    "statement",
    "apart",
    "rest",
    "next",
    "many",
    "itself",
    "resolves",
    "sensitive",
    "legend",
];

/// Topic of the lexicon, in the order of its bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    False,
    Public,
    Private,
    Kind,
    Open,
    Heading,
    Exclusion,
    Departure,
    Readmission,
    Asks,
    None,
    Mark,
    Beside,
    Statement,
    Apart,
    Rest,
    Next,
    Many,
    Itself,
    Resolves,
    Sensitive,
    Legend,
}

/// A word of a phrase.
#[derive(Debug, PartialEq, Eq)]
enum Word {
    Whole(String),
    /// All words that begin so.
    Start(String),
    /// Up to [`WIDEST_GAP`] words.
    Gap,
}

#[derive(Debug)]
struct Phrase {
    topic: u32,
    words: Vec<Word>,
    at_start: bool,
    at_end: bool,
}

/// No gap in a phrase is wider, in words.
const WIDEST_GAP: usize = 6;
/// No more words of a text are looked at.
const MOST_WORDS: usize = 400;
/// Phrases are filed under so many letters of their first word.
const KEY: usize = 4;

/// The words of a text and the topics that they touch.
#[derive(Debug, Default)]
pub(super) struct Words {
    words: Vec<String>,
    topics: u32,
    /// Whether all its words are words of headings.
    is_heading: bool,
    /// Whether all its words are words of marks.
    is_mark: bool,
}

impl Words {
    /// Whether the text touches a topic.
    pub fn has(&self, topic: Topic) -> bool {
        self.topics & bit(topic as u32) != 0
    }

    /// Whether it consists of words of headings over halves of agendas.
    pub fn is_heading(&self) -> bool {
        self.is_heading
    }

    /// Whether it is a mark and nothing else.
    pub fn is_mark(&self) -> bool {
        self.is_mark && self.has(Topic::Mark)
    }

    /// Number of its words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place; empty where there is none.
    pub fn at(&self, place: usize) -> &str {
        self.words.get(place).map_or("", String::as_str)
    }
}

fn bit(topic: u32) -> u32 {
    1 << topic
}

/// The words of the lexicon by topic.
struct Lexicon {
    phrases: HashMap<String, Vec<Phrase>>,
}

/// Reads a text by the lexicon of the project.
pub(super) fn read(text: &str) -> Words {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::parse(include_str!("lexicon.txt"))).read(text)
}

fn split(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['’', '\''], "");
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).take(MOST_WORDS).map(str::to_owned).collect()
}

fn key(word: &str) -> &str {
    word.char_indices().nth(KEY).and_then(|(at, _)| word.get(..at)).unwrap_or(word)
}

impl Lexicon {
    fn parse(text: &str) -> Self {
        let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
        let mut topic = None;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                topic = TOPICS.iter().position(|known| *known == name).and_then(|at| u32::try_from(at).ok());
                continue;
            }
            let Some(topic) = topic else { continue };
            let words: Vec<Word> = line.trim_matches(['^', '$']).split(' ').map(word).collect();
            let first = match words.first() {
                Some(Word::Whole(first) | Word::Start(first)) => key(first).to_owned(),
                _ => continue,
            };
            let (at_start, at_end) = (line.starts_with('^'), line.ends_with('$'));
            phrases.entry(first).or_default().push(Phrase { topic, words, at_start, at_end });
        }
        Self { phrases }
    }

    fn read(&self, text: &str) -> Words {
        let mut words = split(text);
        let mut topics = 0;
        for at in 0..words.len() {
            if let Some(end) = self.ends(&words, at, |topic| topic == Topic::False as u32, &mut topics) {
                words.iter_mut().take(end).skip(at).for_each(String::clear);
            }
        }
        let mut heading = vec![false; words.len()];
        let mut mark = vec![false; words.len()];
        for at in 0..words.len() {
            let of = |one: Topic| move |topic: u32| topic == one as u32;
            let rest = |topic: u32| topic != Topic::False as u32;
            self.ends(&words, at, rest, &mut topics);
            for (topic, covered) in [(Topic::Heading, &mut heading), (Topic::Beside, &mut mark)] {
                let end = self.ends(&words, at, of(topic), &mut topics).unwrap_or(at);
                covered.iter_mut().take(end).skip(at).for_each(|covered| *covered = true);
            }
        }
        let is_number = |word: &String| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_reference =
            |word: &String| word.starts_with(|first: char| first.is_ascii_digit()) && word.len() <= 4;
        let covers = |covered: &[bool], all: &dyn Fn(&String) -> bool| {
            !words.is_empty() && words.iter().zip(covered).all(|(word, covered)| *covered || all(word))
        };
        let (is_heading, is_mark) = (covers(&heading, &is_number), covers(&mark, &is_reference));
        Words { is_heading, is_mark, words, topics }
    }

    /// Notes the topics of the phrases that begin at a word. Returns where the longest of them ends.
    fn ends(
        &self,
        words: &[String],
        at: usize,
        wanted: impl Fn(u32) -> bool,
        topics: &mut u32,
    ) -> Option<usize> {
        let first = words.get(at).filter(|word| !word.is_empty())?;
        let mut found = None;
        // A short beginning of a word is filed under itself.
        let keys = first.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(KEY);
        for key in keys.filter_map(|end| first.get(..end)) {
            let phrases = self.phrases.get(key).into_iter().flatten();
            for phrase in phrases.filter(|phrase| wanted(phrase.topic) && (!phrase.at_start || at == 0)) {
                let end = end(&phrase.words, words, at);
                if let Some(end) = end.filter(|end| !phrase.at_end || *end == words.len()) {
                    *topics |= bit(phrase.topic);
                    found = found.max(Some(end));
                }
            }
        }
        found
    }
}

fn word(word: &str) -> Word {
    match word.strip_suffix('*') {
        _ if word == ".." => Word::Gap,
        Some(start) => Word::Start(start.to_owned()),
        None => Word::Whole(word.to_owned()),
    }
}

/// Where a phrase ends that begins at a word; none if it does not stand there.
fn end(phrase: &[Word], words: &[String], at: usize) -> Option<usize> {
    let Some((first, rest)) = phrase.split_first() else { return Some(at) };
    let matches = match first {
        Word::Gap => return (at..=at + WIDEST_GAP).find_map(|at| end(rest, words, at)),
        Word::Whole(whole) => words.get(at)? == whole,
        Word::Start(start) => words.get(at)?.starts_with(start.as_str()),
    };
    if matches { end(rest, words, at + 1) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_of_the_file_is_known() {
        let text = include_str!("lexicon.txt");
        let named: Vec<&str> = text.lines().filter(|line| line.starts_with('[')).collect();
        let known: Vec<String> = TOPICS.iter().map(|name| format!("[{name}]")).collect();
        assert_eq!(named, known);
    }

    #[test]
    fn a_phrase_may_have_gaps_and_open_endings() {
        assert!(read("Exclusion of the press and public").has(Topic::Exclusion));
        assert!(read("that the public be now excluded").has(Topic::Exclusion));
        assert!(!read("School exclusions and the public benches").has(Topic::Exclusion));
        assert!(read("The meeting RESUMED in public session.").has(Topic::Readmission));
        assert!(!read("Tax-Exempt Bonds").has(Topic::Private));
        assert!(read("Exempt items").has(Topic::Private));
        assert!(read("Paragraph 3").is_mark() && !read("Paragraph 3 of the lease").is_mark());
    }
}
