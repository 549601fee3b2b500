"""Read rules from words: the docstrings of checks, and the file of the rules without a check.

The words are the rule, then `Bad:` and `Good:`. `Remedy:` and `Protects:` may follow;
`Protects:` says what would be lost if the finding were no error. `Codes:` comes last,
in the order of the source. The test suite compares the codes with the source. A build
does not, because that took 3 % of its time.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from policybook.checks.catalogue.types import Family, Rule

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
