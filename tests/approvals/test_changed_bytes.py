"""A changed byte of the record or of a published text is found."""

from builders import (
    BODY,
    PATH,
    TODAY,
    limit_examples,
    make_approved_text,
    make_sources,
)
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis import integrity
from policybook.approvals import approve
from policybook.reading.files import layout
from policybook.reading.record import approval_record, approved_text
from tests.approvals.commands import (
    LATER,
    REMOVAL,
    Files,
    apply_plan,
    list_errors,
    plan_review,
    plan_withdrawal,
    read_library,
    read_lines,
)


def make_whole_life() -> Files:
    """A record with a line of every kind and form."""
    words = BODY.removeprefix("## ") + "Café – “calm”."
    request = approve.ApprovalRequest("", "", "", adopted_from="policy.txt", source=words)
    files: Files = {
        PATH: make_approved_text(BODY + "\nCafé – “calm”.\n"),
        LATER: make_approved_text(approved_on="2026-05-11", changes="Less."),
    }
    files = apply_plan(
        files,
        approve.plan_approval(make_sources(files), [("behaviour", "2025-09")], request, TODAY),
    )
    files = apply_plan(
        files,
        approve.plan_approval(
            make_sources(files),
            [("behaviour", "2026-05")],
            approve.ApprovalRequest("", "", ""),
            TODAY,
        ),
    )
    files = apply_plan(files, plan_review(files))
    return apply_plan(files, plan_withdrawal(files, REMOVAL))


WHOLE_LIFE = make_whole_life()
LINES = "\n".join([*read_lines(WHOLE_LIFE), ""]).encode()
SHOWN = approval_record.format_published(read_library(WHOLE_LIFE).record)
TEXT = approved_text.canonical_text(read_library(WHOLE_LIFE).policies[0].versions[1], {}).encode()
HEAD = approval_record.head(read_library(WHOLE_LIFE).record)
flips = st.integers(1, 255)


def list_differences(shown: bytes, text_: bytes) -> list[str]:
    return list(
        integrity.differences(shown, HEAD, lambda _, name: text_ if name == "2026-05" else None)
    )


def test_whole_life_verifies() -> None:
    assert list_errors(WHOLE_LIFE) == []
    assert [e.kind for e in read_library(WHOLE_LIFE).record] == [
        "approved",
        "approved",
        "reviewed",
        "withdrawn",
    ]
    assert list_differences(SHOWN, TEXT) == []


@limit_examples(400)
@given(st.integers(0, len(LINES) - 1), flips)
def test_changed_record_byte_is_found(index: int, by: int) -> None:
    assert approval_record.read(LINES[:index] + bytes([LINES[index] ^ by]) + LINES[index + 1 :])[1]


@limit_examples(400)
@given(st.integers(0, len(SHOWN) - 1), flips)
def test_changed_published_record_is_found(index: int, by: int) -> None:
    assert list_differences(SHOWN[:index] + bytes([SHOWN[index] ^ by]) + SHOWN[index + 1 :], TEXT)


@limit_examples(200)
@given(st.integers(0, len(TEXT) - 1), flips)
def test_changed_published_text_is_found(index: int, by: int) -> None:
    assert list_differences(SHOWN, TEXT[:index] + bytes([TEXT[index] ^ by]) + TEXT[index + 1 :])


@limit_examples(100)
@given(st.integers(0, len(LINES) - 2))  # without its last line end, it is still whole
def test_incomplete_record_is_found(index: int) -> None:
    """Wherever it breaks off: by its form, or by what the school's own files say."""
    assert list_errors({**WHOLE_LIFE, layout.RECORD: LINES[:index]})


@limit_examples(200)
@given(st.binary(max_size=200))
def test_published_record_never_raises(data: bytes) -> None:
    for shown in (data, SHOWN + data + b"\n", data + b"\n" + SHOWN, b"[" * 50_000 + data):
        list_differences(shown, TEXT)
