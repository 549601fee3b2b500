"""Test what programs leave behind: what is sure, what asks, and what is left alone."""

import pytest

from policybook.checks import leftovers
from policybook.checks.leftovers import find_leftovers, read_rows

SURE = [
    ("placeholder", "Say here what changes and why, a sentence a line.", None),
    ("unfinished", "<<<<<<< HEAD", "<<<<<<<"),
    ("unfinished", "Phones are {--allowed--}{++banned++}.", "{--"),
    ("unfinished", "Commented [MK1]: is this right?", "Commented [MK1]:"),
    ("unfinished", "Phones are ~~allowed~~ banned.", "~~allowed~~"),
    ("unfinished", "Phones are ==banned==.", "==banned=="),
    ("broken-field", "See Error! Reference source not found.", "Error! Reference source not found"),
    ("broken-field", "See Error: Reference source not found", "Error: Reference source not found"),
    ("broken-field", "Error! Bookmark not defined.", "Error! Bookmark not defined"),
    ("broken-field", "Error! No text of specified style in document.", None),
    ("broken-field", "Page { PAGE } of { NUMPAGES }", "{ PAGE }"),
    ("broken-field", "Dear «Parent_Name»", "«Parent_Name»"),
    ("broken-field", "see _Ref48213377 below", "_Ref48213377"),
    ("broken-field", "Dear ${name}", "${name}"),
    ("broken-field", "The fee is #REF!", "#REF!"),
    ("broken-field", "#N/A", "#N/A"),
    ("broken-field", "the childâ€™s home", "â€™"),
    ("broken-field", "a fee of Â£5", "Â£"),
    ("placeholder", "The governor is Click or tap here to enter text.", None),
    ("placeholder", "The chair is Choose an item.", "Choose an item."),
    ("placeholder", "Click here to enter a date.", None),
    ("placeholder", "Ask [insert name].", "[insert name]"),
    ("placeholder", "Ask <insert name of DSL>.", "<insert name of DSL>"),
    ("placeholder", "Ask (insert name).", "(insert name)"),
    ("placeholder", "Ask {please enter the name}.", "{please enter the name}"),
    ("placeholder", "his/her (delete as appropriate)", "(delete as appropriate)"),
    ("placeholder", "Ring [add number here]", "[add number here]"),
    ("placeholder", "Reviewed on xx/xx/2026.", "xx/xx/2026"),
    ("placeholder", "Reviewed on XX.XX.20XX.", None),
    ("placeholder", "From September 20XX", "20XX"),
    ("placeholder", "TODO: say who", "TODO"),
    ("placeholder", "The lead is TBC.", "TBC"),
    ("unfinished", "Comment [JS1]: is this right?", "Comment [JS1]:"),
    ("broken-field", 'See HYPERLINK "https://a.example" here.', None),
    ("broken-field", "Table SEQ Table \\* ARABIC 1", None),
    ("broken-field", "PAGE \\* MERGEFORMAT 3", None),
    ("broken-field", "%SCHOOLNAME% is small.", "%SCHOOLNAME%"),
    ("broken-field", "$SCHOOL_NAME is small.", "$SCHOOL_NAME"),
    ("placeholder", "FIXME: ask the head", "FIXME"),
    ("placeholder", "Reviewed on 31/XX/2026.", "31/XX/2026"),
    ("placeholder", "Reviewed on xx/09/2026.", "xx/09/2026"),
    ("unfinished", "Formatted: Font: 12 pt", "Formatted: Font"),
    ("unfinished", "Field Code Changed", "Field Code Changed"),
    ("broken-field", "â€¢ coat", "â€¢"),
    ("broken-field", "Dear <%= name %>", "<%= name %>"),
    ("broken-field", "Dear $NAME$", "$NAME$"),
    ("broken-field", "Keep it. :contentReference[oaicite:0]{index=0}", None),
    ("broken-field", "Keep it.【4†source】", "【4†source】"),
    ("placeholder", "Lorem ipsum dolor sit amet.", None),
    ("broken-field", "See Error! No bookmark name given.", "Error! No bookmark name given"),
    ("broken-field", "FORMCHECKBOX Yes", "FORMCHECKBOX"),
    ("broken-field", "The total is {=SUM(ABOVE)}", "{=SUM(ABOVE)}"),
    ("broken-field", "[cid:image001.png@01D7]", "[cid:image001.png@01D7]"),
    ("broken-field", "[if !supportLists] coats", "[if !supportLists]"),
    ("broken-field", "mso-list:l0 level1 lfo1", "mso-list:"),
    ("broken-field", "See file:///C:/Users/jo/policy.docx", None),
    ("broken-field", "@@SchoolName@@ opens", "@@SchoolName@@"),
    ("broken-field", "$SchoolName opens", "$SchoolName"),
    ("placeholder", "[Pick the date]", "[Pick the date]"),
    ("placeholder", "[Document subtitle]", "[Document subtitle]"),
    ("placeholder", "[Schools should add details here]", None),
    ("placeholder", "(school to insert own procedure)", None),
    ("placeholder", "*insert name* is the lead.", "*insert name*"),
    ("placeholder", "Reviewed on XX XX 2026.", "XX XX 2026"),
    ("placeholder", "Reviewed on ??/??/2026.", "??/??/2026"),
]
UNSURE = [
    "Staff must sign it. [JS1]",
    "Staff must sign it.[JS1] Then they go.",
    "Name [     ]",
    "The film is XXX rated.",
    "School name here",
    "[Drafting note: check with the LA]",
    "(Guidance note: see the model)",
    "To be completed by the governors.",
    "To be confirmed",
    "???",
    "The School Name",
    "Reviewed on __/__/2026 by all.",
    "See section ?? for this.",
    "See [?] for this.",
    "[DN: check with the LA]",
    "[Note to draft: to check]",
    "Yes [ ] No [ ]",
    "Yes □ No □",
    "[  ] Agreed",
    "[✓] Agreed",
    "☐ I agree",
    "☒ No",
    "[x] Done by the head",
    "( ) Not done",
    "Ask [name].",
    "Ask [Name of the DSL].",
    "Ask [the headteacher's name].",
    "At [school name] we care.",
    "At (name of school) we care.",
    "Approved on [date].",
    "Approved on DD/MM/YYYY.",
    "The lead is TBD.",
    "The fee is [...] pounds.",
    "The fee is [●] pounds.",
    "The date is __/__/20__.",
    "Insert school logo here",
    "Add your name here.",
    "See page XX.",
    "See section X.X.",
    "The lead is ???.",
    "The school pays £x per day.",
]
PLAIN = [
    "Answer Yes or No [see 4.2].",
    "Press the *insert* key, and *add salt*.",
    "The form checks the text of the box.",
    "A dollar is $Australian in no list.",
    "Schools should add a line to the form.",
    "The form is to be completed by the parent and sent.",
    "It is to be agreed with parents.",
    "The minutes are formatted: fonts are large.",
    "A report costs $20 or $30 in all.",
    "The school name is on the gate.",
    "Write a note to the editor (see notes).",
    "The ratio is 3/xx in no table.",
    "Ask [the list](#rules).",
    "[Name the school](https://x.example/) in the report.",
    "The pupil said that “[he] would not”.",
    "Enter by the side gate (enter by the front in winter).",
    "Pupils with type 1 diabetes (type 2 too) carry glucose.",
    "Type the password here and press the key.",
    "Click on Settings to change the password.",
    "Choose an item from the menu.",
    "Complete the form (complete part B first).",
    "Year 4 & 5 = Key Stage 2",
    "3 == 3 in a program",
    "a ~~ b and c ~~ d",
    "Chapter XX of the handbook",
    "2026/27 and 2027/28",
    "Add names to the register [see 4.2].",
    "An error: reference the school in your letter.",
    "The pupil's £5 note, and a café",
    "Wales: Ŵy, tŷ, â'r",
    "[2023] EWCA Civ 12",
    "[sic]",
    "The words “insert name here” are never left in a letter.",
    'Forms with "Click or tap here to enter text" are refused.',
    "Work marked 'TODO' is not marked yet.",
    "The lorem ipsum lesson teaches printing.",
    "Comments [CM1] are read by the author.",
    "We accept £xx,000 as a phrase in no contract.",
    "The folder is %APPDATA% on Windows.",
    "Who??? asked the owl.",
    "The sale has 50% OFF% tags, and 100%SURE% is a brand.",
    "The SEQ of letters, and a TOC of the book",
    "A pen is $5, and US$_ is a code.",
]


LEFTOVERS = [row for row in read_rows() if row.code != "foreign-markup"]


def find(words: str) -> list[tuple[str, leftovers.Leftover]]:
    return list(find_leftovers(words, LEFTOVERS))


@pytest.mark.parametrize(("code", "words", "match"), SURE)
def test_sure_leftovers_are_named(code: str, words: str, match: str | None) -> None:
    row_match, row = find(words)[0]
    assert (row.code, row.is_sure) == (code, True)
    assert match is None or row_match == match


@pytest.mark.parametrize("words", UNSURE)
def test_places_to_fill_in_ask(words: str) -> None:
    assert [(row.code, row.is_sure) for _, row in find(words)] == [("placeholder", False)]


@pytest.mark.parametrize("words", PLAIN)
def test_plain_sentences_are_left_alone(words: str) -> None:
    assert find(words) == []


@pytest.mark.parametrize("row", LEFTOVERS, ids=lambda row: row.what[:30])
def test_signs_cover_the_pattern(row: leftovers.Leftover) -> None:
    matching = [words for _, words, _ in SURE] + UNSURE
    matches = [words for words in matching if row.pattern.search(words)]
    assert matches and all(row.can_match(words.lower()) for words in matches)


def test_changes_are_not_removed() -> None:
    ((_, row),) = find("Say here what changes and why, a sentence a line.")
    assert row.remedy == "Replace it with your own words."


def test_initials_of_a_name_are_words() -> None:
    for text in ("TBC (Thames Boat Club)", "the Thames Boat Club (TBC)", "TBC – Tennis Boys Club"):
        names = leftovers.find_names(text)
        assert names == {"TBC"}
        assert list(find_leftovers("Our TBC meets.", LEFTOVERS, names)) == []
    assert leftovers.find_names("The date is TBC (by the office).") == frozenset()


def test_long_lines_take_no_time() -> None:
    for sign in (
        "%AB",
        "£x ",
        "__/",
        "Comment [",
        'HYPERLINK "',
        "$A_",
        "TBC ",
        "''",
        '"TBC ',
        "[",
        "{",
        "~~a",
        "==a",
        "«",
        "(insert ",
        "Error! Not a ",
        "xx/",
    ):
        assert len(find(sign * 30_000)) < 3
