"""New numbers in the references of drafts: only the numbers change."""

import pytest
from builders import load_project, make_sources, make_text

from policybook.checks.fix.reference_numbers import update_references

OLD = "## A\n\n{}\n\n## B\n\nAppeals go to the panel of governors.\n"
NEW = (
    "## A\n\n{}\n\n## New\n\nUniform is worn every day.\n\n"
    "## B\n\nAppeals go to the panel of governors.\n"
)


def update(words: str, status: str = "draft") -> tuple[str, str]:
    """Return the body's sentence after `check --fix`, and the obstacle."""
    files = {
        "docs/policies/behaviour/2025-09.md": make_text(OLD.format(words)),
        "docs/policies/behaviour/2025-10.md": make_text(NEW.format(words), status=status),
    }
    results = list(update_references(make_sources(files), load_project(files).library, bool))
    if not results:
        return words, ""
    (file,) = results
    body = file.data.decode().partition("## A\n\n")[2]
    return body.partition("\n\n## New")[0], file.obstacle


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ask under rule 2.1 first.", "Ask under rule 3.1 first."),
        ("Ask under **rule 2.1** first.", "Ask under **rule 3.1** first."),
        ("Ask under rules 1.1 and 2.1.", "Ask under rules 1.1 and 3.1."),
        ("Ask under rule 2.1, and\nrule 2.1 again.", "Ask under rule 3.1, and\nrule 3.1 again."),
        ("Ask (see section 2), 2.1 times.", "Ask (see section 3), 2.1 times."),
        ("| A |\n| - |\n| Under rule 2.1 now. |", "| A |\n| - |\n| Under rule 3.1 now. |"),
        ("Ask as §2.1 says, or under 2.1.", "Ask as §3.1 says, or under 3.1."),
        ("Ask [here](#s2-1) first.", "Ask [here](#s3-1) first."),
        ("Ask under [rule 2.1](#s2-1).", "Ask under [rule 3.1](#s3-1)."),
        ("| A |\n| - |\n| See 2.1 |", "| A |\n| - |\n| See 3.1 |"),
        ("Ask (cl. 2.1), as it amends 2.1.", "Ask (cl. 3.1), as it amends 3.1."),
        ("Ask as § 2 and s. 2 say.", "Ask as § 3 and s. 3 say."),
        ("| A | B |\n| - | - |\n| It | Rule 2.1 |", "| A | B |\n| - | - |\n| It | Rule 3.1 |"),
        ("Ask:\n\n- Rule 2.1\n- me", "Ask:\n\n- Rule 3.1\n- me"),
        (
            "Ask as sections 1 (Aims) and 2 (Bags) say.",
            "Ask as sections 1 (Aims) and 3 (Bags) say.",
        ),
        (
            "Ask as rules 1.1 (bags) or 2.1 (ties) say.",
            "Ask as rules 1.1 (bags) or 3.1 (ties) say.",
        ),
        ("Ask as rule 1.1 and also 2.1 say.", "Ask as rule 1.1 and also 3.1 say."),
        ("Keep rule 2.1's limits, section 2’s too.", "Keep rule 3.1's limits, section 3’s too."),
        ("Ask as section 2, rule 1 says.", "Ask as section 3, rule 1 says."),
        ("Ask as rule 1 of section 2 says.", "Ask as rule 1 of section 3 says."),
        # Nothing to do.
        ("It replaces 2.1 metres.", "It replaces 2.1 metres."),
        ("Ask under rule 1.1 first.", "Ask under rule 1.1 first."),
    ],
)
def test_numbers_follow_their_rules(words: str, expected: str) -> None:
    assert update(words) == (expected, "")


def test_split_reference_is_left_alone() -> None:
    assert update("Ask under rule **2.1** first.")[1].startswith("its references cannot")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ask under rule **2.1**, and rule 2.1.", "Ask under rule **2.1**, and rule 3.1."),
        (
            "Ask under rule 2\\.1, section 2 and\nrule 2.1.",
            "Ask under rule 2\\.1, section 3 and\nrule 3.1.",
        ),
        (
            "Ask _rules 2.1_ or 1.1, and rule&nbsp;2.1.",
            "Ask _rules 3.1_ or 1.1, and rule&nbsp;2.1.",
        ),
        ("Ask [here](#s2-1), or rule **2.1**.", "Ask [here](#s3-1), or rule **2.1**."),
    ],
)
def test_unclear_reference_stops_no_other(words: str, expected: str) -> None:
    files = {
        "docs/policies/behaviour/2025-09.md": make_text(OLD.format(words)),
        "docs/policies/behaviour/2025-10.md": make_text(NEW.format(words), status="draft"),
    }
    (file,) = update_references(make_sources(files), load_project(files).library, bool)
    assert expected in file.data.decode()
    assert [reason.partition(" means")[2] for _, reason in file.left] == [
        " what is now 3.1; write this by hand"
    ]


ITEMS = "## A\n\n{}\n\n{}## B\n\nStaff do this:\n\n{}- lock the gate\n- shut the hall\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Obey item (b) of rule 2.1.", "Obey item (c) of rule 3.1."),
        ("Obey rule 2.1b.", "Obey rule 3.1c."),
        ("Obey rules 2.1(a)–(b).", "Obey rules 3.1(b)–(c)."),
        ("Obey rule 2.1 (a) and (b).", "Obey rule 3.1 (b) and (c)."),
        ("Obey rule 2.1 (b).", "Obey rule 3.1 (c)."),
        ("Obey items (a) and (b) of rule 2.1.", "Obey items (b) and (c) of rule 3.1."),
    ],
)
def test_items_follow_with_their_rule(words: str, expected: str) -> None:
    uniform = "## New\n\nUniform is worn every day.\n\n"
    old, new = ITEMS.format(words, "", ""), ITEMS.format(words, uniform, "- ring the bell\n")
    files = {
        "docs/policies/behaviour/2025-09.md": make_text(old),
        "docs/policies/behaviour/2025-10.md": make_text(new, status="draft"),
    }
    (file,) = update_references(make_sources(files), load_project(files).library, bool)
    assert (expected in file.data.decode(), file.obstacle) == (True, "")


OWN = (
    "## 1. A\n\n1.1 {}\n\n{}## {n}. B\n\n{n}.1 Staff do this:\n\n"
    "- (a) lock the gate;\n- (b) shut the hall.\n\n{n}.2 To leave:\n\n1. Ring.\n2. Count.\n"
    "\n{n}.3 Go.\n\n{n}.3.1 Run.\n\n{n}.3.1A Walk there.\n\n{n}.4 Sit.\n\n{n}.4bis Stand still.\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Items (a) and (b) of 2.1 bind.", "Items (a) and (b) of 3.1 bind."),
        ("Do step 2 of 2.2.", "Do step 2 of 3.2."),
        ("Obey §2.1, s.2.2 and rule 2.1b.", "Obey §3.1, s.3.2 and rule 3.1b."),
        ("See [here](#s2-2).", "See [here](#s3-2)."),
        ("Obey rules 2.1(a)–(b).", "Obey rules 3.1(a)–(b)."),
        ("Obey rule 2.3.1A, as 2.4bis says.", "Obey rule 3.3.1A, as 3.4bis says."),
        ("Obey cl. 2.3.1A, subject to 2.4bis.", "Obey cl. 3.3.1A, subject to 3.4bis."),
    ],
)
def test_own_numbers_follow_their_rules(words: str, expected: str) -> None:
    uniform = "## 2. New\n\n2.1 Uniform is worn every day.\n\n2.2 Shoes are black.\n\n"
    texts = OWN.format(words, "", n=2), OWN.format(words, uniform, n=3)
    files = {
        f"docs/policies/behaviour/2025-{month}.md": make_text(body, status="draft", numbering="own")
        for month, body in zip(("09", "10"), texts, strict=True)
    }
    (file,) = update_references(make_sources(files), load_project(files).library, bool)
    assert (expected in file.data.decode(), file.obstacle) == (True, "")


APPENDICES = (
    "## A\n\n{}\n\n## B\n\n{}Cats purr.\n\nDogs bark.\n\n{}## Appendix {}: Form\n\nFill it in.\n\n"
    "## Appendix {}: Card\n\nShow it to the office.\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Use Appendix A, paragraph 1.", "Use Appendix B, paragraph 1."),
        ("Use paragraph A.1 of Appendix A.", "Use paragraph B.1 of Appendix B."),
        ("Use Appendix A and B.", "Use Appendix B and C."),
        ("Obey rule 2 of section 2.", "Obey rule 3 of section 2."),
        ("Obey section 2, rule 2.", "Obey section 2, rule 3."),
    ],
)
def test_both_parts_of_a_reference_follow(words: str, expected: str) -> None:
    new = "Bees hum.\n\n", "## Appendix A: Map\n\nFind the way to school.\n\n", "B", "C"
    bodies = APPENDICES.format(words, "", "", "A", "B"), APPENDICES.format(words, *new)
    files = {
        f"docs/policies/behaviour/2025-{month}.md": make_text(body, status="draft")
        for month, body in zip(("09", "10"), bodies, strict=True)
    }
    (file,) = update_references(make_sources(files), load_project(files).library, bool)
    assert (expected in file.data.decode(), file.left) == (True, ())
