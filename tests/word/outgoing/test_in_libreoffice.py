"""LibreOffice opens our files, shows the site's numbers, and gives both texts of a redline back."""

import re
from pathlib import Path

import pytest
from builders import TESTS
from redline.comparisons import compare

from policybook.word.outgoing import redline_file

from .accepting import list_texts
from .libreoffice import read_text, read_tracked
from .policies import LONG_POLICY, expected_lines, write_policy

pytestmark = pytest.mark.slow


def body_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.partition("\n---\n")[2] if text.startswith("---\n") else text


@pytest.mark.parametrize("name", ["complaints", "homework", "visitors"])
def test_libreoffice_gives_both_texts_back(name: str, tmp_path: Path) -> None:
    old, new = (body_of(TESTS / f"redline/pairs/{name}.{side}.md") for side in ("old", "new"))
    data = redline_file(compare(old, new), author="Hill View School")
    accepted, rejected = read_tracked(data, tmp_path)
    for shown, accept in ((accepted, True), (rejected, False)):
        texts = [
            part.strip() for text in list_texts(data, accept=accept) for part in text.split(" | ")
        ]
        assert shown == [text for text in texts if text]


def test_numbers_in_libreoffice_are_those_of_the_site(tmp_path: Path) -> None:
    policy = re.sub(
        r"\[\^\w+\](?!:)", "", LONG_POLICY
    )  # LibreOffice 7.4 writes the mark of a note twice
    policy = policy.partition("\n[^1]:")[0]
    assert read_text(write_policy(policy), tmp_path) == expected_lines(policy)
