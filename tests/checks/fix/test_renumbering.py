"""`check --fix` updates clause numbers, and changes nothing else."""

from pathlib import Path

import pytest
from builders import (
    make_approved_text,
    make_record,
    make_sources,
    write_files,
)

from policybook import search
from policybook.checks.fix import number_rewriting
from policybook.model.findings import Severity
from policybook.reading.files import layout
from tests.checks.numbered_files import (
    ASKED,
    DECIDED,
    NEW,
    OLD_PATH,
    WORDS,
    declare_version,
    list_search_findings,
    make_files,
    renumber,
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_numbers_change(end: str, mark: str) -> None:
    given = make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"))
    given |= {p: (mark + str(given[p]).replace("\n", end)).encode() for p in search.PATHS}
    asked, words = (renumber(given)[p].data.decode() for p in search.PATHS)
    after = declare_version("2026-12") + ASKED.replace(
        "answer: behaviour 1.1", "answer: behaviour 2.1"
    ).replace("['behaviour 1.1', behaviour 1.3]", "['behaviour 2.1', behaviour 2.3]").replace(
        "- behaviour 1.3   #", "- behaviour 2.3   #"
    )
    assert asked == mark + after.replace("\n", end)
    assert words == mark + (
        declare_version("2026-12") + WORDS.replace("behaviour 1.1", "behaviour 2.1")
    ).replace("\n", end)


def test_second_renumbering_changes_nothing() -> None:
    given = make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"))
    given |= {path: item.data for path, item in renumber(given).items()}
    assert renumber(given) == {}
    assert list_search_findings(given) == []


def test_missing_clause_keeps_its_version() -> None:
    asked = "questions:\n  - question: no coat\n    answer: behaviour 1.2\n"
    given = make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"), asked=asked)
    given |= {path: item.data for path, item in renumber(given).items()}
    assert (
        b"    answer: behaviour 1.2 (2024-09)\n"
        in make_sources(given).files[layout.ASKED_QUESTIONS]
    )
    assert [f.code for f in list_search_findings(given)] == ["number-gone"]
    assert renumber(given) == {}


@pytest.mark.parametrize(
    ("row", "after"),
    [
        ("    answer: behaviour 1.1\n", "    answer: [behaviour 1.1, behaviour 1.2]\n"),
        ("    answer: [behaviour 1.1]\n", "    answer: [behaviour 1.1, behaviour 1.2]\n"),
        (
            "    answer:\n      - behaviour 1.1\n",
            "    answer:\n      - behaviour 1.1\n      - behaviour 1.2\n",
        ),
    ],
)
def test_divided_clause_names_every_part(row: str, after: str) -> None:
    first = "Every pupil hands the phone in at the office each morning before lessons begin."
    second = "Every pupil takes the phone home from there after school unless a teacher keeps it."
    given = make_files(
        make_approved_text(f"## Rules\n\n{first}\n\n{second}\n", **DECIDED),
        declare_version("2024-09"),
    )
    given[OLD_PATH] = make_approved_text(
        f"## Rules\n\n{first} {second}\n", approved_on="2024-09-16"
    )
    asked = "questions:\n  - question: phone\n"
    given[layout.ASKED_QUESTIONS], given[layout.VOCABULARY] = (
        declare_version("2024-09") + asked + row,
        "",
    )
    assert (
        renumber(given)[layout.ASKED_QUESTIONS].data.decode()
        == declare_version("2026-12") + asked + after
    )


def test_proved_version_is_declared() -> None:
    results = renumber(make_files())
    assert results[layout.ASKED_QUESTIONS].data.decode() == ASKED.replace(
        "questions:",
        f"{number_rewriting.VERSIONS_COMMENT}\n{declare_version('2024-09')}questions:",
        1,
    )
    assert "which versions" in results[layout.ASKED_QUESTIONS].description


def test_unproved_version_is_not_declared() -> None:
    assert renumber(make_files(make_approved_text(NEW, **DECIDED))) == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("numbers_of: {trips: 2025-01}\n", "numbers_of: {trips: 2025-01, behaviour: 2024-09}\n"),
        (
            "numbers_of:\n    trips: 2025-01  # x\n",
            "numbers_of:\n    trips: 2025-01  # x\n    behaviour: 2024-09\n",
        ),
    ],
)
def test_policy_joins_declared_policies(before: str, after: str) -> None:
    given = make_files(of=before)
    given["docs/policies/trips/2025-01.md"] = make_approved_text(
        "## Trips\n\nCoaches have belts.\n", title="Trips"
    )
    assert renumber(given)[layout.VOCABULARY].data.decode() == after + WORDS


def test_displaced_question_gets_a_row() -> None:
    more = "".join(f"Where do I hand in my phone {n}? Hand in the phone.\n\n" for n in range(6))
    asked = "questions:\n  - question: where do I hand in my phone\n    answer: behaviour 1.1\n"
    given = make_files(
        make_approved_text(f"{NEW}\n## Hand in\n\n{more}", **DECIDED),
        declare_version("2024-09"),
        asked=asked,
    )
    assert [f.severity for f in list_search_findings(given) if f.code == "asked"] == [
        Severity.WARNING
    ]
    results = renumber(given)
    assert results[layout.VOCABULARY].rows == ("where do I hand in my phone",)
    row = (
        "\nquestions that people asked:\n  - say: where do I hand in my phone\n    means: "
        "behaviour 2.1\n"
    )
    assert results[layout.VOCABULARY].data.decode().endswith(row)
    given |= {path: item.data for path, item in results.items()}
    assert list_search_findings(given) == [] and renumber(given) == {}


@pytest.mark.mkdocs
def test_fix_command_writes_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from policybook import cli

    given = make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"))
    write_files(make_sources({**given, layout.RECORD: make_record(given)}).files, tmp_path)
    cli.main(["check", "--fix", "--project", str(tmp_path), "--today", "2026-11-22"])
    excerpt = capsys.readouterr().out
    assert (
        "asked.yml: wrote 4 numbers, such as behaviour 2.1 for 1.1." in excerpt
        and "number-moved" not in excerpt
    )
    assert "behaviour 2.1" in (tmp_path / layout.ASKED_QUESTIONS).read_text(encoding="utf-8")
