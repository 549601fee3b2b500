"""A redline in print: both texts read back, PDF/UA-1, same bytes, every sheet, its link."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import page
import pypdf
import pytest
from builders import make_approved_text, make_sources

from policybook import redline
from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.redline import ChangeKind, ClauseChange, Redline, make_redline
from policybook.site import build
from policybook.site.build import Site
from policybook.site.policy_input import PolicyInput
from policybook.site.policy_pages.pdfs import redline_document
from policybook.site.redline_page.cover import redline_cover
from policybook.site.redline_page.pdf import redline_document as set_document
from policybook.site.redline_page.school_summaries import SchoolSummary
from policybook.site.redline_page.story_rows import story_rows
from policybook.site.render.types import Settings

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
URL = "https://oakfield.example/"
SAMPLE = ROOT / "tests" / "sample-school"
PAIRS = sorted((ROOT / "tests" / "redline" / "pairs").glob("*.old.md"))
RICH = (
    "Before any heading.\n\n## Phones\n\nUse *care*, **think first**, see [the guidance](https://www.gov.uk/kcsie). Ring `01234 567890`.\n\n"
    "Staff must:\n\n- lock away phones\n- tell the office:\n  1. at home\n\n### Who\n\n| Role | Does | When |\n|---|---|---|\n"
    "| Head | Decides | termly |\n| Office | Writes | |\n\n```\ncode of\n  two lines\n```\n\n![A child](poster.png) and ![](none.png)\n\n"
    "## Trips\n\nEvery trip to the sea is written in the big blue book by the teacher who leads it.\n\n## Gone\n\nThis goes.\n\n"
    "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n"
)
RICHER = (
    "## Phones\n\nEvery trip to the sea is written in the big red book by the teacher who leads it.\n\n"
    "Use *great care*, **do think first**, see [the guidance](https://www.gov.uk/other). Ring `01234 567891`.\n\n"
    "Staff should:\n\n- lock away all phones\n- tell the office:\n  1. at work\n\n### Who does\n\n| Role | Does | When |\n|---|---|---|\n"
    "| Head | Decides it | yearly |\n| Office | Writes | |\n| Cook | Cooks | daily |\n\n```\ncode of\n  three lines\n```\n\n"
    "![A pupil](poster.png)\n\n"
    "## Long words\n\n"
    f"{'Donaudampfschifffahrt' * 6} and https://www.example.org/{'a/very/long/address/' * 4}\n\n"
    "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 7 |\n"
)


@cache
def of_texts(old: str, new: str) -> Site:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(old, approved_on="2024-09"),
        "docs/policies/behaviour/2025-09.md": make_approved_text(new, changes="Much."),
    }
    return build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))


def of_pair(first: Path) -> Site:
    both = (first, first.with_name(first.name.replace(".old.", ".new.")))
    return of_texts(
        *(re.sub(r"\A---\n.*?\n---\n", "", p.read_text("utf-8"), flags=re.DOTALL) for p in both)
    )


@cache
def of_project(folder: Path) -> Site:
    return build.build(read_sources(folder), read_templates(folder), TODAY, Settings(url=URL))


def pair(built: Site) -> tuple[Site, PolicyInput, Redline]:
    policy = next(p for p in built.library.policies if len(p.versions) > 1)
    return built, built.policy_input(policy), make_redline(*policy.versions[:2])


def pdf(built: Site, inputs: PolicyInput, changes: Redline) -> bytes:
    typesetter = built.typesetter()
    assert typesetter
    return typesetter.pdf(redline_document(inputs, built.renderer, changes))


CASES = {
    "oakfield": lambda: of_project(ROOT),
    "small school": lambda: of_project(ROOT / "tests" / "golden" / "school"),
    "sample school": lambda: of_project(SAMPLE),
    "rich": lambda: of_texts(RICH, RICHER),
    "the other way": lambda: of_texts(RICHER, RICH),
    "identical": lambda: of_texts(RICH, RICH),
    **{path.name.partition(".")[0]: (lambda path=path: of_pair(path)) for path in PAIRS},
}


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest) -> tuple[Site, Redline, bytes]:
    built, inputs, changes = pair(request.param())
    return built, changes, pdf(built, inputs, changes)


def remove_space(text: str) -> str:
    """Return `text` without white space and without signs for pictures that have no words."""
    return re.sub(r"[\s\ufffc\u200b]+", "", text)


def sheets(data: bytes) -> list[str]:
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages]


@cache
def changes_on_paper(data: bytes) -> str:
    """Return everything below the heading “The changes”, without heads and feet of sheets."""
    read = [remove_space(text) for text in sheets(data)]
    foot = re.compile(
        r"oakfield\.example/policies/[\w./-]*?/Page\d+of\d+Fingerprintsofthetexts:\w{12}\(from\),\w{12}\(to\)"
    )
    bare = [foot.sub("", text) for text in read]
    return "".join([bare[0], *map(_drop_heading, bare[1:])]).rpartition("Thechanges")[2]


def _drop_heading(text: str) -> str:
    """Return a sheet without its head, which ends with the standing of the newer version."""
    match = re.match(r".*?What(?:wouldchange|changed)from.*?\.\d{4}-\d\d[\d-]*:.*?\.", text)
    assert match, text[:200]
    return text[match.end() :]


def without(text: str, word: str) -> str:
    """Return `text` without everything in `[word: …]`, and without the brackets of other words.

    The brackets of a footnote's number stay.
    """
    result, waiting = [], []
    for part in re.split(r"(\[added:|\[removed:|\[|\])", text):
        is_sign = part in ("[added:", "[removed:")
        if part.startswith("["):
            waiting.append(part[1:-1])
        elif part == "]":
            is_sign = bool(waiting.pop())
        if not is_sign and word not in waiting:
            result.append(part)
    assert not waiting
    return "".join(result)


def in_display_order(changes: Redline, old: bool) -> Iterator[str]:
    """Yield the text of each unit of one version, or each cell of a row, in the redline's order.

    `redline/test_replay.py` proves that the units give back the version.
    """
    for change in redline.all_changes(changes):
        for unit in change.old if old else change.new:
            cells = [text for cell in unit.cells if (text := "".join(p.text for p in cell))]
            yield from map(remove_space, cells if unit.cells else [unit.text])


def addresses_of(changes: Redline) -> set[str]:
    """Return the addresses of all links and pictures. A changed one follows its words."""
    return {
        address
        for change in redline.all_changes(changes)
        for unit in (*change.old, *change.new)
        for pieces in (unit.cells or (unit.pieces,))
        for _, address in redline.read_addresses(pieces)
    }


@pytest.mark.parametrize("side", ["old", "new"])
def test_both_texts_read_back_in_order(case: tuple[Site, Redline, bytes], side: str) -> None:
    _, changes, data = case
    rest = without(changes_on_paper(data), "added" if side == "old" else "removed")
    for address in addresses_of(changes):
        rest = rest.replace(f"({remove_space(address)})", "")
    texts = list(in_display_order(changes, old=side == "old"))
    assert sum(map(len, texts)) > 100
    for text in texts:
        before, unit, rest = rest.partition(text)
        assert unit == text, (text, (before + rest)[:300])


@pytest.mark.accessibility("paper")
def test_pdf_ua_1(case: tuple[Site, Redline, bytes], tmp_path: Path) -> None:
    path = tmp_path / "redline.pdf"
    path.write_bytes(case[2])
    result = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert result.is_compliant, result.failures


def test_same_bytes_twice() -> None:
    first, second = (pdf(*pair(of_texts.__wrapped__(RICH, RICHER))) for _ in range(2))
    assert first == second


def test_cover_figures_and_changes() -> None:
    built, inputs, changes = pair(of_project(ROOT))
    read = [" ".join(text.split()) for text in sheets(pdf(built, inputs, changes))]
    old, new = inputs.view(changes.old), inputs.view(changes.new)
    for wanted in (
        "What would change",
        "Social Media Policy",
        f"Version {old.name}. {old.standing_words}",
        new.standing_words,
        f"Approved by {old.approval}",
        old.short_digest,
        new.short_digest,
        "In short",
        "192 changes:",
    ):
        assert wanted in read[0]
    for number, sheet in enumerate(read, 1):
        assert f"Page {number} of {len(read)}" in sheet
        assert old.short_digest in sheet and new.short_digest in sheet
    whole = " ".join(read)
    for wanted in (
        "By section",
        "6 Using social media in your work – – 12",
        "Moved from 4.14 and reworded 4.14 → 18.1 Change 186 of 192",
        "4.14 moved to 18.1.",
        "Removed 1.4 Change 8 of 192",
        "[removed: and acknowledges]",
        "[added: use]",
    ):
        assert wanted in whole


def test_lists_are_apart_and_whole() -> None:
    built, inputs, changes = pair(of_project(ROOT))
    data = pdf(built, inputs, changes)
    assert len(data) <= 220_000
    read = [" ".join(text.split()) for text in sheets(data)]
    assert any("Change 1 of 192" in sheet for sheet in read[:2])
    story = story_rows(changes)
    start = " ".join(read[:2]).partition("Change 1 of")[0]
    for name, rows in (
        ("What to look at", story.lines),
        ("What would be removed", story.removed),
        ("Open points", story.questions),
    ):
        place = re.search(rf"{name} \({len(rows)}\): page (\d+)", start)
        assert rows and place and f"{name} •" in read[int(place[1]) - 1]
    whole = " ".join(read).replace("­", "")
    assert "To be confirmed" not in start
    assert whole.count("Open points •") == 1
    apart = whole.partition("Open points •")[2].partition("Details Fact")[0]
    assert apart.count("• ") == len(story.questions) - 1
    assert apart.count("To be confirmed") == len(story.questions)


def test_sample_figures_and_labels() -> None:
    data = pdf(*pair(of_project(SAMPLE)))
    whole = " ".join(" ".join(text.split()) for text in sheets(data))
    for wanted in (
        "40 changes: 5 added, 3 removed, 27 reworded (1 of them also moved, 1 divided, 1 joined),"
        " 1 moved, 1 link changed, 3 formatting only. 2 of them are headings.",
        "Reference updated 6.2 → 7.2 Change 30 of 40",
        "Divided 4.6 → 4.7, 4.8 Change 14 of 40",
        "Joined 5.6, 5.7 → 6.5 Change 28 of 40",
        "Moved from 5.2 and reworded 5.2 → 5.1 Change 22 of 40",
        "Moved from 7.2 7.2 → 8.1 Change 32 of 40",
        "Formatting only 4.13 → 4.15 Change 20 of 40",
        "Link changed 8.1 → 9.1 Change 36 of 40",
        "Phase leader [added: and headteacher]",
        "Parents told: [removed: No][added: At home time]",
        "“The phase leader stays with the pupil.” moved here from 4.8",
        "[removed: 6.1][added: 7.1]",
        "Duties made weaker 1 8.5: ‘must’ became ‘should’",
        "Rules removed that set a duty 1 old 3.4(e): ‘must’",
        "Prohibitions lifted 1 3.5: ‘may not’ became ‘may’",
        "Duties made stronger 3 3.3: ‘should’ became ‘must’; 4.14: ‘must’ added; 6.4: ‘should’ became"
        " ‘must’",
        "Wording changed: please read 8 3.5; 4.3; 4.9; 4.12; 5.1; 6.4; 6.6; footnote 1",
        "Formatting alone, or a rule divided or joined 5 1.2; 4.7, 4.8; 4.15; 6.5; 7.2",
        "4 Responding to misbehaviour 1 – 8 – – 1",
    ):
        assert wanted in whole
    assert len(sheets(data)) == 12
    assert len(data) < 110_000


def test_numbers_with_words_are_links() -> None:
    built, inputs, changes = pair(of_texts(RICH, RICHER))
    links = [
        str(a.get_object()["/Subtype"])
        for sheet in pypdf.PdfReader(io.BytesIO(pdf(built, inputs, changes))).pages
        for a in sheet.annotations or []
    ]
    # A number alone is no link, so that the file stays small.
    listed = sum(
        any(weight.old or weight.new for weight in weights)
        for effect in redline.effects(changes)
        for _, weights in effect.items
    )
    assert len(links) >= listed
    assert set(links) == {"/Link"}


def test_first_change_is_on_second_sheet() -> None:
    data = pdf(*pair(of_project(ROOT)))
    read = sheets(data)
    (count,) = re.findall(r"Change 1 of (\d+)", read[1])
    assert len(data) <= 220_000 * max(1, int(count) / 126)


def test_cover_says_each_thing_once() -> None:
    built, inputs, changes = pair(of_project(ROOT))
    first = " ".join(sheets(pdf(built, inputs, changes))[0].split())
    old, new = inputs.view(changes.old), inputs.view(changes.new)
    for words in (old.standing_words, new.standing_words, f"Version {old.name}", old.approval):
        assert first.count(words) == 1, words
    for digest in (old.short_digest, new.short_digest):
        assert first.count(digest) == 1


def test_long_summary_goes_after_the_changes() -> None:
    lines = "\n" + "\n".join(f'  - "Point {n}: {"a long sentence " * 12}"' for n in range(30))
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(RICH, approved_on="2024-09"),
        "docs/policies/behaviour/2025-09.md": make_approved_text(RICHER, changes=lines),
    }
    built = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))
    read = [" ".join(text.split()) for text in sheets(pdf(*pair(built)))]
    first = next(number for number, text in enumerate(read) if "Change 1 of" in text)
    assert first <= 2
    whole = " ".join(read)
    assert [whole.count(f"Point {n}:") for n in range(30)] == [1] * 30


def test_wide_rows_are_on_sheets_across() -> None:
    data = pdf(*pair(of_texts(RICH, RICHER)))
    across = [
        sheet.extract_text()
        for sheet in pypdf.PdfReader(io.BytesIO(data)).pages
        if sheet.mediabox.width > sheet.mediabox.height
    ]
    assert len(across) >= 1
    words = " ".join(" ".join(across).split())
    assert "[removed: 6]" in words and "[added: 7]" in words


def test_both_addresses_are_printed() -> None:
    old, new = (f"## A\n\nSee [it](https://www.gov.uk/{name}).\n" for name in ("one", "two"))
    whole = "".join(remove_space(text) for text in sheets(pdf(*pair(of_texts(old, new)))))
    assert "1change:1linkchanged." in whole
    assert "it[removed:(https://www.gov.uk/one)][added:(https://www.gov.uk/two)]" in whole


#: Points above the foot of a sheet: the text starts below.
HEAD_ENDS = 842 - 85
#: A summary of the school that fills some sheets.
MANY = SchoolSummary(version="2025-09", is_minor=False, sentences=("New words. " * 20,) * 60)
LONG = "Supporting Pupils with Medical Conditions and the Administration of Medicines Policy"


@pytest.mark.parametrize("school", ["Hill", "St Mary and St Joseph Catholic Primary Academy " * 3])
@pytest.mark.parametrize(
    "title", ["Uniform Policy", LONG, f"{LONG}, {LONG}", "Policy" * 40, "A " + "Policy" * 40]
)
def test_head_has_two_lines(title: str, school: str) -> None:
    """Names of any length: what does not fit on the line is left out."""
    built, inputs, changes = pair(of_texts("## A\n\nOne.\n", "## A\n\nTwo.\n"))
    around = redline_cover(
        *map(inputs.view, (changes.old, changes.new)), school.strip(), URL, "en-GB", TODAY
    )
    document = set_document(changes, replace(around, title=title), [MANY])
    typesetter = built.typesetter()
    assert typesetter
    second = pypdf.PdfReader(io.BytesIO(typesetter.pdf(document))).pages[1]
    words: dict[int, str] = {}
    second.extract_text(
        visitor_text=lambda text, page, line, *_: _gather(words, text, page[5] + page[3] * line[5])
    )
    head = [text for height, text in sorted(words.items(), reverse=True) if height > HEAD_ENDS]
    assert len(head) == 2, head
    assert title[:2] in head[0] and school[:4] in head[0]
    assert "What changed from 2024-09 to 2025-09. 2025-09: In force." in head[1]


def _gather(words: dict[int, str], text: str, height: float) -> None:
    if text.strip():
        words[round(height)] = words.get(round(height), "") + text


def test_identical_texts() -> None:
    whole = " ".join(" ".join(text.split()) for text in sheets(pdf(*pair(of_texts(RICH, RICH)))))
    assert "The two texts are the same." in whole
    assert "Change 1" not in whole


def has_moved(change: ClauseChange) -> bool:
    return bool(change.moved) and change.kind is ChangeKind.REWORDED


def test_rich_pair_has_every_kind() -> None:
    *_, changes = pair(of_texts(RICH, RICHER))
    assert any(has_moved(change) for change in redline.all_changes(changes))
    assert {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REWORDED} <= {
        change.kind for change in redline.all_changes(changes)
    }
    assert any(len(change.cells) > 4 for change in redline.all_changes(changes))


@pytest.mark.parametrize("wanted", [True, False])
def test_pdfs_are_optional(wanted: bool) -> None:
    built = build.build(
        read_sources(ROOT), read_templates(ROOT), TODAY, Settings(url=URL, pdf=wanted)
    )
    files = {asset.path: asset.data for asset in built.files()}
    path = addresses.redline_pdf("social-media", "2023-11", "2026-12")
    assert (path in files) is wanted
    html = files[addresses.redline("social-media", "2023-11", "2026-12") + "index.html"].decode()
    assert (path.rpartition("/")[2] in html) is wanted
