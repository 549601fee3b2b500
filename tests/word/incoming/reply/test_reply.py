"""A file that came back: its changes are listed, and the chosen ones go into the draft."""

from pathlib import Path

import pytest
from builders import TODAY, make_text

from policybook import redline
from policybook.model import Policy, Version
from policybook.project import incoming_reply
from policybook.project.incoming_reply import PlannedReply, ReplyError
from policybook.project.open import OpenedProject, open_project
from policybook.site import word_files
from policybook.word.incoming.reply.reply_file import WordReply
from tests.word.incoming.marking_up import MarkedUp

BODY = """## Aims

We want every child to learn.
We answer within **five** days, as [the office](mailto:office@school.example) does.

The duties are:

- be kind;
- be safe;
- be calm.

## Times

| Stage | Days |
| --- | --- |
| One | five |
| Two | ten |

The head decides.
"""


@pytest.fixture
def school(tmp_path: Path) -> OpenedProject:
    folder = tmp_path / "docs" / "policies" / "behaviour"
    folder.mkdir(parents=True)
    (folder / "2026-12.md").write_text(make_text(BODY, status="draft"), encoding="utf-8")
    return open_project(tmp_path, TODAY, by_clock=False)


def find_draft(school: OpenedProject) -> tuple[Policy, Version]:
    (policy,) = school.library.policies
    return policy, policy.versions[0]


def send_out(school: OpenedProject) -> MarkedUp:
    """Return the draft as a Word file that somebody marks up."""
    policy, version = find_draft(school)
    return MarkedUp(word_files.version_word_file(school.library, policy, version, school.today))


def take(school: OpenedProject, marked: MarkedUp, *numbers: int) -> PlannedReply:
    reply = WordReply(marked.save())
    chosen = [reply.changes[n - 1] for n in numbers] if numbers else reply.changes
    return incoming_reply.plan_reply(school, find_draft(school)[1], reply, chosen)


def body_of(plan: PlannedReply) -> str:
    return plan.data.decode().split("---\n", 2)[2]


def test_untouched_file_changes_nothing(school: OpenedProject) -> None:
    reply = WordReply(send_out(school).save())
    assert (reply.changes, reply.comments) == ((), ())
    plan = incoming_reply.plan_reply(school, find_draft(school)[1], reply, [])
    assert body_of(plan) == "\n" + BODY


def test_changed_words_change_in_the_draft(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.replace("every child to learn", "each child to learn")
    assert body_of(take(school, marked)) == "\n" + BODY.replace("every child", "each child")


def test_marks_around_changed_words_stay(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.replace("five", "three")
    marked.replace("the office", "the school office")
    text = body_of(take(school, marked))
    assert "within **three** days, as [the school office](mailto:office@school.example)" in text


def test_only_chosen_changes_are_taken(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.replace("be kind", "be very kind")
    marked.replace("be safe", "be quite safe")
    text = body_of(take(school, marked, 2))
    assert "- be kind;\n- be quite safe;" in text


def test_bullet_beside_own_numbers_changes(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "policies" / "behaviour"
    folder.mkdir(parents=True)
    body = "## 1. Aims\n\n1.1 We ask for this:\n\n- be kind;\n- be safe.\n"
    (folder / "2026-12.md").write_text(make_text(body, status="draft", numbering="own"), "utf-8")
    school = open_project(tmp_path, TODAY, by_clock=False)
    marked = send_out(school)
    marked.replace("be safe", "be quite safe")
    plan = take(school, marked)
    assert plan.not_taken == ()
    assert body_of(plan) == "\n" + body.replace("be safe", "be quite safe")


def test_items_come_and_go(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.add_after("be kind", "be fair;")
    marked.remove("be safe")
    assert "- be kind;\n- be fair;\n- be calm.\n" in body_of(take(school, marked))


def test_paragraph_is_put_in_below_another(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.add_after("The head decides", "The chair is told.")
    assert body_of(take(school, marked)).endswith("The head decides.\n\nThe chair is told.\n")


def test_cell_changes_alone(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.replace("ten", "eleven")
    text = body_of(take(school, marked))
    assert "| One | five |\n| Two | eleven |" in text


def test_comments_become_questions(school: OpenedProject) -> None:
    marked = send_out(school)
    marked.comment("The head decides", "Should it be the chair?")
    plan = take(school, marked)
    (question,) = plan.new.facts.questions
    assert question.startswith("Chair of governors, 20 November 2026")
    assert question.endswith(": Should it be the chair?")
    assert body_of(plan) == "\n" + BODY


def test_second_reply_adds_its_questions(school: OpenedProject) -> None:
    _, version = find_draft(school)
    text = school.sources.files[version.path].decode()
    text = incoming_reply.add_questions(text, version, ["One?"])
    (school.folder / version.path).write_text(text, encoding="utf-8")
    again = open_project(school.folder, TODAY, by_clock=False)
    _, version = find_draft(again)
    assert version.facts.questions == ("One?",)
    text = incoming_reply.add_questions(text, version, ["One?", "Two?"])
    (school.folder / version.path).write_text(text, encoding="utf-8")
    third = open_project(school.folder, TODAY, by_clock=False)
    assert find_draft(third)[1].facts.questions == ("One?", "Two?")


def test_sent_redline_is_no_change_of_the_reader(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "policies" / "behaviour"
    folder.mkdir(parents=True)
    for name, body in (("2026-11", BODY), ("2026-12", BODY.replace("every child", "each child"))):
        (folder / f"{name}.md").write_text(make_text(body, status="draft"), encoding="utf-8")
    school = open_project(tmp_path, TODAY, by_clock=False)
    (policy,) = school.library.policies
    old, new = policy.versions
    changes = redline.redline(old, new)
    marked = MarkedUp(word_files.redline_in_library(changes, school.library))
    marked.replace("be calm", "be quite calm")
    (change,) = WordReply(marked.save()).changes
    assert (change.author, change.new) == ("Chair of governors", "be quite calm")


def test_other_file_is_no_reply(school: OpenedProject) -> None:
    from tests.word.incoming.word_files import make_docx, p

    reply = WordReply(make_docx(p("Something else.") + p("Entirely.")))
    with pytest.raises(ReplyError, match="not those of behaviour 2026-12"):
        incoming_reply.plan_reply(school, find_draft(school)[1], reply, [])


def test_approved_text_never_changes(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "policies" / "behaviour"
    folder.mkdir(parents=True)
    text = make_text(BODY, status="approved", approved_by="Head", approved_on="2026-09-01")
    (folder / "2026-09.md").write_text(text, encoding="utf-8")
    school = open_project(tmp_path, TODAY, by_clock=False)
    with pytest.raises(ReplyError, match="nothing changes an approved text"):
        incoming_reply.check_draft(find_draft(school)[1])
