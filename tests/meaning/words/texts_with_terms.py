"""Texts in which the patterns of terms find duties, facts and people."""

from pathlib import Path

TESTS = Path(__file__).parents[2]

TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in (
        TESTS / "redline" / "pairs",
        TESTS / "cases",
        TESTS / "data",
        TESTS / "search",
        TESTS.parent / "docs",
    )
    for path in sorted(folder.rglob("*"))
    if path.suffix in (".md", ".txt", ".json")
]
