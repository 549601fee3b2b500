"""Remedies for numbers of a policy's own: whoever follows them has no finding left."""

import re

import pytest
from builders import PATH, TODAY, load_project, make_text

from policybook.checks.rules import own_numbers
from policybook.model import Finding, Severity


def find(body: str) -> list[Finding]:
    library = load_project({PATH: make_text(body, numbering="own")}).library
    unique = own_numbers.own_numbers_are_unique(library, TODAY)
    return [*unique, *own_numbers.own_numbers_are_read(library, TODAY)]


@pytest.mark.parametrize(
    ("body", "line", "example"),
    [
        ("## A. Aims\n\nA1 Go.\n\n## B. Rules\n\nB.1 Sit.\n", "A1 Go.", "A.1"),
        ("## A. Aims\n\n4.2 Go.\n\n## B. Rules\n\nSit.\n", "4.2 Go.", "A.1"),
        ("## A. Aims\n\nB.1 Go.\n\n## B. Rules\n\nB.1 Sit.\n\nWe.\n", "B.1 Sit.", "B.1"),
        ("## Aims\n\nGo.\n", "Go.", "1.1"),
        ("## 7. Aims\n\n(7.1) Go.\n", "(7.1) Go.", "7.1"),
        ("## Appendix C: Aims\n\nC1. Go.\n", "C1. Go.", "C.1"),
    ],
)
def test_remedy_works(body: str, line: str, example: str) -> None:
    remedy = find(body)[0].remedy
    assert f"`{example} Staff must ask.`" in remedy
    words = re.sub(r"^\S+ (?=\w)", "", line)
    mended = body.replace(line, f"{example} {words}").replace("B.1 Go.", "A.1 Go.")
    assert find(mended) == []


def test_figures_count_in_each_lettered_section() -> None:
    body = "## A. Aims\n\n1 Go.\n\n2 Sit.\n\n## B. Rules\n\n1 Run.\n\n2 See rule A.1.\n"
    assert find(body) == []


SECTIONS = "## 1. Aims\n\n1.1 Be kind.\n\n## 2. Rules\n\n2.1 Walk.\n\n"


def test_appendix_may_count_again() -> None:
    (finding,) = find(f"{SECTIONS}## Appendix A: Signs\n\n2.1 Keep left.\n")
    assert finding.severity is Severity.WARNING
    assert "counts again in “Appendix A: Signs”" in finding.remedy


def test_number_in_its_section_is_there_once() -> None:
    (finding,) = find(f"{SECTIONS}2.1 Keep left.\n")
    assert finding.severity is Severity.ERROR
