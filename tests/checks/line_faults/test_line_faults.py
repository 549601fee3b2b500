"""Each line became what it looks like, or has a fault that says so."""

import pytest
from builders import load_version, make_approved_text

from policybook.checks import line_faults
from policybook.reading.texts import text_outline

#: A text; the line of each fault, from 1, with its code.
FAULTS = [
    # a number at the start of a line
    ("The panel meets within\n\n15. school days.", [(3, "start-of-line")]),
    ("Within\n\n15) days of it.", [(3, "start-of-line")]),
    ("It closed in\n\n1999. Then it reopened.", [(3, "start-of-line")]),
    ("1. Ask.\n2. Wait.\n\n15. school days later.", [(4, "list-start")]),
    ("1. Ask.\n2. Wait.", []),
    ("1. Ask.\n1. Wait.\n1. Go.", [(1, "list-start")]),  # the page shows no equal numbers
    ("15\\. school days", []),
    # a sign at the start of a line
    ("> 5 pupils may go.", [(1, "start-of-line")]),
    ("> “5 pupils may go.”", []),
    ("The freezer is at\n- 18 degrees.", [(2, "start-of-line")]),
    ("Bring:\n- 2 pens\n- 3 books", []),
    ("Add\n+ 2 pens.", [(2, "start-of-line")]),
    ("Fees* are due.\n\n* Terms apply.", [(3, "start-of-line")]),
    ("| a | b |\n|---|---|\n| c | no `x`* |\n\n* See d.", [(5, "start-of-line")]),
    ("Costs (all)*, and more.\n\n* Terms apply.", [(3, "start-of-line")]),
    ("* Be kind.\n* Be fair*.", []),
    ("Dishes marked with\n* contain nuts.", [(2, "start-of-line")]),
    ("Puddings with\n* are made without milk.", [(2, "start-of-line")]),
    ("Bring:\n* a coat", []),
    ("The rules are\n* be kind\n* be fair", []),
    ("The charge is fixed in section\n1. It is paid in May.", [(2, "start-of-line")]),
    ("See page\n7. Then go on.", []),
    ("Ask for it.\n1. Sign the form.", []),
    # a lone item that is a note, or goes on with a sentence
    ("Meals cost £2.\n\n* see the note.", [(3, "start-of-line")]),
    ("A coat is worn*\n\n* except in June\n* except in July", [(3, "start-of-line")]),
    ("| a* | b |\n|---|---|\n| c | d |\n\n* Paid first.", [(5, "start-of-line")]),
    ("Fees are due.\n\n- refunds are rare.", [(3, "start-of-line")]),
    ("Ages are shown.\n\n+ means over.", [(3, "start-of-line")]),
    ("It opens at 9.\n\n> half past in June.", [(3, "start-of-line")]),
    ("Fees are due.\n\n- Refunds are rare.", []),
    ("Be *kind*.\n\n* Go.\n\nOr:\n\n* Stay.\n* Wait.", []),
    ("One.\n\n* Go.\n\nTwo.\n\n* Stay.", []),
    ("One.\n\n- [ ] I agree", []),
    ("Bring:\n\n* a coat", []),
    ("Do this.\n\n- one\n+ two", []),
    ("OR\n\n* as agreed", []),
    # dashes that may only divide
    ("Regards\n--\nMrs J Smith", [(1, "accidental-heading")]),
    ("Fees are due in May\n-\n£5 each", [(1, "accidental-heading")]),
    ("Staff tell the head\n---\nThe head decides", [(1, "accidental-heading")]),
    ("Purpose\n---\n\nBe kind.", []),
    ("Our aims\n--------\nBe kind.", []),
    ("Mrs J Smith\nHeadteacher\n--\nHill Top School", [(1, "accidental-heading")]),
    ("Approved by governors\n----\nNext review 2027", [(1, "accidental-heading")]),
    ("Sign here\n------------\nDate", [(1, "accidental-heading")]),
    ("Sign in\n-------\n\nVisitors sign in.", []),
    ("Date of review\n--------------\n\nMay.", []),
    # minus signs that hide each other, and a key of signs
    ("It is kept between\n- 18 and\n- 22 degrees.", [(2, "start-of-line")]),
    ("- It is kept between\n- 18 and\n- 22 degrees.", [(2, "start-of-line")]),
    ("The range runs\n- 3 to\n- 1.", [(2, "start-of-line"), (3, "start-of-line")]),
    ("- Bring a pen and\n- 2 books", []),
    ("* 30 days after it begins,\n* 30 days after it ends", []),
    # inside a quotation
    ("> It is between\n> - 18 and\n> - 22 degrees.", [(2, "start-of-line")]),
    ("> • Staff:\n> o sign", [(1, "typed-bullet"), (2, "typed-bullet")]),
    ("- Rules:\n  > • a\n  > • b", [(2, "typed-bullet"), (3, "typed-bullet")]),
    ("> Be kind.\n> – The head", []),
    ("> Staff:\n>\n> - sign\n> - lock", []),
    ("* = absent\n+ = here", [(1, "start-of-line"), (2, "start-of-line")]),
    ("- : late", [(1, "start-of-line")]),
    ("> = more than", [(1, "start-of-line")]),
    ("+ means late", [(1, "start-of-line")]),
    ("+ good\n- poor\n* see me", [(n, "start-of-line") for n in (1, 2, 3)]),
    ("* absent\n+ present", [(1, "start-of-line"), (2, "start-of-line")]),
    ("* – absent\n+ – present", [(1, "start-of-line"), (2, "start-of-line")]),
    ("+ is for late.\n- is for here.", [(1, "start-of-line"), (2, "start-of-line")]),
    ("+ stands for a merit", [(1, "start-of-line")]),
    ("* denotes late", [(1, "start-of-line")]),
    ("In the register:\n- absent\n+ here", [(2, "start-of-line"), (3, "start-of-line")]),
    ("Bring:\n\n* a coat\n\n+ a hat", []),
    ("- means of escape\n- exits", []),
    ("The room:\n- is for staff", []),
    ("- – sign\n- – lock", []),
    ("- one\n  * two\n    + three", []),
    ("- Term: what it means", []),
    # a sign that makes a definition
    ("Lunch lasts an hour.\n\n~ 45 minutes in June.", [(3, "start-of-line")]),
    ("The walk takes\n~ 20 minutes.", [(2, "start-of-line")]),
    ("The times are\n: nine to ten.", [(2, "start-of-line")]),
    ("The hall holds many.\n\n: 300 at most.", [(3, "start-of-line")]),
    ("The small hall\n: 300 at most.", [(2, "start-of-line")]),
    ("Times:\n~ 6 pm", [(2, "start-of-line")]),
    ("- lunch\n  ~ 45 minutes", [(2, "start-of-line")]),
    ("> Lunch\n> ~ 45 minutes", [(2, "start-of-line")]),
    ("Pupil\n: a child on the roll", []),
    ("Pupil\n:a child on the roll", [(2, "joined-line")]),
    ("Be calm.\n:smile: Go.", []),
    ("Pupil\n\n: a child\n: a young person", []),
    ("Lunch\n: 12.30 to 1.15", []),
    ("About \\~ 45 minutes.\n\n| Room |\n|---|\n| ~ 300 |", []),
    # lines that count, in one paragraph
    ("Staff:\n(1) lock;\n(2) go.", [(2, "joined-line")]),
    ("(1) Lock.\n(2) Go.", [(2, "joined-line")]),
    ("1 lock;\n2 go.", [(2, "joined-line")]),
    ("[a] lock;\n[b] go.", [(2, "joined-line")]),
    ("a: lock;\nb: go.", [(2, "joined-line")]),
    ("1.1. lock;\n1.2. go.", [(2, "joined-line")]),
    ("1/ lock;\n2/ go.", [(2, "joined-line")]),
    ("1- lock;\n2- go.", [(2, "joined-line")]),
    ("a. lock;\nb) wait;\n(c) go.", [(2, "joined-line")]),
    ("i) lock;\n(ii) go.", [(2, "joined-line")]),
    ("1st: lock.\n2nd: go.", [(2, "joined-line")]),
    ("Year 1: read.\nYear 2: write.", [(2, "joined-line")]),
    ("- One\n  (1) lock\n  (2) go", [(2, "joined-line")]),
    ("a) lock\nb) go", []),  # the check of letters names them
    ("Years\n1 and 2 and\n3 go.", []),
    ("Read (a) of rule\n(b) again.", []),
    ("There are\n2 classes and\n3 rooms.", []),
    ("J. Smith and\nK. Brown go.", []),
    # a number with another sign
    ("1) one;\n2) two;\n3. three.", [(3, "list-start")]),
    ("Do:\n\n1) One.\n2) Two.\n\n1. One.", []),
    # a lone letter, or the name of a part, in the middle of a paragraph
    ("Keep shut.\nb) Lock at 9 each day.", [(2, "joined-line")]),
    ("Keep shut.\n(ii) Lock at 9 each day.", [(2, "joined-line")]),
    ("Choose plan\nb) Gold or silver.", []),
    ("Keep shut.\na) Lock.\nb) Open.", []),
    ("Keep shut.\nSection 4: Gates\nWe lock them.", [(2, "typed-heading")]),
    ("Appendix A – Forms\nThe form is here.", [(1, "typed-heading")]),
    ("Schedule 2", [(1, "typed-heading")]),
    ("__ out of __", []),
    ("Read section 4 of\nPart 2 and keep it.", []),
    ("Step 1: Ask.\nStep 2: Tell.", [(2, "joined-line")]),
    ("Step 1: Ask.\nThen tell.", []),
    ("1. Meet.\n\n2. As the Act says.\n\n    Notice\n    ======", [(6, "typed-heading")]),
    ("- Pen.\n\n  Money\n  -----\n\n  Pay.", [(4, "typed-heading")]),
    ("1. Pen\n   Money\n   -----\n   Pay.", [(3, "typed-heading")]),
    ("- Pen.\n\n  ---\n\n  Pay.", []),
    ("Notice\n======", []),
    ("The cost is #REF! now.\n\n#N/A", []),
    ("Part 2 of the Act applies.", []),
    ("Section 4 is about gates.", []),
    # other spaces, signs and figures
    ("##\u00a0Trips", [(1, "typed-heading")]),
    ("＃＃ Trips", [(1, "typed-heading")]),
    ("- ## Trips\n- Go.", [(1, "typed-heading")]),
    ("1. ### Trips\n2. Go.", [(1, "typed-heading")]),
    ("> - ## Trips\n> - Go.", [(1, "typed-heading")]),
    ("- #MeToo\n- \\## Trips\n- `## Trips`", []),
    # a numbered heading that became an item
    ("3. Religious dress\n\nThe head may agree.", [(1, "typed-heading")]),
    ("4. Cost\nWe keep it low.", [(1, "typed-heading"), (2, "joined-line")]),
    ("1. Uniform\n\nWear it.\n\n2. Cost\n\nPay it.", [(1, "typed-heading"), (5, "typed-heading")]),
    ("1. Ask the teacher.\n\nThen wait.", []),
    ("1. Bring:\n\nThis and that.", []),
    ("1. Bring a coat\n2. Bring a hat\n\nThen go.", []),
    ("1. Bring a coat\n\n   It may rain.", []),
    ("> 1. Religious dress\n>\n> The head may agree.", []),
    ("#MeToo is a movement that everyone in the school should know.", []),
    ("-\u202fBring a coat.", [(1, "typed-bullet")]),
    ("⁃ a coat", [(1, "typed-bullet")]),
    ("\uf0d8\ta coat", [(1, "typed-bullet")]),
    ("§\ta coat", [(1, "typed-bullet")]),
    ("–\ta coat", [(1, "typed-bullet")]),
    ("Ø\ta coat", [(1, "typed-bullet")]),
    ("• a coat\n— a hat", [(1, "typed-bullet"), (2, "typed-bullet")]),
    ("Bring\n＊ a coat", [(2, "typed-bullet")]),
    ("§ 5 of the Act applies.", []),
    ("Ring:\n\no the bell\no the head", [(3, "typed-bullet"), (4, "typed-bullet")]),
    ("1. Ring:\no the bell\no the head", [(2, "typed-bullet"), (3, "typed-bullet")]),
    ("Be in at eight\no clock.", []),
    ("- one\n*two\n+three\n-four", [(n, "typed-bullet") for n in (2, 3, 4)]),
    ("+seven\n+eight", [(1, "typed-bullet"), (2, "typed-bullet")]),
    ("Kit that is starred\n*must be labelled.", []),
    ("\u200b- Bring it.", [(1, "typed-bullet")]),
    ("１．Sign.\n２．Pay.", [(1, "typed-number"), (2, "typed-number")]),
    # lines that look empty
    ("A one.\n\u00a0\nB two.", [(2, "joined-line")]),
    ("A one.\n\u200b\nB two.", [(2, "joined-line")]),
    ("- a\n\u00a0\n- b", []),
    # a line of dashes
    ("Be kind to all.\n---", [(1, "accidental-heading")]),
    ("Purpose\n---", []),
    ("Uniform\n-------\nWear it.", []),
    ("Regards\n--\nMrs J Smith", [(1, "accidental-heading")]),
    ("Fees are due in May\n-\n£5 each", [(1, "accidental-heading")]),
    ("Staff tell the head\n---\nThe head decides", [(1, "accidental-heading")]),
    ("Staff tell the head\n---\n\nThe head decides", [(1, "accidental-heading")]),
    ("Staff tell\nthe head\n----------\nShe decides", [(1, "accidental-heading")]),
    (f"Parents pay\n{'-' * 40}\nStaff ask", [(1, "accidental-heading")]),
    ("see below\n---------\nText", [(1, "accidental-heading")]),
    ("> Regards\n> --\n> J Smith", [(1, "accidental-heading")]),
    ("Bring:\n---\ncoats", [(1, "accidental-heading")]),
    ("Total\n=\n5", [(1, "accidental-heading")]),
    ("Be kind.\n\n---", []),
    # items inside an item that has to be set in; signs before bold words; pictured signs
    ("1. One\n  - two\n    - three", [(2, "list-indent"), (3, "list-indent")]),
    ("- One\n-**Two**\n-*three*", [(2, "typed-bullet"), (3, "typed-bullet")]),
    ("👉 a coat\n👉 a hat", [(1, "typed-bullet"), (2, "typed-bullet")]),
    ("→ Go\n→ Stop", [(1, "typed-bullet"), (2, "typed-bullet")]),
    ("☎ 01234\n✉ office", []),
    # lists that start late, or inside another
    ("The steps are:\n2. Tell.\n3. Ask.", [(2, "joined-line"), (3, "joined-line")]),
    ("In the year\n1986. a law was made.", []),
    ("One of these:\n\n2. Tell.\n3. Ask.", [(3, "list-start")]),
    ("After that:\n\n5. Go home.", [(3, "list-start")]),
    ("1. One.\n\nText.\n\n2. Two.\n3. Three.", []),
    ("1. Tell.\n  - by phone\n2. Go.", [(2, "list-indent")]),
    ("1. Tell.\n   - by phone", []),
    ("1. Tell:\n- him\n- her\n2. Go.", [(2, "list-indent"), (3, "list-indent")]),
    ("1. Tell.\n- him\n2. Go.", []),
    # lines that ran on
    ("- safe\nParents may:\n- see", [(2, "joined-line")]),
    ("- a long item of more than sixty characters, which somebody\nwrapped", []),
    ("- lock\n- shut the window\nand go home.", [(3, "joined-line")]),
    ("- a coat\nor a jacket\n- a cap", [(2, "joined-line")]),
    ("- a coat\n  or a jacket\n- a cap", []),
    ("| a | b |\n|---|---|\n| c | d |\nParents may.", [(4, "joined-line")]),
    ("1. Purpose\n1.1 We work.", [(1, "typed-heading"), (2, "joined-line")]),
    ("It takes\n2.5 hours.", []),
    # code
    ("```\na", [(1, "unclosed-fence")]),
    ("```\na\n```", []),
    ("See:\n\n    • a\n    • b", [(3, "typed-bullet"), (4, "typed-bullet")]),
    ("See:\n\n    some code", [(3, "indented")]),
]


@pytest.mark.parametrize(("body", "expected"), FAULTS)
def test_lines_are_compared_with_their_blocks(body: str, expected: list[tuple[int, str]]) -> None:
    faults = line_faults.find_faults(text_outline.parse(body), body, 1)
    assert [(fault.line, fault.code) for fault in faults] == expected


def test_swallowed_sentence_is_a_hint() -> None:
    body = "- Be safe.\nParents are told."
    (fault,) = line_faults.find_faults(text_outline.parse(body), body, 1)
    assert str(fault.severity) == "note"


def test_appendix_keeps_its_name() -> None:
    titles = ("Appendix A: Gates", "Annex B Forms", "Schedule 2 – Maps", "Section 4: Gates")
    for title, heading in zip(
        titles, ("Appendix A: Gates", "Annex B: Forms", "Schedule 2: Maps", "Gates"), strict=True
    ):
        body = f"The gate is shut.\n{title}\nWe lock it."
        (fault,) = line_faults.find_faults(text_outline.parse(body), body, 1)
        assert f"write `## {heading}`" in fault.remedy


def test_note_below_own_number_is_asked_about() -> None:
    body = "## 1. Fees\n\n1.1 Milk is free.\n\n* under fives only\n\n1.2 Bring:\n\n- a coat."
    version = load_version(make_approved_text(body=body, numbering="own"))
    (fault,) = line_faults.find_faults(version, version.text, version.body_line)
    line = version.text.split("\n")[fault.line - version.body_line]
    assert (line, fault.code) == ("* under fives only", "start-of-line")


def test_staircase_names_the_spaces_of_each_step() -> None:
    body = "- a\n - b\n  - c\n   - d"
    faults = line_faults.find_faults(text_outline.parse(body), body, 1)
    assert [fault.remedy[:20] for fault in faults] == [f"Set it in by {n} space" for n in (2, 4, 6)]


def test_slip_of_one_space_is_asked_about() -> None:
    body = "- a coat\n - a hat"
    (fault,) = line_faults.find_faults(text_outline.parse(body), body, 1)
    assert (fault.code, str(fault.severity), fault.edit) == ("list-indent", "warning", None)
