"""The command `search` shows the card for a situation of harm above all results."""

import json
from pathlib import Path

import pytest
from builders import PATH, make_text

from policybook.cli import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    text = "## Rules\n\nPhotos of pupils are for the newsletter.\n"
    file.write_text(
        make_text(text, status="approved", approved_by="Governing Body", approved_on="2025-09-01"),
        encoding="utf-8",
    )
    (tmp_path / "docs/policies/school.yml").write_text("name: Hill View\n", encoding="utf-8")
    return tmp_path


def search(project: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["search", *words, "--project", str(project), "--today", "2026-11-29"]) == 0
    return capsys.readouterr().out


def test_terminal_shows_card_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = search(project, capsys, "someone asked me for photos").split("\n")
    assert lines[0] == "What to do now: Someone asked me for a photo"
    assert lines[1] == "  - In danger now? Ring 999."
    assert any(line.startswith(" 1. Behaviour policy, rule 1.1") for line in lines)


def test_json_has_card_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(search(project, capsys, "someone asked me for photos", "--format", "json"))
    assert [row["kind"] for row in rows] == ["card", "rule"]
    assert rows[0]["card"] == "photo-asked" and rows[0]["address"] == "worried/photo-asked/"
    assert rows[1]["number"] == "1.1"


def test_batch_has_card_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = project / "queries.txt"
    queries.write_text("someone asked me for photos\nphotos\n", encoding="utf-8")
    first, second = search(project, capsys, "--batch", str(queries)).splitlines()
    assert [row["kind"] for row in json.loads(first)] == ["card", "rule"]
    assert [row["kind"] for row in json.loads(second)] == ["rule"]


def test_ordinary_question_has_no_card(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "What to do now" not in search(project, capsys, "newsletter photos")


@pytest.fixture
def people(project: Path) -> Path:
    (project / "docs/policies/contacts.yml").write_text(
        "checked: 2026-11-20\ncontacts:\n"
        "  - {role: Headteacher, phone: 01632 960002, hours: 9 am to 3 pm}\n",
        encoding="utf-8",
    )
    return project


def test_terminal_shows_person_first(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = search(people, capsys, "phone number of the head").split("\n")
    assert lines[:3] == ["Whom to ask: Headteacher", "  01632 960002", "  9 am to 3 pm"]


def test_json_has_person_first(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(search(people, capsys, "who is the headteacher", "--format", "json"))
    assert (rows[0]["kind"], rows[0]["role"]) == ("person", "Headteacher")
    assert {row["kind"] for row in rows[1:]} <= {"rule"}


def test_json_has_fact_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = "who approved the behaviour policy"
    rows = json.loads(search(project, capsys, query, "--format", "json"))
    assert (
        rows[0].items()
        >= {
            "kind": "fact",
            "partial": False,
            "fact": "approved",
            "policy": "behaviour",
            "address": "policies/behaviour/",
        }.items()
    )
    assert rows[0]["lines"][0].startswith("Approved by Governing Body, 1 September 2025.")


def test_terminal_shows_fact_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = search(project, capsys, "who owns the behaviour policy").split("\n")
    assert lines[:2] == ["Behaviour policy: whom to ask", "  - Owner: Headteacher."]
    assert lines[2] == "  See policies/behaviour/"


def test_every_row_has_its_kind(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = ("someone asked me for photos", "who is the headteacher", "who owns the policy")
    for query in queries:
        rows = json.loads(search(people, capsys, query, "--format", "json"))
        assert all(type(row["partial"]) is bool and row["kind"] for row in rows)
        assert rows[0]["kind"] != "rule" and rows[0]["partial"] is False
