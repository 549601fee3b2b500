"""The pages for developers agree with the code: ARCHITECTURE.md, CONTRIBUTING.md and READMEs."""

import ast
import importlib
import pkgutil
import re
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import policybook
from tools import architecture

ROOT = Path(__file__).parents[1]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TESTS = (ROOT / "tests" / "README.md").read_text(encoding="utf-8")
DATA = ROOT / "policybook" / "data"
SKIPPED = {"__pycache__", "data"}


def section(page: str, heading: str) -> str:
    """Return the words below a heading of the second level."""
    _, _, rest = page.partition(f"\n## {heading}\n")
    assert rest, heading
    return rest.partition("\n## ")[0]


def packages() -> list[ModuleType]:
    """Return the package and every package inside it. Without MkDocs, the plugin is left out."""
    names = [
        info.name
        for info in pkgutil.iter_modules(policybook.__path__, "policybook.")
        if info.ispkg and (info.name != "policybook.plugin" or find_spec("mkdocs"))
    ]
    for name in tuple(names):
        path = importlib.import_module(name).__path__
        names += [m.name for m in pkgutil.walk_packages(path, f"{name}.") if m.ispkg]
    return [importlib.import_module(name) for name in ["policybook", *names]]


def test_packages_are_listed_from_docstrings(request: pytest.FixtureRequest) -> None:
    expected = architecture.update(ARCHITECTURE)
    if request.config.getoption("--update-docs"):
        architecture.main()
        return
    assert expected == ARCHITECTURE, "run `uv run python tools/architecture.py`"


def test_every_package_is_listed() -> None:
    folders = {path.name for path in (ROOT / "policybook").iterdir() if path.is_dir()} - SKIPPED
    assert {name for layer in architecture.list_layers() for name in layer} == folders


def test_architecture_is_one_page() -> None:
    lines = ARCHITECTURE.splitlines()
    assert len(lines) <= 90
    assert max(map(len, lines)) <= 100


def test_architecture_has_no_dates_or_figures() -> None:
    assert not re.search(r"\b20\d\d\b|\d %|\d ?(ms|kB|MB)\b", ARCHITECTURE)


@pytest.mark.parametrize("page", [ARCHITECTURE, TESTS], ids=["architecture", "tests"])
def test_named_tests_exist(page: str) -> None:
    names = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(names) >= 5
    for path, name in names:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        tests = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert name in tests, f"{path}::{name}"


WALKS = re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)`", section(ARCHITECTURE, "Where to start reading"))


def test_walks_name_functions() -> None:
    assert len(WALKS) >= 12


@pytest.mark.parametrize("name", WALKS)
def test_named_function_exists(name: str) -> None:
    module, _, function = f"policybook.{name}".rpartition(".")
    assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize("package", packages(), ids=lambda package: package.__name__)
def test_package_docstring_names_what_exists(package: ModuleType) -> None:
    """What the lines of use call must exist: in the package, or in the module that they name."""
    docstring = package.__doc__ or ""
    modules = {info.name for info in pkgutil.iter_modules(package.__path__)}
    for module, name in re.findall(r"(?:\b(\w+)\.)?\b(\w+)\(", docstring):
        if module in modules:
            home = importlib.import_module(f"{package.__name__}.{module}")
            classes = [value for value in vars(home).values() if isinstance(value, type)]
            assert any(hasattr(value, name) for value in (home, *classes)), f"{module}.{name}"
        elif not module and name not in {"list", "print", "SystemExit"}:
            assert hasattr(package, name), name


@pytest.mark.parametrize(
    "page",
    [
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "README.md",
        "tests/README.md",
        "policybook/data/README.md",
    ],
)
def test_named_files_exist(page: str) -> None:
    """Paths in backticks from the top of the project; those of policies are examples."""
    text = (ROOT / page).read_text(encoding="utf-8")
    tops = "policybook|tests|docs|templates|benchmarks|tools|fuzz"
    paths = re.findall(rf"`((?:{tops})/[a-z0-9_./-]*)`", text)
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert [path for path in missing if not path.startswith("docs/policies/")] == []


def test_every_data_file_has_a_row() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", (DATA / "README.md").read_text(encoding="utf-8"), re.M)
    files = {file.name for file in DATA.iterdir() if file.is_file()} - {"README.md"}
    assert sorted(rows) == sorted(files)


def test_every_test_folder_mirrors_a_package() -> None:
    """A folder with tests is named like a package; the others hold what the tests read."""
    folders = {
        path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")
    }
    extra = {Path(), Path("browser")}
    strangers = [
        f for f in folders - extra if not (ROOT / "policybook" / f / "__init__.py").exists()
    ]
    assert strangers == []


def test_every_package_has_tests() -> None:
    names = {name for layer in architecture.list_layers() for name in layer}
    assert [
        name for name in sorted(names) if not list((ROOT / "tests" / name).rglob("test_*.py"))
    ] == []
