//! Lexicon: lists of words that tell what a phrase or a line in a head is. Each list is one text, its entries between bars.

/// Whether a list has an entry.
pub(super) fn has(list: &str, entry: &str) -> bool {
    let mut rest = list;
    while let Some(at) = rest.find(entry).filter(|_| !entry.is_empty()) {
        let before = rest.get(..at).unwrap_or("");
        let after = rest.get(at + entry.len()..).unwrap_or("");
        if before.ends_with('|') && after.starts_with('|') {
            return true;
        }
        rest = after;
    }
    false
}

/// Last words of the names of what meets under an authority.
pub(super) const UNITS: &str = "|\
    committee|sub-committee|subcommittee|cttee|cabinet|board|panel|forum|commission|group|executive|\
    assembly|governors|trustees|directors|senate|taskforce|presbytery|synod|vestry|supervisors|\
    selectmen|selectboard|aldermen|commissioners|body|partnership|tribunal|caucus|bureau|party|force|\
    team|pmc|tsc|pcc|ppg|sig|committees|deacons|elders|bwrdd|pwyllgor|session|scrutiny|consistory|\
    secretariat|";

/// Last words of the names of what has committees.
pub(super) const AUTHORITIES: &str = "|\
    council|authority|trust|foundation|society|association|club|company|limited|ltd|plc|inc|llc|llp|\
    cooperative|co-operative|co-op|coop|university|school|academy|college|church|benefice|circuit|\
    diocese|union|branch|institute|institution|federation|alliance|consortium|district|county|township|\
    borough|municipality|shire|league|charity|hospital|chapter|lodge|guild|fund|network|hackerspace|\
    makerspace|collective|corporation|cic|cio|city|village|kirk|cathedral|senedd|cyngor|partners|region|";

/// Last words of an office that somebody holds.
pub(super) const OFFICES: &str = "|\
    secretary|officer|clerk|manager|director|assistant|treasurer|chair|chairman|chairperson|convener|\
    lead|president|mayor|head|webmaster|registrar|administrator|solicitor|advisor|";

/// Returns whether a text contains an entry of a list as whole words.
pub(super) fn any_in(list: &str, text: &str) -> bool {
    count_in(list, text) > 0
}

/// How many entries of a list a text has.
pub(super) fn count_in(list: &str, text: &str) -> usize {
    let is_edge = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    let stands = |entry: &&str| {
        text.match_indices(entry).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + entry.len()..).and_then(|after| after.chars().next());
            let starts = !entry.starts_with(char::is_alphanumeric) || is_edge(before);
            starts && (!entry.ends_with(char::is_alphanumeric) || is_edge(after) || entry.len() > 4)
        })
    };
    list.split('|').filter(|entry| !entry.is_empty()).filter(stands).count()
}

/// Words before `of` in the name of an authority: `City of X`, `Friends of X`.
pub(super) const LEADS: &str = "|\
    city|town|village|county|township|borough|municipality|shire|district|parish|university|diocese|\
    church|friends|society|institute|college|municipal|region|archdiocese|corporation|";

/// Words that call a paper or a meeting something.
pub(super) const PAPERS: &str = "|\
    agm|egm|decisions|decision|presentation|meeting|meetings|minutes|minute|agenda|notes|notice|summons|session|\
    record|call|papers|pack|sync|proceedings|agendas|log|summary|mtg|note|workshop|";

/// Words that go with these and are no name either.
pub(super) const MANNERS: &str = "|\
    draft|unconfirmed|unapproved|approved|confirmed|final|the|a|an|public|regular|ordinary|special|\
    extraordinary|annual|general|monthly|weekly|quarterly|scheduled|emergency|additional|hybrid|virtual|\
    remote|formal|open|adjourned|online|of|for|to|and|action|from|work|biweekly|supplementary|\
    bi-monthly|statutory|&|revised|official|business|";

/// Labels of the field `Date`.
pub(super) const DATE: &str = "|\
    date|date of meeting|date of the meeting|meeting date|date and time|date & time|date/time|\
    date / time|date and time of meeting|when|day|day and date|on|held on|dyddiad|dáta|date and place|\
    date, time and place|date, time and venue|date/time/venue|date, time & venue|meeting date and time|\
    date and venue|date and location|";

/// Labels of the field `Time`.
pub(super) const TIME: &str = "|\
    time|start time|starting time|starts|start|starts at|commencing|commencing at|meeting time|\
    time of meeting|at|hour|amser|am|time and place|time & place|time and venue|called to order at|\
    begins|";

/// Labels of the field `Venue`.
pub(super) const VENUE: &str = "|\
    venue|place|location|where|held at|held in|meeting place|meeting location|place of meeting|address|\
    room|venue / link|venue/link|location of meeting|lleoliad|man cyfarfod|ionad|venue of meeting|\
    place and time|physical location|in person|meeting venue|meeting room|lleoliad / venue|";

/// Labels of the field `Body`.
pub(super) const BODY: &str = "|\
    committee|body|board|panel|group|working group|name of committee|committee name|name of body|\
    meeting of|minutes of|agenda of|public body|governing body|team|meeting name|name of meeting|\
    meeting title|name of group|";

/// Labels of the field `Authority`.
pub(super) const AUTHORITY: &str = "|\
    organisation|organization|council|authority|school|trust|company|institution|";

/// Labels of the field `Meeting`.
pub(super) const MEETING: &str = "|\
    meeting|title|event|subject|re|meeting type|type of meeting|";

/// Labels of the field `Published`.
pub(super) const PUBLISHED: &str = "|\
    published|date published|date of publication|date issued|issued|issue date|date of issue|\
    date of notice|dated|posted|date posted|date of despatch|despatched|last updated|updated|\
    last modified|created|printed|sent|revised|approved|date approved|adopted|deadline|signed|uploaded|\
    closing date|agenda published|publication date|notice date|date signed|effective date|\
    date of posting|date of agenda|agenda posted|";

/// Labels of the field `Other`.
pub(super) const OTHER: &str = "|\
    next meeting|date of next meeting|date of the next meeting|next meeting date|previous meeting|\
    last meeting|date and time of next meeting|date and time of the next meeting|next|following meeting|\
    last minutes|";

/// Labels of the field `None`.
pub(super) const NONE: &str = "|\
    contact|contact officer|contact details|please contact|ask for|please ask for|enquiries to|\
    enquiries|clerk|secretary|telephone|tel|phone|mobile|email|e-mail|fax|web|website|present|attendees|\
    attendance|in attendance|apologies|regrets|absent|chair|chairman|chairperson|minute taker|\
    minutes taken by|notes by|scribe|recorder|facilitator|members|membership|quorum|officers|from|to|cc|\
    author|author(s)|layout|tags|categories|permalink|recording|meeting id|passcode|dial in|dial-in|\
    our ref|your ref|ref|reference|status|version|agenda|minutes|description|zoom link|link|join link|\
    guests|staff|secretary to the board|town clerk|parish clerk|city clerk|slug|draft|lead|note|notes|\
    timezone|duration|ends|end time|finish|";

/// Entries of the menus of web pages.
pub(super) const MENUS: &str = "|\
    home|news|events|documents|contact|contact us|search|login|log in|sign in|about|about us|\
    skip to main content|skip to content|menu|site map|accessibility|cookies|privacy|your council|\
    services|councillors and committees|agendas and minutes|agendas & minutes|members|calendar|help|";

/// Words in the furniture of web pages.
pub(super) const PAGES: &str = "|\
    cookie|©|powered by|last updated|share this|back to|return to|you are here:|print this page|\
    edit this page|";

/// Words of papers that print the month first.
pub(super) const AMERICAN: &str = "|\
    city of|town of|village of|township|board of education|board of supervisors|pledge of allegiance|\
    roll call|call to order|councilmember|council member|commissioners|selectmen|selectboard|\
    school district|zip|blvd|street,|p.m. est|pst|est|edt|pdt|cst|cdt|aldermen|";

/// Words of papers that print the day first.
pub(super) const BRITISH: &str = "|\
    cllr|councillor|parish council|borough|£|€|parish clerk|apologies|summons|nhs|shire|cr|\
    county council|ltd|trust|district council|";

/// Words before an hour that is not the start.
pub(super) const OTHER_HOURS: &str = "|\
    closed|private|executive session|doors|refreshments|tea|coffee|lunch|training|briefing|pre-meet|\
    ends|ended|close|finish|until|office hours|deadline|by|before|workshop|adjourn|";

/// Words that stand round day and hour and are no place.
pub(super) const LEFTOVERS: &str = "|\
    this|small|a|an|our|time|date|utc|gmt|bst|est|edt|pst|pdt|cet|cest|start|to|from|and|until|commencing|at|on|prompt|\
    sharp|eastern|pacific|central|local|agenda|minutes|evening|the|in|of|start:|hybrid|meeting|hours|\
    hrs|";
