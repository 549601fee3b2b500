"""List the links, pictures and contacts in a text.

`links` says where each of them leads.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from policybook.model import Clause, Contact, Inline, Library, Mark, Summary, Version
from policybook.reading.references import links
from policybook.reading.school import contacts_yml
from policybook.reading.texts import clauses, markdown_parser


def find_links(version: Version) -> Iterator[tuple[int, Inline]]:
    """Yield every link and picture of a version, with the first line of its block."""
    # Every link has one of these signs.
    if not any(sign in version.text for sign in "[<{"):
        return
    for part in clauses.walk_parts(version):
        cells = (*part.cells, *part.header) if isinstance(part, Clause) else ()
        for inlines in (part.inlines, *cells):
            yield from _walk_block(part.lines[0], inlines)


def find_summary_links(summary: Summary) -> Iterator[tuple[int, Inline]]:
    """Yield every link and picture of a summary, with the line of its statement."""
    for statement in summary.statements:
        yield from ((statement.line, piece) for piece in walk_links(statement.inlines))


def _walk_block(line: int, inlines: tuple[Inline, ...]) -> Iterator[tuple[int, Inline]]:
    """Yield the links and pictures of one block with its line."""
    # Most rules are plain text.
    if len(inlines) != 1 or inlines[0].mark is not Mark.TEXT:
        yield from ((line, piece) for piece in walk_links(inlines))


def walk_links(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield the links and pictures among `inlines`, with those inside others."""
    for piece in inlines:
        if piece.mark in (Mark.LINK, Mark.IMAGE):
            yield piece
        if piece.children:
            yield from walk_links(piece.children)


def find_pictures(library: Library, version: Version) -> dict[str, bytes]:
    """Return the pictures that `version` shows, by path."""
    paths = (
        links.find_picture(library, version, piece.target)
        for _, piece in find_links(version)
        if piece.mark is Mark.IMAGE
    )
    return {path: library.pictures[path] for path in paths if isinstance(path, str)}


def find_roles(version: Version) -> Iterator[tuple[int, str]]:
    """Yield each role that a text names as a contact, with the first line of its block."""
    return (
        (line, piece.target.removeprefix(markdown_parser.ROLE))
        for line, piece in find_links(version)
        if links.is_role(piece.target)
    )


def find_contacts(library: Library, version: Version) -> tuple[Contact, ...]:
    """Return the contacts that a text names, then those of its summaries, each once."""
    if not library.contacts:
        return ()
    roles = [role for _, role in find_roles(version)]
    pieces = (piece for s in version.summaries for _, piece in find_summary_links(s))
    roles += [
        p.target.removeprefix(markdown_parser.ROLE) for p in pieces if links.is_role(p.target)
    ]
    contacts = (contacts_yml.find_contact(library.contacts, role) for role in roles)
    return tuple(dict.fromkeys(contact for contact in contacts if contact))


def find_line(version: Version, start: int, target: str) -> int:
    """Return the first line from `start` on with the link's target; `start` if none has it."""
    lines = version.text.split("\n")[start - version.body_line :]
    spellings = (target, unquote(target))
    return next(
        (start + i for i, line in enumerate(lines[:200]) if any(t in line for t in spellings)),
        start,
    )
