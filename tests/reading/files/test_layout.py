"""Names of files: what each of them is, and the order of versions."""

import pytest

from policybook.model import Reader
from policybook.reading.files import layout
from policybook.reading.files.layout import FileKind, FileName


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("school.yml", FileName(kind=FileKind.SETTING)),
        ("approvals.jsonl", FileName(kind=FileKind.SETTING)),
        (
            "behaviour/2025-09.md",
            FileName(kind=FileKind.VERSION, policy="behaviour", version="2025-09"),
        ),
        ("behaviour/1.10.md", FileName(kind=FileKind.VERSION, policy="behaviour", version="1.10")),
        (
            "behaviour/1.10.parents.md",
            FileName(
                kind=FileKind.SUMMARY, policy="behaviour", version="1.10", reader=Reader.PARENTS
            ),
        ),
        (
            "behaviour/2025-09.pupils.pl.md",
            FileName(
                kind=FileKind.SUMMARY,
                policy="behaviour",
                version="2025-09",
                reader=Reader.PUPILS,
                language="pl",
            ),
        ),
        ("behaviour/2025-09.parent.md", FileName(kind=FileKind.STRAY)),
        (
            "behaviour/2025-09.parentsevening.md",
            FileName(kind=FileKind.VERSION, policy="behaviour", version="2025-09.parentsevening"),
        ),
        ("behaviour/plan.PNG", FileName(kind=FileKind.PICTURE, policy="behaviour")),
        ("behaviour/pictures/plan.webp", FileName(kind=FileKind.PICTURE, policy="behaviour")),
        ("plan.png", FileName(kind=FileKind.STRAY)),
        ("2025-09.md", FileName(kind=FileKind.STRAY)),
        ("behaviour/old/2025-09.md", FileName(kind=FileKind.STRAY)),
        ("behaviour/school.yml", FileName(kind=FileKind.STRAY)),
        ("behaviour/plan.svg", FileName(kind=FileKind.PICTURE, policy="behaviour")),
    ],
)
def test_paths_are_classified(path: str, what: FileName) -> None:
    assert layout.classify(layout.POLICIES + path) == what


@pytest.mark.parametrize(
    "ordered",
    [
        ["1.9", "1.10", "1.11", "2.0"],
        ["2023-11", "2024-02", "2025-09", "2025-09-b", "2025-10"],
        ["9", "10", "100"],
        ["v1", "v2", "v10"],
        ["1", "1.1", "1.1.1"],
    ],
)
def test_versions_sort_by_number(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=layout.sort_key) == ordered
