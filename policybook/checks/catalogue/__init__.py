"""Say what each finding code means: the rule, a bad and a good example, and the remedy.

It must not know a page. A check's rule is its docstring, and a test compares the codes there
with its source. `data/rules.md` has the codes that reading and the record raise.

    rule = find_rule("review-year")        # None if no finding has this code
    suggest_codes("reviewyear")            # codes that may be meant
"""

import difflib
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from policybook.checks import CHECKS
from policybook.checks.catalogue.types import Family, Rule
from policybook.checks.catalogue.written_rules import read_file, read_rules


@cache
def list_rules() -> tuple[Rule, ...]:
    """Return every rule, one for each code: first those of reading, then those of the checks."""
    by_code: dict[str, Rule] = {}
    for rule in (*read_file(), *read_rules(CHECKS)):
        by_code.setdefault(rule.code, rule)
    return tuple(by_code.values())


def find_rule(code: str) -> Rule | None:
    """Return the rule of a code, or None if no finding has that code."""
    return next((rule for rule in list_rules() if rule.code == code), None)


def group_by_family() -> Iterator[tuple[Family, tuple[Rule, ...]]]:
    """Yield the rules by family for the help pages, in the order of their first rule."""
    order = {
        family.name: number
        for number, family in enumerate(dict.fromkeys(r.family for r in list_rules()))
    }
    for family, rules in groupby(
        sorted(list_rules(), key=lambda r: order[r.family.name]), key=lambda r: r.family
    ):
        yield family, tuple(rules)


def suggest_codes(typed: str) -> tuple[str, ...]:
    """Return at most three codes with a similar spelling or the same word."""
    candidates = [rule.code for rule in list_rules()]
    word = typed.strip().strip("[]`").lower().replace("_", "-").replace(" ", "-")
    matching = [code for code in candidates if word and (word in code or code in word)]
    return tuple(
        dict.fromkeys([*difflib.get_close_matches(word, candidates, n=3, cutoff=0.6), *matching])
    )[:3]
