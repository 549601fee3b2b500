"""Find marks in ordinary pages that only extensions of Material for MkDocs would turn into more.

Ordinary pages have no such extension, so readers would see the marks themselves.
"""

import re
from collections.abc import Iterator

from policybook.model.findings import Finding, Severity

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"`+[^`]*`+")
#: A mark, what it is for, and what to write instead.
_MARKS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r'=== *"'),
        "tabs",
        "Give each tab a heading of its own.",
    ),
    (
        re.compile(r'\?\?\?\+? *[a-z"]'),
        "a box that opens",
        'Write it as a note that is always open: !!! note "Title".',
    ),
    (
        re.compile(r"(?:[-*+]|\d+[.)]) \[[ xX]\] "),
        "a task list",
        "Write ☐ or ☑ in place of the brackets.",
    ),
    (
        re.compile(r"\{ *\.annotate *\}"),
        "annotations",
        "Write the remark in brackets, or in a sentence of its own.",
    ),
    (re.compile(r"-{1,}8<-{1,}"), "text from another file", "Write the text on this page."),
    (
        re.compile(r".*:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:"),
        "an icon",
        "Remove it, or use a picture.",
    ),
    (re.compile(r"\$\$"), "a formula", "Write it in words, or use a picture."),
    (re.compile(r"\{[{%].*[}%]\}"), "a macro", "Write the text itself."),
)


def find_unread_marks(body: str, path: str, first_line: int = 1) -> Iterator[Finding]:
    """Yield a finding for each line whose marks the page would show as they are typed.

    Lines of code do not count. `first_line` is the line of the file where `body` starts.
    """
    fence = ""
    for number, line in enumerate(body.split("\n"), first_line):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
            if line.strip()[len(fence) :].strip() == "mermaid":
                yield _make_finding(path, number, "a chart", "Use a picture of the chart.")
        else:
            words = _CODE.sub("", line[:1_000]).strip()
            for pattern, name, remedy in _MARKS:
                if pattern.match(words):
                    yield _make_finding(path, number, name, remedy)


def _make_finding(path: str, line: int, name: str, remedy: str) -> Finding:
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="page-syntax",
        message=f"these marks of {name} would be shown as they are typed",
        remedy=remedy,
    )
