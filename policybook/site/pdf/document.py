"""A version or a summary -> the tree of plain data (JSON) that `templates/pdf/policy.typ` sets. No HTML, no Typst code.

Body nodes: `heading`, `clause` (with a clause number in the margin), `list` (labelled items), `table`, `statements`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from policybook.model import (
    Clause,
    ClauseKind,
    Group,
    Inline,
    Mark,
    Reader,
    Section,
    Statement,
    Summary,
    Version,
)
from policybook.reading.clauses import each
from policybook.site.pdf.cover import Cover, CoverText
from policybook.site.pdf.inlines import (
    LONGEST_WORD,
    Href,
    Piece,
    Setting,
    break_at_signs,
    code_lines,
    paragraphs,
    pieces,
    worded,
)
from policybook.site.pdf.tables import table

Node = dict[str, object]

DEEPEST_LIST = 5  # lists inside lists that are indented; a page has no room for more
_INDENT = 3  # characters that a level of a list takes from its lines
_PUPILS_LONGEST = 24  # in 16 pt


def no_links(target: str) -> str | None:
    """Every link is plain text."""
    return None


def version_document(version: Version, cover: Cover, href: Href = no_links) -> Node:
    """Return all of a version's words, in order, with their numbers.

    `href` turns a link's target as written into an absolute address, `#clause-id` for a place in this text, or None:
    then the link's words stand as plain text, as they do where no clause has that id. A picture whose bytes are not
    given to the typesetter shows its alternative.
    """
    setting = Setting(href=href, ids=_ids(version.sections))
    body = [node for section in version.sections for node in _section(section, setting)]
    body += _asks(cover, setting)
    contents = sum(1 for section in version.sections if section.number) > 1
    return {
        **frame(cover),
        "kind": "version",
        "contents": contents,
        "jumps": _jumps(body),
        "body": body,
    }


def summary_document(
    summary: Summary, version: Version, cover: Cover, href: Href = no_links
) -> Node:
    """Return all statements under their headings, each with the rules that it explains; in bigger type for pupils.

    For a citation `href` is asked with `#clause-id`, for a link in a statement with its target; only an absolute
    address becomes a link, since the clause itself is not in this file.
    """
    longest = _PUPILS_LONGEST if summary.reader is Reader.PUPILS else LONGEST_WORD
    setting = Setting(href=href, longest=longest)
    ids = {clause.number: clause.id for clause in each(version.sections)}
    ids.update({str(s.number): s.id for s in version.sections})
    body: list[Node] = []
    for group in summary.groups:
        if group.title:
            body.append(_heading(1, pieces([Inline(mark=Mark.TEXT, text=group.title)], setting)))
        items = [_statement(s, ids, cover.words, setting) for s in group.statements]
        body += [{"kind": "statements", "items": items}] if items else []
    body += _asks(cover, setting)
    return {
        **frame(cover),
        "kind": summary.reader.value,
        "contents": False,
        "jumps": [],
        "body": body,
    }


def _asks(cover: Cover, setting: Setting) -> list[Node]:
    """Who to ask, after the text and apart from it."""
    if not cover.asks:
        return []
    lines = ([Inline(mark=Mark.TEXT, text=line)] for line in cover.asks)
    items = [{"pieces": pieces(line, setting), "cites": []} for line in lines]
    return [_heading(1, [cover.words.asks]), {"kind": "statements", "items": items}]


def frame(cover: Cover) -> Node:
    """What every document has round its body."""
    words = cover.words
    return {
        "language": _language(cover.language),
        "day": cover.day.isoformat(),
        "cover": {
            "school": cover.school, "kicker": cover.kicker, "title": cover.title, "standing": _whole(cover.standing),
            "version": words.version.format(version=cover.version), "notice": cover.notice,
            "facts": [[label, _whole(value)] for label, value in cover.facts],
            "sheet": _whole(cover.sheet), "address": cover.address, "short": break_at_signs(cover.short_address),
            "fingerprint": words.fingerprint.format(hash=cover.hash12), "code": _code(cover.address),
        },
        "words": {
            "language": _language(words.language), "contents": words.contents, "page": words.page,
            "address": words.address, "printed": words.printed, "code": words.code.format(address=cover.address),
            "slip": words.slip if cover.signed else "", "slip_lines": list(words.slip_lines),
        },
    }  # fmt: skip


def _whole(words: str) -> str:
    """No line ends between a day and its month."""
    return re.sub(r"\b(\d{1,2}) (?=\w+ \d{4}\b)", "\\1\u00a0", words)


def _code(address: str) -> str:
    """The address as a QR code, an SVG picture; nothing where the address is not absolute."""
    if "://" not in address:
        return ""
    import segno  # here, as no other command needs it

    return str(
        segno.make(address, error="m", micro=False).svg_inline(border=0, scale=4, omitsize=True)
    )


def _language(tag: str) -> Node:
    """`en-GB` -> language and region, as Typst wants them: 2 or 3 letters, and 2."""
    language, *others = tag.replace("_", "-").split("-")
    region = next((part.upper() for part in others if len(part) == 2 and part.isalpha()), None)
    is_known = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return {"lang": language.lower() if is_known else "und", "region": region}


def _ids(sections: Sequence[Section]) -> frozenset[str]:
    groups = (part.id for section in sections for part in section.parts if isinstance(part, Group))
    named = (section.id for section in sections if section.number)
    return frozenset([*named, *groups, *(clause.id for clause in each(sections))])


def _jumps(nodes: object) -> list[str]:
    """The ids that some link of the text leads to: the only clauses that need an anchor."""
    jumps: set[str] = set()
    waiting = [nodes]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            jumps |= {str(node["id"])} if node.get("mark") == "jump" else set()
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return sorted(jumps)


def _section(section: Section, setting: Setting) -> Iterator[Node]:
    deepest = min(section.number, 1)  # no level is skipped on the way down: PDF/UA forbids it
    if section.number:
        title = pieces(worded(section.inlines), setting) if section.title.strip() else []
        yield _heading(1, title, section.id, str(section.number))
    for is_clause, parts in groupby(section.parts, key=lambda part: isinstance(part, Clause)):
        if is_clause:
            yield from _clauses([p for p in parts if isinstance(p, Clause)], setting)
            continue
        for group in (p for p in parts if isinstance(p, Group) and p.text.strip()):
            deepest = min(deepest + 1, group.level - (1 if section.number else 2))
            yield _heading(deepest, pieces(worded(group.inlines), setting), group.id)


def _heading(level: int, inside: list[Piece], name: str = "", number: str = "") -> Node:
    """A heading; one without words shows its number, since PDF/UA forbids an empty one."""
    shown = {"number": number, "pieces": inside} if inside else {"number": "", "pieces": [number]}
    return {"kind": "heading", "level": level, "id": name, **shown}


def _clauses(clauses: Sequence[Clause], setting: Setting) -> Iterator[Node]:
    for number, group in groupby(clauses, key=lambda c: c.table if c.kind is ClauseKind.ROW else 0):
        if number:
            yield table(list(group), setting)
        else:
            yield from (_clause(clause, setting) for clause in group)


def _clause(clause: Clause, setting: Setting) -> Node:
    node: Node = {
        "kind": "clause",
        "id": clause.id,
        "label": clause.label,
        "quoted": clause.quoted,
        "below": [],
    }
    if clause.kind is ClauseKind.CODE:
        return {**node, "code": code_lines(clause.text, setting)}
    return {
        **node,
        "text": paragraphs(clause.inlines, setting),
        "below": _child_nodes(clause.children, setting, depth=1),
    }


def _child_nodes(children: Sequence[Clause], setting: Setting, depth: int) -> list[Node]:
    """What hangs on a clause: labelled lists, and tables."""
    inner = Setting(href=setting.href, ids=setting.ids, longest=setting.longest - _INDENT)
    nodes: list[Node] = []
    for number, group in groupby(
        children, key=lambda c: c.table if c.kind is ClauseKind.ROW else 0
    ):
        if number:
            nodes.append(table(list(group), inner))
        else:
            items = [item for clause in group for item in _items(clause, inner, depth)]
            nodes.append({"kind": "list", "items": items})
    return nodes


def _items(clause: Clause, setting: Setting, depth: int) -> Iterator[Node]:
    """An item with what hangs on it; below the deepest list its children follow it, each under its own label."""
    item: Node = {
        "id": clause.id,
        "label": clause.label,
        "below": [],
        "text": paragraphs(clause.inlines, setting),
    }
    if depth < DEEPEST_LIST:
        yield {**item, "below": _child_nodes(clause.children, setting, depth + 1)}
        return
    yield item
    for child in clause.children:
        yield from _items(child, setting, depth)


def _statement(
    statement: Statement, ids: dict[str, str], words: CoverText, setting: Setting
) -> Node:
    return {
        "pieces": pieces(statement.inlines, setting),
        "cites": _cites(statement.cites, ids, words, setting.href),
    }


def _cites(cites: Sequence[str], ids: dict[str, str], words: CoverText, href: Href) -> list[Piece]:
    """`(rule 5.2)`, `(rules 4.2 and 4.3)`, `(rules 4.2, 4.3 and 5.1)`, each number a link where it has an address."""
    if not cites:
        return []
    linked: list[list[Piece]] = [[_cite(cite, ids, href)] for cite in cites]
    rules = linked[0]
    for position, cite in enumerate(linked[1:], 2):
        rules = (
            [*rules, ", ", *cite]
            if position < len(linked)
            else _fill_words(words.both, {"rules": rules, "rule": cite})
        )
    form = words.rule if len(cites) == 1 else words.rules
    return _fill_words(form, {"rules": rules})


def _cite(cite: str, ids: dict[str, str], href: Href) -> Piece:
    target = href(f"#{ids[cite]}") if cite in ids else None
    absolute = target is not None and not target.startswith("#")
    return {"mark": "link", "target": target, "pieces": [cite]} if absolute else cite


def _fill_words(form: str, values: dict[str, list[Piece]]) -> list[Piece]:
    """`form` with the pieces of each `{name}` in its place."""
    result: list[Piece] = [form]
    for name, inside in values.items():
        where = next(
            (i for i, p in enumerate(result) if isinstance(p, str) and f"{{{name}}}" in p), None
        )
        if where is not None:
            before, after = str(result[where]).split(f"{{{name}}}", 1)
            result[where : where + 1] = [before, *inside, after]
    return [piece for piece in result if piece != ""]
