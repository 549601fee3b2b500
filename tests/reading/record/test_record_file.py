"""A record is read however a program has saved it, and tidied before a line is added."""

import pytest

from policybook.model.findings import Severity
from policybook.reading.files import layout
from policybook.reading.record import approval_record, record_file
from tests.reading.record.behaviour_record import RECORD_LINE, load_files, make_files
from tests.reading.record.test_approval_record import THREE

SAVED = {
    "Windows": THREE.replace(b"\n", b"\r\n"),
    "an old Mac": THREE.replace(b"\n", b"\r"),
    "a mark at its start": b"\xef\xbb\xbf" + THREE,
    "no last line end": THREE[:-1],
    "no last line end on Windows": THREE.replace(b"\n", b"\r\n")[:-2],
    "empty lines at the end": THREE + b"\n\r\n\n",
    "UTF-16 with a mark": THREE.decode().encode("utf-16"),
    "UTF-16 without a mark": THREE.decode().encode("utf-16-le"),
    "UTF-16 the other way round": b"\xfe\xff" + THREE.decode().encode("utf-16-be"),
}


@pytest.mark.parametrize("how", SAVED)
def test_saving_changes_no_entry(how: str) -> None:
    assert approval_record.read(SAVED[how]) == approval_record.read(THREE)


@pytest.mark.parametrize("how", SAVED)
def test_line_can_be_added(how: str) -> None:
    entries, _ = approval_record.read(THREE)
    line = approval_record.joined_line("a" * 64, "b" * 64, on="2026-11-28", besides={})
    data = record_file.tidy(SAVED[how]) + line.encode()
    assert approval_record.read(data)[0][:3] == entries
    assert len(approval_record.read(data)[0]) == 4


def test_sound_record_stays_as_it_is() -> None:
    for data in (b"", THREE, SAVED["Windows"], SAVED["a mark at its start"]):
        assert record_file.tidy(data) == data


def test_cut_utf16_is_named() -> None:
    data = THREE.decode().encode("utf-16")[:-1]
    ((), findings) = approval_record.read(data)
    assert "UTF-16" in findings[0].message and "UTF-8" in findings[0].remedy


def test_marks_of_a_merge_are_named() -> None:
    first, second, third = THREE.splitlines(keepends=True)
    data = (
        first
        + b"<<<<<<< HEAD\n"
        + second
        + b"=======\n"
        + second.replace(b"review", b"re-view")
        + b">>>>>>> other\n"
        + third
    )
    findings = approval_record.read(data)[1]
    assert findings[0].line == 2
    assert "merge" in findings[0].message and "policybook rejoin" in findings[0].remedy


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\r\n"])
def test_empty_record_is_called_empty(data: bytes) -> None:
    loaded = load_files({**make_files(), layout.RECORD: data})
    errors = [f for f in loaded.findings if f.severity is Severity.ERROR]
    assert [f.path for f in errors] == [layout.RECORD]
    assert "empty" in errors[0].message


def test_record_with_lines_is_not_empty() -> None:
    assert not load_files(make_files(), RECORD_LINE).findings[1:]
