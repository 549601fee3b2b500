"""The proof that a redline is lossless: without insertions it is exactly the old version, without deletions the new.

What is replayed is compared with the versions themselves, read afresh from their sections.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from policybook.model import Clause, Group, Version
from policybook.reading import markdown
from policybook.redline.types import ClauseChange, Piece, Redline, Run, RunKind, Stub
from policybook.redline.units import OBJECT, plain_text
from policybook.redline.word_diff import merge_pieces

_EQUAL = RunKind.EQUAL  # looked up once: a member of an enumeration takes long


class NotLossless(Exception):
    """A redline does not give back a version. A programmer's mistake: the build must fail."""


def all_changes(redline: Redline) -> Iterator[ClauseChange]:
    """Every change in display order, those where nothing happened too; headings as well."""
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
    """Prove that `redline` gives back both versions, every word in order and every mark; else raise `NotLossless`."""
    every = tuple(all_changes(redline))
    olds, news = _replay(redline, every)
    for name, version, replayed in (("old", redline.old, olds), ("new", redline.new, news)):
        if _without_placeholders(replayed) != _texts(version):
            raise NotLossless(
                f"the redline of {redline.old.path} and {redline.new.path} does not give back the {name} text"
            )
    for change in every:
        if not _is_unchanged(change):
            _check_marks(redline, change, old=True)
            _check_marks(redline, change, old=False)
            _check_kinds(redline, change)


@lru_cache(maxsize=8)
def _texts(version: Version) -> tuple[str, ...]:
    """`texts`, worked out once for the redline in which a version is the new one and for that in which it is the old one."""
    return _without_placeholders(tuple(version_texts(version)))


def version_texts(version: Version) -> Iterator[str]:
    """The texts of a version in reading order, straight from the model: titles, headings, table headers, clauses."""
    titles = list(version.titles)
    for line, text in _section_texts(version):
        while titles and titles[0][0] <= line:
            yield titles.pop(0)[1]
        yield text
    yield from (text for _, text in titles)


def _section_texts(version: Version) -> list[tuple[int, str]]:
    texts: list[tuple[int, str]] = []
    for section in version.sections:
        if section.number:
            texts.append((section.lines[0], markdown.plain(section.inlines)))
        _collect_parts(texts, section.parts)
    return texts


def _collect_parts(texts: list[tuple[int, str]], parts: Sequence[Clause | Group]) -> None:
    table = 0
    for part in parts:
        if isinstance(part, Group):
            texts.append((part.lines[0], part.text))
            continue
        if part.table and part.table != table and part.header:
            texts.append(
                (
                    max(1, part.lines[0] - 2),
                    " | ".join(markdown.plain(cell) for cell in part.header),
                )
            )
        table = part.table
        texts.append((part.lines[0], part.text))
        if part.children:
            _collect_parts(texts, part.children)


def _replay(
    redline: Redline, every: Sequence[ClauseChange]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The text of each unit of the old version and of the new one."""
    olds: dict[int, str] = {}
    news: dict[int, str] = {}
    for change in every:
        old, new, runs = change.old, change.new, change.runs
        if (
            len(old) == len(new) == len(runs) == 1
            and old[0].place not in olds
            and new[0].place not in news
        ):
            _, was, now, was_at, now_at = runs[0]  # as in nearly every change
            olds[old[0].place] = "" if was_at else plain_text(was)
            news[new[0].place] = "" if now_at else plain_text(now)
            continue
        _collect_units(redline, change, olds, old=True)
        _collect_units(redline, change, news, old=False)
    return tuple([olds[place] for place in sorted(olds)]), tuple(
        [news[place] for place in sorted(news)]
    )


def _collect_units(
    redline: Redline, change: ClauseChange, texts: dict[int, str], old: bool
) -> None:
    """Put the text of each unit of one side of `change` into `found`."""
    for place, unit in enumerate(change.old if old else change.new):
        if unit.place in texts:
            raise NotLossless(
                f"clause {unit.number} of {redline.old.path} or {redline.new.path} stands twice in the redline"
            )
        texts[unit.place] = _text(change, place, old)


def _text(change: ClauseChange, place: int, old: bool) -> str:
    if change.cells:
        cells = {(cell.old if old else cell.new): cell.runs for cell in change.cells}
        return " | ".join(
            plain_text(_side_pieces(runs, 0, old))
            for column, runs in sorted((c, r) for c, r in cells.items() if c is not None)
        )
    return plain_text(_side_pieces(change.runs, place, old))


def _side_pieces(runs: Sequence[Run], place: int, old: bool) -> list[Piece]:
    return [
        piece
        for run in runs
        if (run.old_at if old else run.new_at) == place
        for piece in (run.old if old else run.new)
    ]


def _is_unchanged(change: ClauseChange) -> bool:
    """Whether the one run of a change holds the very pieces of its one old unit and its one new unit, and they are the same."""
    runs, olds, news = change.runs, change.old, change.new
    if len(runs) != 1 or len(olds) != 1 or len(news) != 1 or change.cells:
        return False
    (kind, was, now, _, _) = runs[0]
    return (
        kind is _EQUAL
        and was is olds[0].pieces
        and now is news[0].pieces
        and (was is now or was == now)
    )


def _check_marks(redline: Redline, change: ClauseChange, old: bool) -> None:
    """That the pieces of each unit come back in their marks."""
    for place, unit in enumerate(change.old if old else change.new):
        if not unit.cells and merge_pieces(_side_pieces(change.runs, place, old)) != merge_pieces(
            unit.pieces
        ):
            raise NotLossless(
                f"a mark of clause {unit.number} is lost in the redline of {redline.old.path} and {redline.new.path}"
            )


def _check_kinds(redline: Redline, change: ClauseChange) -> None:
    """That what is said to be equal, added or gone is."""
    for run in (*change.runs, *(run for cell in change.cells for run in cell.runs)):
        wrong = (
            run.kind is RunKind.EQUAL and _without_space(run.old) != _without_space(run.new)
        ) or ((run.kind is RunKind.ADDED and run.old) or (run.kind is RunKind.REMOVED and run.new))
        if wrong:
            raise NotLossless(
                f"a run of {run.kind} text is none in the redline of {redline.old.path} and {redline.new.path}"
            )


def _without_space(pieces: Sequence[Piece]) -> str:
    """Without white space: `:[` and `: [` are the same signs, and each side keeps its own."""
    return "".join(plain_text(pieces).split())


def _without_placeholders(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple([text.replace(OBJECT, "") if OBJECT in text else text for text in texts])
