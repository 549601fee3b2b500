"""Prove that a redline is lossless.

Without insertions it gives exactly the old version, without deletions the new one. The
proof reads both versions again from their sections.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

from policybook.model import Clause, Group, Inline, Mark, Section, Version
from policybook.reading.texts import markdown
from policybook.redline.link_changes import address_of
from policybook.redline.shown_texts import find_fault
from policybook.redline.types import ClauseChange, Piece, Redline, Run, Stub
from policybook.redline.units import OBJECT, plain_text
from policybook.redline.word_diff import merge_pieces


class NotLossless(Exception):
    """A redline does not give back a version: a fault of the program. The build must fail."""


def all_changes(redline: Redline) -> Iterator[ClauseChange]:
    """Yield every change in display order, including headings and unchanged clauses."""
    for section in redline.sections:
        if section.heading:
            yield section.heading
        yield from (entry for entry in section.entries if not isinstance(entry, Stub))


def replay_old(redline: Redline) -> tuple[str, ...]:
    """Return the text of each unit of the old version, in its order, from runs alone."""
    return _replay(redline, tuple(all_changes(redline)))[0]


def replay_new(redline: Redline) -> tuple[str, ...]:
    """Return the text of each unit of the new version, in its order, from runs alone."""
    return _replay(redline, tuple(all_changes(redline)))[1]


def check(redline: Redline) -> None:
    """Raise `NotLossless` unless the redline gives back both versions.

    The check covers every word in order, every mark, and every address of a link or picture.
    """
    every = tuple(all_changes(redline))
    olds, news = _replay(redline, every)
    for name, version, replayed in (("old", redline.old, olds), ("new", redline.new, news)):
        if _without_placeholders(replayed) != _without_placeholders(tuple(version_texts(version))):
            raise NotLossless(
                f"the redline of {_paths(redline)} does not give back the {name} text"
            )
    for name, version, old in (("old", redline.old, True), ("new", redline.new, False)):
        if _replay_addresses(every, old) != _addresses(version):
            raise NotLossless(
                f"the redline of {_paths(redline)} does not give back a link of the {name} text"
            )
    for change in every:
        _check_marks(redline, change, old=True)
        _check_marks(redline, change, old=False)
        _check_kinds(redline, change)


def _paths(redline: Redline) -> str:
    """Return the paths of both versions."""
    return f"{redline.old.path} and {redline.new.path}"


def version_texts(version: Version) -> Iterator[str]:
    """Yield the version's titles, headings, table headers and clauses, straight from the model."""
    titles = list(version.titles)
    for line, text in _section_texts(version):
        while titles and titles[0][0] <= line:
            yield titles.pop(0)[1]
        yield text
    yield from (text for _, text in titles)


def _section_texts(version: Version) -> list[tuple[int, str]]:
    """Return the texts of the cover and of all sections with their lines."""
    texts: list[tuple[int, str]] = []
    _collect_parts(texts, version.cover_lines)
    for section in version.sections:
        if section.number:
            texts.append((section.lines[0], markdown.plain_text(section.inlines)))
        _collect_parts(texts, section.parts)
    return texts


def _collect_parts(texts: list[tuple[int, str]], parts: Sequence[Clause | Group]) -> None:
    """Append the texts of clauses and groups, with their lines, to `texts`."""
    table = 0
    for part in parts:
        if isinstance(part, Group):
            texts.append((part.lines[0], part.text))
            continue
        if part.table and part.table != table and part.header:
            texts.append(
                (
                    max(1, part.lines[0] - 2),
                    " | ".join(markdown.plain_text(cell) for cell in part.header),
                )
            )
        table = part.table
        texts.append((part.lines[0], part.text))
        if part.children:
            _collect_parts(texts, part.children)


# --- addresses of links and pictures


def _addresses(version: Version) -> list[str]:
    """Return every address in a version, in order; once where neighbours share it.

    A link may have no address: `[words]()`.
    """
    inlines = chain(
        _part_inlines(version.cover_lines),
        (piece for section in version.sections for piece in _section_inlines(section)),
    )
    return [address for address, _ in groupby(filter(None, _walk_addresses(inlines)))]


def _section_inlines(section: Section) -> Iterator[Inline]:
    """Yield the inline pieces of a section in reading order, those of a table's header once."""
    if section.number:
        yield from section.inlines
    yield from _part_inlines(section.parts)


def _part_inlines(parts: Sequence[Clause | Group]) -> Iterator[Inline]:
    """Yield the inline pieces of clauses and groups in reading order."""
    table = 0
    for part in parts:
        if isinstance(part, Group):
            yield from part.inlines
            continue
        if part.table and part.table != table:
            yield from chain.from_iterable(part.header)
        table = part.table
        yield from chain.from_iterable(part.cells) if part.cells else part.inlines
        if part.children:
            yield from _part_inlines(part.children)


def _walk_addresses(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield the address of each piece that has one; a picture in a link has its own."""
    for piece in inlines:
        if piece.mark is Mark.IMAGE:
            yield piece.target
        elif piece.mark is Mark.LINK:
            inside = list(_walk_addresses(piece.children))
            yield from inside or [piece.target]
        elif piece.children:
            yield from _walk_addresses(piece.children)


def _replay_addresses(every: Sequence[ClauseChange], old: bool) -> list[str]:
    """Return every address on one side of the changes, in order of that version."""
    by_place: list[tuple[int, list[str]]] = []
    for change in every:
        for place, unit in enumerate(change.old if old else change.new):
            texts = [run for cell in _ordered_cells(change, old) for run in cell]
            pieces = _side_pieces(texts or change.runs, 0 if texts else place, old)
            if addresses := [a for piece in pieces if (a := address_of(piece))]:
                by_place.append((unit.place, addresses))
    by_place.sort(key=itemgetter(0))
    return [a for a, _ in groupby(chain.from_iterable(addresses for _, addresses in by_place))]


def _replay(
    redline: Redline, every: Sequence[ClauseChange]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the text of each unit of the old version, and of the new one."""
    olds: dict[int, str] = {}
    news: dict[int, str] = {}
    for change in every:
        _collect_units(redline, change, olds, old=True)
        _collect_units(redline, change, news, old=False)
    return tuple([olds[place] for place in sorted(olds)]), tuple(
        [news[place] for place in sorted(news)]
    )


def _collect_units(
    redline: Redline, change: ClauseChange, texts: dict[int, str], old: bool
) -> None:
    """Put the text of each unit on one side of `change` into `texts`, by place.

    Raise `NotLossless` if a unit is there twice.
    """
    for place, unit in enumerate(change.old if old else change.new):
        if unit.place in texts:
            raise NotLossless(
                f"clause {unit.number} of {redline.old.path} or {redline.new.path}"
                " stands twice in the redline"
            )
        texts[unit.place] = _text(change, place, old)


def _text(change: ClauseChange, place: int, old: bool) -> str:
    """Return the text of the unit number `place` on one side of the change."""
    if change.cells:
        return " | ".join(
            plain_text(_side_pieces(runs, 0, old)) for runs in _ordered_cells(change, old)
        )
    return plain_text(_side_pieces(change.runs, place, old))


def _ordered_cells(change: ClauseChange, old: bool) -> list[tuple[Run, ...]]:
    """Return the runs of each cell of one side, in the order of its columns."""
    cells = {(cell.old if old else cell.new): cell.runs for cell in change.cells}
    return [runs for _, runs in sorted((c, r) for c, r in cells.items() if c is not None)]


def _side_pieces(runs: Sequence[Run], place: int, old: bool) -> list[Piece]:
    """Return one side's pieces of the runs that belong to unit number `place`."""
    return [
        piece
        for run in runs
        if (run.old_at if old else run.new_at) == place
        for piece in (run.old if old else run.new)
    ]


def _check_marks(redline: Redline, change: ClauseChange, old: bool) -> None:
    """Raise `NotLossless` unless the pieces of each unit keep their marks."""
    for place, unit in enumerate(change.old if old else change.new):
        if not unit.cells and merge_pieces(_side_pieces(change.runs, place, old)) != merge_pieces(
            unit.pieces
        ):
            raise NotLossless(
                f"a mark of clause {unit.number} is lost in the redline of {_paths(redline)}"
            )


def _check_kinds(redline: Redline, change: ClauseChange) -> None:
    """Raise `NotLossless` unless each run is what its kind says, and both texts are shown."""
    for runs in [cell.runs for cell in change.cells] or [change.runs]:
        if fault := find_fault(runs):
            raise NotLossless(f"{fault} in the redline of {_paths(redline)}")


def _without_placeholders(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts without the signs for pictures and links that have no words."""
    return tuple([text.replace(OBJECT, "") if OBJECT in text else text for text in texts])
