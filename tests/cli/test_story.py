"""`story`: what a proposal changes, against a folder or a branch."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.school import SCHOOL, edit, run

NEW = "docs/policies/behaviour/2027-01.md"
COMMENTS = (
    b"comments_from: 2026-11-16\ncomments_until: 2027-01-04\n"
    b"comments_to: office@hill-view.example\n"
)


def git(project: Path, *words: str) -> None:
    who = ("-c", "user.name=Office", "-c", "user.email=office@school.example")
    subprocess.run(["git", "-C", project, *who, *words], check=True, capture_output=True)


@pytest.fixture
def base(project: Path) -> str:
    """The project is under Git, on a branch of its own."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "before")
    git(project, "switch", "-q", "-c", "proposal")
    return "main"


def tell(project: Path, base: str | Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(project, "story", str(base)) == 0
    return capsys.readouterr().out


def test_new_version_is_compared(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new-version", "behaviour", "2027-01") == 0
    edit(project / NEW, b"kind", b"very kind")
    text = tell(project, SCHOOL, capsys)
    assert text.startswith("<!-- policybook:story -->\n\n# What this proposal changes\n\n1 new")
    assert "## Behaviour Policy: new version 2027-01\n" in text
    assert "status: draft. Compared with version 2024-09:" in text
    assert "[added: very]" in text
    assert "- `docs/policies/behaviour/2027-01.parents.md`: the summary for parents" in text


def test_edited_version_against_itself(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "docs/policies/mobile-phones/2026-12.md"
    edit(project / path, b"consultation", b"draft")
    edit(project / path, COMMENTS, b"")
    text = tell(project, SCHOOL, capsys)
    assert "1 edited version." in text and "It was consultation." in text


def test_removed_version_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "docs/policies/mobile-phones")
    text = tell(project, SCHOOL, capsys)
    assert "1 removed version." in text
    assert "`docs/policies/mobile-phones/2026-12.md` is no longer there." in text


def test_approval_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("approve", "mobile-phones", "2026-12", "--by", "Governing Body", "--on")
    assert run(project, *words, "2026-11-20", "--yes") == 0
    text = tell(project, SCHOOL, capsys)
    assert "## In the record of approvals\n\n- mobile-phones 2026-12: approved by Gov" in text
    assert "It was consultation." in text


def test_unreadable_version_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / NEW).write_text("## No details\n", encoding="utf-8")
    text = tell(project, SCHOOL, capsys)
    assert "## Files that cannot be read yet" in text and NEW in text


def test_nothing_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tell(project, SCHOOL, capsys)
    assert text.endswith("\n\nNo text of a policy changes.\n")


def test_branch_is_the_base(project: Path, base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new-version", "behaviour", "2027-01") == 0
    text = tell(project, base, capsys)
    assert "1 new version." in text
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "proposal")
    # Work on the main branch meanwhile is no part of the proposal.
    git(project, "switch", "-q", "main")
    shutil.rmtree(project / "docs/policies/mobile-phones")
    git(project, "commit", "-q", "-a", "-m", "meanwhile")
    git(project, "switch", "-q", "proposal")
    assert tell(project, base, capsys) == text


def test_school_in_a_subfolder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "web" / "policies"
    shutil.copytree(SCHOOL, project)
    (tmp_path / "web" / "docs").mkdir()
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "before")
    assert "No text of a policy changes." in tell(project, "main", capsys)


@pytest.mark.parametrize("name", ["nowhere", "", "main:docs", "a b", "..", "HEAD~7"])
def test_no_such_base(
    project: Path, base: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "story", name) == 1
    assert "neither a school's folder nor a revision" in capsys.readouterr().out


def test_folder_without_git(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "story", "main") == 1
    assert "Traceback" not in capsys.readouterr().out


def test_long_story_is_cut(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new-version", "behaviour", "2027-01") == 0
    more = "".join(f"\nNobody may bring number {n} into school.\n" for n in range(3000))
    with (project / NEW).open("a", encoding="utf-8") as file:
        file.write(f"\n## More\n{more}")
    text = tell(project, SCHOOL, capsys)
    assert len(text) < 65_000
    assert "diff behaviour 2024-09 2027-01" in text and text.count("```") == 2


def test_marks_in_texts_do_not_act(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new-version", "behaviour", "2027-01") == 0
    source = (project / NEW).read_text(encoding="utf-8")
    source = source.replace("title: Behaviour Policy", "title: Be *good* @office <b>")
    (project / NEW).write_text(f"{source}\nAsk @office ```\n", encoding="utf-8")
    text = tell(project, SCHOOL, capsys)
    assert "## Be \\*good\\* @\N{WORD JOINER}office \\<b\\>: new" in text
    assert "````text" in text or "```" not in text.split("```text", 1)[1].rsplit("```", 1)[0]
