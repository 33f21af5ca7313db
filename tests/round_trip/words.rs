//! What random minutes are made of: people, titles and sentences of a committee, all invented.

pub const MEMBERS: [(&str, &str, &str); 9] = [
    ("Mr R P Tallow, MBE", "Mr Tallow", "Chairman"),
    ("Mrs E Quill", "Mrs Quill", "Vice-Chairman"),
    ("Cllr J Marram", "", ""),
    ("Ms A Oake", "", ""),
    ("Mrs A Oake, JP", "", ""),
    ("Dr P Staithe", "Dr Staithe", ""),
    ("Captain D Sound, RN", "", ""),
    ("Councillor Hester Bascule-Wren", "Councillor Bascule-Wren", ""),
    ("Mr Ó Fairlead, BEM", "Mr Fairlead", ""),
];
pub const OFFICERS: [(&str, &str, &str); 4] = [
    ("Linden Fenwick", "Harbour Engineer", ""),
    ("Ola Cleat", "Head of Finance", "Saltmarsh District Council"),
    ("Mrs S Lanyon", "Clerk to the Partnership", ""),
    ("Mr D Wherry", "", "Wherry & Sons Ltd"),
];
pub const BODIES: [&str; 4] = [
    "Saltmarsh Harbour Partnership",
    "Growth and Harbours Cabinet Committee",
    "Lower Wick Parish Council",
    "Board of Conservators",
];
pub const VENUES: [&str; 4] =
    ["The Old Customs House, Town Quay", "Committee Room 2, Shire Hall, Saltmarsh", "Online", ""];
pub const PARTS: [&str; 5] = [
    "Committee Business",
    "Matters for Information/Discussion",
    "Other Reports",
    "Restricted Item(s)",
    "Work in hand, and what is to come",
];
pub const TITLES: [&str; 18] = [
    "Introduction",
    "Apologies and Substitutes",
    "Declarations of Interest by Members in items on the agenda",
    "Notes of the meeting held on 13 July 2023",
    "Winter Dredging Programme",
    "Harbour Dues 2024/25",
    "Slipway Lighting and Safety at Night",
    "Oyster Beds: Water Quality Update",
    "Pontoon Repairs and Winter Moorings: programme, costs and the consultation of the mooring holders at Gull Point",
    "Regatta and Summer Events",
    "Pilotage Claim (KH 23/117)",
    "Lease of the Quayside Crane",
    "Terms of Reference",
    "Any other business",
    "Budget Monitoring - Quarter 3",
    "3 Quay Street: change of use",
    "What the harbour costs",
    "Date of the next meeting",
];
pub const SENTENCES: [&str; 16] = [
    "The Chairman welcomed members to the meeting, and in particular Mr Fairlead, who attended for the first time.",
    "Dredging of the inner basin would begin on 4 December, once the licence had been issued, and was expected to take nineteen working days at a cost of £41,200.",
    "None.",
    "There were no questions.",
    "Members considered the three options in the report. Dr Staithe said that option 2 fell hardest on the smallest boats.",
    "In answer to a question it was said that the last survey had been made in 2019 (see paragraph 4.2 of the report).",
    "Captain Sound asked that pilots be told of any change on the day itself",
    "The notes were agreed as a correct record.",
    "The meeting of the Harbour Board on 3 May at 10.30 am would be told.",
    "It was proposed that the crane be sold; nobody was for it.",
    "Members thanked the crew. The Clerk would write to the owner of the Heron, whose letter had been received on Monday.",
    "The survey was published at https://survey.saltmarsh-harbour.example/channel/2023/autumn/soundings-and-tides.pdf and would be repeated.",
    "Following a discussion the Partnership noted that two of the five lamps had failed since the summer and that the supplier had gone out of business.",
    "The officers’ “traffic lights” were welcomed – with one exception.",
    "A member of the public spoke.",
    "Mr Tallow (the Chairman) thanked Ms Fenwick.",
];
pub const ENTRIES: [&str; 6] = [
    "the north steps would stay open throughout; and",
    "spoil would be taken to the deposit ground off Gull Point, where the fishermen had asked that it be spread thinly and never in April;",
    "noted the report.",
    "Who pays?",
    "to ask for prices",
    "3 new lamps had been ordered;",
];
pub const RESOLVED: [&str; 6] = [
    "that the report be noted.",
    "to note the update",
    "that the notes of the meeting held on 13 July 2023 were correctly recorded and that they be signed by the Chairman.",
    "unanimously that the dues for 2024/25 be set as in option 3 of the report.",
    "to ask the Harbour Engineer to replace all five lamps before the spring tides.",
    "That thanks be given",
];
pub const LEADS: [&str; 4] = ["that:", "to:", "", "that the Partnership:"];
pub const TASKS: [&str; 4] = [
    "Linden Fenwick to send the daily programme to the pilots",
    "Ola Cleat and Mrs S Lanyon to write to the mooring holders by 1 December 2023.",
    "Harbour Engineer",
    "find out who holds the key",
];
pub const ASIDES: [&str; 3] = [
    "The Vice-Chairman presided for this item.",
    "No declarations were received.",
    "(The press and public returned at this point.)",
];
pub const MOVED: [&str; 4] = [
    "That the dues be doubled.",
    "that the dues for 2024/25 be set as in option 3 of the report",
    "to sell the crane, and to buy another",
    "That this item be left until the engineer has reported, which he was asked to do before the spring tides and in writing.",
];

pub const AMENDED: [&str; 3] = [
    "that the dues be raised by a twentieth",
    "That the words “and to buy another” be left out.",
    "to put the matter off until the spring tides, when the engineer was to have reported on the pontoons at Gull Point",
];
pub const OFFICES: [&str; 3] = ["Chairman", "Vice-Chairman", "Deputy Chair of the Board"];
