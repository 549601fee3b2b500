"""`check --fix` writes pictures with their pixels alone, except those that are approved."""

import io
from collections.abc import Mapping

import pytest
from builders import make_approved_text, make_record, make_sources, make_text
from PIL import Image

from policybook.checks.fix.picture_cleaning import clean_files
from policybook.reading import library

FOLDER = "docs/policies/behaviour/"
TEXT = "## Rules\n\n![The hall](hall.jpg)\n"


def save(kind: str, comment: bytes = b"Anna Smith") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, kind, comment=comment)
    return out.getvalue()


def clean(files: Mapping[str, str | bytes], wanted: str = "") -> dict[str, bytes]:
    sources = make_sources(files)
    project = library.load(sources).library
    results = clean_files(sources, project, lambda path: wanted in path)
    return {file.path: file.data for file in results if file.steps}


def test_picture_of_a_draft_is_cleaned() -> None:
    files = {f"{FOLDER}2025-09.md": make_text(TEXT), f"{FOLDER}hall.jpg": save("JPEG")}
    cleaned = clean(files)
    assert list(cleaned) == [f"{FOLDER}hall.jpg"]
    assert b"Anna Smith" not in cleaned[f"{FOLDER}hall.jpg"]
    assert clean({**files, **cleaned}) == {}


def test_recorded_picture_stays() -> None:
    files = {f"{FOLDER}2025-09.md": make_approved_text(TEXT), f"{FOLDER}hall.jpg": save("JPEG")}
    assert clean(files) and not clean(
        {**files, "docs/policies/approvals.jsonl": make_record(files)}
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("hall.png", save("JPEG")),  # it is not what its name says: a person decides
        ("hall.jpg", b"MZ"),
        ("hall.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><metadata/></svg>'),
        ("hall.jpg", save("JPEG", b"")),
    ],
)
def test_other_pictures_stay(name: str, data: bytes) -> None:
    assert clean({f"{FOLDER}2025-09.md": make_text(TEXT), FOLDER + name: data}) == {}


def test_only_wanted_pictures_are_cleaned() -> None:
    files = {f"{FOLDER}2025-09.md": make_text(TEXT), f"{FOLDER}hall.jpg": save("JPEG")}
    assert clean(files, wanted="uniform") == {}
