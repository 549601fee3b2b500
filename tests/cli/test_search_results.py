"""What `search` prints and gives as data: how surely each result answers."""

import json
from pathlib import Path

import pytest

from policybook.cli import main

SCHOOL = Path(__file__).parent.parent / "search" / "school"
FIELDS = {"kind", "policy", "number", "text", "score", "confidence", "partial"}


def run_search(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    main(["search", *words, "--project", str(SCHOOL), "--today", "2026-11-22"])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("query", "confidence"),
    [
        ("complain about the headteacher", "full"),
        ("who reads my file", "partial"),
        ("who won the election", "none"),
    ],
)
def test_data_say_how_surely(
    capsys: pytest.CaptureFixture[str], query: str, confidence: str
) -> None:
    rows = json.loads(run_search(capsys, query, "--format", "json"))
    assert rows[0].keys() >= FIELDS
    assert rows[0]["confidence"] == confidence
    assert all(row["partial"] is (row["confidence"] != "full") for row in rows)


@pytest.mark.parametrize(
    ("query", "first_words"),
    [
        ("complain about the headteacher", " 1. "),
        ("who reads my file", "No exact match. "),
        ("who won the election", "No rule here answers this. Ask the school office"),
    ],
)
def test_terminal_says_how_surely(
    capsys: pytest.CaptureFixture[str], query: str, first_words: str
) -> None:
    assert run_search(capsys, query).startswith(first_words)


@pytest.mark.parametrize("query", ["complain about the headteacher", "confiscated phone"])
def test_terminal_tells_related_rules_apart(capsys: pytest.CaptureFixture[str], query: str) -> None:
    rows = json.loads(run_search(capsys, query, "--format", "json"))
    lines = [line for line in run_search(capsys, query).splitlines() if ", score " in line]
    assert any(row["partial"] for row in rows) and not rows[0]["partial"]
    assert [line.endswith(", related") for line in lines] == [row["partial"] for row in rows]


def test_unanswered_worry_leads_to_help(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "If you are worried about someone’s safety, see What to do now (worried/)."
    assert f"{sentence} In danger? Ring 999.\n" in run_search(capsys, "who won the election")
    assert sentence not in run_search(capsys, "complain about the headteacher")
    assert sentence not in run_search(capsys, "who reads the file")
    assert sentence not in run_search(capsys, "my dad hits me")
    assert sentence in run_search(capsys, "xqzt")
    assert sentence in run_search(capsys, "they ate my school dinner menu")
    short = "Worried about someone? What to do now (worried/).\n"
    told = run_search(capsys, "he sent me a friend request")
    assert told.startswith(short) and sentence not in told
    assert short not in run_search(capsys, "complain about the headteacher")
    assert short not in run_search(capsys, "my dad hits me")
    rows = run_search(capsys, "who won the election", "--format", "json")
    assert "worried about" not in rows and json.loads(rows)


@pytest.mark.parametrize("limit", [1, 2])
def test_batch_keeps_the_limit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, limit: int
) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("complain about the headteacher\n", encoding="utf-8")
    rows = json.loads(run_search(capsys, "--batch", str(queries), "--limit", str(limit)))
    assert len(rows) == limit
