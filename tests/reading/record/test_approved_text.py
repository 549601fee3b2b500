"""The canonical text of a version, which the hash in the record covers."""

import hashlib

import pytest
from builders import load_version, make_approved_text

from policybook.model import Entry, Library
from policybook.reading import library
from policybook.reading.fields.fields import FIELDS
from policybook.reading.files.snapshot import read_sources
from policybook.reading.record import approved_text
from policybook.reading.record.approved_text import canonical_text, digest, sha256, words_digest
from policybook.reading.references import link_search
from tests.reading.record.behaviour_record import (
    BODY,
    find_version,
    make_files,
)

from .oakfield_record import ROOT, WITH_TEXT


@pytest.fixture(scope="module")
def oakfield() -> Library:
    return library.load(read_sources(ROOT)).library


@pytest.mark.parametrize("entry", WITH_TEXT, ids=lambda entry: f"{entry.policy}-{entry.version}")
def test_oakfields_texts_are_as_recorded(entry: Entry, oakfield: Library) -> None:
    policy = next(p for p in oakfield.policies if p.name == entry.policy)
    version = next(v for v in policy.versions if v.name == entry.version)
    pictures = link_search.find_pictures(oakfield, version)
    assert approved_text.canonical_text(version, pictures) == entry.text
    assert approved_text.digest(version, pictures) == entry.sha256


@pytest.mark.parametrize("entry", WITH_TEXT, ids=lambda entry: f"{entry.policy}-{entry.version}")
def test_recorded_fields_have_table_order(entry: Entry) -> None:
    header = entry.text.partition("\n\n")[0].split("\n")
    names = [name for name in (row.partition(": ")[0] for row in header) if name != "picture"]
    order = [field.name for field in FIELDS if field.in_approval]
    assert list(dict.fromkeys(names)) == [name for name in order if name in names]


SPACED = "\n\n## A  \n\nBe kind.\t\n\n\n"

PLAN = "docs/policies/behaviour/plans/hall.png"


def test_canonical_text_is_kept() -> None:
    version = load_version(make_approved_text(SPACED, owner="Deputy"))
    assert canonical_text(version, {PLAN: b"x"}) == (
        "title: Behaviour policy\n"
        "approved_by: Governing Body\n"
        "approved_on: 2025-09-15\n"
        "review_year: 2027/28\n"
        "applies_to: pupils, parents\n"
        f"picture: {hashlib.sha256(b'x').hexdigest()} plans/hall.png\n"
        "\n## A\n\nBe kind.\n"
    )


@pytest.mark.parametrize(
    ("body", "same"),
    [
        ("## A\n\nBe kind.\n", True),
        ("## A\r\n\r\nBe kind. \t\r\n", True),  # line ends and the white space before them
        ("## A\n\nBe kind.\n\n\n", True),
        ("## A\n\nBe  kind.\n", False),
        ("## A\n\n\nBe kind.\n", False),
        ("## A\n\nBe calm.\n", False),
    ],
)
def test_only_outer_space_is_free(body: str, same: bool) -> None:
    first, other = (load_version(make_approved_text(text)) for text in (SPACED, body))
    assert (digest(first, {}) == digest(other, {})) is same


def test_bytes_of_pictures_count() -> None:
    version = load_version(make_approved_text(SPACED))
    assert len({digest(version, {PLAN: data}) for data in (b"x", b"y")}) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a  b\n", b"a\nb\n"),
        ("\ta\r\n\fb", b"a\nb\n"),
        ("a\u00a0b", "a\u00a0b\n".encode()),
        ("", b""),
    ],
)
def test_words_are_hashed_by_line(text: str, words: bytes) -> None:
    assert words_digest(text) == sha256(words) == hashlib.sha256(words).hexdigest()


def test_canonical_text_has_documented_form() -> None:
    loaded_library, of = find_version(make_files())
    text = approved_text.canonical_text(of, link_search.find_pictures(loaded_library, of))
    assert [x for x in text.split("\n") if not x.startswith("picture")] == [
        "title: Behaviour policy",
        "approved_by: Governing Body",
        "approved_on: 2025-09",
        "effective_from: 2025-10-01",
        "review_year: 2027/28",
        "applies_to: parents, pupils",
        "minute: FGB 12/9",
        "changes: Phones.",
        "changes: Uniform.",
        "",
        *BODY.split("\n"),
    ]
    assert text.split("\n")[9].endswith(" hall plan.png")
    assert (
        approved_text.digest(of, link_search.find_pictures(loaded_library, of))
        == hashlib.sha256(text.encode()).hexdigest()
    )


def test_text_without_facts_keeps_its_first_line() -> None:
    parts = approved_text.split_canonical("\n## Rules\n\nBe kind.\n")
    assert (dict(parts.fields), parts.body) == ({}, "## Rules\n\nBe kind.")
