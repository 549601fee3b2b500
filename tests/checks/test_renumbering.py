"""Numbers of clauses in `asked.yml` and `vocabulary.yml`: followed, brought up to date by `check --fix` and `approve`, and nothing else changed."""

from datetime import date
from pathlib import Path

import pytest
from builders import (
    list_findings,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
    write_files,
)

from policybook import search
from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.approvals.plan import Plan
from policybook.checks.fix import number_rewriting, renumbering
from policybook.checks.fix.renumbering import RenumberedFile
from policybook.model import Library
from policybook.model.findings import Finding, Severity
from policybook.publish import atomic_file
from policybook.reading import layout, library

TODAY = date(2026, 11, 22)
OLD_PATH, NEW_PATH = "docs/policies/behaviour/2024-09.md", "docs/policies/behaviour/2026-12.md"
PHONES = "Every pupil hands the phone in at the office each morning."
COATS = "A pupil who has no coat borrows one from the office."
FIGHTS = "Whoever fights goes home at once. Nobody may fight back either."
OLD = f"## Rules\n\n{PHONES}\n\n{COATS}\n\n{FIGHTS}\n"
TABLETS = "A tablet stays in its bag until a teacher asks for it."
NEW = (
    "## Watches\n\nWatches that can take pictures stay at home.\n\n## "
    f"Rules\n\n{PHONES}\n\n{TABLETS}\n\n{FIGHTS}\n"
)
ASKED = """# what people asked

questions:
  - question: where do I hand in my phone  # by behaviour 1.1
    answer: behaviour 1.1
  - question: "behaviour 1.1: my phone"
    answer: ['behaviour 1.1', behaviour 1.3]
  - question: fights
    answer:
      - behaviour 1.3   # a remark
"""
WORDS = """our words:
  - say: moby
    means: behaviour 1.1,   fights
"""
DECIDED = {"approved_on": "2026-11-20", "changes": "Watches."}


def files(new: str = "", of: str = "", **more: str) -> dict[str, str | bytes]:
    """The old version in force; the new one in consultation, or as given."""
    results: dict[str, str | bytes] = {
        OLD_PATH: make_approved_text(OLD, approved_on="2024-09-16"),
        NEW_PATH: new or make_text(NEW, changes="Watches."),
        layout.ASKED_QUESTIONS: of + more.get("asked", ASKED),
        layout.VOCABULARY: of + more.get("words", WORDS),
    }
    return results


def of(version: str) -> str:
    return f"numbers_of:\n  behaviour: {version}\n\n"


def known(given: dict[str, str | bytes]) -> Library:
    return library.load(make_sources(given)).library


def fixed(given: dict[str, str | bytes], today: date = TODAY) -> dict[str, RenumberedFile]:
    results = known(given)
    held = {path: renumbering.read_number_versions(results, today, path) for path in search.PATHS}
    return {
        item.path: item
        for item in renumbering.bring_up_to_date(make_sources(given), results, today, held)
    }


def found(given: dict[str, str | bytes], today: date = TODAY) -> list[Finding]:
    return [f for f in list_findings(make_sources(given), today) if f.path in search.PATHS]


# ---------- followed


@pytest.mark.parametrize(
    ("number", "now"),
    [
        ("1.1", ("2.1",)),
        ("1.2", ()),
        ("1.3", ("2.3",)),
        ("2.2", ("2.2",)),
        ("9.9", ()),
        ("1.1 (2024-09)", ("2.1",)),
    ],
)
def test_number_leads_to_current_version(number: str, now: tuple[str, ...]) -> None:
    results = known(files(make_approved_text(NEW, **DECIDED), of("2024-09")))
    assert (
        search.current_numbers(results, TODAY, layout.ASKED_QUESTIONS)
        .find_clause("behaviour", number)
        .now
        == now
    )


def test_number_leads_to_earlier_version() -> None:
    results = known(files(make_approved_text(NEW, **DECIDED), of("2026-12")))
    numbers = search.current_numbers(results, date(2026, 1, 1), layout.ASKED_QUESTIONS)
    assert numbers.find_clause("behaviour", "2.3").now == ("1.3",)
    assert numbers.find_clause("behaviour", "1.1").now == ()


def test_number_leads_through_middle_version() -> None:
    given = files(make_approved_text(NEW, **DECIDED), of("2024-09"))
    given["docs/policies/behaviour/2025-09.md"] = make_approved_text(
        f"## Rules\n\n{FIGHTS}\n\n{PHONES}\n", changes="Fights first.", approved_on="2025-09-15"
    )
    assert search.current_numbers(known(given), TODAY, layout.ASKED_QUESTIONS).find_clause(
        "behaviour", "1.3"
    ).now == ("2.3",)


def test_moved_number_warns_once_per_row() -> None:
    messages = found(files(make_approved_text(NEW, **DECIDED), of("2024-09")))
    assert [(f.path, f.line, f.code) for f in messages] == [
        (layout.ASKED_QUESTIONS, 7, "number-moved"),
        (layout.ASKED_QUESTIONS, 9, "number-moved"),
        (layout.ASKED_QUESTIONS, 9, "number-moved"),
        (layout.ASKED_QUESTIONS, 11, "number-moved"),
        (layout.VOCABULARY, 5, "number-moved"),
    ]
    assert {f.severity for f in messages} == {Severity.WARNING}
    assert (
        "behaviour 1.1 of version 2024-09" in messages[0].message
        and "is now 2.1 in version 2026-12" in messages[0].message
    )
    assert messages[0].remedy.startswith("Write behaviour 2.1")


def test_missing_clause_names_similar_clauses() -> None:
    asked = "questions:\n  - question: no coat\n    answer: behaviour 1.2\n"
    (messages,) = found(
        files(
            make_approved_text(NEW, **DECIDED), of("2024-09"), asked=asked, words="our words: []\n"
        )
    )
    assert (messages.code, messages.severity, messages.line) == ("number-gone", Severity.WARNING, 5)
    assert (
        "“no coat”" in messages.message
        and "behaviour 2.1, “Every pupil hands the phone" in messages.remedy
    )


def test_undeclared_version_gets_a_remedy() -> None:
    messages = [f for f in found(files(make_approved_text(NEW, **DECIDED))) if f.code == "asked"]
    assert messages and all(f.severity is Severity.ERROR for f in messages)
    assert "1.1 of version 2024-09 is now 2.1: write behaviour 2.1." in messages[0].remedy
    assert "`  behaviour: 2024-09`" in messages[0].remedy


# ---------- check --fix


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_numbers_change(end: str, mark: str) -> None:
    given = files(make_approved_text(NEW, **DECIDED), of("2024-09"))
    given |= {p: (mark + str(given[p]).replace("\n", end)).encode() for p in search.PATHS}
    asked, words = (fixed(given)[p].data.decode() for p in search.PATHS)
    after = of("2026-12") + ASKED.replace("answer: behaviour 1.1", "answer: behaviour 2.1").replace(
        "['behaviour 1.1', behaviour 1.3]", "['behaviour 2.1', behaviour 2.3]"
    ).replace("- behaviour 1.3   #", "- behaviour 2.3   #")
    assert asked == mark + after.replace("\n", end)
    assert words == mark + (
        of("2026-12") + WORDS.replace("behaviour 1.1", "behaviour 2.1")
    ).replace("\n", end)


def test_second_renumbering_changes_nothing() -> None:
    given = files(make_approved_text(NEW, **DECIDED), of("2024-09"))
    given |= {path: item.data for path, item in fixed(given).items()}
    assert fixed(given) == {}
    assert found(given) == []


def test_missing_clause_keeps_its_version() -> None:
    asked = "questions:\n  - question: no coat\n    answer: behaviour 1.2\n"
    given = files(make_approved_text(NEW, **DECIDED), of("2024-09"), asked=asked)
    given |= {path: item.data for path, item in fixed(given).items()}
    assert (
        b"    answer: behaviour 1.2 (2024-09)\n"
        in make_sources(given).files[layout.ASKED_QUESTIONS]
    )
    assert [f.code for f in found(given)] == ["number-gone"]
    assert fixed(given) == {}


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
    given = files(
        make_approved_text(f"## Rules\n\n{first}\n\n{second}\n", **DECIDED), of("2024-09")
    )
    given[OLD_PATH] = make_approved_text(
        f"## Rules\n\n{first} {second}\n", approved_on="2024-09-16"
    )
    asked = "questions:\n  - question: phone\n"
    given[layout.ASKED_QUESTIONS], given[layout.VOCABULARY] = of("2024-09") + asked + row, ""
    assert fixed(given)[layout.ASKED_QUESTIONS].data.decode() == of("2026-12") + asked + after


def test_proved_version_is_declared() -> None:
    results = fixed(files())
    assert results[layout.ASKED_QUESTIONS].data.decode() == ASKED.replace(
        "questions:", f"{number_rewriting.VERSIONS_COMMENT}\n{of('2024-09')}questions:", 1
    )
    assert "which versions" in results[layout.ASKED_QUESTIONS].description


def test_unproved_version_is_not_declared() -> None:
    assert fixed(files(make_approved_text(NEW, **DECIDED))) == {}


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
    given = files(of=before)
    given["docs/policies/trips/2025-01.md"] = make_approved_text(
        "## Trips\n\nCoaches have belts.\n", title="Trips"
    )
    assert fixed(given)[layout.VOCABULARY].data.decode() == after + WORDS


def test_displaced_question_gets_a_row() -> None:
    more = "".join(f"Where do I hand in my phone {n}? Hand in the phone.\n\n" for n in range(6))
    asked = "questions:\n  - question: where do I hand in my phone\n    answer: behaviour 1.1\n"
    given = files(
        make_approved_text(f"{NEW}\n## Hand in\n\n{more}", **DECIDED), of("2024-09"), asked=asked
    )
    assert [f.severity for f in found(given) if f.code == "asked"] == [Severity.WARNING]
    results = fixed(given)
    assert results[layout.VOCABULARY].rows == ("where do I hand in my phone",)
    row = (
        "\nquestions that people asked:\n  - say: where do I hand in my phone\n    means: "
        "behaviour 2.1\n"
    )
    assert results[layout.VOCABULARY].data.decode().endswith(row)
    given |= {path: item.data for path, item in results.items()}
    assert found(given) == [] and fixed(given) == {}


@pytest.mark.mkdocs
def test_fix_command_writes_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from policybook import cli

    given = files(make_approved_text(NEW, **DECIDED), of("2024-09"))
    write_files(make_sources({**given, layout.RECORD: make_record(given)}).files, tmp_path)
    cli.main(["check", "--fix", "--project", str(tmp_path), "--today", "2026-11-22"])
    excerpt = capsys.readouterr().out
    assert (
        "asked.yml: wrote 4 numbers, such as behaviour 2.1 for 1.1." in excerpt
        and "number-moved" not in excerpt
    )
    assert "behaviour 2.1" in (tmp_path / layout.ASKED_QUESTIONS).read_text(encoding="utf-8")


# ---------- approve


def plan(given: dict[str, str | bytes], **more: str) -> Plan:
    request = ApprovalRequest("Governing Body", "2026-11-20", "")
    return approve.plan_approval(
        make_sources({**given, layout.RECORD: make_record(given)}),
        [("behaviour", "2026-12")],
        request,
        TODAY,
    )


@pytest.mark.parametrize("excerpt", ["", of("2024-09")])
def test_approval_updates_numbers(excerpt: str) -> None:
    given = files(of=excerpt)
    results = plan(given)
    assert not results.is_refused
    assert any("asked.yml: 4 numbers" in line for line in results.messages)
    assert (
        b"behaviour: 2026-12" in results.files[layout.ASKED_QUESTIONS]
        and b"means: behaviour 2.1," in results.files[layout.VOCABULARY]
    )
    assert found({**given, **results.files}) == []


def test_later_approval_declares_the_version() -> None:
    given = files(make_text(NEW, changes="Watches.", effective_from="2027-01-01"))
    results = plan(given)
    assert (
        b"behaviour: 2024-09" in results.files[layout.ASKED_QUESTIONS]
        and b"answer: behaviour 1.1\n" in results.files[layout.ASKED_QUESTIONS]
    )
    after = {**given, **results.files}
    assert found(after) == []
    assert {f.severity for f in found(after, date(2027, 1, 1))} == {Severity.WARNING}


def test_blocked_build_is_announced() -> None:
    asked = "questions:\n  - question: watches tablet phone\n    answer: behaviour 2.3\n"
    messages = "\n".join(plan(files(asked=asked)).messages)
    assert (
        "the site cannot be built until you correct these:" in messages
        and "“watches tablet phone”" in messages
    )


@pytest.mark.mkdocs
@pytest.mark.parametrize("index", range(4))
def test_same_command_finishes_stopped_approval(
    index: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policybook import cli

    given = files(of=of("2024-09"))
    write_files(make_sources({**given, layout.RECORD: make_record(given)}).files, tmp_path)
    command = [
        "approve",
        "behaviour",
        "2026-12",
        "--by",
        "Governing Body",
        "--on",
        "2026-11-20",
        "--yes",
        "--project",
        str(tmp_path),
        "--today",
        "2026-11-22",
    ]
    real, left = atomic_file.replace, [index]

    def stopping(file: Path, data: bytes) -> None:
        if not left[0]:
            raise OSError("the disk is full")
        left[0] -= 1
        real(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(atomic_file, "replace", stopping)
        assert cli.main(command) == 1
    assert cli.main(command) == 0
    assert cli.main(["check", "--fix", "--project", str(tmp_path), "--today", "2026-11-22"]) == 0
    now = {path: (tmp_path / path).read_bytes() for path in given}
    assert found({**now, layout.RECORD: (tmp_path / layout.RECORD).read_bytes()}) == []
    assert b"answer: behaviour 2.1\n" in now[layout.ASKED_QUESTIONS]
