"""A stale reference is an error only where nobody can say that it is right."""

import pytest
from builders import TODAY, load_library, make_approved_text, make_text

from policybook.checks.rules.references import (
    references_follow_their_rules,
    references_into_other_policies_follow_their_rules,
)
from policybook.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
LEAVE = "If this one is right, leave it."
LIMITS = "## Limits\n\n{}Phones stay in bags.\n\nTies are red.\n\n## Use\n\n{}\n"
TIES = "## Aims\n\nBe neat.\n\n{}## Limits\n\nTies are red.\n\nShoes are black.\n"
REWARDS = "## Rewards\n\nBe kind.\n\nThe bell rings.\n\n{}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Act on rule 1.1.", "Act on rule 1.1.", [ERROR]),
        ("Act on rule 1.1, and, for boys, 1.2.", "Act on rule 1.1, and, for boys, 1.2.", [ERROR]),
        ("Act on rule 1.1 and rule 1.2.", "Act on rule 1.2 and rule 1.2.", [WARNING, WARNING]),
        ("Act on rule 1.1 and rule 1.2.", "Act on rule 1.1 and rule 1.3.", [WARNING]),
    ],
)
def test_reference_that_may_be_right_is_a_warning(
    old: str, new: str, expected: list[Severity]
) -> None:
    files = {
        "docs/policies/use/2025-09.md": make_approved_text(LIMITS.format("", old)),
        "docs/policies/use/2026-09.md": make_text(LIMITS.format("Bells ring.\n\n", new)),
    }
    found = references_follow_their_rules(load_library(files), TODAY)
    assert [(f.severity, LEAVE in f.remedy) for f in found if "2026-09" in f.path] == [
        (severity, severity is WARNING) for severity in expected
    ]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("Ties are checked: see rule 2.1 of the Uniform Policy.", [ERROR]),
        ("Ties are checked daily, by rule 2.1 of the Uniform Policy.", [ERROR]),
        ("Aims are in rule 2.1 of the Uniform Policy.", [WARNING]),
        ("Ties are checked: see rule 3.1 of the Uniform Policy.", []),
    ],
)
def test_new_sentence_may_mean_the_new_rule(new: str, expected: list[Severity]) -> None:
    old = "Ties are checked: see rule 2.1 of the Uniform Policy."
    uniform = {"title": "Uniform Policy"}
    more = {"approved_on": "2026-02-15", "changes": "More."}
    files = {
        "docs/policies/uniform/2025-09.md": make_approved_text(TIES.format(""), **uniform),
        "docs/policies/uniform/2026-02.md": make_approved_text(
            TIES.format("## Scope\n\nBags are small.\n\n"), **uniform, **more
        ),
        "docs/policies/rewards/2025-09.md": make_approved_text(REWARDS.format(old)),
        "docs/policies/rewards/2026-12.md": make_text(REWARDS.format(new)),
    }
    library = load_library(files)
    found = list(references_into_other_policies_follow_their_rules(library, TODAY))
    assert [f.severity for f in found if "rewards/2026-12" in f.path] == expected
