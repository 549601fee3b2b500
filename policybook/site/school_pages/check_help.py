"""Make the help on findings: a list of every code, and a page for each family of checks.

The page of a family has each rule, a bad and a good example, and the remedy.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from policybook.checks import catalogue
from policybook.model import Level, addresses
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text.commands import with_program

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Codes of one rule as its page shows them, each with its address.

    `stays` says why they stay errors. `levels` are those that the school chose.
    """

    codes: tuple[tuple[str, str], ...]
    says: Markup
    bad: Markup
    good: Markup
    remedy: Markup
    stays: str
    levels: tuple[Level, ...]


def check_help(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the list of every finding code, then a page for each family of checks."""
    shown = [
        (
            family,
            addresses.family(family.name),
            list(_explain_rules(rules, inputs.school.levels, renderer.settings.program)),
        )
        for family, rules in catalogue.group_by_family()
    ]
    yield renderer.page(
        addresses.CHECKS,
        "policy/checks.html",
        title="What the checks find",
        families=shown,
        trail=(("Help", addresses.HELP),),
        description="Every finding by its code, and what it means.",
    )
    for family, address, explained in shown:
        yield _page(inputs, renderer, family, address, explained)


def _page(
    inputs: SchoolInput,
    renderer: Renderer,
    family: catalogue.Family,
    address: addresses.Address,
    explained: list[Explained],
) -> Page:
    return renderer.page(
        address,
        "policy/check.html",
        title=family.title,
        explained=explained,
        trail=(("Help", addresses.HELP), ("What the checks find", addresses.CHECKS)),
        description=f"{family.title}: what the checks find, and what to do.",
        listed=False,
    )


def _explain_rules(
    rules: Sequence[catalogue.Rule], levels: Sequence[Level], program: str
) -> Iterator[Explained]:
    """Yield what the page shows. Codes of one check share its words and are together."""
    for _, same in groupby(rules, key=lambda r: (r.says, r.bad, r.good)):
        alike = tuple(same)
        first, codes = alike[0], tuple(rule.code for rule in alike)
        yield Explained(
            codes=tuple((code, addresses.rule(first.family.name, code)) for code in codes),
            says=_mark_code(with_program(first.says, program)),
            bad=_mark_code(with_program(first.bad, program)),
            good=_mark_code(with_program(first.good, program)),
            remedy=_mark_code(with_program(first.remedy, program)),
            stays=first.protects,
            levels=tuple(level for level in levels if level.code in codes),
        )


def _mark_code(words: str) -> Markup:
    """Return words as HTML, with text between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(words))))
