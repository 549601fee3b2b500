"""A citation in words."""

import pytest

from policybook.analysis import law
from policybook.analysis.law import notes
from policybook.analysis.law.types import LawKind

from .cited_texts import list_cites


def test_unknown_old_edition_is_at_least() -> None:
    assert "at least 12 editions behind" in law.describe(list_cites("Read KCSIE 2012.")[0])


@pytest.mark.parametrize(
    ("body", "summary", "description", "out_of_date"),
    [
        (
            "We use Twitter.",
            "“Twitter” is now called X",
            "“Twitter” has been called X since 23 July 2023",
            True,
        ),
        (
            "Read KCSIE 2019.",
            "“KCSIE 2019” is not the edition in force",
            "“KCSIE 2019” is 7 editions behind: the edition of 2026 has been in force "
            "since 1 September 2026 (source for that one not checked)",
            True,
        ),
        (
            "Read KCSIE 2025.",
            "“KCSIE 2025” is not the edition in force",
            "“KCSIE 2025” is 1 edition behind: the edition of 2026 has been in force "
            "since 1 September 2026 (source for that one not checked)",
            False,  # nobody has read the source of the newer edition
        ),
    ],
)
def test_citation_is_described(
    body: str, summary: str, description: str, out_of_date: bool
) -> None:
    (cite,) = list_cites(body)
    assert (law.summarise(cite), law.describe(cite)) == (summary, description)
    assert law.is_out_of_date(cite) is out_of_date
    assert notes.is_recalled(cite) is not out_of_date
    assert law.origin(cite).words in law.source(cite)


KINDS = [
    ("replaced", "was replaced by the Green Form", "was replaced in 2018 by the Green Form", True),
    ("renamed", "is now called the Green Form", "has been called the Green Form since 2018", True),
    ("changed", "is out of date", "is out of date: the Green Form", True),
    ("amended", "has been amended", "has been amended: the Green Form", False),
    (
        "watch",
        ": the law on this may change",
        ": the law on this may change (the Green Form)",
        False,
    ),
]


@pytest.mark.parametrize(("kind", "summary", "description", "out_of_date"), KINDS)
def test_each_kind_has_its_words(
    kind: str, summary: str, description: str, out_of_date: bool
) -> None:
    row = (
        f"rows:\n  - old: [Blue Form]\n    kind: {kind}\n    new: the Green Form\n    since: 2018\n"
    )
    source = "    source: the office\n    checked: 2026-10\n    confidence: S\n"
    (cite,) = list_cites("Use the Blue Form.", rows=row + source)
    assert law.summarise(cite) == f"“Blue Form”{'' if summary[0] == ':' else ' '}{summary}"
    assert law.describe(cite) == f"“Blue Form”{'' if description[0] == ':' else ' '}{description}"
    assert law.is_out_of_date(cite) is out_of_date
    assert law.source(cite) == "Source: the office; checked October 2026."


def test_long_new_name_is_left_out() -> None:
    row = f"rows:\n  - old: [Blue Form]\n    kind: renamed\n    new: {'the very long form ' * 4}\n"
    source = "    since: 2018\n    source: the office\n    checked: 2026-10\n    confidence: S\n"
    (cite,) = list_cites("Use the Blue Form.", rows=row + source)
    assert law.summarise(cite) == "“Blue Form” is out of date"


def test_every_kind_has_a_row() -> None:
    assert sorted(row[0] for row in KINDS) == sorted(LawKind)


@pytest.mark.parametrize(
    ("is_fixed", "words"),
    [(True, "The approved text stays as it is"), (False, "before the text is approved")],
)
def test_remedy_spares_approved_text(is_fixed: bool, words: str) -> None:
    (cite,) = list_cites("We use Twitter.")
    remedy = law.remedy(cite, is_fixed)
    assert words in remedy and law.source(cite) in remedy
