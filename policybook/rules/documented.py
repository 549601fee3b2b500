"""The docstrings and sources of checks -> their rules.

A docstring is the rule, then `Bad:` and `Good:`; then, where they are wanted, `Remedy:`, `Protects:` (what would be lost if the finding were
no error) and `Codes:` (those that the source computes). All other codes are read off the source: the words given for a parameter named `code`,
in the check itself and in what it calls within its own file.
"""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from policybook.rules.rule import Family, Rule

#: What to do, where a docstring does not say it.
AS_UNDER_GOOD = "Write it as under “Good”. The finding itself names the file, the line and the words."
_FIELD = re.compile(r"^(Bad|Good|Remedy|Protects|Codes):[ \t]*", re.MULTILINE)


def of_checks(checks: Iterable[Callable[..., Any]]) -> Iterator[Rule]:
    """The rules of `checks`, in their order; one of several codes gives several rules with the same words."""
    for check in checks:
        says, parts = parted(inspect.getdoc(check) or "")
        for code in (
            *codes_of(check),
            *(word for word in re.split(r"[,\s]+", parts.get("Codes", "").rstrip(".")) if word),
        ):
            yield Rule(
                code=code,
                family=_family(check.__module__),
                says=says,
                bad=parts.get("Bad", ""),
                good=parts.get("Good", ""),
                remedy=parts.get("Remedy", AS_UNDER_GOOD),
                protects=parts.get("Protects", "").removesuffix("."),
            )


def parted(words: str) -> tuple[str, Mapping[str, str]]:
    """A docstring's rule, and its parts by name; line ends count as spaces."""
    first, *rest = _FIELD.split(words)
    return " ".join(first.split()), {
        name: " ".join(text.split()) for name, text in zip(rest[::2], rest[1::2], strict=True)
    }


def _family(module: str) -> Family:
    """A file of checks by its name and the first sentence of its docstring, up to a colon."""
    title = re.split(r"[:.](?:\s|$)", inspect.getdoc(sys.modules[module]) or "", maxsplit=1)[0]
    return Family(module.rpartition(".")[2].replace("_", "-"), " ".join(title.split()))


def codes_of(check: Callable[..., Any]) -> tuple[str, ...]:
    """The codes that a check's source gives its findings, in the order in which they stand there."""
    units = _units(check.__module__)
    reached = [check.__name__]
    for name in reached:
        reached += [used for used in units[name][0] if used in units and used not in reached]
    return tuple(dict.fromkeys(code for name in reached for code in units[name][1]))


@cache
def _units(module: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each function and class at the top of a file: the names that it uses, and the codes that it gives."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    units = {
        node.name: tuple(ast.walk(node)) for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    places = dict(
        at for nodes in units.values() for node in nodes if isinstance(node, ast.FunctionDef) for at in _place(node)
    )
    return {
        name: (
            tuple(node.id for node in nodes if isinstance(node, ast.Name)),
            tuple(code for node in nodes if isinstance(node, ast.Call) for code in _given(node, places)),
        )
        for name, nodes in units.items()
    }


def _place(function: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    """Where a function takes a code: the place of its parameter `code`, `self` not counted."""
    names = [argument.arg for argument in function.args.args if argument.arg != "self"]
    if "code" in names:
        yield function.name, names.index("code")


def _given(call: ast.Call, places: Mapping[str, int]) -> Iterator[str]:
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    values = [word.value for word in call.keywords if word.arg == "code"]
    if called in places:
        values += call.args[places[called] : places[called] + 1]
    for value in values:
        yield from _constants(value)


def _constants(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _constants(value.body)
        yield from _constants(value.orelse)
