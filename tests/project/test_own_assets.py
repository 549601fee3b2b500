"""Our own style sheets and scripts go out without most comments; a school's go out as they are."""

from pathlib import Path

import pytest

from policybook.project.templates import own_folder, read_templates

OURS = own_folder("templates") / "assets"


@pytest.mark.parametrize("name", sorted(file.name for file in OURS.iterdir()))
def test_only_whole_comments_go(name: str) -> None:
    before = (OURS / name).read_text(encoding="utf-8")
    after = read_templates(Path("nowhere")).assets[f"assets/{name}"].decode()
    assert after.split("\n")[0] == before.split("\n")[0]
    rest = iter(before.split("\n"))
    assert all(line in rest for line in after.split("\n"))  # the same lines, in order
    gone = before.split("\n")
    for line in after.split("\n"):
        gone.remove(line)
    starts, *comments = "\n".join(gone).split("/*")
    assert not starts.strip()
    assert not "".join(comment.partition("*/")[2].strip() for comment in comments)


def test_school_keeps_its_comments(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "assets" / "filter.js"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"/* ours */\n/* theirs */\nlet a;\n")
    assert read_templates(tmp_path).assets["assets/filter.js"] == own.read_bytes()
