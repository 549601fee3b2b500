"""Turn the docstrings of checks into rules.

A docstring is the rule, then `Bad:` and `Good:`. `Remedy:` and `Protects:` may follow;
`Protects:` says what would be lost if the finding were no error. `Codes:` comes last,
in the order of the source. The test suite compares the codes with the source. A build
does not, because that took 3 % of its time.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from policybook.checks.catalogue.types import Family, Rule

#: What to do, where a docstring does not say it.
DEFAULT_REMEDY = (
    "Write it as under “Good”. The finding itself names the file, the line and the words."
)
_FIELD = re.compile(r"^(Bad|Good|Remedy|Protects|Codes):[ \t]*", re.MULTILINE)


def read_rules(checks: Iterable[Callable[..., Any]]) -> Iterator[Rule]:
    """Yield one rule for each code of `checks`, in their order."""
    for check in checks:
        rule, parts = split_docstring(inspect.getdoc(check) or "")
        for code in parts.get("Codes", "").rstrip(".").replace(",", " ").split():
            yield Rule(
                code=code,
                family=_read_family(check.__module__),
                says=rule,
                bad=parts.get("Bad", ""),
                good=parts.get("Good", ""),
                remedy=parts.get("Remedy", DEFAULT_REMEDY),
                protects=parts.get("Protects", "").removesuffix("."),
            )


def split_docstring(docstring: str) -> tuple[str, Mapping[str, str]]:
    """Return a docstring's rule, and its parts by name. Line ends become spaces."""
    rule, *rest = _FIELD.split(docstring)
    return " ".join(rule.split()), {
        name: " ".join(text.split()) for name, text in zip(rest[::2], rest[1::2], strict=True)
    }


def _read_family(module: str) -> Family:
    """Return a module's family.

    Its name is `NAME`. Its title is the docstring up to the first colon or full stop.
    """
    family = sys.modules[module]
    title = re.split(r"[:.](?:\s|$)", inspect.getdoc(family) or "", maxsplit=1)[0]
    return Family(family.NAME, " ".join(title.split()))
