"""Help on what the checks find: a page that lists every code, and a page for each family with the rule, Bad, Good and what to do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from policybook.checks import catalogue
from policybook.checks.catalogue import Family, Rule
from policybook.model import Level, addresses
from policybook.model.addresses import Address
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.text.commands import with_program

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Codes of one rule as its page shows them: each with its address. `stays` says why they stay errors; `levels` are those of the school's own."""

    codes: tuple[tuple[str, str], ...]
    says: Markup
    bad: Markup
    good: Markup
    remedy: Markup
    stays: str
    levels: tuple[Level, ...]


def check_help(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Make the list of every finding code, and a page for each family of checks."""
    shown = [
        (
            family,
            addresses.family(family.name),
            list(_explained(rules, inputs.school.levels, renderer.settings.program)),
        )
        for family, rules in catalogue.families()
    ]
    yield renderer.page(
        addresses.CHECKS,
        "policy/checks.html",
        title="What the checks find",
        today=inputs.today,
        families=shown,
        trail=(("Help", addresses.HELP),),
        description="Every finding by its code, and what it means.",
    )
    for family, address, explained in shown:
        yield _page(inputs, renderer, family, address, explained)


def _page(
    inputs: SchoolInput,
    renderer: Renderer,
    family: Family,
    address: Address,
    explained: list[Explained],
) -> Page:
    return renderer.page(
        address,
        "policy/check.html",
        title=family.title,
        today=inputs.today,
        explained=explained,
        trail=(("Help", addresses.HELP), ("What the checks find", addresses.CHECKS)),
        description=f"{family.title}: what the checks find, and what to do.",
        listed=False,
    )


def _explained(found: Sequence[Rule], levels: Sequence[Level], program: str) -> Iterator[Explained]:
    """Codes that one check gives share its words, and are shown together."""
    for _, same in groupby(found, key=lambda r: (r.says, r.bad, r.good)):
        rules_of = tuple(same)
        first, codes = rules_of[0], tuple(one.code for one in rules_of)
        yield Explained(
            codes=tuple((code, addresses.rule(first.family.name, code)) for code in codes),
            says=_marked(with_program(first.says, program)),
            bad=_marked(with_program(first.bad, program)),
            good=_marked(with_program(first.good, program)),
            remedy=_marked(with_program(first.remedy, program)),
            stays=first.protects,
            levels=tuple(level for level in levels if level.code in codes),
        )


def _marked(words: str) -> Markup:
    """Words with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(words))))
