"""A password in the address of the site is refused by every command, and shown by none."""

from pathlib import Path

import pytest

from tests.cli.school import run, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

pytestmark = pytest.mark.mkdocs
SECRET = "hunter2"
ADDRESSES = [
    f"site_url: https://office:{SECRET}@p.example.org/",
    f'site_url: "https://{SECRET}@p.example.org/"',
    f"site_url: https://office:{SECRET}@p.example.org: x",  # not valid YAML
    f"site_url: https://p.example.org:{SECRET}/",
    f"site_url: https://p.example.org/?key={SECRET}",
]
COMMANDS = [["build", "--no-pdf"], ["check"], ["doctor"], ["reminders"], ["register"]]


@pytest.mark.parametrize("line", ADDRESSES)
def test_no_command_shows_a_password(
    project: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "build", "--no-pdf") == 0
    before = tree(project / "site")
    (project / "mkdocs.yml").write_text(f"site_name: A\n{line}\n", encoding="utf-8")
    capsys.readouterr()
    codes = [run(project, *command) for command in COMMANDS]
    printed = capsys.readouterr()
    assert codes[:2] == [1, 1]
    assert "mkdocs.yml" in printed.out
    assert SECRET not in printed.out + printed.err
    assert tree(project / "site") == before


def test_new_project_refuses_a_password(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from policybook import cli

    words = ["init", str(tmp_path / "school"), "--name", "Hill View School"]
    assert cli.main([*words, "--url", f"https://office:{SECRET}@p.example.org/"]) == 1
    printed = capsys.readouterr()
    assert "is no web address" in printed.out + printed.err
    assert SECRET not in printed.out + printed.err
    assert not (tmp_path / "school/mkdocs.yml").exists()
