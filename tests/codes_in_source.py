"""The source of a check -> the codes that its findings have.

They are read off the words given for a parameter named `code`, in the check itself and in what it calls within its own file. A code that is computed
is not view: `review-due`, for one.
"""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any


def list_codes(check: Callable[..., Any]) -> tuple[str, ...]:
    """The codes that a check's source gives its findings, in the order in which they stand there."""
    units = read_units(check.__module__)
    reached = [check.__name__]
    for name in reached:
        reached += [used for used in units[name][0] if used in units and used not in reached]
    return tuple(dict.fromkeys(code for name in reached for code in units[name][1]))


@cache
def read_units(module: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each function and class at the top of a file: the names that it uses, and the codes that it gives."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    units = {
        node.name: tuple(ast.walk(node))
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    places = dict(
        entry
        for nodes in units.values()
        for node in nodes
        if isinstance(node, ast.FunctionDef)
        for entry in find_code_position(node)
    ) | find_imported_positions(vars(sys.modules[module]))
    return {
        name: (
            tuple(node.id for node in nodes if isinstance(node, ast.Name)),
            tuple(
                code
                for node in nodes
                if isinstance(node, ast.Call)
                for code in read_codes(node, places)
            ),
        )
        for name, nodes in units.items()
    }


def find_code_position(function: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    """Where a function takes a code: the place of its parameter `code`, `self` not counted."""
    names = [argument.arg for argument in function.args.args if argument.arg != "self"]
    if "code" in names:
        yield function.name, names.index("code")


def find_imported_positions(names: Mapping[str, Any]) -> dict[str, int]:
    """Where imported functions, and partial ones, take a code."""
    every = {
        name: list(inspect.signature(value).parameters)
        for name, value in names.items()
        if inspect.isfunction(value) or isinstance(value, partial)
    }
    return {name: words.index("code") for name, words in every.items() if "code" in words}


def read_codes(call: ast.Call, places: Mapping[str, int]) -> Iterator[str]:
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    values = [word.value for word in call.keywords if word.arg == "code"]
    if called in places:
        values += call.args[places[called] : places[called] + 1]
    for value in values:
        yield from read_constants(value)


def read_constants(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from read_constants(value.body)
        yield from read_constants(value.orelse)
