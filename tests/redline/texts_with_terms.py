"""Texts in which the patterns of terms find duties, facts and people."""

from pathlib import Path

HERE = Path(__file__).parent

TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in (
        HERE / "pairs",
        HERE.parent / "cases",
        HERE.parent / "data",
        HERE.parent / "search",
        HERE.parent.parent / "docs",
    )
    for path in sorted(folder.rglob("*"))
    if path.suffix in (".md", ".txt", ".json")
]
