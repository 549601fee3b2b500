"""`restore` puts a recorded version's file back, with what was decided since."""

import json

import pytest
from builders import PATH, as_bytes, make_approved_text, make_record, make_sources

from policybook.approvals import restore
from policybook.approvals.plan import Plan, RequestError
from policybook.reading.files import layout
from policybook.reading.record import approval_record, approved_text, record_file
from tests.approvals.commands import (
    REMOVAL,
    Files,
    apply_plan,
    list_errors,
    make_school,
    plan_review,
    plan_withdrawal,
    read_library,
)

TYPED = make_approved_text("## Rules\n\nBe kind.  \nBe calm.\n").replace(
    "owner:", "# For the office.\r\nowner:"
)


def plan_restoration(files: Files, policy: str = "behaviour", name: str = "2025-09") -> Plan:
    return restore.plan_restoration(make_sources(files), policy, name)


def forget_file(files: Files) -> Files:
    """The same school, as a release before `file` recorded it."""
    lines, previous = "", approval_record.NOTHING_BEFORE
    for line in as_bytes(files[layout.RECORD]).decode().splitlines():
        values = {k: v for k, v in json.loads(line).items() if k not in ("file", "file_sha256")}
        values["previous"] = previous
        covered = {k: v for k, v in values.items() if k not in ("hash", "text")}
        text = json.dumps(covered, sort_keys=True, ensure_ascii=False)
        values["hash"] = previous = approved_text.sha256(text.encode())
        lines += json.dumps(values, sort_keys=True, ensure_ascii=False) + "\n"
    return {**files, layout.RECORD: lines}


ALTERATIONS = {
    "word": lambda text: text.replace("kind", "quick"),
    "status": lambda text: text.replace("status: approved", "status: draft"),
    "withdrawn": lambda text: text.replace("status: approved", "status: withdrawn"),
    "field": lambda text: text.replace("owner:", "ownr:"),
    "dashes": lambda text: text.replace("---\n", "", 1),
    "colon": lambda text: text.replace("title: ", "title: New: "),
    "ansi": lambda text: text.replace("kind", "na\u00efve").encode("cp1252"),
    "empty": lambda _: "",
}


@pytest.mark.parametrize("name", ALTERATIONS)
def test_file_comes_back_byte_for_byte(name: str) -> None:
    files = make_school(TYPED)
    assert list_errors(files) == []
    broken = {**files, PATH: ALTERATIONS[name](TYPED)}
    (error,) = list_errors(broken)
    assert "policybook restore behaviour 2025-09" in error
    done = apply_plan(broken, plan_restoration(broken))
    assert done[PATH] == TYPED.encode()


def test_other_encoding_is_restored() -> None:
    files = make_school(TYPED)
    files[PATH] = TYPED.encode("utf-16")
    assert list_errors(files) == []
    assert apply_plan(files, plan_restoration(files))[PATH] == TYPED.encode()


def test_deleted_file_comes_back() -> None:
    files = make_school(TYPED)
    del files[PATH]
    (error,) = list_errors(files)
    assert "policybook restore behaviour 2025-09" in error
    assert apply_plan(files, plan_restoration(files))[PATH] == TYPED.encode()


def test_later_decisions_come_back() -> None:
    files = make_school()
    files = apply_plan(files, plan_review(files))
    files = apply_plan(files, plan_withdrawal(files))
    broken = {**files, PATH: make_approved_text("## Other\n\nWords.\n")}
    done = apply_plan(broken, plan_restoration(broken))
    assert done[PATH] == files[PATH]


@pytest.mark.parametrize("name", ALTERATIONS)
def test_older_entry_gives_its_words(name: str) -> None:
    files = forget_file(make_school(TYPED))
    assert list_errors(files) == []
    broken = {**files, PATH: ALTERATIONS[name](TYPED)}
    proposal = plan_restoration(broken)
    done = apply_plan(broken, proposal)
    assert list_errors(done) == []
    assert "does not hold how the file was typed" in "\n".join(proposal.messages)
    assert b"Be kind.\nBe calm.\n" in as_bytes(done[PATH])


def test_unknown_owner_is_said() -> None:
    files = forget_file(make_school(TYPED))
    del files[PATH]
    proposal = plan_restoration(files)
    assert "`owner`, which is now “Not recorded”" in "\n".join(proposal.messages)
    assert list_errors(apply_plan(files, proposal)) == []


def test_unchanged_file_stays() -> None:
    proposal = plan_restoration(make_school())
    assert (proposal.files, proposal.is_refused) == ({}, False)


def test_changed_picture_is_said() -> None:
    picture = "docs/policies/behaviour/hall.png"
    files: Files = {
        PATH: make_approved_text("## Rules\n\n![Hall](hall.png)\n"),
        picture: b"\x89PNG",
    }
    files[layout.RECORD] = make_record(files)
    files[picture] = b"\x89PNG\r\n"
    assert "bring the picture itself back from a copy" in next(
        e for e in list_errors(files) if "[altered]" in e
    )
    assert "bring the picture back" in "\n".join(plan_restoration(files).messages)


def test_removed_words_stay_removed() -> None:
    files = make_school()
    files = apply_plan(files, plan_withdrawal(files, REMOVAL))
    entry = read_library(files).record[0]
    assert entry.file_sha256
    assert approval_record.read_file(record_file.split(files[layout.RECORD]), entry) == ""
    assert plan_restoration(files).is_refused


def test_unknown_version_is_refused() -> None:
    with pytest.raises(RequestError):
        plan_restoration(make_school(), "behaviour", "1999-01")


def test_altered_entry_gives_no_file() -> None:
    files = make_school()
    record = as_bytes(files[layout.RECORD]).decode()
    files[layout.RECORD] = record.replace("every child", "no child")
    assert plan_restoration(files).is_refused


def edit(text: str) -> str:
    """Return the text with a word, an allowed field and a comment changed."""
    text = text.replace("Be kind.", "Be quick.").replace("owner: Headteacher", "owner: Bursar")
    return text.replace("# For the office.", "# For all.")


def test_every_line_is_named() -> None:
    typed = TYPED.replace("\r\n", "\n")
    files = make_school(typed)
    broken = {**files, PATH: edit(typed)}
    (error,) = list_errors(broken)
    owner = typed.split("\n").index("owner: Headteacher") + 1
    assert (
        f"Line {owner}: `owner` was changed since the version was approved, as it may be: "
        "it was “Headteacher” and is now “Bursar”"
    ) in error
    plan = plan_restoration(broken)
    assert any("`owner` was changed" in message for message in plan.messages)
    assert f"{PATH}:{owner - 1}: the line “# For all.” becomes “# For the office.” again." in (
        plan.messages
    )
    assert apply_plan(broken, plan)[PATH] == typed.encode()


def test_allowed_change_alone_is_no_fault() -> None:
    typed = TYPED.replace("\r\n", "\n")
    files = make_school(typed)
    assert list_errors({**files, PATH: typed.replace("owner: Headteacher", "owner: Bursar")}) == []


def test_taken_and_added_lines_are_named() -> None:
    files = make_school(TYPED)
    now = TYPED.replace("# For the office.\r\n", "").replace("kind.  ", "quick.\n# Hm")
    plan = plan_restoration({**files, PATH: now})
    assert any("the line “# For the office.” comes back." in m for m in plan.messages)


def test_facts_that_cannot_be_read_hide_no_line() -> None:
    files = make_school(TYPED)
    messages = plan_restoration({**files, PATH: f"<<<<<<< HEAD\n{TYPED}"}).messages
    assert f"{PATH}:1: the line “<<<<<<< HEAD” is taken out again." in messages
    unread = {**files, PATH: TYPED.replace("title: ", "title: Policy: number # 9 ")}
    assert "## Rules" not in "\n".join(plan_restoration(unread).messages)


def test_other_owner_is_named_and_stays() -> None:
    files = make_school(TYPED)
    assert plan_restoration(files).messages == (f"{PATH} is as it was approved.",)
    files[PATH] = TYPED.replace("owner: Headteacher", "owner: Deputy head")
    result = plan_restoration(files)
    assert list_errors(files) == [] and not result.files
    first, change, last = result.messages
    assert first == f"{PATH} has the approved text."
    assert "it was “Headteacher” and is now “Deputy head”" in change
    assert last == "No approval covers what differs, so it stays."


def test_older_entry_says_what_it_lacks() -> None:
    first, last = plan_restoration(forget_file(make_school(TYPED))).messages
    assert "has the approved text" in first and "does not hold `owner`" in last


def test_unreadable_front_matter_changes_no_word() -> None:
    files = make_school(TYPED)
    files[PATH] = TYPED.replace("title: ", "title:\u00a0")
    (error,) = list_errors(files)
    assert "no ordinary space after `title:`" in error
    assert "## Rules" not in " ".join(plan_restoration(files).messages)
