"""Every finding code has a rule, and its help; no list of them can fall behind."""

import re
from pathlib import Path

import pytest
from builders import PATH, TODAY, list_documents, make_sources, make_text, read_case
from codes_in_source import list_codes

from policybook.checks import CHECKS, catalogue
from policybook.checks.catalogue import split_docstring
from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings
from tests.checks.test_checks import CheckDocument, parse_modules, read_codes

ROOT = Path(__file__).parents[2]
ALL_CODES = {rule.code for rule in catalogue.list_rules()}


def test_every_source_code_has_a_rule() -> None:
    codes = {code for tree in parse_modules() for code in read_codes(tree)}
    assert len(codes) > 60
    missing = sorted(
        code for code in codes if not any(re.fullmatch(code, rule_code) for rule_code in ALL_CODES)
    )
    assert missing == [], (
        "a check's docstring, or a row in policybook/checks/catalogue/, has to say what it means"
    )
    assert (
        sorted(
            rule_code
            for rule_code in ALL_CODES
            if not any(re.fullmatch(code, rule_code) for code in codes)
        )
        == []
    )


@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_every_finding_has_a_rule(check_document: CheckDocument, document: Path) -> None:
    assert {f.code for f in check_document(document)[1]} <= ALL_CODES


@pytest.mark.parametrize("rule", catalogue.list_rules(), ids=lambda r: r.code)
def test_rule_is_complete(rule: catalogue.Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    for words in (rule.says, rule.bad, rule.good, rule.remedy):
        assert words
        assert words.count("`") % 2 == 0
        assert "\n" not in words
    assert rule.says.endswith(".")
    assert rule.remedy.endswith(".")
    assert not rule.protects.endswith(".")
    assert rule.family.title
    assert re.fullmatch(r"[a-z-]+", rule.family.name)


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.__name__)
def test_docstring_names_codes_of_source(check) -> None:  # type: ignore[no-untyped-def]
    named = tuple(rule.code for rule in catalogue.read_rules((check,)))
    computed = {"reviews_are_up_to_date": ("review-due", "review-overdue")}
    assert named == computed.get(check.__name__, list_codes(check))
    assert named or check.__name__ == "approved_versions_are_recorded"  # the record finds them


def test_codes_come_from_called_functions() -> None:
    by_name = {check.__name__: list_codes(check) for check in CHECKS}
    assert by_name["lists_and_headings_are_marked"] == ("typed-bullet", "typed-heading")
    assert by_name["numbers_are_not_typed"] == ("typed-number",)
    assert by_name["markup_is_plain_markdown"] == ("foreign-markup",)
    assert by_name["text_is_not_empty"] == ("empty-text", "empty-heading", "empty-section")


def test_docstring_splits_into_parts() -> None:
    says, parts = split_docstring(
        "A rule\nover two lines.\n\nBad: `x`,\n  and y.\nGood: `z`.\nProtects: words.\n"
    )
    assert says == "A rule over two lines."
    assert parts == {"Bad": "`x`, and y.", "Good": "`z`.", "Protects": "words."}


def test_family_has_one_page() -> None:
    names = [family.name for family, _ in catalogue.group_by_family()]
    assert len(names) == len(set(names)) > 10
    assert {rule.code for _, hits in catalogue.group_by_family() for rule in hits} == ALL_CODES


@pytest.mark.parametrize(
    "family", tuple(catalogue.group_by_family()), ids=lambda pair: pair[0].name
)
def test_family_has_a_failing_document(
    family: tuple[catalogue.Family, tuple[catalogue.Rule, ...]],
) -> None:
    """Prove that documents in tests/xfail cover each family, instead of a test file for each."""
    codes = {rule.code for rule in family[1]}
    shown = (read_case(document).finds or "" for document in list_documents("xfail"))
    assert any(f"[{code}]" in findings for findings in shown for code in codes)


def test_help_has_every_code() -> None:
    from bs4 import BeautifulSoup

    website = build.build(
        make_sources({PATH: make_text()}), read_templates(ROOT), TODAY, Settings(pdf=False)
    )
    pages = {
        a.path: BeautifulSoup(a.data, "html.parser")
        for a in website.files()
        if a.path.startswith("help/checks/")
    }
    listed = {
        str(a["href"]) for a in pages["help/checks/index.html"].select(".pb-body a[href*='/#']")
    }
    for rule in catalogue.list_rules():
        address, _, code = addresses.rule(rule.family.name, rule.code).partition("#")
        place = pages[f"{address}index.html"].select_one(f"h2 > #{code}")
        assert place is not None, code
        shown_text = place.find_parent("section").get_text(" ")  # type: ignore[union-attr]
        for words in (rule.says, rule.bad, rule.good, rule.remedy):
            assert "".join(words.replace("`", "").split()) in "".join(shown_text.split())
        assert f"../../help/checks/{rule.family.name}/#{code}" in listed
    assert len(listed) == len(ALL_CODES)


def test_help_shows_changed_level() -> None:
    school = "checks:\n  typed-number:\n    level: note\n    reason: The <old> numbers.\n"
    website = build.build(
        make_sources({PATH: make_text(), layout.SCHOOL: school}),
        read_templates(ROOT),
        TODAY,
        Settings(pdf=False),
    )
    page = next(
        a.data.decode() for a in website.files() if a.path == "help/checks/pasted/index.html"
    )
    assert "Here <code>typed-number</code> counts as a note: The &lt;old&gt; numbers." in page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("typed-bulet", "typed-bullet"),
        ("[typed_number]", "typed-number"),
        ("bullet", "typed-bullet"),
        ("Review due", "review-due"),
        ("zzzz", None),
    ],
)
def test_unknown_code_suggests_similar_codes(typed: str, meant: str | None) -> None:
    near = catalogue.suggest_codes(typed)
    assert (near[:1] == (meant,)) if meant else near == ()
    assert len(near) <= 3
