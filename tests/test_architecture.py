"""The architecture: layers, names, sizes, and that every check and output is registered."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

import policybook
from policybook.checks import CHECKS, rules
from policybook.cli import command_table, commands
from policybook.model import Library
from policybook.site import policy_pages, school_pages
from policybook.site.making import outputs
from policybook.site.pdf.typst import Typesetter
from policybook.site.policy_input import PolicyInput
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "policybook"
PLUGIN = "policybook.plugin"
WAYS_IN = ("cli", "plugin", "project")
CLOCKS = {"date.today", "datetime.now", "datetime.today", "time.time"}


def test_import_contracts_hold() -> None:
    done = subprocess.run([sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
                          cwd=ROOT, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


WITHOUT_MKDOCS = (
    "import importlib, sys\n"
    "for name in ('mkdocs', 'material', 'markdown'): sys.modules[name] = None\n"
)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_all_but_plugin_import_without_mkdocs() -> None:
    names = [name for path in modules() if not (name := module_name(path)).startswith(PLUGIN)]
    assert len(names) > 100
    code = f"{WITHOUT_MKDOCS}for name in {names!r}: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def modules() -> list[Path]:
    paths = sorted(PACKAGE.rglob("*.py"))
    assert len(paths) > 20
    return paths


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


MODULES = pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))


def imports(path: Path) -> set[str]:
    """The outermost packages that a module imports anywhere."""
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


@MODULES
def test_only_plugin_names_mkdocs(path: Path) -> None:
    if not module_name(path).startswith(PLUGIN):
        assert not imports(path) & {"mkdocs", "material", "markdown"}


@MODULES
def test_core_is_pure(path: Path) -> None:
    """No clock, no environment, no network and no printing outside the ways in."""
    if path.relative_to(PACKAGE).parts[0] in WAYS_IN:
        return
    assert not imports(path) & {"logging", "requests", "urllib3"}
    assert not calls(path) & {*CLOCKS, "os.getenv", "print"}


@MODULES
def test_one_module_reads_the_clock(path: Path) -> None:
    if path != PACKAGE / "project" / "clock.py":
        assert not calls(path) & CLOCKS


@MODULES
def test_one_module_knows_the_program(path: Path) -> None:
    """The others write `policybook check`; build.py may not be there."""
    if path != PACKAGE / "project" / "program.py" and path != PACKAGE / "cli" / "program.py":
        assert "build.py" not in path.read_text(encoding="utf-8")


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def test_every_module_has_a_docstring() -> None:
    assert [str(path) for path in modules() if not ast.get_docstring(parse(path))] == []


def bound_names(path: Path) -> Iterator[str]:
    """Yield the names that a package's `__init__.py` defines, or imports from one of its modules."""
    for node in parse(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.ImportFrom) and node.module != module_name(path):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            yield from (ast.unparse(target) for target in node.targets)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=module_name)
def test_no_name_hides_a_module(path: Path) -> None:
    submodules = {info.name for info in pkgutil.iter_modules([str(path.parent)])}
    assert submodules & set(bound_names(path)) == set()


def test_class_names_are_unique() -> None:
    homes: dict[str, list[str]] = {}
    for path in modules():
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(module_name(path))
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def functions_of(package: object, annotation: str) -> set[str]:
    """Public functions of a package's modules whose return type is `annotation`."""
    result = set()
    for info in pkgutil.iter_modules(package.__path__):  # type: ignore[attr-defined]
        module = importlib.import_module(f"{package.__name__}.{info.name}")  # type: ignore[attr-defined]
        for name, function in inspect.getmembers(module, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters)
            if (
                function.__module__ == module.__name__
                and not name.startswith("_")
                and parameters[:2] == annotation.split()
            ):
                result.add(name)
    return result


def test_every_check_is_registered() -> None:
    assert functions_of(rules, "library today") == {c.__name__ for c in CHECKS}
    for check in CHECKS:
        words = inspect.getdoc(check) or ""
        assert "Bad:" in words and "Good:" in words, check.__name__


@pytest.mark.parametrize(
    ("package", "registered"),
    [
        (policy_pages, outputs.POLICY_OUTPUTS),
        (school_pages, outputs.SCHOOL_OUTPUTS),
    ],
    ids=["one policy", "whole school"],
)
def test_every_output_is_registered(
    package: ModuleType, registered: tuple[Callable[..., object], ...]
) -> None:
    """Each module of the package makes one output, which has the module's name."""
    modules = {info.name for info in pkgutil.iter_modules(package.__path__)}
    assert modules == {output.__name__ for output in registered}
    for output in registered:
        assert output.__module__ == f"{package.__name__}.{output.__name__}"


def types_within(kind: object, known: set[object]) -> set[object]:
    """The types that a value of type `kind` holds, at any depth."""
    parts: list[object] = list(kind) if isinstance(kind, list) else list(get_args(kind))
    if is_dataclass(kind) and kind not in known:
        known.add(kind)
        parts += get_type_hints(kind, localns={"Typesetter": Typesetter}).values()
    for part in parts:
        types_within(part, known)
    return known


@pytest.mark.parametrize(
    ("given", "other"), [(PolicyInput, SchoolInput), (SchoolInput, PolicyInput)]
)
def test_no_output_can_reach_the_library(given: type, other: type) -> None:
    within = types_within(given, set())
    assert VersionView in within
    assert not within & {Library, other}


def test_only_one_module_makes_addresses() -> None:
    makers = [
        path
        for path in modules()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Address"
    ]
    assert set(makers) == {PACKAGE / "model" / "addresses.py"}


def test_files_and_functions_stay_small() -> None:
    large = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > 300:
            large.append(str(path))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40:
                large.append(f"{path}:{node.name}")
    assert not large


def test_the_version_is_one() -> None:
    assert f'version = "{policybook.__version__}"' in (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )


def test_every_command_has_a_module() -> None:
    for command in command_table.COMMANDS:
        assert callable(commands.find_function(command.name))
