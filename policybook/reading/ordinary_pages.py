"""Find faults in ordinary pages: `docs/**.md` outside the policies, which MkDocs renders.

MkDocs reads a page with Python-Markdown. For some texts its time grows with the square
of their length. MkDocs also drops front matter that it cannot read. Readers would see the marks
that only extensions of Material for MkDocs turn into more.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

from policybook.model import Finding, Inline, Mark, Severity
from policybook.reading.fields import front_matter
from policybook.reading.references import link_search, links
from policybook.reading.texts import markdown
from policybook.text import characters, strict_yaml

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


#: Python-Markdown looks for the end of each bracket from the start.
_DEEPEST_BRACKETS = 50
#: In columns: twenty lists inside each other.
_DEEPEST_INDENT = 80
_RUNS = re.compile(r"`{20}|^[ >]*(?:> ?){20}", re.MULTILINE)
_INDENT = re.compile(rf"^[ \t]{{{_DEEPEST_INDENT},}}(?:[-*+]|\d+[.)])[ \t]", re.MULTILINE)
#: MkDocs removes such a first line from the page, without a message (mkdocs.utils.meta).
_METADATA = re.compile(r" {0,3}[A-Za-z0-9_-]+:(\s|$)")
#: A line of equals signs alone may be the line under a heading.
_MERGE = re.compile(r"(<{7}|>{7}|\|{7})( |$)")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")


def find_faults(text: str, path: str) -> Iterator[Finding]:
    """Yield every fault of the ordinary page `path`."""
    parted = front_matter.split(text)
    if parted.block is not None:
        yield from _field_faults(parted.block, parted.block_line, path)
    elif parted.block_line == 2:
        message = "the page starts with a line of three dashes, but the second such line is missing"
        yield _fault(
            path,
            1,
            message,
            "Remove the line, or write a line of three dashes under the last field.",
        )
    elif _METADATA.match(text):
        message = (
            f"MkDocs would read the first line, “{text.splitlines()[0][:60]}”, "
            "as a field and not show it"
        )
        yield _fault(path, 1, message, "Start the page with a heading, such as `# About us`.")
    yield from _word_faults(text, path)
    yield from find_unread_marks(parted.body, path, parted.body_line)
    if (line := _find_slow_line(parted.body)) is not None:
        message = "brackets, quotation signs or lists are nested too deep here"
        yield _fault(
            path, parted.body_line + line, message, "Divide the passage, or write it more simply."
        )
        return
    document = markdown.read(parted.body)
    if document.too_long is not None:
        message = "from here on, the page is too long to read"
        yield _fault(
            path,
            parted.body_line + document.too_long,
            message,
            "Divide the paragraph, the table or the page.",
        )
    for block in _walk(document.blocks):
        for piece in _walk_block_links(block):
            yield from _link_faults(piece, path, parted.body_line + block.lines[0])


def _word_faults(text: str, path: str) -> Iterator[Finding]:
    """Yield the marks of a merge, and the letters that look like others, in a page."""
    for number, line in enumerate(text.split("\n"), 1):
        if _MERGE.match(line):
            yield _fault(
                path,
                number,
                "the page has a mark of a merge conflict",
                "Keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>.",
            )
        if hit := characters.find_look_alike(line):
            yield _fault(
                path,
                number,
                f"the word “{hit[0][:60]}” has a letter that looks like another, "
                f"{characters.name_character(hit[1])}",
                "Delete the word, and type it again.",
            )


def _field_faults(block: str, line: int, path: str) -> Iterator[Finding]:
    """Yield every fault of the front matter of a page."""
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
            message = "the page names a template, which Policybook does not use"
            yield _fault(path, root.key_lines[name], message, "Remove the line.")
        elif name in ("title", "description") and not value.text:
            yield _fault(
                path,
                root.key_lines[name],
                f"`{name}` must be words",
                "Write them on the same line.",
            )


def _find_slow_line(body: str) -> int | None:
    """Return the line, from 0, that Python-Markdown could not read in time; else None.

    Such a line nests too deep, in a paragraph or of paragraphs.
    """
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


def _walk(blocks: Sequence[markdown.Block]) -> Iterator[markdown.Block]:
    """Yield the blocks, with those inside others."""
    for block in blocks:
        yield block
        yield from _walk(block.children)


def _walk_block_links(block: markdown.Block) -> Iterator[Inline]:
    """Yield the links and pictures of one block, without those of its children."""
    yield from link_search.walk_links(block.inlines)
    for row in block.rows:
        for cell in row:
            yield from link_search.walk_links(cell)


def _link_faults(piece: Inline, path: str, line: int) -> Iterator[Finding]:
    scheme = _SCHEME.match(piece.target)
    if piece.mark is Mark.IMAGE and (scheme or piece.target.startswith("//")):
        message = (
            f"the picture {piece.target} is on another site (external), "
            "which could see who reads the page"
        )
        yield _fault(path, line, message, "Save the picture into docs/, and use its name.")
    elif scheme and scheme[1].lower() not in links.SCHEMES:
        message = f"the link {piece.target} is not allowed: {scheme[1]}: is unsafe or unknown"
        schemes = ", ".join(f"{s}:" for s in links.SCHEMES)
        yield _fault(path, line, message, f"Link to an address that starts with {schemes}.")


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    """Return a finding about an ordinary page."""
    return Finding(path=path, line=line, code="page", message=message, remedy=remedy)


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
