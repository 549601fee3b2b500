"""Each line became what it looks like, or has a fault that says so."""

import pytest

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
    # a lone letter, or the name of a part, in the middle of a paragraph
    ("Keep shut.\nb) Lock at 9 each day.", [(2, "joined-line")]),
    ("Keep shut.\n(ii) Lock at 9 each day.", [(2, "joined-line")]),
    ("Choose plan\nb) Gold or silver.", []),
    ("Keep shut.\na) Lock.\nb) Open.", []),
    ("Keep shut.\nSection 4: Gates\nWe lock them.", [(2, "typed-heading")]),
    ("Appendix A – Forms\nThe form is here.", [(1, "typed-heading")]),
    ("Schedule 2", [(1, "typed-heading")]),
    ("Read section 4 of\nPart 2 and keep it.", []),
    ("Step 1: Ask.\nStep 2: Tell.", [(2, "joined-line")]),
    ("Step 1: Ask.\nThen tell.", []),
    ("1. Meet.\n\n2. As the Act says.\n\n    Notice\n    ======", [(6, "typed-heading")]),
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
    ("\u200b- Bring it.", [(1, "typed-bullet")]),
    ("１．Sign.\n２．Pay.", [(1, "typed-number"), (2, "typed-number")]),
    # lines that look empty
    ("A one.\n\u00a0\nB two.", [(2, "joined-line")]),
    ("A one.\n\u200b\nB two.", [(2, "joined-line")]),
    ("- a\n\u00a0\n- b", []),
    # a line of dashes
    ("Be kind to all.\n---", [(1, "accidental-heading")]),
    ("Purpose\n---", []),
    ("Be kind.\n\n---", []),
    # lists that start late, or inside another
    ("The steps are:\n2. Tell.\n3. Ask.", [(2, "joined-line"), (3, "joined-line")]),
    ("In the year\n1986. a law was made.", []),
    ("One of these:\n\n2. Tell.\n3. Ask.", [(3, "list-start")]),
    ("After that:\n\n5. Go home.", [(3, "list-start")]),
    ("1. One.\n\nText.\n\n2. Two.\n3. Three.", []),
    ("1. Tell.\n  - by phone\n2. Go.", [(2, "list-indent")]),
    ("1. Tell.\n   - by phone", []),
    # lines that ran on
    ("- safe\nParents may:\n- see", [(2, "joined-line")]),
    ("- a long item of more than sixty characters, which somebody\nwrapped", []),
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
