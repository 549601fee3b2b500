"""Say what each finding code means: the rule, a bad and a good example, and the remedy.

It must not know a page. A check's rule is its docstring, and a test compares the codes there
with its source. `data/rules.md` has the codes that reading and the record raise. The words are
the rule, then `Bad:` and `Good:`. `Remedy:` and `Protects:` may follow; `Protects:` says what would
be lost if the finding were no error. `Codes:` comes last, in the order of the source.

    rule = find_rule("review-year")        # None if no finding has this code
    suggest_codes("reviewyear")            # codes that may be meant
"""

import difflib
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from policybook.checks import CHECKS
from policybook.checks.catalogue.types import Family, Rule


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


#: What to do, where the words do not say it.
DEFAULT_REMEDY = (
    "Write it as under “Good”. The finding itself names the file, the line and the words."
)
#: The addresses of families below `/help/checks/` that are not the names of their modules. They
#: were published, so they stay.
_ADDRESSES = {
    "approved_texts": "recorded",
    "eaten_signs": "signs",
    "foreign_markup": "foreign",
    "minor_versions": "minor",
    "model_sections": "gaps",
    "open_questions": "questions",
    "plain_language": "plain",
    "print_layout": "printed",
    "search_questions": "asked",
    "stale_statements": "kept-up",
    "stale_translations": "translated",
    "text_structure": "text",
    "typed_markup": "pasted",
    "version_order": "order",
}
_FIELD = re.compile(r"^(Bad|Good|Remedy|Protects|Codes):[ \t]*", re.MULTILINE)
_LINE_END = re.compile(r"\s*\n\s*")


def read_file() -> Iterator[Rule]:
    """Yield the rules of `data/rules.md`, for the codes that no check raises."""
    text = files("policybook").joinpath("data/rules.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        heading, *blocks = part.strip().split("\n\n")
        name, _, title = heading.partition(": ")
        for block in blocks:
            yield from _make_rules(block, Family(name, title))


def read_rules(checks: Iterable[Callable[..., Any]]) -> Iterator[Rule]:
    """Yield one rule for each code of `checks`, in their order."""
    for check in checks:
        yield from _make_rules(inspect.getdoc(check) or "", _read_family(check.__module__))


def _make_rules(words: str, family: Family) -> Iterator[Rule]:
    rule, parts = split_docstring(words)
    for code in parts.get("Codes", "").rstrip(".").replace(",", " ").split():
        yield Rule(
            code=code,
            family=family,
            says=rule,
            bad=parts.get("Bad", ""),
            good=parts.get("Good", ""),
            remedy=parts.get("Remedy", DEFAULT_REMEDY),
            protects=parts.get("Protects", "").removesuffix("."),
        )


def split_docstring(docstring: str) -> tuple[str, Mapping[str, str]]:
    """Return a docstring's rule, and its parts by name. Line ends become spaces."""
    rule, *rest = [_LINE_END.sub(" ", text.strip()) for text in _FIELD.split(docstring)]
    return rule, dict(zip(rest[::2], rest[1::2], strict=True))


def _read_family(module: str) -> Family:
    """Return a module's family.

    Its title is the module's docstring up to the first colon or full stop.
    """
    name = module.rpartition(".")[2]
    docstring = inspect.getdoc(sys.modules[module]) or ""
    title = re.split(r"[:.](?:\s|$)", docstring, maxsplit=1)[0]
    return Family(_ADDRESSES.get(name, name.replace("_", "-")), " ".join(title.split()))
