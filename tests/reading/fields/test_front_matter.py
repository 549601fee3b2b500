"""The front matter as it is read: what a status needs, and the block.

`test_fields` has a row for each field, and `test_values` many values.
"""

import pytest
from builders import FRONT, PATH, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.fields import front_matter

from .typed_values import DECIDED, NEEDED, make_block, read

# ---------- what the status asks for


@pytest.mark.parametrize("status", NEEDED)
def test_status_requires_fields(status: str) -> None:
    whole = {**FRONT, **DECIDED, "status": status}
    sound = {name: typed for name, typed in whole.items() if name in NEEDED[status]}
    assert read(make_block(sound))[1] == ()
    for name in sound:
        _, faults = read(make_block({k: v for k, v in sound.items() if k != name}))
        assert [(f.code, f.line) for f in faults if f"`{name}`" in f.message] == [
            ("missing-field", 1)
        ]


@pytest.mark.parametrize(
    ("status", "barred"),
    [
        ("draft", set(DECIDED)),
        ("consultation", set(DECIDED)),
        ("approved", {"withdrawn_on", "reason"}),
        ("withdrawn", set()),
    ],
)
def test_status_forbids_fields(status: str, barred: set[str]) -> None:
    _, faults = read(make_block({**FRONT, **DECIDED, "status": status}))
    assert {f.message.split("`")[1] for f in faults if f.code == "barred-field"} == barred
    assert {f.code for f in faults} <= {"barred-field"}


def test_one_run_gives_all_faults() -> None:
    _, faults = read(make_text(title="", owner=None, review_year="2027", colour="blue"))
    assert sorted(f.code for f in faults) == [
        "field-value",
        "missing-field",
        "review-year",
        "unknown-field",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("reveiw_year", "review_year"), ("Title", "title"), ("approved", "approved_"), ("colour", "")],
)
def test_unknown_field_suggests_a_known_one(typed: str, meant: str) -> None:
    _, faults = read(make_text(**{typed: "x"}))
    (fault,) = faults
    assert (f"Did you mean `{meant}" in fault.remedy) is bool(meant)


# ---------- the block


@pytest.mark.parametrize(
    ("whole", "block", "body", "line"),
    [
        ("---\na: 1\n---\nx\n", "a: 1\n", "x\n", 4),
        ("---\na: 1\n...\nx", "a: 1\n", "x", 4),
        ("--- \na: 1\n---  \nx", "a: 1\n", "x", 4),
        ("---\n---\n", "\n", "", 3),
        ("---\na: 1\n---", "a: 1\n", "", 4),
        ("", None, "", 1),
        ("x\n---\na: 1\n---\n", None, "x\n---\na: 1\n---\n", 1),
        ("---\na: 1\n", None, "---\na: 1\n", 1),
        ("----\na: 1\n----\n", None, "----\na: 1\n----\n", 1),
        ("---\na: 1\n ---\n---\nx", "a: 1\n ---\n", "x", 5),
    ],
)
def test_block_and_body_are_split(whole: str, block: str | None, body: str, line: int) -> None:
    parted = front_matter.split(whole)
    assert (parted.block, parted.body, parted.body_line) == (block, body, line)


@given(st.text(st.characters()))
def test_nothing_makes_it_raise(words: str) -> None:
    for whole in (
        words,
        f"---\n{words}\n---\n",
        make_text(title=words),
        make_text(applies_to=words),
        make_text(reviews=words),
    ):
        parted = front_matter.split(whole)
        assert "\n".join(whole.split("\n")[parted.body_line - 1 :]) == parted.body
        findings, faults = front_matter.read(parted, PATH)
        assert (findings is None) is bool(faults)
        assert all(1 <= f.line <= whole.count("\n") + 1 for f in faults)


# ---------- bounds


def test_fifty_unknown_fields_are_named() -> None:
    names = [f"colour_{number}" for number in range(60)]
    _, faults = read(make_text(**dict.fromkeys(names, "blue")))
    assert [f.message.split("`")[1] for f in faults] == names[:50]
