"""Which versions an approval selects."""

import pytest
from builders import PATH, make_approved_text, make_record, make_text

from policybook.approvals.approve import select_versions
from policybook.approvals.plan import RequestError
from policybook.reading.files import layout
from tests.approvals.approval_plans import PAIR, UNIFORM, plan_approval, read_library, read_refusal


def test_pairs_name_versions() -> None:
    project = read_library({PATH: make_approved_text(), UNIFORM: make_text()})
    typed = ["behaviour", "2025-09", "uniform", "2026-01"]
    assert select_versions(project, typed, everything=False) == [
        PAIR,
        ("uniform", "2026-01"),
    ]


@pytest.mark.parametrize(
    ("typed", "excerpt"),
    [
        ([], "Say which policy and version"),
        (["behaviour"], "Say which policy and version"),
        (["behaviour", "2025-09", "uniform"], "Say which policy and version"),
        (["behaviour", "2031-01"], "no version 2031-01 of a policy behaviour"),
        (["behavior", "2025-09"], "no version 2025-09 of a policy behavior"),
        (["2025-09", "behaviour"], "no version behaviour"),
    ],
)
def test_wrong_names_raise(typed: list[str], excerpt: str) -> None:
    with pytest.raises(RequestError, match=excerpt):
        select_versions(read_library({PATH: make_approved_text()}), typed, everything=False)


def test_all_selects_unrecorded_versions() -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        UNIFORM: make_approved_text(),
        "docs/policies/phones/1.md": make_text(),
    }
    files[layout.RECORD] = make_record({PATH: make_approved_text()})
    assert select_versions(read_library(files), [], everything=True) == [("uniform", "2026-01")]


def test_all_selects_faulty_versions_too() -> None:
    library = read_library({PATH: make_approved_text(effective="2025-09-12")})
    assert library.unsound
    assert select_versions(library, [], everything=True) == [PAIR]


@pytest.mark.parametrize("text", ["## Food\n\nWe eat.\n", "---\nstatus: approvd\n---\n\n## Food\n"])
def test_all_names_unreadable_files(text: str) -> None:
    with pytest.raises(RequestError, match=r"faults in docs/policies/\S+\.md"):
        select_versions(read_library({PATH: text}), [], everything=True)


def test_faulty_version_can_be_named() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(title=None)}
    assert select_versions(read_library(files), list(PAIR), everything=False) == [PAIR]
    assert "`title` is missing" in read_refusal(plan_approval(files))
