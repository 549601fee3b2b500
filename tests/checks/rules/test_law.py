"""Findings about law and names that are out of date."""

from datetime import date

from builders import (
    PATH,
    TODAY,
    list_findings,
    make_approved_text,
    make_sources,
    make_text,
)

from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout

ENGLAND = {layout.SCHOOL: "name: Hill View School\nnation: England\n"}


def test_recalled_newer_edition_is_a_note() -> None:
    citations = list_law_findings("Read KCSIE 2025.")
    assert [f.severity for f in citations] == [Severity.NOTE]
    assert "source for that one not checked" in citations[0].message


def list_law_findings(body: str, today: date = TODAY, **fields: str) -> list[Finding]:
    return [
        f
        for f in list_findings(
            make_sources({PATH: make_text(f"## Rules\n\n{body}\n", **fields), **ENGLAND}), today
        )
        if f.code == "law"
    ]


def test_only_a_read_source_warns() -> None:
    read, recalled = list_law_findings("We use Twitter.\nAsk the named Child Protection officer.")
    assert (read.severity, read.line) == (Severity.WARNING, 11)
    assert (recalled.severity, recalled.line) == (Severity.NOTE, 12)
    assert "source not checked" in recalled.message and "checked November 2026" in read.remedy


def test_approved_text_is_never_stopped() -> None:
    warnings = [
        f
        for f in list_findings(
            make_sources(
                {
                    PATH: make_approved_text(
                        "## Rules\n\nWe use Twitter and the Data Protection Act 1998.\n"
                    )
                }
            )
        )
        if f.code == "law"
    ]
    assert len(warnings) == 2
    assert {f.severity for f in warnings} <= {Severity.WARNING, Severity.NOTE}
    assert all("The approved text stays as it is" in f.remedy for f in warnings)


def test_old_texts_are_not_searched() -> None:
    later = make_approved_text("## Rules\n\nWe use X.\n", approved_on="2026-09-14", changes="X.")
    files = {
        PATH: make_approved_text("## Rules\n\nWe use Twitter.\n"),
        PATH.replace("2025", "2026"): later,
    }
    assert not [f for f in list_findings(make_sources(files)) if f.code == "law"]


def test_area_row_points_to_school_file() -> None:
    (finding,) = list_law_findings("Ask the Local Safeguarding Children Board.")
    assert "`id: lscb`" in finding.remedy and "docs/policies/law.yml" in finding.remedy
