"""Sources to a library: encodings, line numbers as in the file as saved, and no policy lost without a finding."""

from pathlib import PurePosixPath

import pytest
from builders import (
    BODY,
    PATH,
    list_findings,
    load_project,
    load_version,
    make_approved_text,
    make_sources,
    make_text,
)
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Reader
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.library import decode

FAULTY = make_text("## Rules\n\nBe kind.\n\n<b>x</b>\n", review_year="2027")
LINES = {(5, "review-year"), (13, "foreign-markup")}


@pytest.mark.parametrize(
    "saved",
    [
        lambda b: b,
        lambda b: b"\xef\xbb\xbf" + b,
        lambda b: b.replace(b"\n", b"\r\n"),
        lambda b: b"\xef\xbb\xbf" + b.replace(b"\n", b"\r\n"),
        lambda b: b.replace(b"\n", b"\r"),
        lambda b: b.replace(b"\n", b"\r\n", 7),
        lambda b: b.rstrip(b"\n"),
    ],
    ids=["as it is", "BOM", "CRLF", "BOM and CRLF", "CR", "mixed", "no last line end"],
)
def test_lines_are_of_saved_file(saved: object) -> None:
    assert callable(saved)
    files = {PATH: saved(FAULTY.encode())}
    assert {(f.line, f.code) for f in list_findings(make_sources(files))} == LINES


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"one\ntwo \xff three", 2, "byte 0xff"),
        (b"one\r\ntwo\r\n\xe9", 3, "byte 0xe9"),
        (b"one\rtwo\r\xe9", 3, "byte 0xe9"),
        (b"\xef\xbb\xbfone\n\xff", 2, "byte 0xff"),
        (b"\xef\xbb\xbf\xff\none", 1, "byte 0xff"),
        (b"one\ncaf\xc3", 2, "byte 0xc3"),
        (b"\xed\xa0\x80", 1, "byte 0xed"),
        ("one\ntwo".encode("utf-16"), 1, "UTF-16"),
        ("one\ntwo".encode("utf-16-be"), 1, "UTF-16"),
        (b"\xfe\xff" + "one".encode("utf-16-be"), 1, "UTF-16"),
        ("one".encode("utf-32"), 1, "UTF-32"),
        (b"one\nt\0wo", 2, "U+0000 NUL"),
        (b"one\n\x1b[31mtwo", 2, "U+001B"),
        ("one\n\u202etwo".encode(), 2, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("one\u2028two".encode(), 1, "U+2028 LINE SEPARATOR"),
        ("one\n\x85two".encode(), 2, "U+0085"),
        (b"one\n\x0ctwo", 2, "U+000C"),
    ],
)
def test_bad_characters_are_reported(data: bytes, line: int, words: str) -> None:
    _, findings = decode(data, PATH)
    assert findings and findings[0].line == line
    assert words in findings[0].message


@pytest.mark.parametrize(
    "data", ["Tŷ\tŵr\n".encode(), "می\u200cخواهم 👩\u200d🏫".encode(), b"", b"\xef\xbb\xbf"]
)
def test_all_languages_are_accepted(data: bytes) -> None:
    assert decode(data, PATH) == (data.decode("utf-8-sig"), ())


def test_ten_bad_characters_are_reported() -> None:
    assert len(decode(b"a\0b c\n" * 100, PATH)[1]) == 10


@given(st.binary(max_size=200))
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    words, findings = decode(data, PATH)
    assert "\r" not in words
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= f.line <= lines for f in findings)


# ---------- from files to versions


def test_text_stays_as_written() -> None:
    version = load_version(make_text("\n## Purpose\n\nBe safe.  \n"))
    assert version.text == "\n\n## Purpose\n\nBe safe.  \n"
    assert version.body_line == 8
    assert (version.policy, version.name, version.path) == ("behaviour", "2025-09", PATH)


def test_versions_are_sorted_with_summaries() -> None:
    folder = "docs/policies/behaviour/"
    project = load_project(
        {
            f"{folder}1.10.md": make_text(changes="All."),
            f"{folder}1.9.md": make_text(),
            f"{folder}1.9.pupils.md": "- Be kind. [1.1]\n",
            f"{folder}1.9.parents.pl.md": "- Be kind. [1.1]\n",
            "docs/policies/attendance/1.md": make_text(),
        }
    )
    assert project.findings == ()
    assert [(p.name, [v.name for v in p.versions]) for p in project.library.policies] == [
        ("attendance", ["1"]),
        ("behaviour", ["1.9", "1.10"]),
    ]
    summaries = project.library.policies[1].versions[0].summaries
    assert [(s.reader, s.language) for s in summaries] == [
        (Reader.PARENTS, "pl"),
        (Reader.PUPILS, ""),
    ]


def test_school_name_from_site_settings() -> None:
    files = {layout.SCHOOL: "contact: the office\n", "mkdocs.yml": "site_name: Hill View\n"}
    assert load_project(files).library.school.name == "Hill View"
    assert (
        load_project({**files, layout.SCHOOL: "name: Our Lady's\n"}).library.school.name
        == "Our Lady's"
    )


def test_unsound_versions_are_kept_apart() -> None:
    project = load_project(
        {PATH: make_text(title=None), PATH.replace("2025", "2026"): make_approved_text()}
    )
    assert [v.path for v in project.library.unsound] == [PATH]
    assert [v.name for v in project.library.policies[0].versions] == ["2026-09"]


@pytest.mark.parametrize("path", ["behaviour/2025-09.md", "behaviour/2025-09.parents.md"])
@pytest.mark.parametrize("item", ["PL", "pl"])
def test_duplicate_summaries_are_reported(path: str, item: str) -> None:
    files = {
        PATH: make_text(),
        f"docs/policies/behaviour/2025-09.parents.{item}.md": "- Be kind. [1.1]\n",
        "docs/policies/behaviour/2025-09.parents.md": "---\nlanguage: pl\n---\n- Be kind. [1.1]\n",
    }
    assert [f.code for f in load_project(files).findings] == ["summary-twice"]


@given(
    st.dictionaries(
        st.one_of(
            st.text(st.characters(), max_size=12),
            st.text(st.characters(), max_size=12).map(lambda s: f"docs/policies/{s}"),
            st.tuples(
                st.text(st.characters(), max_size=6), st.text(st.characters(), max_size=6)
            ).map("docs/policies/{0[0]}/{0[1]}.md".format),
            st.sampled_from(
                [
                    PATH,
                    layout.SCHOOL,
                    layout.RECORD,
                    "mkdocs.yml",
                    PATH.replace(".md", ".parents.md"),
                    PATH.replace(".md", ".png"),
                ]
            ),
        ),
        st.one_of(
            st.binary(max_size=60),
            st.text(max_size=60).map(str.encode),
            st.text(max_size=40).map(lambda s: make_text(s).encode()),
        ),
        max_size=5,
    )
)
def test_any_file_is_read_or_reported(files: dict[str, bytes]) -> None:
    findings = list_findings(make_sources(files))
    project = library.load(make_sources(files)).library
    remaining = {v.path for p in project.policies for v in p.versions} | {
        v.path for v in project.unsound
    }
    for path in files:
        if layout.classify(path).kind is layout.FileKind.VERSION:
            assert path in remaining
    assert all(f.line >= 1 and f.message and f.remedy for f in findings)


def test_body_without_front_matter_is_read() -> None:
    (version,) = load_project({PATH: BODY}).library.unsound
    assert version.sections[0].title == "Purpose"
    assert PurePosixPath(version.path).stem == version.name
