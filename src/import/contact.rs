//! Whom to ask: the signature below a paper, the address under a name, a sentence that says where questions go.
//! Knows the lines around the business, and no other field of the head.

use super::body;
use super::head::{Front, first_of};
use super::letter;
use super::paper::{Ledger, Line, Role, joined};
use super::people;
use super::place;
use super::{Meaning, Sure};

impl Front {
    /// Whoever signs for the body is whom to ask, if nobody else is named.
    pub fn signature(&mut self, lines: &[Line], ledger: &mut Ledger) {
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.role == Role::Plain) {
            let words = line.words();
            let next = lines.get(at + 1).map(Line::words).unwrap_or_default();
            let signs = letter::signs(&words).or_else(|| {
                let is_name = letter::is_bare_name(&words) || letter::is_in_capitals(&words);
                (is_name && !letter::is_office(&words) && letter::is_office(&next))
                    .then(|| body::cased(&words))
            });
            if ledger.said(line.number).is_some() {
                continue;
            } else if let Some(name) = signs {
                let known = &self.head.contact;
                let (meaning, sure) = match (known.is_empty(), letter::is_same(&name, known)) {
                    (true, _) => (Meaning::Contact, Sure::Guessed),
                    (false, true) => (Meaning::Contact, Sure::Recognised),
                    (false, false) => (Meaning::Courtesy, Sure::Recognised),
                };
                first_of(&mut self.head.contact, name, meaning);
                ledger.say(line, meaning, sure);
            } else if letter::is_office(&words) && !self.head.contact.is_empty() {
                ledger.say(line, Meaning::Courtesy, Sure::Recognised);
            }
        }
        for line in lines.iter().filter(|line| line.role == Role::Plain) {
            let words = line.words();
            if letter::is_bare_name(&words) && letter::is_same(&words, &self.head.contact) {
                ledger.say(line, Meaning::Courtesy, Sure::Recognised);
            }
        }
    }

    /// The line with a postal code right below the contact is where the contact is to be found, and no venue.
    pub fn address(&self, lines: &[Line], ledger: &mut Ledger) {
        for pair in lines.windows(2) {
            let [above, line] = pair else { continue };
            let under = ledger.said(above.number).is_some_and(|(meaning, _)| meaning == Meaning::Contact);
            if under && !line.gap && place::ends_with_postcode(&line.text) {
                ledger.say(line, Meaning::Contact, Sure::Recognised);
            }
        }
    }

    /// `Questions should be sent to the Secretary …, Lena Burr, at …` names whom to ask.
    pub fn contact_in_sentence(&mut self, group: &[Line], ledger: &mut Ledger) {
        let words = joined(group);
        let leads = [" sent to ", "lease contact: ", "lease contact "];
        let further = ["For further ", "For more "].iter().any(|start| words.starts_with(start));
        let after = leads.iter().find_map(|lead| words.split_once(lead));
        let after =
            after.or_else(|| words.split_once(" contact ").filter(|_| further)).map(|(_, after)| after);
        let Some(after) = after.filter(|_| self.head.contact.is_empty()) else { return };
        let name = after.split([',', ';', '.']).next().unwrap_or("");
        let name = name.split(" on ").next().unwrap_or("").split(" at ").next().unwrap_or("").trim();
        let Some(named) = people::list(name).into_iter().next().filter(|named| named.name.contains(' '))
        else {
            return;
        };
        self.head.contact = named.name;
        for line in group {
            ledger.say(line, Meaning::Contact, Sure::Guessed);
        }
    }
}
