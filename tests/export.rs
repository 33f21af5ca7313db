//! What a clerk hands out: the minutes in every format, in every house style, for both audiences.

pub mod formats;
pub mod harbour;
mod houses;
pub mod leaks;
mod lines;
mod office;
mod pages;
mod papers;
mod passages;
mod script;
mod secrecy;

use minutebook::export::{Audience, Document, json, text};
use minutebook::houses::Houses;

fn print(style: &str, audience: Audience) -> String {
    let style = Houses::built_in().style(style).unwrap();
    let meeting = harbour::meeting();
    let profile = Houses::built_in().profile_of(&meeting.head);
    text::text(&Document::of(&meeting, style, profile, audience))
}

#[test]
fn a_meeting_that_has_everything_is_printed_in_every_style() {
    for style in Houses::built_in().styles() {
        for audience in Audience::ALL {
            let name = format!("{}_{}", style.name, audience.word());
            insta::assert_snapshot!(name, print(&style.name, audience));
        }
    }
}

#[test]
fn a_meeting_that_has_everything_is_given_as_json() {
    for audience in Audience::ALL {
        let name = format!("json_{}", audience.word());
        insta::assert_snapshot!(name, json::json(&harbour::meeting(), &[], audience));
    }
}
