"""What any bytes may be given to, and what must hold whatever they are. Hypothesis (tests/test_fuzz.py) and atheris (fuzz/run.py) share it."""

import html
import re
from collections.abc import Callable, Iterable

from policybook import redline
from policybook.model import AcademicYear, Status, Version, VersionFacts
from policybook.model.findings import Finding
from policybook.reading import library, summaries
from policybook.reading.fields import front_matter
from policybook.reading.files import layout
from policybook.reading.record import approval_record
from policybook.reading.texts import clauses, markdown, text_outline
from policybook.site.render import inline_html
from policybook.site.render.inline_html import LinkTargets

PATH = "docs/policies/behaviour/2025-09.md"
SUMMARY = "docs/policies/behaviour/2025-09.parents.md"
_FACTS = VersionFacts(
    title="T", status=Status.DRAFT, owner="H", review_year=AcademicYear(start=2026), applies_to=()
)
_TAG = re.compile(r"</?(?:strong|em|code|br|a|img|span)(?: (?:href|src|alt|class)=\"[^\"<>]*\")*>")


def front_matter_block(data: bytes) -> None:
    """Facts, or faults with a line of the file and a remedy; never both and never neither."""
    text, _ = library.decode(data, PATH)
    facts, faults = front_matter.read(front_matter.split(text), PATH)
    assert (facts is None) == bool(faults)
    _sound(faults, text)
    if facts:
        assert facts.title.strip() and facts.owner.strip()


def body(data: bytes) -> None:
    """Numbered clauses with an id each, whose HTML holds nothing but the few tags that are ours."""
    text, _ = library.decode(data, PATH)
    outline = text_outline.parse(text)
    every = list(clauses.walk_sections(outline.sections))
    ids = [c.id for c in every] + [s.id for s in outline.sections]
    assert len(ids) == len(set(ids))
    last = text.count("\n") + 1
    places = LinkTargets(lambda target: target, lambda target: target)
    for clause in every:
        assert 1 <= clause.lines[0] <= last
        for inlines in (clause.inlines, *clause.cells):
            made = str(inline_html.html(inlines, places))
            assert "<" not in _TAG.sub("", made)
            if "<img" not in made and "<br>" not in made and "pb-gap" not in made:
                assert html.unescape(_TAG.sub("", made)) == markdown.plain_text(inlines)


def summary(data: bytes) -> None:
    """Statements and faults, each at a line of the file; a summary without a fault has statements that cite."""
    text, _ = library.decode(data, SUMMARY)
    made, faults = summaries.read(text, SUMMARY, layout.classify(SUMMARY))
    _sound(faults, text)
    statements = [s for g in made.groups for s in g.statements]
    assert faults or statements
    assert all(1 <= s.line <= text.count("\n") + 1 for s in statements)


def redline_of_two(data: bytes) -> None:
    """Both texts come back from their redline, exactly (`redline.check` raises otherwise)."""
    text, _ = library.decode(data, PATH)
    old, _, new = text.partition("\0")
    found = redline.redline(_version(old), _version(new))
    redline.check(found)
    assert redline.is_identical(redline.redline(_version(old), _version(old)))
    redline.effects(found)
    redline.counts(redline.changes_to_read(found))


def record_of_approvals(data: bytes) -> None:
    """Entries, or faults with a line; a record that was altered anywhere never passes for another."""
    entries, faults = approval_record.read(data)
    _sound(faults, data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
    if not faults:
        assert all(entry.hash for entry in entries)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "front_matter": front_matter_block,
    "body": body,
    "summary": summary,
    "redline": redline_of_two,
    "record": record_of_approvals,
}


def _version(text: str) -> Version:
    outline = text_outline.parse(text)
    return Version(
        policy="behaviour",
        name="2025-09",
        path=PATH,
        facts=_FACTS,
        text=text,
        outline=lambda: outline,
    )


def _sound(faults: Iterable[Finding], text: str) -> None:
    for fault in faults:
        assert 1 <= fault.line <= text.count("\n") + 1, fault
        assert fault.message and fault.remedy and fault.code
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", str(fault)), ascii(
            str(fault)
        )
