"""A site of stock Material with the texts of a library, as a yardstick for `build_speed.py`.

    python benchmarks/stock.py LIBRARY OUT          # writes an MkDocs project into OUT; build it with `mkdocs build`

The setting is the best of those that were measured (a menu of the texts in force, pruned). Each version is a page and a printable page, the
text in force a third; summaries, histories and redlines are short pages, which flatters stock Material: it makes no redline of its own.
"""

import argparse
from itertools import pairwise
from pathlib import Path

CONFIG = """\
site_name: Stock
site_url: https://stock.example/
theme:
  name: material
  font: false
  features: [navigation.prune]
plugins: [search]
markdown_extensions: [attr_list, tables, toc]
nav:
"""
SHORT = "What changed from one version to the next.\n\n- One rule was added.\n- One rule was reworded.\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    pages = dict(_pages(asked.library))
    for name, text in pages.items():
        file = asked.out / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    menu = ["index.md", *(name for name in pages if name.count("/") == 1)]
    config = CONFIG + "".join(f"  - {name}\n" for name in menu) + "not_in_nav: '**'\n"
    (asked.out / "mkdocs.yml").write_text(config, encoding="utf-8")
    print(f"{len(pages)} pages")


def _pages(library: Path) -> list[tuple[str, str]]:
    found = [("index.md", "# Policies\n"), ("review.md", "# Review\n")]
    for folder in sorted(
        path for path in (library / "docs" / "policies").iterdir() if path.is_dir()
    ):
        texts = sorted(path for path in folder.glob("*.md") if path.name.count(".") == 1)
        bodies = {path.stem: _body(path) for path in texts}
        names = sorted(bodies)
        found += [
            (f"{folder.name}/index.md", bodies[names[-1]]),
            (f"{folder.name}/changes/index.md", SHORT),
        ]
        found += [(f"{folder.name}/{name}/index.md", bodies[name]) for name in names]
        found += [(f"{folder.name}/{name}/print.md", bodies[name]) for name in names]
        found += [(f"{folder.name}/changes/{a}-{b}.md", SHORT) for a, b in pairwise(names)]
        for reader in ("parents", "pupils"):
            summary = folder / f"{names[-1]}.{reader}.md"
            if summary.is_file():
                found.append((f"{folder.name}/{reader}.md", summary.read_text(encoding="utf-8")))
    return found


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2]


if __name__ == "__main__":
    main()
