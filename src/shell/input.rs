//! What the terminal reports, in our own words. Odd reports are made even here.

use crate::desk::areas::Size;
use crate::keys::{Code, Key};
use crate::update::Event;
use crossterm::event::{
    Event as Report, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// The rows that one step of the wheel scrolls.
const WHEEL: i16 = 3;

/// What a report of the terminal is to us; most of what a mouse does is nothing.
pub(super) fn event(report: Report) -> Option<Event> {
    match report {
        Report::Key(key) => self::key(key).map(Event::Key),
        Report::Paste(text) => Some(Event::Paste(text)),
        Report::Resize(width, height) => Some(Event::Resize(Size { width, height })),
        Report::Mouse(mouse) => self::mouse(mouse),
        Report::FocusGained | Report::FocusLost => None,
    }
}

fn mouse(mouse: MouseEvent) -> Option<Event> {
    let shift = mouse.modifiers.contains(KeyModifiers::SHIFT);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Event::Point(mouse.column, mouse.row, shift)),
        MouseEventKind::Drag(MouseButton::Left) => Some(Event::Point(mouse.column, mouse.row, true)),
        MouseEventKind::ScrollUp => Some(Event::Wheel(mouse.column, mouse.row, -WHEEL)),
        MouseEventKind::ScrollDown => Some(Event::Wheel(mouse.column, mouse.row, WHEEL)),
        _ => None,
    }
}

/// A key as it was pressed. Releases, which some terminals report, are nothing.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let mut key = Key {
        code: Code::Esc,
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT),
    };
    key.code = match event.code {
        KeyCode::Char(character) => {
            key.shift = false;
            let lower = character.to_lowercase().next().unwrap_or(character);
            Code::Char(if key.ctrl || key.alt { lower } else { character })
        }
        KeyCode::BackTab => {
            key.shift = true;
            Code::Tab
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Esc => Code::Esc,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(key)
}
