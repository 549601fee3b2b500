"""Every rule: documents that hold what they must find (`xfail`), documents that raise nothing (`xpass`)."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import (
    BODY,
    PATH,
    TODAY,
    list_documents,
    list_findings,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
    read_case,
)

from policybook.model.findings import Finding
from policybook.reading.files.layout import RECORD

PACKAGE = Path(__file__).parents[2] / "policybook"
#: They are tested by their own suites, or find no fault with what an author wrote.
OTHER_PACKAGES = {
    "outputs",
    "publish",
    "redline",
    "rules",
    "typeset",
    "cli.py",
    "commands",
    "plugin.py",
}


CheckDocument = Callable[[Path], tuple[Path, list[Finding]]]


@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_document_finds_its_findings(check_document: CheckDocument, document: Path) -> None:
    _, hits = check_document(document)
    assert "\n".join(str(f).split("\n")[0] for f in hits) + "\n" == read_case(document).finds
    code = re.match(r"[a-z-]+", document.stem)
    assert code and any(code[0].startswith(f.code) for f in hits), (
        f"{document.name} is not named after what it finds"
    )


@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_finding_has_line_and_remedy(check_document: CheckDocument, document: Path) -> None:
    folder, hits = check_document(document)
    for finding in hits:
        file = folder / finding.path
        last = len(re.findall(rb"\r\n|\r|\n", file.read_bytes())) + 1 if file.is_file() else 1
        assert 1 <= finding.line <= last
        assert finding.remedy.rstrip().endswith((".", "?", "NEW")) or "policybook" in finding.remedy
        assert not finding.message.endswith(".")


@pytest.mark.parametrize("document", list_documents("xpass"), ids=lambda p: p.stem)
def test_sound_document_finds_nothing(check_document: CheckDocument, document: Path) -> None:
    assert read_case(document).finds is None
    assert check_document(document)[1] == []


def test_recorded_text_keeps_its_form() -> None:
    body = (
        "BEHAVIOUR POLICY\n\nPage 1 of 3\n\n## Rules\n\n2. ROLES AND DUTIES The head asks.\n\na) "
        "ask\nb) wait\n\nSigned: ______\n\n"
        "Aims ........ 3\n\n" + "Hill View School\n\n" * 3
    )
    of_form = {
        "capital-heading",
        "repeated-title",
        "page-number",
        "repeated-line",
        "fill-in-line",
        "typed-contents",
        "typed-letter",
    }
    files: dict[str, str | bytes] = {PATH: make_approved_text(body)}
    assert of_form <= {f.code for f in list_findings(make_sources({PATH: make_text(body)}))}
    files[RECORD] = make_record(files)
    assert not of_form & {f.code for f in list_findings(make_sources(files))}


# ---------- every code has a document


def parse_modules() -> Iterator[ast.Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in OTHER_PACKAGES:
            yield ast.parse(path.read_text(encoding="utf-8"))


def read_codes(tree: ast.Module) -> Iterator[str]:
    """What is given for a parameter named `code`, anywhere; a pattern where a part of it is computed."""
    makers = ("finding_at_line", "finding_at_field", "report_warning", "report_note")
    places = dict.fromkeys(makers, 2)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            # `_warn = partial(finding_at_field, severity=…)`
            given = [a.id for a in node.value.args if isinstance(a, ast.Name) and a.id in places]
            places |= {
                t.id: places[g] for t in node.targets if isinstance(t, ast.Name) for g in given
            }
        if isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args]
            if "code" in names:
                places[node.name] = names.index("code")
                for name, value in zip(reversed(names), reversed(node.args.defaults), strict=False):
                    yield from read_patterns(value) if name == "code" else ()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (p for k in node.keywords if k.arg == "code" for p in read_patterns(k.value))
            index = places.get(node.func.id, 1000) if isinstance(node.func, ast.Name) else 1000
            if isinstance(node.func, ast.Attribute):
                index = places.get(node.func.attr, 1001) - 1  # without `self`
            yield from (p for value in node.args[index : index + 1] for p in read_patterns(value))


def read_patterns(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        yield "".join(str(v.value) if isinstance(v, ast.Constant) else ".+" for v in value.values)


#: Findings of a file that a command is given. No check of the school's folder has them.
OF_COMMANDS = {"spreadsheet"}
#: Documents have no templates: tests/project/test_unused_templates.py has them.
OF_TEMPLATES = {"unused-template"}


def test_every_code_has_a_document() -> None:
    codes = {code for tree in parse_modules() for code in read_codes(tree)}
    codes -= OF_COMMANDS | OF_TEMPLATES
    assert {"review-.+", "approval-order", "field-value", "date", "file", "record"} <= codes
    shown = {
        c
        for p in list_documents("xfail")
        for c in re.findall(r"\[([a-z-]+)\]$", read_case(p).finds or "", re.MULTILINE)
    }
    assert sorted(c for c in codes if not any(re.fullmatch(c, s) for s in shown)) == []
    assert sorted(s for s in shown if not any(re.fullmatch(c, s) for c in codes)) == []


# ---------- what depends on the day, or on more than one document shows


def list_codes(files: dict[str, str], today: date = TODAY) -> set[str]:
    return {f.code for f in list_findings(make_sources(files), today)} - {"not-in-record"}


@pytest.mark.parametrize(
    ("today", "hits"),
    [
        (date(2027, 6, 1), set()),
        (date(2027, 6, 2), {"review-due"}),  # 90 days before
        (date(2027, 8, 31), {"review-due"}),
        (date(2027, 9, 1), {"review-overdue"}),
    ],
)
def test_review_is_due_90_days_before(today: date, hits: set[str]) -> None:
    assert list_codes({PATH: make_approved_text(review_year="2026/27")}, today) == hits


def test_school_sets_days_before_review() -> None:
    files = {
        PATH: make_approved_text(review_year="2026/27"),
        "docs/policies/school.yml": "review_warning_days: 5\n",
    }
    assert list_codes(files, date(2027, 8, 25)) == set()
    assert list_codes(files, date(2027, 8, 26)) == {"review-due"}


def test_only_text_in_force_needs_review() -> None:
    assert list_codes({PATH: make_text(review_year="2024/25")}) == set()
    assert (
        list_codes(
            {PATH: make_approved_text(effective_from="2027-01-01", review_year="2026/27")},
            date(2026, 12, 31),
        )
        == set()
    )


@pytest.mark.parametrize(
    ("approved_on", "today", "hits"),
    [
        ("2026-11-22", date(2026, 11, 22), set()),
        ("2026-11-23", date(2026, 11, 22), {"future-date"}),
        ("2026-11", date(2026, 11, 1), set()),
        ("2026-12", date(2026, 11, 30), {"future-date"}),
    ],
)
def test_future_approval_is_an_error(approved_on: str, today: date, hits: set[str]) -> None:
    assert list_codes({PATH: make_approved_text(approved_on=approved_on)}, today) == hits


def test_superseded_text_needs_no_new_section() -> None:
    required = "required_sections:\n  every_policy:\n    - Contact\n"
    later = make_approved_text(
        BODY + "\n## Contact\n\nRing us.\n", approved_on="2026-09-14", changes="Contact."
    )
    files = {
        PATH: make_approved_text(),
        PATH.replace("2025", "2026"): later,
        "docs/policies/school.yml": required,
    }
    assert list_codes(files) == set()
    assert list_codes(files, date(2026, 9, 13)) == {"required-section", "future-date"}


@pytest.mark.parametrize(
    "heading", ["Purpose", "PURPOSE", "  purpose:", "*Purpose*", "Purpose.", "Aims"]
)
def test_required_section_matches_by_words(heading: str) -> None:
    required = "required_sections:\n  behaviour:\n    - heading: Purpose\n      accept: [Aims]\n"
    files = {PATH: make_text(f"## {heading}\n\nBe kind.\n"), "docs/policies/school.yml": required}
    assert list_codes(files) == set()


@pytest.mark.parametrize(
    "line",
    [
        "Fewer than 3 < 5 pupils, and 7 > 6.",
        "See <https://www.gov.uk/> or <office@school.example>.",
        "Write `{{ name }}` or `<b>`.",
        "The mark is 80% {of all}.",
        "Use `--8<--` never.",
        "Pupils [see 1.1] must ^ask^.",
        "Between ~~ and ~~ is only a space.",
        "```\n<b>in a block of code</b>\n```",
    ],
)
def test_plain_words_are_not_markup(line: str) -> None:
    assert list_codes({PATH: make_text(f"## Rules\n\nBe kind.\n\n{line}\n")}) == set()


@pytest.mark.parametrize(
    ("table", "hits"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", set()),
        ("a | b\n---|---\n1 | 2", set()),
        ("| a | b |\n|---|---|\n| 1 |", set()),
        ("| a | b |\n|---|---|\n| 1 | 2 | |", set()),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", {"table-cells"}),
        ("a | b\n---|---\n1 | 2 | 3", {"table-cells"}),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |", {"table-cells"}),
        ("- x\n\n  | a | b |\n  |---|---|\n  | 1 | 2 | 3 |", {"table-cells"}),
        ("- | a | b |\n  |---|---|\n  | 1 | 2 |", set()),
        ("- | a | b |\n  |---|---|", {"table-header"}),
    ],
)
def test_table_words_are_not_lost(table: str, hits: set[str]) -> None:
    assert list_codes({PATH: make_text(f"## Rules\n\n{table}\n")}) == hits


def test_findings_are_sorted_by_file() -> None:
    other = PATH.replace("behaviour", "uniform")
    files = {
        other: make_text(status="aproved", review_by="soon"),
        PATH: make_text(title=None, body="##\n\nx\n"),
    }
    hits = list_findings(make_sources(files))
    assert [(f.path, f.line, f.code) for f in hits] == sorted(
        (f.path, f.line, f.code) for f in hits
    )
    assert [f.code for f in hits] == ["missing-field", "empty-heading", "field-value", "date"]


def test_broken_front_matter_still_checks_text() -> None:
    assert list_codes({PATH: make_text("## Rules\n\n<b>x</b>\n", title=None)}) == {
        "missing-field",
        "foreign-markup",
    }
