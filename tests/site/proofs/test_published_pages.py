"""A published site is compared with its own texts, whatever its manifest says."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import PATH, TODAY, make_approved_text, make_record, make_sources
from pypdf import PdfReader, PdfWriter

from policybook.project.templates import own_folder, read_templates
from policybook.site import build
from policybook.site.proofs import published_pages
from policybook.site.render.types import Settings

BODY = (
    "## Purpose\n\nEvery child **must** be safe & well.\n\n- Walk inside.\n- Listen:\n\n"
    "    1. to children,\n    2. to adults.\n\n| Day | Gate |\n|---|---|\n| Monday | North |\n\n"
    "## What we expect\n\nWe are kind.\n"
)
OWN = "docs/policies/uniform/2025-09.md"
WIDE = "docs/policies/visits/2025-09.md"
#: Words are divided in its narrow columns, one cell reaches down, and words of it come again below.
TABLE = (
    "## Stages\n\n| Stage | Who decides | Write to | Acknowledged within | Meeting within "
    "| Answer within | If it takes longer | Ask again within |\n" + "|---" * 8 + "|\n"
    "| Two | Chair of governors | chair, care of the office | 3 days | 10 days | 15 days "
    "| a letter of acknowledgement | at once |\n"
    "| Complaint | Panel of three governors | clerk | ^^ | 20 days | 5 days after the hearing "
    "| a letter | ^^ |\n\n## People\n\nThe chair of governors acknowledged it at once.\n"
)
PAGE = "policies/behaviour/2025-09/index.html"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three policies with PDFs: one brings its own numbers, one has a wide table."""
    words = {
        PATH: make_approved_text(BODY),
        OWN: make_approved_text(
            "## 1. Purpose\n\n1.1 Wear a tie.\n\n1.2 Wear shoes.\n", numbering="own", title="Ties"
        ),
        WIDE: make_approved_text(TABLE, title="Visits"),
    }
    sources = make_sources({**words, "docs/policies/approvals.jsonl": make_record(words)})
    templates = read_templates(own_folder("templates").parent)
    site = build.build(sources, templates, TODAY, Settings(url="https://hill.example/"))
    folder = tmp_path_factory.mktemp("site")
    for asset in site.files():
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.data)
    return folder


def test_own_site_shows_its_texts(published: Path) -> None:
    assert list(published_pages.find_differences(published)) == []
    assert len(list(published.glob("policies/*/*/text.txt"))) == 3


def replace(was: str, now: str) -> Callable[[bytes], bytes]:
    def harm(data: bytes) -> bytes:
        assert was.encode() in data
        return data.replace(was.encode(), now.encode(), 1)

    return harm


@pytest.mark.parametrize(
    ("path", "harm"),
    [
        (PAGE, replace("<strong>must</strong>", "<strong>may</strong>")),
        (PAGE, replace("We are kind.", "We are not kind.")),
        (PAGE, replace("We are kind.", "")),
        (PAGE, replace("<p>We are kind.</p>", "<p hidden>We are kind.</p>")),
        (PAGE, replace("<p>We are kind.</p>", "<!--<p>We are kind.</p>-->")),
        (PAGE, replace("Monday", "Sunday")),
        (PAGE, replace('class="pb-text"', 'class="other"')),
        (PAGE, lambda _: b""),
        (PAGE, lambda data: data[: len(data) // 2]),
        ("policies/behaviour/2025-09/print/index.html", replace("Walk inside", "Run inside")),
        ("policies/behaviour/index.html", replace("We are kind.", "We are quick.")),
        ("policies/behaviour/print/index.html", replace("to adults", "to nobody")),
        ("policies/uniform/2025-09/index.html", replace(">1.2</a>", ">1.3</a>")),
        ("policies/behaviour/2025-09/text.txt", replace("We are kind.", "We are quick.")),
        ("policies/behaviour/behaviour-2025-09.pdf", lambda data: data[:200]),
        ("policies/behaviour/behaviour-2025-09.pdf", lambda data: leave_out_page(data)),
    ],
)
def test_other_words_are_found(published: Path, path: str, harm: object) -> None:
    assert callable(harm)
    file = published / path
    before = file.read_bytes()
    try:
        file.write_bytes(harm(before))
        faults = list(published_pages.find_differences(published))
    finally:
        file.write_bytes(before)
    assert faults and any("policies/" in fault for fault in faults)


def leave_out_page(data: bytes) -> bytes:
    """The PDF without its last page."""
    reader, writer, result = PdfReader(io.BytesIO(data)), PdfWriter(), io.BytesIO()
    for page in reader.pages[:-1]:
        writer.add_page(page)
    writer.write(result)
    return result.getvalue()


def test_missing_page_is_found(published: Path) -> None:
    file = published / PAGE
    before = file.read_bytes()
    file.unlink()
    try:
        (fault,) = published_pages.find_differences(published)
    finally:
        file.write_bytes(before)
    assert "policies/behaviour/2025-09/ is missing" in fault


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"title: x", b"numbering: own\n\n## 1\n"])
def test_no_text_makes_it_raise(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "policies/behaviour/2025-09/text.txt"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    assert len(list(published_pages.find_differences(tmp_path))) == 2
