"""Help on what the checks find: a page that lists every code, and a page for each family with the rule, Bad, Good and what to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from policybook import addresses, rules
from policybook.model import Level, Library
from policybook.press import Asset, Page, Press
from policybook.rules import Family, Rule

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A rule as its page shows it. `stays` says why it stays an error; `level` and `reason` are what the school made of it."""

    code: str
    address: str
    says: Markup
    bad: Markup
    good: Markup
    remedy: Markup
    stays: str
    level: str
    reason: str


def help_on_findings(library: Library, press: Press) -> Iterator[Page | Asset]:
    levels = {level.code: level for level in library.school.levels}
    shown = [
        (family, addresses.family(family.name), [_explained(one, levels.get(one.code)) for one in found])
        for family, found in rules.families()
    ]
    yield press.page(
        addresses.CHECKS,
        "policy/checks.html",
        title="What the checks find",
        families=shown,
        trail=(("Help", addresses.HELP),),
        description="Every finding by its code, and what it means.",
    )
    for family, address, explained in shown:
        yield _page(press, family, address, explained)


def _page(press: Press, family: Family, address: str, explained: list[Explained]) -> Page:
    return press.page(
        address,
        "policy/check.html",
        title=family.title,
        explained=explained,
        trail=(("Help", addresses.HELP), ("What the checks find", addresses.CHECKS)),
        description=f"{family.title}: what the checks find, and what to do.",
        listed=False,
    )


def _explained(rule: Rule, level: Level | None) -> Explained:
    return Explained(
        code=rule.code,
        address=addresses.rule(rule.family.name, rule.code),
        says=_marked(rule.says),
        bad=_marked(rule.bad),
        good=_marked(rule.good),
        remedy=_marked(rule.remedy),
        stays=rule.protects,
        level=str(level.severity) if level else "",
        reason=level.reason if level else "",
    )


def _marked(words: str) -> Markup:
    """Words with what stands between backticks as code."""
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(_CODE.split(words))
    )
