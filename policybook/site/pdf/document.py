"""Turn a version or summary into the plain data that `templates/pdf/policy.typ` sets.

The data is a tree (JSON) without HTML or Typst code. The nodes of its body are
`cover`, `heading`, `clause` (with its number in the margin), `list` (labelled items), `table`
and `statements`.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

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
from policybook.reading.texts.clause_numbers import shown_inlines
from policybook.reading.texts.clauses import walk_sections, walk_text
from policybook.reading.texts.cover_block import list_shown_lines
from policybook.site.pdf.cover import Cover, CoverText
from policybook.site.pdf.frame import Node, frame
from policybook.site.pdf.inlines import (
    LONGEST_WORD,
    Href,
    Piece,
    Setting,
    code_lines,
    paragraphs,
    pieces,
    worded,
)
from policybook.site.pdf.tables import join_leads, table

#: Levels of lists that are indented. A page is too narrow for more.
DEEPEST_LIST = 5
#: Characters that a level of a list takes from its lines.
_INDENT = 3
#: Characters of 12 pt in the margin.
_LONGEST_LABEL = 6
#: Characters of 16 pt on the shortest line, in one of two columns.
_PUPILS_LONGEST = 16


def no_links(target: str) -> str | None:
    """Return None, so that every link becomes plain text."""
    return None


def version_document(version: Version, cover: Cover, href: Href = no_links) -> Node:
    """Return all the words of a version, in order, with their numbers.

    `href` turns a link's target into an absolute address, `#clause-id` or None. With
    None, or with an id that no clause has, the link's words become plain text. If the
    typesetter has no bytes for a picture, it shows the alternative text.
    """
    setting = Setting(href=href, ids=_ids(version))
    body = [*_cover_lines(version, cover, setting)]
    for section in version.sections:
        body += join_leads([*_section(section, setting)])
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
    summary: Summary,
    version: Version,
    cover: Cover,
    href: Href = no_links,
    order: tuple[Sequence[int], Sequence[int]] | None = None,
) -> Node:
    """Return all statements under their headings, each with the rules that it explains.

    `order` has the places of the groups before the contacts, and of those after them. Without
    it the contacts are last. The groups for pupils are boxes in two columns, in bigger type.

    `href` gets `#clause-id` for a citation, and the target for a link in a statement. Only an
    absolute address becomes a link, because the clause is in another file.
    """
    longest = _PUPILS_LONGEST if summary.reader is Reader.PUPILS else LONGEST_WORD
    setting = Setting(href=href, longest=longest)
    ids = {clause.number: clause.id for clause in walk_sections(version.sections)}
    ids.update({str(s.number): s.id for s in version.sections})
    groups: list[list[Node]] = []
    for group in summary.groups:
        title = pieces([Inline(mark=Mark.TEXT, text=group.title)], setting)
        items = [_statement(s, ids, cover.words, setting) for s in group.statements]
        nodes: list[Node] = [_heading(1, title)] if group.title else []
        nodes += [{"kind": "statements", "items": items}] if items else []
        groups.append(nodes)
    before, after = order or (range(len(groups)), ())
    first, rest = ([groups[place] for place in places] for places in (before, after))
    if summary.reader is Reader.PUPILS:
        asks = [{"kind": "help", "lead": cover.words.asks, "lines": list(cover.asks)}]
        body = [*_boxes(first), *(asks if cover.asks else []), *_boxes(rest)]
    else:
        body = [*chain(*first), *_asks(cover, setting), *chain(*rest)]
    return {
        **frame(cover),
        "kind": summary.reader.value,
        "contents": False,
        "jumps": [],
        "body": body,
    }


def _boxes(groups: Sequence[list[Node]]) -> list[Node]:
    """Return the groups, each a box, in two columns that are about as long as each other."""
    boxes = [group for group in groups if group]
    lengths = [len(str(box)) for box in boxes]
    cuts = range(1, len(boxes) + 1)
    cut = min(cuts, key=lambda n: max(sum(lengths[:n]), sum(lengths[n:])), default=0)
    columns = [column for column in (boxes[:cut], boxes[cut:]) if column]
    return [{"kind": "boxes", "columns": columns}] if columns else []


def _asks(cover: Cover, setting: Setting) -> list[Node]:
    """Return the contacts as a list after the text and apart from it."""
    if not cover.asks:
        return []
    lines = ([Inline(mark=Mark.TEXT, text=line)] for line in cover.asks)
    items = [{"pieces": pieces(line, setting), "cites": []} for line in lines]
    return [_heading(1, [cover.words.asks]), {"kind": "statements", "items": items}]


def _cover_lines(version: Version, cover: Cover, setting: Setting) -> Iterator[Node]:
    """Yield a quiet block with the lines of the printed document's cover."""
    if lines := list(_clauses(list_shown_lines(version), setting)):
        yield {"kind": "cover", "label": cover.words.cover_lines, "below": lines}


def _ids(version: Version) -> frozenset[str]:
    sections = version.sections
    groups = (group.id for section in sections for group in section.groups)
    named = (section.id for section in sections if section.number)
    return frozenset([*named, *groups, *(clause.id for clause in walk_text(version))])


def _jumps(nodes: object) -> list[str]:
    """Return the ids to which the text links. Only these clauses need an anchor."""
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
    # PDF/UA forbids skipping a level of headings.
    deepest = min(section.number, 1)
    if section.number:
        inlines, label = _join_name(section.inlines, section.margin_label)
        title = pieces(worded(inlines), setting) if section.title.strip() else []
        yield _heading(1, title, section.id, label)
    for is_clause, parts in groupby(section.parts, key=lambda part: isinstance(part, Clause)):
        if is_clause:
            yield from _clauses([p for p in parts if isinstance(p, Clause)], setting)
            continue
        for group in (p for p in parts if isinstance(p, Group) and p.text.strip()):
            deepest = min(deepest + 1, group.level - (1 if section.number else 2))
            inlines, label = _join_name(group.inlines, group.number)
            yield _heading(deepest, pieces(worded(inlines), setting), group.id, label)


def _join_name(inlines: tuple[Inline, ...], label: str) -> tuple[tuple[Inline, ...], str]:
    """Return the words of a heading and its number. "Appendix B" is too long for the margin."""
    if " " not in label:
        return inlines, label
    return (Inline(mark=Mark.TEXT, text=f"{label}\u2003"), *inlines), ""


def _heading(level: int, inside: list[Piece], name: str = "", number: str = "") -> Node:
    """Return a heading. One without words shows its number: PDF/UA forbids an empty heading."""
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
    if len(clause.label) > _LONGEST_LABEL:
        # It is too long for the margin, and stands before the words.
        node |= {"label": "", "lead": f"{clause.label} "}
    return {
        **node,
        "text": paragraphs(shown_inlines(clause), setting),
        "below": _child_nodes(clause.children, setting, depth=1),
    }


def _child_nodes(children: Sequence[Clause], setting: Setting, depth: int) -> list[Node]:
    """Return what is inside a clause: labelled lists, and tables."""
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
    """Yield an item with its children.

    Below the deepest list, the children follow it, each with its own label.
    """
    item: Node = {
        "id": clause.id,
        "label": clause.label,
        "below": [],
        "text": paragraphs(shown_inlines(clause), setting),
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
    """Return the rules in words: `(rule 5.2)`, `(rules 4.2 and 4.3)`, `(rules 4.2, 4.3 and 5.1)`.

    Each number that has an address is a link.
    """
    if not cites:
        return []
    linked: list[list[Piece]] = [[_cite(cite, ids, href)] for cite in cites]
    rules = linked[0]
    for position, cite in enumerate(linked[1:], 2):
        if position < len(linked):
            rules = [*rules, ", ", *cite]
        else:
            rules = _fill_words(words.both, {"rules": rules, "rule": cite})
    form = words.rule if len(cites) == 1 else words.rules
    return _fill_words(form, {"rules": rules})


def _cite(cite: str, ids: dict[str, str], href: Href) -> Piece:
    target = href(f"#{ids[cite]}") if cite in ids else None
    absolute = target is not None and not target.startswith("#")
    return {"mark": "link", "target": target, "pieces": [cite]} if absolute else cite


def _fill_words(form: str, values: dict[str, list[Piece]]) -> list[Piece]:
    """Return `form` with pieces in the place of each `{name}`."""
    result: list[Piece] = [form]
    for name, inside in values.items():
        where = next(
            (i for i, p in enumerate(result) if isinstance(p, str) and f"{{{name}}}" in p), None
        )
        if where is not None:
            before, after = str(result[where]).split(f"{{{name}}}", 1)
            result[where : where + 1] = [before, *inside, after]
    return [piece for piece in result if piece != ""]
