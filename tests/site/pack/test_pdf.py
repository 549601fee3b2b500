"""A governors' pack on paper: complete, four sheets before the changes, PDF/UA-1."""

import io
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest

from policybook import redline
from policybook.model import addresses
from policybook.redline import Redline
from policybook.site.build import Site
from policybook.site.pack import paper_lists
from policybook.site.pack.contents import make_pack
from policybook.site.pack.pdf import pack_document
from policybook.site.pack.room import LINES, MORE_LINES, share_out
from policybook.site.policy_pages.packs import packs
from policybook.site.redline_page.cover import pack_cover
from policybook.site.render.inline_html import LinkTargets
from policybook.site.render.types import Asset

from .cases import PAIRS, TODAY, URL, oakfield, of_texts, proposal

pytestmark = pytest.mark.slow
LONG = "This sentence has as many words as a careful clerk writes about one change of a policy. "
STUFFED_OLD = "## Phones\n\n" + "\n\n".join(
    f"Staff must report the loss of phone {n} in room {n} to the office within {n} days."
    for n in range(1, 80)
)
STUFFED_NEW = "## Phones\n\n" + "\n\n".join(
    f"Staff must report the loss of phone {n} in room {n} to the office within {n + 1} days."
    for n in range(1, 40)
)


def of_pair(first: Path) -> Site:
    both = (first, first.with_name(first.name.replace(".old.", ".new.")))
    return of_texts(
        *(re.sub(r"\A---\n.*?\n---\n", "", p.read_text("utf-8"), flags=re.DOTALL) for p in both)
    )


@cache
def stuffed() -> Site:
    lines = "\n" + "\n".join(f'  - "Number {n}: {LONG * 2}"' for n in range(30))
    return of_texts(STUFFED_OLD, STUFFED_NEW, changes=lines, questions=lines)


CASES = {
    "oakfield": oakfield,
    "stuffed": stuffed,
    **{path.name.partition(".")[0]: (lambda path=path: of_pair(path)) for path in PAIRS},
}


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest) -> tuple[Redline, bytes]:
    site = request.param()
    policy = site.published.policies[0]
    inputs = site.policy_input(policy, site.typesetter())
    (pair,) = inputs.packs
    (pdf,) = (part for part in packs(inputs, site.renderer) if isinstance(part, Asset))
    assert pdf.path == addresses.pack_pdf(policy.name, *pair)
    return inputs.redlines[pair], pdf.data


def sheets(data: bytes) -> list[str]:
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_each_change_is_once_on_paper(case: tuple[Redline, bytes]) -> None:
    changes, data = case
    words = " ".join(" ".join(sheets(data)).split())
    numbers = [int(n) for n in re.findall(r"Change (\d+)\b", words)]
    every = redline.changes_to_read(changes)
    wanted = [change.count for change in every if not redline.is_small(change)]
    assert wanted
    assert sorted(numbers) == wanted


def test_at_most_four_sheets_come_first(case: tuple[Redline, bytes]) -> None:
    first = next(n for n, text in enumerate(sheets(case[1])) if "Change 1 of " in text)
    assert 1 <= first <= 4


def test_first_sheet_has_the_decision(case: tuple[Redline, bytes]) -> None:
    words = " ".join(sheets(case[1])[0].split())
    for wanted in ("Decision", "Approve with amendments", "Refer back", "Minute", "Signature"):
        assert wanted in words


@pytest.mark.accessibility("paper")
def test_pack_is_pdf_ua_1(case: tuple[Redline, bytes], tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(case[1])
    result = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert result.is_compliant, result.failures


def words_of(site: Site) -> str:
    inputs = site.policy_input(site.published.policies[0], site.typesetter())
    (pdf,) = (part for part in packs(inputs, site.renderer) if isinstance(part, Asset))
    return " ".join(" ".join(sheets(pdf.data)).split())


def plain_words(pieces: Sequence[Any]) -> str:
    return "".join(
        piece if isinstance(piece, str) else plain_words(piece.get("pieces") or piece["parts"])
        for piece in pieces
    )


@pytest.mark.parametrize("name", ["oakfield", "stuffed"])
def test_each_entry_is_once_on_paper(name: str) -> None:
    site = CASES[name]()
    inputs, changes = proposal(site)
    pack = make_pack(inputs, changes, LinkTargets())
    around = pack_cover(pack.old, pack.new, "School", URL, "en-GB", TODAY)
    lists = paper_lists.list_entries(pack)
    for lines in (*MORE_LINES, LINES, 20.0):
        fitted = share_out(lists, lines)
        document = pack_document(pack, around, fitted)
        body = [n for n in document["body"] if n["kind"] == "statements"]
        shown = sorted(plain_words(item["pieces"]) for n in body for item in n["items"])
        assert shown == sorted(plain_words(line) for entries in lists.values() for line in entries)


def test_rest_comes_after_the_changes() -> None:
    words = words_of(stuffed())
    before, _, after = words.partition("The changes 7")
    more = re.search(r"And (\d+) more, on page (\d+), under “The rest of the lists”\.", before)
    assert more
    rest = after.partition("The rest of the lists")[2]
    assert f"Page {more[2]} of" in words
    for number in range(30):
        assert words.count(f"Number {number}: ") == 2, "a change and an open point"
    assert "Taken out • old" in rest
    assert "old 1.79" in rest


@cache
def oakfield_sheets() -> list[str]:
    site = oakfield()
    inputs = site.policy_input(site.published.policies[0], site.typesetter())
    (pdf,) = (part for part in packs(inputs, site.renderer) if isinstance(part, Asset))
    return [" ".join(sheet.split()) for sheet in sheets(pdf.data)]


def test_first_sheets_hold_whole_lists() -> None:
    inputs, changes = proposal(oakfield())
    pack = make_pack(inputs, changes, LinkTargets())
    first = " ".join(oakfield_sheets()[:4])
    start, story, removed, points = re.split(
        r"(?<= )(?:What to look at|Taken out|Open points) (?=• |To be)", first
    )
    assert start.partition("summary of the changes")[2].count("• ") == len(pack.summary)
    assert story.count("• ") == len(pack.story.lines) + 1
    taken_out = removed.partition("Words taken out")[0]
    assert "No pupil under 13 should be accessing social networking sites." in taken_out
    assert taken_out.count("• ") + _more(taken_out) == len(pack.story.removed)
    affected = removed.partition("Who is affected")[2]
    assert "Staff (" in affected and "must" in affected
    assert points.partition("Law and names")[0].count("To be confirmed") == len(pack.questions)
    assert "3 If a child may be at risk (12 rules); 4 Key people" in story


def _more(words: str) -> int:
    """Return how many entries of a list come on a later sheet."""
    hit = re.search(r"And (\d+) more, on page", words)
    return int(hit[1]) if hit else 0


def test_cover_says_each_thing_once() -> None:
    inputs, changes = proposal(oakfield())
    cover = oakfield_sheets()[0]
    for version in (changes.old, changes.new):
        assert cover.count(inputs.view(version).short_digest) == 1
        assert version.name not in cover.replace("2023-11..2026-12", "")
    assert cover.count("changes/2023-11..2026-12/pack/") == 1
    assert "November 2023. In force since" in cover and "December 2026. Proposed" in cover


@pytest.mark.parametrize("new", ["The re\u00adview is due.", "The review is due!"])
def test_pack_of_minor_changes_is_made(new: str) -> None:
    site = of_texts("## One\n\nThe review is due.\n", f"## One\n\n{new}\n")
    inputs = site.policy_input(site.published.policies[0], site.typesetter())
    assert [p for p in packs(inputs, site.renderer) if isinstance(p, Asset)]


def test_open_points_are_all_on_paper() -> None:
    points = words_of(stuffed()).partition("Open points")[2].partition("Law and names")[0]
    assert re.findall(r"Number (\d+):", points) == [str(n) for n in range(30)]
    assert "more" not in points.replace(LONG, "")


def test_own_overdue_review_is_on_paper() -> None:
    words = words_of(oakfield())
    assert "The review of this policy itself has been overdue since 1 September 2025." in words
    assert "No review of another policy is overdue." in words


def test_proposal_has_one_pack() -> None:
    inputs, changes = proposal(oakfield())
    assert inputs.packs == ((changes.old.name, changes.new.name),)


def test_short_lists_are_whole() -> None:
    """Short entries take fewer lines than the measure counts, so more of them fit."""
    lines = "\n" + "\n".join(f'  - "Number {n} is new."' for n in range(90))
    site = of_texts("## Phones\n\nBe kind.\n", "## Phones\n\nBe very kind.\n", changes=lines)
    inputs = site.policy_input(site.published.policies[0], site.typesetter())
    (paper,) = (part.data for part in packs(inputs, site.renderer) if isinstance(part, Asset))
    read = sheets(paper)
    words = " ".join(" ".join(read).split())
    assert paper_lists.REST not in words
    assert all(f"Number {n} is new." in words for n in range(90))
    assert next(n for n, text in enumerate(read) if "Change 1 of " in text) <= 4


def test_rows_and_items_are_readable() -> None:
    table = "| Stage | Who | Write to | By | Meet | Answer |\n|---|---|---|---|---|---|\n"
    old = f"## Rules\n\n{table}| 1 | Head | Office | 3 days | 10 days | 15 days |\n\nStaff must:\n\n- walk\n"
    inputs, changes = proposal(of_texts(old, old.replace("10 days", "7 days") + "- wait\n"))
    pack = make_pack(inputs, changes, LinkTargets())
    (line, _) = pack.story.lines
    assert line.words == "“Stage 1; Meet: 10 days” became “Stage 1; Meet: 7 days”"
    (first, second) = [row for section in pack.sections for row in section.rows]
    assert first.columns == ("Stage", "Who", "Write to", "By", "Meet", "Answer")
    assert second.stem == "Staff must:"
