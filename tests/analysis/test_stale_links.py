"""Links whose anchor is another rule now."""

import pytest
from builders import load_version, make_text

from policybook.analysis.stale_references import find_stale_links

OLD = "## A\n\n{}\n\n## B\n\nAppeals go to the panel of governors.\n"
NEW = OLD.replace("## B", "## New\n\nUniform is worn every day.\n\n## B")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ask [here](#s2-1).", "Ask [here](#s2-1).", [("#s2-1", ("3.1",), "#s3-1")]),
        ("Ask [rule 2.1](#s2-1).", "Ask [rule 3.1](#s2-1).", [("#s2-1", ("3.1",), "#s3-1")]),
        ("Ask as [B](#s2) says.", "Ask as [B](#s2) says.", [("#s2", ("3",), "#s3")]),
        # The author corrected it, wrote it, or gave it other words.
        ("Ask [here](#s2-1).", "Ask [here](#s3-1).", []),
        ("Ask somebody about it.", "Ask somebody [here](#s2-1) about it.", []),
        ("Ask [the panel](#s2-1).", "Ask [about uniform](#s2-1).", []),
        # The rule kept its number.
        ("Ask [here](#s1-1).", "Ask [here](#s1-1).", []),
    ],
)
def test_links_follow_their_rules(
    old: str, new: str, expected: list[tuple[str, tuple[str, ...], str]]
) -> None:
    versions = load_version(make_text(OLD.format(old))), load_version(make_text(NEW.format(new)))
    links = find_stale_links(*versions)
    assert [(link.target, link.now, link.new_target) for link in links] == expected


def test_link_to_removed_rule_is_stale() -> None:
    body = "## A\n\nAsk [here](#s2-1).\n\n## B\n\n{}\n"
    old = load_version(make_text(body.format("Appeals go to the panel of governors.")))
    new = load_version(make_text(body.format("Shoes are black and polished on Mondays.")))
    (link,) = find_stale_links(old, new)
    assert (link.now, link.new_target) == ((), "")
