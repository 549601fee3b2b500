"""Operators of a page's content, and the end of the budget."""

import pytest

from policybook.word.incoming.pdf.operators import PdfBudget, PdfBudgetError, read_operators


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"1 0 0 -1.5 .5 +2 cm", [("cm", [1, 0, 0, -1.5, 0.5, 2])]),
        (b"/P<</MCID 3/Lang(en)>>BDC", [("BDC", ["/P", {"/MCID": 3, "/Lang": b"en"}])]),
        (b"/List#20Item BMC", [("BMC", ["/List Item"])]),
        (b"[(a\\)b)-20<4 1>]TJ", [("TJ", [[b"a)b", -20, b"A"]])]),
        (b"(x(y)\\101\\\n\\n)'", [("'", [b"x(y)A\n"])]),
        (b"% words\nT* T*", [("T*", []), ("T*", [])]),
        (b"BI /W 1 ID \x00EI(\xff EI Q", [("BI", []), ("ID", ["/W", 1]), ("Q", [])]),
        (b") ] >> } q (never ends", [("q", [])]),
    ],
)
def test_operators(content: bytes, expected: list[tuple[str, list[object]]]) -> None:
    assert list(read_operators(content, PdfBudget())) == expected


def test_budget_ends() -> None:
    with pytest.raises(PdfBudgetError):
        list(read_operators(b"q " * 100, PdfBudget(tokens=50)))
