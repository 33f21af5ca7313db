//! Places: what a line must say to sound like a room, and where in a line the place stands. Knows the words of
//! places and not what else a paper says.

/// Whether a line ends with a British postal code: `…, Nether Widdop, ZZ9 4QT`.
pub(super) fn ends_with_postcode(text: &str) -> bool {
    let mut words = text.trim_end_matches('.').rsplit([' ', ',']);
    let (Some(inward), Some(outward)) = (words.next(), words.next()) else { return false };
    let mixed = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    inward.len() == 3
        && (2..=4).contains(&outward.len())
        && inward.starts_with(|character: char| character.is_ascii_digit())
        && outward.starts_with(|character: char| character.is_ascii_uppercase())
        && mixed(inward)
        && mixed(outward)
}

/// Words that a place has in its name.
pub(super) const PLACES: [&str; 34] = [
    "room",
    "hall",
    "chamber",
    "chambers",
    "centre",
    "house",
    "office",
    "offices",
    "library",
    "theatre",
    "pavilion",
    "church",
    "online",
    "zoom",
    "teams",
    "skype",
    "virtual",
    "remote",
    "hotel",
    "building",
    "suite",
    "college",
    "inn",
    "school",
    "court",
    "guildhall",
    "hospital",
    "clubhouse",
    "institute",
    "auditorium",
    "hut",
    "barn",
    "boathouse",
    "annexe",
];

/// Whether a line by itself sounds like a place.
pub(super) fn sounds_like_a_place(words: &str) -> bool {
    if words.len() > 200 {
        return false;
    }
    let count = words.split_whitespace().count();
    let has_place = words.to_lowercase().split([' ', ',', '/']).any(|word| PLACES.contains(&word));
    let is_one = count > 1 || ["online", "zoom", "teams", "virtual"].contains(&words.to_lowercase().as_str());
    (1..=16).contains(&count)
        && is_one
        && has_place
        && !words.contains(['@', ':', '|'])
        && !words.ends_with('.')
        && words.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
}

/// Whether words have a word of rooms or buildings in them.
pub(super) fn has_place_word(words: &str) -> bool {
    const MORE: [&str; 40] = [
        "hq",
        "headquarters",
        "gymnasium",
        "gym",
        "cafeteria",
        "center",
        "annex",
        "station",
        "lounge",
        "theater",
        "arena",
        "boardroom",
        "rooms",
        "halls",
        "courthouse",
        "museum",
        "pub",
        "arms",
        "tavern",
        "cafe",
        "café",
        "vestry",
        "schoolroom",
        "rectory",
        "vicarage",
        "parsonage",
        "buildings",
        "hub",
        "premises",
        "complex",
        "lodge",
        "studio",
        "campus",
        "farm",
        "stadium",
        "depot",
        "castle",
        "abbey",
        "cathedral",
        "chapel",
    ];
    let lower = words.to_lowercase();
    let mut parts = lower.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    parts.any(|word| PLACES.contains(&word) || MORE.contains(&word))
}

/// Whether words name a service for meeting online, or say that the meeting is there.
pub(super) fn is_online(words: &str) -> bool {
    const SERVICES: [&str; 19] = [
        "zoom",
        "teams",
        "microsoft teams",
        "google meet",
        "meet",
        "skype",
        "webex",
        "jitsi",
        "online",
        "virtual",
        "remote",
        "video conference",
        "videoconference",
        "conference call",
        "teleconference",
        "slack",
        "discord",
        "irc",
        "gotomeeting",
    ];
    let lower = words.to_lowercase();
    let bare: Vec<&str> =
        lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined = format!(" {} ", bare.join(" "));
    bare.len() <= 8 && SERVICES.iter().any(|service| joined.contains(&format!(" {service} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_by_their_words() {
        assert!(sounds_like_a_place("Room B, Town Hall") && !sounds_like_a_place("Board of Directors"));
        assert!(has_place_word("Old Schoolroom") && !has_place_word("Royal Oak"));
        assert!(
            is_online("Microsoft Teams")
                && is_online("Hybrid: Council Chamber and Zoom")
                && !is_online("Finance Team")
        );
        assert!(ends_with_postcode("High Street, Nether Widdop, ZZ9 4QT"));
    }
}
