"""Read a summary: statements, and the clauses that they cite.

One list item is one statement. It ends with the numbers of the clauses that it
explains: `- You must be 13. [4.2] [4.3(a)]`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policybook.model import Finding, Inline, Mark, Reader, Statement, StatementGroup, Summary
from policybook.reading.fields import field_types, front_matter, values
from policybook.reading.files.layout import FileName
from policybook.reading.texts import markdown
from policybook.text import strict_yaml
from policybook.text.list_labels import CLAUSE_NUMBER
from policybook.text.strict_yaml import InvalidValueError, did_you_mean

_CITES = re.compile(r"(?:\s*\[[^\[\]]*\])+\s*$")
_CITE = re.compile(r"\[([^\[\]]*)\]")
NUMBER = re.compile(CLAUSE_NUMBER, re.ASCII)


FIELDS: Mapping[str, field_types.InputType] = {
    # The version against which somebody checked the summary.
    "reviewed": field_types.InputType(
        read=values.read_text, schema={"type": ["string", "number"], "pattern": "^[a-z0-9.-]+$"}
    ),
    "language": field_types.LANGUAGE,
    "heading": field_types.TEXT,
    "changes": field_types.SENTENCES,
}


def read(whole: str, path: str, what: FileName) -> tuple[Summary, tuple[Finding, ...]]:
    """Return the summary and what is wrong with its form.

    Words outside a list become statements, with a finding.
    """
    parted = front_matter.split(whole)
    findings: list[Finding] = []
    facts, lines = _facts(parted.block, path, findings) if parted.block is not None else ({}, {})
    build = _SummaryBuilder(path, parted.body_line)
    document = markdown.read(parted.body)
    build.take(document.blocks)
    if document.too_long is not None:
        build.report(
            document.too_long + parted.body_line,
            "too-long",
            "from here on, the summary is too long to read",
            "Write one short statement a line.",
        )
    summary = Summary(
        path=path,
        policy=what.policy,
        version=what.version,
        reader=what.reader or Reader.PARENTS,
        language=what.language or facts.get("language", ""),
        reviewed=facts.get("reviewed"),
        groups=build.groups(),
        heading=facts.get("heading", ""),
        changes=facts.get("changes", ()),
        lines=lines,
    )
    if not summary.statements:
        remedy = "Write one statement a line: `- Children must be 13. [4.2]`."
        build.report(1, "empty-summary", "the summary is empty", remedy)
    return summary, (*findings, *build.findings)


def _facts(block: str, path: str, findings: list[Finding]) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the values of the valid fields, and the line of each field."""
    if not block.strip():
        return {}, {}
    root, faults = strict_yaml.read(block, path, 2)
    findings += faults
    result: dict[str, Any] = {}
    fields = (root.fields or {}) if root else {}
    for name, value in fields.items():
        if name not in FIELDS:
            findings.append(
                Finding(
                    path=path,
                    line=value.line,
                    code="unknown-field",
                    message=f"the field `{name}` is unknown in a summary",
                    remedy=f"A summary may have {', '.join(FIELDS)}.{did_you_mean(name, FIELDS)}",
                )
            )
            continue
        try:
            result[name] = FIELDS[name].read(value)
        except InvalidValueError as wrong:
            findings.append(wrong.as_finding(path, value.line, f"`{name}` "))
    return result, {name: value.line for name, value in fields.items()}


class _SummaryBuilder:
    """Collects statements in groups. `offset` is the first line of the body."""

    def __init__(self, path: str, offset: int) -> None:
        self.path, self.offset = path, offset
        self.drafts: list[tuple[str, list[Statement], int]] = [("", [], offset)]
        self.findings: list[Finding] = []

    def report(self, line: int, code: str, message: str, remedy: str) -> None:
        """Add a finding about the summary."""
        self.findings.append(
            Finding(path=self.path, line=line, code=code, message=message, remedy=remedy)
        )

    def groups(self) -> tuple[StatementGroup, ...]:
        """Return the groups that have a title or a statement."""
        return tuple(
            StatementGroup(title=t, statements=tuple(s), line=n)
            for t, s, n in self.drafts
            if t or s
        )

    def take(self, blocks: Sequence[markdown.Block]) -> None:
        """Add blocks in their order."""
        for block in blocks:
            line = block.lines[0] + self.offset
            if block.kind == "heading":
                title = markdown.plain_text(block.inlines).strip()
                self.drafts.append((title, [], line))
                if block.level == 1:
                    message = (
                        f"the summary has a top heading (one #), “{title}”, but its page already "
                        "has a title"
                    )
                    remedy = "Use ## for the headings of groups, or remove it."
                    self.report(line, "top-heading", message, remedy)
            elif block.kind == "list":
                self.items(block)
            else:
                self.stray(block, line)

    def items(self, block: markdown.Block) -> None:
        """Add the items of a list, with those of the lists inside it."""
        for item in block.children:
            for child in item.children:
                if child.kind == "list":
                    self.items(child)
                elif child.kind == "paragraph":
                    self.statement(child.inlines, child.lines[0] + self.offset)
                else:
                    self.stray(child, child.lines[0] + self.offset)

    def stray(self, block: markdown.Block, line: int) -> None:
        """Add words outside a list as statements, and report them.

        So no words are lost.
        """
        for inlines in _all_inlines(block):
            self.statement(inlines, line)
        message = "these words of the summary are not a list item"
        remedy = "Start the line with `- `. Write one statement an item, under a `##` heading."
        self.report(line, "stray-words", message, remedy)

    def statement(self, inlines: tuple[Inline, ...], line: int) -> None:
        """Add one statement with its citations."""
        inlines, cites = _split_citations(inlines)
        if not inlines and not cites:
            return
        for cite in cites:
            if not NUMBER.fullmatch(cite):
                message = f"the citation [{cite}] is not a clause's number"
                remedy = "Cite a clause by its number on the page, such as [4.2] or [4.2(a)]."
                self.report(line, "citation", message, remedy)
        self.drafts[-1][1].append(
            Statement(
                text=markdown.plain_text(inlines).strip(), inlines=inlines, cites=cites, line=line
            )
        )


def _all_inlines(block: markdown.Block) -> Iterator[tuple[Inline, ...]]:
    """Yield the words of a block and of the blocks inside it."""
    if block.inlines:
        yield block.inlines
    for row in block.rows:
        yield from row
    for child in block.children:
        yield from _all_inlines(child)


def _split_citations(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[str, ...]]:
    """Return the statement without its citations, and the citations."""
    if (
        not inlines
        or inlines[-1].mark is not Mark.TEXT
        or not (match := _CITES.search(inlines[-1].text))
    ):
        return inlines, ()
    text = inlines[-1].text[: match.start()].rstrip()
    cites = tuple(c.strip() for c in _CITE.findall(match[0]))
    rest = (*inlines[:-1], Inline(mark=Mark.TEXT, text=text)) if text else inlines[:-1]
    return rest, cites
