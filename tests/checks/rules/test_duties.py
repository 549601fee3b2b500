"""Duties that name nobody."""

from builders import (
    PATH,
    list_findings,
    make_approved_text,
    make_sources,
    make_text,
)


def test_author_learns_of_duty_without_subject() -> None:
    body = "## Rules\n\nIt must be recorded.\n"
    assert [f.code for f in list_findings(make_sources({PATH: make_text(body)}))] == [
        "unclear-duty"
    ]
    assert "unclear-duty" not in {
        f.code for f in list_findings(make_sources({PATH: make_approved_text(body)}))
    }
