//! Colours and weights, by what they mean. On a terminal without colour the meaning is carried by weight,
//! underline and reversal, and by the signs beside the words.

use ratatui::style::{Color, Modifier, Style};

/// The looks of everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary words.
    pub text: Style,
    /// Words set back: marks, lines around things.
    pub faint: Style,
    /// Titles.
    pub title: Style,
    /// What the program points out: the current item, the frame of the page.
    pub accent: Style,
    /// The marked row of a list.
    pub marked: Style,
    /// Selected words.
    pub selected: Style,
    /// Selected words in a field that is being filled in, which looks like a marked row itself.
    pub selected_in_field: Style,
    /// The word RESOLVED and its like.
    pub resolution: Style,
    /// The word ACTION and what belongs to actions.
    pub action: Style,
    /// The clerk's private notes.
    pub private: Style,
    /// What is restricted.
    pub restricted: Style,
    /// What is well: saved, present.
    pub good: Style,
    /// What is not well.
    pub bad: Style,
    /// The bar of the title and the status line.
    pub bar: Style,
    /// What is well, on that bar.
    pub bar_good: Style,
    /// What is not well, on that bar.
    pub bar_bad: Style,
    /// The names of keys.
    pub key: Style,
}

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// True colour on a dark ground.
    Dark,
    /// True colour on a light ground.
    Light,
    /// True colour on a ground of which nothing is known: colours that can be read on either.
    Either,
    /// The sixteen colours of the terminal, whatever its ground.
    #[default]
    Sixteen,
    /// The sixteen colours of the terminal on a light ground, where its yellow, cyan and green cannot be read.
    SixteenLight,
    /// No colour at all.
    Plain,
}

/// The colours of a ground, as red, green and blue.
struct Colours {
    faint: Color,
    accent: Color,
    resolution: Color,
    action: Color,
    restricted: Color,
    good: Color,
    bad: Color,
    bar: Color,
    bar_text: Color,
    bar_good: Color,
    marked: Color,
    selected: Color,
    selected_in_field: Color,
    selected_text: Color,
    marked_text: Color,
}

const DARK: Colours = Colours {
    faint: Color::Rgb(128, 138, 150),
    accent: Color::Rgb(122, 178, 230),
    resolution: Color::Rgb(232, 190, 106),
    action: Color::Rgb(138, 200, 148),
    restricted: Color::Rgb(240, 128, 128),
    good: Color::Rgb(138, 200, 148),
    bad: Color::Rgb(255, 120, 110),
    bar: Color::Rgb(38, 46, 58),
    bar_text: Color::Rgb(214, 222, 232),
    bar_good: Color::Rgb(138, 200, 148),
    marked: Color::Rgb(46, 66, 92),
    selected: Color::Rgb(60, 84, 120),
    selected_in_field: Color::Rgb(122, 178, 230),
    selected_text: Color::Rgb(16, 24, 36),
    marked_text: Color::Reset,
};

const LIGHT: Colours = Colours {
    faint: Color::Rgb(96, 104, 116),
    accent: Color::Rgb(24, 92, 160),
    resolution: Color::Rgb(140, 84, 0),
    action: Color::Rgb(24, 110, 52),
    restricted: Color::Rgb(178, 24, 36),
    good: Color::Rgb(24, 110, 52),
    bad: Color::Rgb(190, 20, 20),
    bar: Color::Rgb(226, 232, 240),
    bar_text: Color::Rgb(30, 40, 54),
    bar_good: Color::Rgb(24, 110, 52),
    marked: Color::Rgb(206, 224, 246),
    selected: Color::Rgb(178, 208, 244),
    selected_in_field: Color::Rgb(24, 92, 160),
    selected_text: Color::Rgb(255, 255, 255),
    marked_text: Color::Reset,
};

/// Each of these has about 4.5 to 1 against black and against white.
const EITHER: Colours = Colours {
    faint: Color::Rgb(118, 118, 118),
    accent: Color::Rgb(40, 120, 206),
    resolution: Color::Rgb(166, 106, 0),
    action: Color::Rgb(0, 136, 72),
    restricted: Color::Rgb(222, 58, 58),
    good: Color::Rgb(0, 136, 72),
    bad: Color::Rgb(222, 58, 58),
    bar: Color::Rgb(44, 58, 78),
    bar_text: Color::Rgb(226, 232, 240),
    bar_good: Color::Rgb(138, 200, 148),
    marked: Color::Rgb(44, 98, 160),
    selected: Color::Rgb(44, 98, 160),
    selected_in_field: Color::Rgb(226, 232, 240),
    selected_text: Color::Rgb(20, 40, 70),
    marked_text: Color::Rgb(255, 255, 255),
};

/// Behind what is not well: a red on which white can be read.
const BAD_GROUND: Color = Color::Rgb(176, 32, 32);

impl Theme {
    /// The theme for a terminal.
    #[must_use]
    pub fn of(palette: Palette) -> Self {
        match palette {
            Palette::Dark => Self::coloured(&DARK),
            Palette::Light => Self::coloured(&LIGHT),
            Palette::Either => Self::coloured(&EITHER),
            Palette::Sixteen => Self::sixteen(),
            Palette::SixteenLight => Self::sixteen_light(),
            Palette::Plain => Self::plain(),
        }
    }

    fn coloured(colours: &Colours) -> Self {
        let text = Style::new();
        Self {
            text,
            faint: text.fg(colours.faint),
            title: text.add_modifier(Modifier::BOLD),
            accent: text.fg(colours.accent),
            marked: text.fg(colours.marked_text).bg(colours.marked),
            selected: text.fg(colours.marked_text).bg(colours.selected),
            selected_in_field: text.fg(colours.selected_text).bg(colours.selected_in_field),
            resolution: text.fg(colours.resolution).add_modifier(Modifier::BOLD),
            action: text.fg(colours.action).add_modifier(Modifier::BOLD),
            private: text.fg(colours.faint).add_modifier(Modifier::ITALIC),
            restricted: text.fg(colours.restricted).add_modifier(Modifier::BOLD),
            good: text.fg(colours.good),
            bad: text.fg(colours.bad).add_modifier(Modifier::BOLD),
            bar: text.fg(colours.bar_text).bg(colours.bar),
            bar_good: text.fg(colours.bar_good).bg(colours.bar),
            bar_bad: text.fg(Color::Rgb(255, 255, 255)).bg(BAD_GROUND).add_modifier(Modifier::BOLD),
            key: text.fg(colours.accent).add_modifier(Modifier::BOLD),
        }
    }

    fn sixteen() -> Self {
        let text = Style::new();
        Self {
            text,
            faint: text.fg(Color::DarkGray),
            title: text.add_modifier(Modifier::BOLD),
            accent: text.fg(Color::Cyan),
            marked: text.add_modifier(Modifier::REVERSED),
            selected: text.add_modifier(Modifier::REVERSED),
            // The field around it is reversed, and this is not.
            selected_in_field: text.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            resolution: text.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            action: text.fg(Color::Green).add_modifier(Modifier::BOLD),
            private: text.fg(Color::DarkGray).add_modifier(Modifier::ITALIC),
            restricted: text.fg(Color::Red).add_modifier(Modifier::BOLD),
            good: text.fg(Color::Green),
            bad: text.fg(Color::Red).add_modifier(Modifier::BOLD),
            bar: text.add_modifier(Modifier::REVERSED),
            bar_good: text.add_modifier(Modifier::REVERSED),
            bar_bad: text.fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            key: text.add_modifier(Modifier::BOLD),
        }
    }

    /// Of the terminal's own colours those that can be read on white: in xterm's, about four to one or better.
    fn sixteen_light() -> Self {
        let text = Style::new();
        let blue = text.fg(Color::Blue);
        Self {
            accent: blue,
            resolution: text.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            action: blue.add_modifier(Modifier::BOLD),
            good: blue,
            ..Self::sixteen()
        }
    }

    fn plain() -> Self {
        let text = Style::new();
        let bold = text.add_modifier(Modifier::BOLD);
        Self {
            text,
            faint: text,
            title: bold,
            accent: text,
            marked: text.add_modifier(Modifier::REVERSED),
            selected: text.add_modifier(Modifier::REVERSED),
            // The field around it is reversed, and this is not.
            selected_in_field: text.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            resolution: bold,
            action: bold,
            private: text.add_modifier(Modifier::ITALIC),
            restricted: bold,
            good: text,
            bad: bold.add_modifier(Modifier::REVERSED),
            bar: text.add_modifier(Modifier::REVERSED),
            bar_good: text.add_modifier(Modifier::REVERSED),
            bar_bad: bold,
            key: bold,
        }
    }
}
