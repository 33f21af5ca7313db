//! What is sent to the terminal makes it show the picture: frame by frame, only with what changed.

use crate::stage::Stage;
use minutebook::desk::areas::Size;
use minutebook::update::Event;
use minutebook::view::screen::{Screen, picture};
use minutebook::view::theme::{Palette, Theme};

/// A terminal that follows the frames of a stage.
struct Terminal {
    screen: Screen,
    shown: vt100::Parser,
}

impl Terminal {
    fn of(palette: Palette, size: Size) -> Self {
        let shown = vt100::Parser::new(size.height.try_into().unwrap(), size.width.try_into().unwrap(), 0);
        Self { screen: Screen::new(Theme::of(palette)), shown }
    }

    /// Sends a frame and checks that the terminal shows the picture, with the cursor in its place.
    fn follow(&mut self, stage: &Stage) -> usize {
        let frame = self.screen.frame(&stage.desk);
        self.shown.process(frame);
        let sent = frame.len();
        let wanted = picture(&stage.desk, &Theme::of(Palette::Plain), false).replace('█', " ");
        let rows: Vec<String> = self.shown.screen().rows(0, stage.desk.size.width).collect();
        for (row, line) in wanted.lines().enumerate() {
            assert_eq!(rows[row].trim_end(), line.trim_end(), "row {row}");
        }
        if stage.desk.overlay().is_none() {
            let (x, y) = stage.desk.page.caret.unwrap();
            assert_eq!(self.shown.screen().cursor_position(), (y, x));
        }
        sent
    }
}

#[test]
fn the_terminal_shows_the_picture_after_every_key() {
    let mut stage = Stage::new();
    let mut terminal = Terminal::of(Palette::Either, stage.desk.size);
    terminal.follow(&stage);
    let words =
        "Supplier private many therefore for budget this final, Building decision several were with. ";
    for _ in 0..20 {
        for character in words.chars() {
            stage.happen(Event::Key(character.to_string().parse().unwrap_or("Space".parse().unwrap())));
            terminal.follow(&stage);
        }
    }
    for key in
        "<f2><down><p><esc><ctrl-down><ctrl-up><ctrl-home><shift-down><f1><esc><ctrl-p>".split_inclusive('>')
    {
        stage = stage.play(key);
        terminal.follow(&stage);
    }
}

#[test]
fn what_was_just_typed_stands_left_of_the_cursor() {
    let words = "a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh, iiiii (jj) kkk-lll ";
    for width in [40, 61, 73, 80, 120] {
        let mut stage = Stage::new().size(width, 24);
        for character in words.repeat(9).chars() {
            stage.happen(Event::Key(character.to_string().parse().unwrap_or("Space".parse().unwrap())));
            let (x, y) = stage.desk.page.caret.unwrap();
            let screen = stage.screen();
            let row: Vec<char> = screen.lines().nth(usize::from(y)).unwrap().chars().collect();
            assert_eq!(
                row.get(usize::from(x) - 1).copied().unwrap_or(' '),
                character,
                "{width} wide:\n{screen}"
            );
        }
    }
}

#[test]
fn a_key_in_the_middle_of_a_row_sends_a_few_bytes() {
    let mut stage = Stage::new().play("The report was");
    let mut terminal = Terminal::of(Palette::Either, stage.desk.size);
    terminal.follow(&stage);
    for key in ["Space", "n", "o"] {
        stage.happen(Event::Key(key.parse().unwrap()));
        let sent = terminal.follow(&stage);
        assert!(sent <= 40, "{key} sent {sent} bytes");
    }
}
