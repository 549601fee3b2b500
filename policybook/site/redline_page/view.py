"""A redline -> what its page shows: changes in words and marks, gathered into sections, with unchanged rules folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from policybook import redline
from policybook.model import Status
from policybook.redline import (
    ChangeKind,
    ClauseChange,
    EffectSide,
    FactChange,
    Matter,
    Moved,
    Part,
    Redline,
    Run,
    RunKind,
    SectionChange,
    Stub,
    Unit,
    weight_words,
)
from policybook.site.redline_page.counts import ChangeCounts, count_changes
from policybook.site.redline_page.effect_names import effect_name
from policybook.site.redline_page.ins_del import marked, one_side
from policybook.site.redline_page.labels import UNCHANGED, form, label, label_back, numbers
from policybook.site.render.inline_html import LinkTargets

_CLAUSE = Part.CLAUSE  # looked up once: a member of an enumeration takes long
_LEAST_FOLD = 3  # unchanged clauses in a row before they are folded away
_SMALL = frozenset({Matter.SIGNS})  # may be left out of view
_TONES = {kind: "link-changed" if kind is ChangeKind.LINK else kind.value for kind in ChangeKind}
_OF_APPROVAL = ("status", "approved_by", "approved_on", "effective_from", "minute")


class ChangeRow(NamedTuple):
    """One change, ready to lay out. `old_at` and `new_at` say where its words stand in each version (`_Order`); empty where they do not.

    `before` are the words of the older version alone, for the views side by side and backwards, where both versions have words and they differ.
    `small` changes are of signs or form alone.
    """

    change: ClauseChange
    label: str
    label_back: str  # the same, read from the newer version back to the older
    tone: str
    small: bool
    form: str
    old_number: str
    new_number: str
    old_at: str
    new_at: str
    words: tuple[str, ...]  # HTML; one a new clause, or one a cell
    before: tuple[str, ...] | None
    notes: tuple[tuple[str, str], ...]  # what it does, and the words for it


class Same(NamedTuple):
    """One unchanged unit, ready to lay out."""

    change: ClauseChange
    number: str
    old_at: str
    new_at: str
    words: tuple[str, ...]  # HTML; a clause's words, or one a cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Stands where a clause was before it moved."""

    number: str
    count: int
    new_number: str


Item = ChangeRow | Same | Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring items of a section; `folded` ones are unchanged, and `rules` of those are clauses."""

    folded: bool
    rules: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A section of the redline's page."""

    anchor: str
    title: str
    heading: ChangeRow | Same | None
    tally: ChangeCounts
    first: int  # the number of its first change, 0 where it has none
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An effect for its list: its name, and its changes as (number of the change, clause, words)."""

    name: str
    small: bool
    items: tuple[tuple[int, str, str], ...]


def stages(changes: Redline, places: LinkTargets) -> tuple[Stage, ...]:
    make = _Maker(places)
    return tuple([_stage(index, section, make) for index, section in enumerate(changes.sections)])


def effects(changes: Redline) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            name=effect_name(effect),
            small=effect.matter in (Matter.WORDING, Matter.SIGNS, None),
            items=tuple(
                (
                    change.count,
                    f"old {numbers(change.old)}"
                    if effect.side is EffectSide.GONE
                    else numbers(change.new),
                    weight_words.effect_item(effect.side, weights),
                )
                for change, weights in effect.items
            ),
        )
        for effect in redline.effects(changes)
    )


def facts(changes: Redline) -> list[tuple[str, Markup]]:
    return [
        (fact.label, Markup(marked(fact.runs, LinkTargets()))) for fact in changed_facts(changes)
    ]


def changed_facts(changes: Redline) -> tuple[FactChange, ...]:
    """The fields of the front matter that differ. A proposal is not approved yet, so that its approval is no change."""
    proposed = changes.new.facts.status in (Status.DRAFT, Status.CONSULTATION)
    return tuple(fact for fact in changes.facts if not (proposed and fact.name in _OF_APPROVAL))


class _Order:
    """Where what is shown stands in the order of one version: the place of the first unit of the stretch in which it follows what was shown before.

    All that follows each other on the page as it does in the version has the same place, which costs a page next to nothing.
    """

    def __init__(self) -> None:
        self._next, self._place = -1, ""

    def place(self, units: Sequence[Unit]) -> str:
        if not units:
            return ""
        if units[0].place != self._next:
            self._place = str(units[0].place)
        self._next = units[-1].place + 1
        return self._place


def _stage(index: int, section: SectionChange, make: "_Maker") -> Stage:
    heading = make.shown(section.heading) if section.heading else None
    items: list[Item] = [
        _pointer(e) if isinstance(e, Stub) else make.shown(e) for e in section.entries
    ]
    worth = [change for change in redline.section_changes(section) if change.count]
    source = section.new or section.old
    title = f"{source.number} {source.title}" if source and source.number else "Front page"
    return Stage(
        anchor=f"part-{index}", title=title, heading=heading,
        tally=count_changes(worth), first=min([change.count for change in worth], default=0), stretches=tuple(_stretches(items)),
    )  # fmt: skip


def _stretches(items: Sequence[Item]) -> Iterator[Stretch]:
    """Unchanged clauses in a row folded away, with the one before and after a change left as its surroundings."""
    start = 0
    for quiet, neighbours in groupby([isinstance(item, Same) for item in items]):
        stop = start + len(list(neighbours))
        whole = start == 0 and stop == len(items)
        if not quiet or (stop - start < _LEAST_FOLD and not whole):
            yield _stretch(items[start:stop], folded=False)
        else:
            head, tail = int(start > 0), int(stop < len(items))
            if head:
                yield _stretch(items[start : start + 1], folded=False)
            if items[start + head : stop - tail]:
                yield _stretch(items[start + head : stop - tail], folded=True)
            if tail:
                yield _stretch(items[stop - 1 : stop], folded=False)
        start = stop


def _stretch(items: Sequence[Item], folded: bool) -> Stretch:
    rules = (
        sum([item.change.part is _CLAUSE for item in items if isinstance(item, Same)])
        if folded
        else 0
    )
    return Stretch(folded=folded, rules=rules, items=tuple(items))


def _pointer(stub: Stub) -> Pointer:
    return Pointer(
        number=stub.unit.number, count=stub.change.count, new_number=numbers(stub.change.new)
    )


class _Maker:
    """Changes -> what is shown of them, in the order of the page. `places` fits the links of their words."""

    def __init__(self, places: LinkTargets) -> None:
        self._places, self._old, self._new = places, _Order(), _Order()

    def shown(self, change: ClauseChange) -> ChangeRow | Same:
        if not change.count:
            return self._same(change)
        places = self._places
        runs: Sequence[Sequence[Run]] = (
            [cell.runs for cell in change.cells] if change.cells else redline.runs_by_clause(change)
        )
        words = tuple([marked(r, places) for r in runs])
        old_at, new_at, new_number = (
            self._old.place(change.old),
            self._new.place(change.new),
            numbers(change.new),
        )
        both = change.kind not in UNCHANGED and change.old and change.new
        return ChangeRow(
            change=change, label=label(change), label_back=label_back(change), tone=_tone(change), small=_is_small(change), form=form(change),
            old_number=numbers(change.old), new_number=new_number, old_at=old_at, new_at=new_at, words=words,
            before=_older_words(change, runs, places) if both else None,
            notes=tuple(weight_words.notes(change)),
        )  # fmt: skip

    def _same(self, change: ClauseChange) -> Same:
        """One unit that is one unit still, as nearly every change on a page is."""
        words = tuple(
            [marked(cell.runs, self._places) for cell in change.cells]
            or [marked(change.runs, self._places)]
        )
        return Same(
            change,
            numbers(change.new),
            self._old.place(change.old),
            self._new.place(change.new),
            words,
        )


def _older_words(
    change: ClauseChange, runs: Sequence[Sequence[Run]], places: LinkTargets
) -> tuple[str, ...]:
    """The older version's words, a clause or a cell each."""
    if not change.cells and len(change.old) > 1:
        runs = [
            [run for run in change.runs if run.old_at == place] for place in range(len(change.old))
        ]
    return tuple([one_side(r, places, RunKind.REMOVED) for r in runs])


def _is_small(change: ClauseChange) -> bool:
    if change.moved is Moved.ALONE:
        return False
    return change.kind in (ChangeKind.FORMATTING, ChangeKind.RENUMBERED) or (
        bool(change.weights) and {w.matter for w in change.weights} <= _SMALL
    )


def _tone(change: ClauseChange) -> str:
    """The class of a change: `moved`, `reworded`."""
    return (
        "moved" if change.moved is Moved.ALONE and change.kind in UNCHANGED else _TONES[change.kind]
    )
