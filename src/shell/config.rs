//! The clerk's own settings: one RON file in the config directory. A file that cannot be read is reported and
//! left alone; the program then goes by its own lights.

use crate::command;
use crate::desk::phrases::{Phrase, is_plain, with_built_in};
use crate::keys::Key;
use crate::text;
use crate::view::theme::Palette;
use directories::ProjectDirs;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::env;
use std::fs;

/// What can be set.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Config {
    /// The colours.
    pub theme: ThemeName,
    /// Keys by name, and the command that each is for.
    pub keys: BTreeMap<String, String>,
    /// Abbreviations, without their semicolon, and the phrases that they stand for.
    pub phrases: BTreeMap<String, String>,
}

/// The colours that can be asked for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum ThemeName {
    /// What the terminal says of itself.
    #[default]
    Auto,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// The terminal's own sixteen colours.
    Sixteen,
    /// No colours.
    Plain,
}

/// Reads the settings, and what is wrong with them.
pub(super) fn read() -> (Config, Option<String>) {
    let Some(places) = ProjectDirs::from("", "", "minutebook") else { return (Config::default(), None) };
    let path = places.config_dir().join("config.ron");
    let Ok(text) = fs::read_to_string(&path) else { return (Config::default(), None) };
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    match options.from_str(&text) {
        Ok(config) => (config, None),
        Err(error) => {
            // What is wrong comes first: the status line may have no room for the path.
            let (code, at) = (error.code, error.span.start);
            let said = format!("your settings are not used: {code} at {at}; see {}", path.display());
            (Config::default(), Some(said))
        }
    }
}

impl Config {
    /// The keys that can be used, and what is wrong with the first that cannot.
    pub fn keys(&self) -> (Vec<(Key, String)>, Option<String>) {
        let mut keys = Vec::new();
        let mut wrong = None;
        for (key, name) in &self.keys {
            match (key.parse::<Key>(), command::named(name)) {
                (Ok(key), Some(_)) if key.typed().is_none() => keys.push((key, name.clone())),
                (Ok(_), Some(_)) => {
                    wrong = wrong.or(Some(format!("{key} types a character and cannot be a command's key")));
                }
                (Err(error), _) => wrong = wrong.or(Some(error.to_string())),
                (_, None) => wrong = wrong.or(Some(format!("there is no command called {name}"))),
            }
        }
        (keys, wrong)
    }

    /// The phrases that can be typed, the clerk's own first, and what is wrong with the first that cannot.
    pub fn phrases(&self) -> (Vec<Phrase>, Option<String>) {
        let (good, bad): (Vec<_>, Vec<_>) = self.phrases.iter().partition(|(short, words)| {
            !short.is_empty() && short.chars().all(is_plain) && !words.trim().is_empty()
        });
        let own =
            good.into_iter().map(|(short, words)| Phrase { short: short.clone(), words: text::tame(words) });
        let wrong = bad.first().map(|(short, _)| {
            format!("the phrase `{short}` is not used: an abbreviation has letters and figures only, and stands for words")
        });
        (with_built_in(own.collect()), wrong)
    }

    /// The colours for this terminal. NO_COLOR (no-color.org) goes before everything.
    pub fn palette(&self) -> Palette {
        let set = |name: &str| env::var(name).unwrap_or_default();
        if !set("NO_COLOR").is_empty() || set("TERM") == "dumb" {
            return Palette::Plain;
        }
        match self.theme {
            ThemeName::Dark => Palette::Dark,
            ThemeName::Light => Palette::Light,
            ThemeName::Sixteen if is_light(&set("COLORFGBG")) => Palette::SixteenLight,
            ThemeName::Sixteen => Palette::Sixteen,
            ThemeName::Plain => Palette::Plain,
            ThemeName::Auto => automatic(&set("COLORTERM"), &set("COLORFGBG")),
        }
    }
}

/// What the terminal says of itself: true colour in COLORTERM, its ground as the last number in COLORFGBG.
fn automatic(colours: &str, ground: &str) -> Palette {
    let has_true_colour = matches!(colours, "truecolor" | "24bit");
    match (has_true_colour, ground_of(ground)) {
        (false, _) if is_light(ground) => Palette::SixteenLight,
        (false, _) => Palette::Sixteen,
        (true, Some(_)) if is_light(ground) => Palette::Light,
        (true, Some(_)) => Palette::Dark,
        (true, None) => Palette::Either,
    }
}

/// The number of the colour behind everything, where the terminal tells it.
fn ground_of(colours: &str) -> Option<u8> {
    colours.rsplit(';').next()?.parse().ok()
}

/// Whether the terminal says that its ground is light.
fn is_light(colours: &str) -> bool {
    matches!(ground_of(colours), Some(7 | 15))
}
