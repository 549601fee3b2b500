"""Faults in ordinary pages, which MkDocs renders."""

import pytest

from policybook.reading import ordinary_pages

DEEP = "nested too deep"
PAGES = [
    ("# About\n", None, ""),
    ("---\ntitle: About\n---\n# About\n", None, ""),
    ("---\n# About\n", 1, "the second such line is missing"),
    ("Note: closed\n", 1, "as a field and not show it"),
    ("---\ntemplate: x.html\n---\n# About\n", 2, "names a template"),
    ("---\ntitle: [a]\n---\n# About\n", 2, "`title` must be words"),
    ("---\ndate: 2026-02-30\n---\n# About\n", 2, "front matter cannot be read"),
    ("# About\n\n" + "[" * 49, None, ""),
    ("# About\n\n" + "[" * 50, 3, DEEP),
    ("# About\n\n" + "[\n" * 25 + "\n" + "[\n" * 25, None, ""),  # a new paragraph starts again
    ("> " * 19 + "a\n", None, ""),
    ("> " * 20 + "a\n", 1, DEEP),
    (" " * 80 + "- a\n", 1, DEEP),
    ("`" * 20 + "\n", 1, DEEP),
    ("[a](https://x.example/)\n", None, ""),
    ("# About\n\n- [a](javascript:x)\n", 3, "javascript: is unsafe or unknown"),
    ("| a |\n|---|\n| [a](ftp://x) |\n", 1, "ftp: is unsafe or unknown"),
    ("![a](plan.png)\n", None, ""),
    ("![a](https://x.example/a.png)\n", 1, "on another site"),
    ("![a](//x.example/a.png)\n", 1, "on another site"),
]


@pytest.mark.parametrize(("text", "line", "words"), PAGES)
def test_page_faults_have_their_line(text: str, line: int | None, words: str) -> None:
    faults = list(ordinary_pages.find_faults(text, "docs/about.md"))
    assert [(f.path, f.line, f.code) for f in faults] == (
        [("docs/about.md", line, "page")] if line else []
    )
    assert all(words in fault.message and fault.remedy for fault in faults)
