"""Ordinary pages (`docs/**.md` outside the policies), which MkDocs renders: what would be lost, harm, or never end there.

MkDocs reads a page with Python-Markdown, whose time grows with the square of some texts, and drops front matter that it cannot read.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

from policybook.model import Inline, Mark
from policybook.model.findings import Finding
from policybook.reading import front_matter, link_search, links, markdown
from policybook.reading.markdown import Block
from policybook.text import strict_yaml

_DEEPEST_BRACKETS = 50  # Python-Markdown looks for the end of each from the start
_DEEPEST_INDENT = 80  # columns: twenty lists inside each other
_RUNS = re.compile(r"`{20}|^[ >]*(?:> ?){20}", re.MULTILINE)
_INDENT = re.compile(rf"^[ \t]{{{_DEEPEST_INDENT},}}(?:[-*+]|\d+[.)])[ \t]", re.MULTILINE)
_METADATA = re.compile(
    r" {0,3}[A-Za-z0-9_-]+:(\s|$)"
)  # mkdocs.utils.meta: taken off the page without a word
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")


def faults(text: str, path: str) -> Iterator[Finding]:
    """Everything wrong with the ordinary page `path`."""
    parted = front_matter.split(text)
    if parted.block is not None:
        yield from _field_faults(parted.block, parted.block_line, path)
    elif parted.block_line == 2:
        message = (
            "the page begins with a line of three dashes, and no second one closes what it opens"
        )
        yield _fault(
            path,
            1,
            message,
            "Remove the line, or put a line of three dashes under the page's last field.",
        )
    elif _METADATA.match(text):
        message = f"the first line, “{text.splitlines()[0][:60]}”, would be taken for a field, and not be shown"
        yield _fault(path, 1, message, "Begin the page with a heading, such as `# About us`.")
    if (line := _endless(parted.body)) is not None:
        message = "brackets, quotation signs or lists are nested too deep here"
        yield _fault(
            path, parted.body_line + line, message, "Divide the passage, or write it plainly."
        )
        return
    document = markdown.read(parted.body)
    if document.too_long is not None:
        message = "here the page goes beyond what anybody could read"
        yield _fault(
            path,
            parted.body_line + document.too_long,
            message,
            "Divide the paragraph, the table or the page.",
        )
    for block in _walk(document.blocks):
        for piece in _links_of(block):
            yield from _link_faults(piece, path, parted.body_line + block.lines[0])


def _field_faults(block: str, line: int, path: str) -> Iterator[Finding]:
    root, findings = strict_yaml.read(block, path, line)
    yield from findings
    if findings or root is None or root.fields is None:
        return
    try:
        yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        message = f"the front matter cannot be read: {str(fault).splitlines()[0]}"
        yield _fault(path, line, message, "Correct the value, or put it into quotation marks.")
    for name, value in root.fields.items():
        if name == "template":
            message = "the page names a template of its own, which is not used"
            yield _fault(path, root.key_lines[name], message, "Remove the line.")
        elif name in ("title", "description") and not value.text:
            yield _fault(
                path,
                root.key_lines[name],
                f"`{name}` must be words",
                "Write them on the same line.",
            )


def _endless(body: str) -> int | None:
    """The line, from 0, of what Python-Markdown would not bear: deep nesting, in a paragraph or of paragraphs."""
    if match := _RUNS.search(body) or _INDENT.search(body):
        return body.count("\n", 0, match.start())
    depth = 0
    for number, line in enumerate(body.split("\n")):
        if not line.strip():
            depth = 0
        for sign in line:
            depth += sign in "[("
            depth -= sign in "])" and depth > 0
            if depth >= _DEEPEST_BRACKETS:
                return number
    return None


def _walk(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.children)


def _links_of(block: Block) -> Iterator[Inline]:
    yield from link_search.walk_links(block.inlines)
    for row in block.rows:
        for cell in row:
            yield from link_search.walk_links(cell)


def _link_faults(piece: Inline, path: str, line: int) -> Iterator[Finding]:
    scheme = _SCHEME.match(piece.target)
    if piece.mark is Mark.IMAGE and (scheme or piece.target.startswith("//")):
        message = f"the picture {piece.target} is on another site (external), which would learn who reads the page"
        yield _fault(path, line, message, "Save the picture into docs/, and name it there.")
    elif scheme and scheme[1].lower() not in links.SCHEMES:
        message = f"the link {piece.target} is not allowed: {scheme[1]}: is unsafe or unknown"
        schemes = ", ".join(f"{s}:" for s in links.SCHEMES)
        yield _fault(path, line, message, f"Link to an address that starts with {schemes}.")


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(path=path, line=line, code="page", message=message, remedy=remedy)
