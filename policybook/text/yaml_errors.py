"""Explain a fault that PyYAML reports: the line, what the author most likely did, the remedy."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from policybook.model.findings import Finding
from policybook.text.web_address import hide_logins

#: The line of the fault (from 0), what is wrong, and the remedy.
Explanation = tuple[int, str, str]


def explain_yaml_error(
    error: yaml.YAMLError, text: str, path: str, first_line: int, what: str
) -> Finding:
    """Return the finding for `error` in `text`, which starts on line `first_line` of its file.

    `what` names the text in messages, such as “front matter”.
    """
    lines = text.rstrip("\n").split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.line if mark else 0, max(len(lines) - 1, 0))
    line, message, remedy = _find_tab(lines, index, what) or _explain(error, lines, index, what)
    return Finding(
        path=path,
        line=first_line + line,
        code="yaml",
        message=message,
        remedy=hide_logins(remedy),
    )


def name_field(finding: Finding, text: str, first_line: int, what: str) -> Finding:
    """Return the finding with the name of the field in whose value it is, if it has none."""
    before = text.split("\n")[: finding.line - first_line + 1]
    fields = (re.match(r"([A-Za-z_]+)\s*:(?:\s|$)", line) for line in reversed(before))
    field = next((match[1] for match in fields if match), "")
    if what != "front matter" or not field or re.search(rf"`{field}\b", finding.message):
        return finding
    return replace(finding, message=f"{finding.message} (field `{field}`)")


def _find_tab(lines: list[str], index: int, what: str) -> Explanation | None:
    """Explain a tab in the indent of the line at `index` or of the two lines before it."""
    for number in range(index, max(-1, index - 3), -1):
        if lines and re.match(r"\s*\t", lines[number]):
            message = f"a tab indents a line of the {what}, which YAML does not allow"
            return number, message, "Use spaces instead of the tab."
    return None


def _explain(error: yaml.YAMLError, lines: list[str], index: int, what: str) -> Explanation:
    """Explain the fault by what the author most likely did, else in the words of PyYAML."""
    context = getattr(error, "context_mark", None)
    # PyYAML notices an open bracket or quotation mark only at a later line.
    if context and re.search("flow|quoted", getattr(error, "context", "") or ""):
        index = min(context.line, index)
    for number in (index, index - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        for message, remedy in _guess_mistakes(line, what):
            return number, f"the {what} is not valid YAML: {message}", remedy
    problem = (
        getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not valid YAML"
    )
    return (
        index,
        f"the {what} is not valid YAML and cannot be read: {problem}",
        "Look for a missing bracket or quotation mark on this line or just above it. "
        'Put a value that contains `: ` or starts with a sign into "quotation marks".',
    )


def _guess_mistakes(line: str, what: str) -> Iterator[tuple[str, str]]:
    """Yield the mistakes that the author may have made on a line, the likeliest first."""
    if field := re.match(r"\s*([a-z_]+)[:\uff1a\ufe55](?=[^ \t])(?!//)", line):
        odd = " ordinary colon and" if field[0][-1] != ":" else ""
        odd = odd or " ordinary" * line[field.end()].isspace()
        yield (
            f"there is no{odd} space after `{field[1]}:`",
            f"Write `{field[1]}: ` and then its value.",
        )
    if field := re.match(r"\s*(?:- )?([a-z_]+): +([^\"'].*: .*)", line):
        yield (
            f"the value of `{field[1]}` contains a colon",
            f"Put it into quotation marks, `{field[1]}: {_quote(field[2].strip())}`.",
        )
    if field := re.match(r"\s*(?:- )?([a-z_]+): +\[[^\]]* #", line):
        yield (
            f"the value of `{field[1]}` contains “ #”, which starts a remark",
            "Delete the sign #, or write it without a space before it.",
        )
    if field := re.match(r"\s*(?:- )?([a-z_]+): +([?*&!|>%@`{}\],].*)", line):
        yield (
            f"the value of `{field[1]}` starts with the sign “{field[2][0]}”",
            f"Put it into quotation marks, `{field[1]}: {_quote(field[2].strip())}`.",
        )
    if what != "front matter":
        if field := re.match(r"\s*- ([a-z_]+) (?!.*:)", line):
            yield (
                f"there is no colon after `{field[1]}`",
                f"Write `{field[1]}: ` and then the words.",
            )
    elif field := re.match(r"([a-z_]+)[ \xa0](?!.*:)", line):
        yield f"there is no colon after `{field[1]}`", f"Write `{field[1]}: ` and then its value."
    elif re.match(r" +[a-z_]+:", line) and not line.lstrip().startswith("- "):
        yield (
            "there are spaces before the name of a field",
            f"Remove the spaces: `{line.strip()}`.",
        )


def _quote(words: str) -> str:
    """Return words in quotation marks that YAML reads as they are."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'
