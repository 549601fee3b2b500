"""Write the list of packages in ARCHITECTURE.md, from the packages' docstrings and the layers.

    uv run python tools/architecture.py

The first line of a package's docstring is its purpose; `pyproject.toml` has the layers. A test
compares the page with both.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "ARCHITECTURE.md"
START = "<!-- The packages: `uv run python tools/architecture.py` writes this list. -->\n"
END = "<!-- The end of the packages. -->\n"


def list_layers() -> list[list[str]]:
    """Return the packages of each layer, the highest layer first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["name"] == "Layers")
    return [re.split(r" [|:] ", layer) for layer in layers]


def read_purpose(package: str) -> str:
    """Return the first line of a package's docstring."""
    source = (ROOT / "policybook" / package / "__init__.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]


def list_packages() -> str:
    """Return the list as a table in Markdown, one row a package."""
    rows = "".join(f"| {n} | `{name}` | {read_purpose(name)} |\n" for n, name in _numbered())
    return f"| layer | package | purpose |\n|--:|---|---|\n{rows}"


def _numbered() -> Iterator[tuple[int, str]]:
    layers = list_layers()
    for index, names in enumerate(layers):
        for name in names:
            yield len(layers) - index, name


def update(page: str) -> str:
    """Return the text of the page with the list between the markers written anew."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError("a marker of the list of packages is missing from ARCHITECTURE.md")
    return f"{before}{START}{list_packages()}{END}{after}"


def main() -> None:
    """Write the list into ARCHITECTURE.md."""
    text = update(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
