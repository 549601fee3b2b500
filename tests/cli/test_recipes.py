"""`recipes`: it writes the files of a host, and never over a file that is there."""

from pathlib import Path

import pytest

from policybook import cli
from policybook.project.recipes import RECIPES, make_recipe
from tests.cli.school import tree


@pytest.mark.parametrize("host", RECIPES)
def test_files_are_written_once(
    tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = next(iter(make_recipe(host)))
    (tmp_path / first).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / first).write_text("ours", encoding="utf-8")
    for word in ("Wrote", "stays as it is"):
        assert cli.main(["recipes", host, "--project", str(tmp_path)]) == 0
        out = capsys.readouterr().out
        assert f"{first} is there already." in out
        assert word in out or host == "gitlab"  # it has one file
    expected = {path: text.encode() for path, text in make_recipe(host).items()}
    assert tree(tmp_path) == {**expected, first: b"ours"}


def test_hosts_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["recipes", "--project", str(tmp_path)]) == 0
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[:4]] == [
        *RECIPES
    ]
    assert tree(tmp_path) == {}


def test_wheel_can_be_installed(tmp_path: Path) -> None:
    words = ["recipes", "gitlab", "--install", "./policybook.whl", "--project", str(tmp_path)]
    assert cli.main(words) == 0
    assert 'POLICYBOOK: "./policybook.whl"' in (tmp_path / ".gitlab-ci.yml").read_text("utf-8")


def test_other_words_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        cli.main(["recipes", "vercel", "--project", str(tmp_path)])
    assert cli.main(["recipes", "github", "--install", "a\nb", "--project", str(tmp_path)]) == 1
    assert cli.main(["recipes", "github", "--project", str(tmp_path / "none")]) == 1
