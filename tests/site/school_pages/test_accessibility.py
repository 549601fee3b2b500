"""The statement on accessibility says what the last run of the tests measured."""

import re
from pathlib import Path

import pytest

from policybook import __version__
from policybook.site.school_pages.accessibility import KINDS, read_last_run

TESTS = Path(__file__).parents[2]
MARK = re.compile(r'^@pytest\.mark\.accessibility\("(\w+)"\)', re.MULTILINE)


def test_run_is_of_this_release() -> None:
    run = read_last_run()
    assert run.release == __version__
    assert [words for words, _ in run.results] == [*KINDS.values()]
    assert all(number > 0 for _, number in run.results)
    assert not any(tool.endswith(" ") for tool in run.tools)


def test_every_kind_has_tests() -> None:
    marks = {
        kind for file in TESTS.rglob("test_*.py") for kind in MARK.findall(file.read_text("utf-8"))
    }
    assert marks == {*KINDS}


@pytest.mark.mkdocs
def test_statement_names_its_limits(live_site: Path) -> None:
    words = (live_site / "accessibility" / "index.html").read_text(encoding="utf-8")
    assert "No person has yet tested this site with a screen reader" in words
    assert f"<td>{read_last_run().results[0][1]}</td><td>0</td>" in words
