//! Way through the evidence: how every item stands after what those above say. Knows no lines and no words.
//!
//! Where the paper does not say how far an exclusion goes, what stands below it is restricted until the public returns, and
//! told as a guess: to have held back too much is mended with a key, a leak is not.

use super::evidence::{Does, Item, Of, Part};
use super::scope::Scope;
use super::{Standing, is_for_all, is_sensitive};

/// How the items that are looked at now stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// Restricted, and the paper says so.
    Closed,
    /// Restricted as a guess.
    ClosedGuess,
    /// Public as a guess.
    OpenGuess,
}

/// How parts and items stand, in the order of the evidence.
pub(super) fn all(evidence: &[Of]) -> Vec<(u32, Standing)> {
    let mut walk = Walk::new(evidence);
    evidence.iter().enumerate().map(|(at, of)| walk.step(at, of)).collect()
}

struct Walk<'a> {
    evidence: &'a [Of],
    /// From where on everybody may know what the items are about; none where that says nothing.
    trailing: Option<usize>,
    /// Whether a letter or number alone says nothing: there are three parts, or others say more.
    ignores_custom: bool,
    /// Whether anything in the paper says that something is restricted.
    says_anything: bool,
    state: State,
    /// Whether the part is private, and whether it says that it is public.
    part: Option<bool>,
    /// What the last heading without a label said, for parts that say nothing themselves.
    banner: bool,
    only_next: bool,
    named: Vec<String>,
    /// Whether an item has come that usually ends the public business.
    has_ended: bool,
}

impl<'a> Walk<'a> {
    fn new(evidence: &'a [Of]) -> Self {
        let parts =
            || evidence.iter().filter_map(|of| if let Of::Part(part) = of { Some(part) } else { None });
        let has_later = parts().any(|part| part.is_later && (part.by_custom || part.says != Some(true)));
        let says_more = parts().any(|part| part.says == Some(true) && !part.by_custom);
        let items =
            || evidence.iter().filter_map(|of| if let Of::Item(item) = of { Some(item) } else { None });
        let says_anything = parts().any(|part| part.says == Some(true))
            || items().any(|item| item.marked.is_some() || item.does != Does::Nothing);
        let ends = evidence
            .iter()
            .rev()
            .take_while(|of| matches!(of, Of::Item(item) if is_for_all(&item.title)))
            .count();
        let trailing = (items().count() > 1).then(|| evidence.len() - ends);
        Self {
            evidence,
            trailing,
            ignores_custom: has_later || says_more,
            says_anything,
            state: State::Open,
            part: None,
            banner: false,
            only_next: false,
            named: Vec::new(),
            has_ended: false,
        }
    }

    fn step(&mut self, at: usize, of: &Of) -> (u32, Standing) {
        match of {
            Of::Part(part) => (part.line, self.enter(part)),
            Of::Item(item) => {
                let does = self.settled(at, item);
                if does == Does::Opens {
                    self.state = State::Open;
                }
                let standing = self.standing(at, item, &does);
                self.leave(at, item, does);
                (item.line, standing)
            }
        }
    }

    fn says(&self, part: &Part) -> Option<bool> {
        part.says.filter(|_| !(part.by_custom && self.ignores_custom && part.says == Some(true)))
    }

    fn enter(&mut self, part: &Part) -> Standing {
        let says = self.says(part);
        if !part.is_labelled && says.is_some() {
            self.banner = says == Some(true);
        }
        self.part = says.or(self.banner.then_some(true));
        self.state = match self.state {
            _ if self.part.is_some() => State::Open,
            // A heading that says neither leaves it open whether the exclusion goes on.
            State::Closed => State::ClosedGuess,
            other => other,
        };
        Standing { restricted: self.part == Some(true), is_sure: true }
    }

    /// What an item does, among the others: where the paper has private parts below it, those say from what the public is
    /// excluded.
    fn settled(&self, at: usize, item: &Item) -> Does {
        let below = || self.evidence.iter().skip(at + 1);
        let is_private = |of: &Of| matches!(of, Of::Part(part) if self.says(part) == Some(true));
        match &item.does {
            Does::Closes(Scope::Rest(_) | Scope::Next, _)
                if below().any(is_private) && self.part != Some(true) =>
            {
                Does::Nothing
            }
            Does::Closes(Scope::Named(labels), moves) => {
                let known =
                    |label: &&String| below().any(|of| matches!(of, Of::Item(item) if item.label == **label));
                let labels: Vec<String> = labels.iter().filter(known).cloned().collect();
                let scope = if labels.is_empty() { Scope::Rest(true) } else { Scope::Named(labels) };
                Does::Closes(scope, *moves)
            }
            does => does.clone(),
        }
    }

    fn standing(&self, at: usize, item: &Item, does: &Does) -> Standing {
        if let Some(restricted) = item.marked {
            return Standing { restricted, is_sure: true };
        }
        let found = self.by_those_above(item, does);
        let ends = self.trailing.is_some_and(|trailing| at >= trailing)
            && !self.is_all_private()
            && !item.holds_more;
        if ends && found.restricted { Standing { restricted: false, is_sure: false } } else { found }
    }

    fn by_those_above(&self, item: &Item, does: &Does) -> Standing {
        let is_itself = matches!(does, Does::HeadsPrivate | Does::Closes(Scope::Itself, _));
        if is_itself || self.only_next || self.named.contains(&item.label) {
            return Standing { restricted: true, is_sure: true };
        }
        let in_private = self.part == Some(true);
        match self.state {
            State::Closed => Standing { restricted: true, is_sure: true },
            State::ClosedGuess => Standing { restricted: true, is_sure: false },
            State::OpenGuess => Standing { restricted: false, is_sure: false },
            State::Open if in_private && *does == Does::Opens => {
                Standing { restricted: false, is_sure: false }
            }
            State::Open if in_private => Standing { restricted: true, is_sure: true },
            // What stands below the exclusion in the same item may be business whose heading was lost.
            State::Open if item.holds_more => Standing { restricted: true, is_sure: false },
            State::Open if self.has_ended && !self.says_anything && is_sensitive(&item.title) => {
                Standing { restricted: true, is_sure: false }
            }
            State::Open => Standing { restricted: false, is_sure: true },
        }
    }

    fn is_all_private(&self) -> bool {
        let mut parts = self.evidence.iter();
        let first = parts.next();
        matches!(first, Some(Of::Part(part)) if self.says(part) == Some(true))
            && !parts.any(|of| matches!(of, Of::Part(part) if self.says(part) == Some(false)))
    }

    fn leave(&mut self, at: usize, item: &Item, does: Does) {
        self.only_next = matches!(does, Does::Closes(Scope::Next, _));
        self.has_ended |= is_for_all(&item.title);
        match does {
            Does::Nothing | Does::Opens | Does::Closes(Scope::Itself | Scope::Next, _) => {}
            Does::Closes(Scope::Named(labels), _) => self.named.extend(labels),
            Does::HeadsPrivate | Does::Closes(Scope::Rest(true), _) => self.state = State::Closed,
            Does::Closes(Scope::Rest(false), _) if self.state == State::Closed => {}
            Does::Closes(Scope::Rest(false), moves) => self.state = self.unsaid(at, moves),
        }
        if item.reopens {
            self.reopen();
        } else if item.does == Does::Opens {
            self.part = None;
            self.banner = false;
        }
    }

    /// The public is back: in a private part, too, whose heading stands above.
    fn reopen(&mut self) {
        self.state = State::Open;
        self.part = None;
        self.banner = false;
        self.only_next = false;
    }

    /// How items stand below an exclusion that does not say from what the public is excluded.
    fn unsaid(&self, at: usize, moves: bool) -> State {
        let items: Vec<(usize, &Item)> = (self.evidence.iter().enumerate())
            .filter_map(|(at, of)| if let Of::Item(item) = of { Some((at, item)) } else { None })
            .collect();
        let place = items.iter().position(|(one, _)| *one == at).unwrap_or(0);
        let is_early = place * 2 < items.len();
        let is_marked = |item: &Item| item.marked == Some(true);
        let after = items.get(place + 1..).unwrap_or(&[]);
        let next_is_marked = after.first().is_some_and(|(_, item)| is_marked(item));
        // One early in the agenda is often taken beforehand for items that are marked where they stand.
        if !is_early && moves {
            State::Closed
        } else if is_early && !next_is_marked && after.iter().any(|(_, item)| is_marked(item)) {
            State::OpenGuess
        } else {
            State::ClosedGuess
        }
    }
}
