"""Turn a redline into what its page shows.

Changes get their words and marks. They are gathered into sections, and unchanged rules
are folded away.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from policybook import redline
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
from policybook.site.redline_page.counts import count_changes
from policybook.site.redline_page.effect_names import effect_name
from policybook.site.redline_page.ins_del import marked, one_side
from policybook.site.redline_page.labels import UNCHANGED, form, form_notes, label, label_back
from policybook.site.redline_page.types import (
    ChangeRow,
    Item,
    Pointer,
    Same,
    Shown,
    Stage,
    Stretch,
)
from policybook.site.redline_page.whole_sections import is_whole, unmark
from policybook.site.render.inline_html import LinkTargets

#: Fewer unchanged clauses in a row stay open.
_LEAST_FOLD = 3
_TONES = {kind: kind.value for kind in ChangeKind} | {
    ChangeKind.LINK: "link-changed",
    ChangeKind.FOLLOWED: "formatting",
}
_OF_APPROVAL = ("status", "approved_by", "approved_on", "effective_from", "minute")


def stages(changes: Redline, places: LinkTargets) -> tuple[Stage, ...]:
    """Return the sections of the page. `places` fits the links of their words."""
    make = RowMaker(places, redline.UnitContext(changes))
    return tuple([_stage(index, section, make) for index, section in enumerate(changes.sections)])


def effects(changes: Redline) -> tuple[Shown, ...]:
    """Return the main effects, most important first."""
    return tuple(
        Shown(
            name=effect_name(effect),
            small=effect.matter in (Matter.WORDING, Matter.SIGNS, None),
            items=tuple(_effect_items(effect)),
        )
        for effect in redline.effects(changes)
    )


def _effect_items(effect: redline.Effect) -> Iterator[tuple[int, str, str]]:
    """Yield the changes of an effect, with number and words. Each term is named once."""
    told: set[str] = set()
    for change, weights in effect.items:
        is_gone = effect.side is EffectSide.GONE
        if is_gone:
            place = f"old {redline.unit_numbers(change.old)}"
        else:
            place = redline.unit_numbers(change.new)
        words = weight_words.effect_item(effect.side, weights)
        yield change.count, place, "" if words in told else words
        if effect.matter is Matter.TERM:
            told.add(words)


def facts(changes: Redline) -> list[tuple[str, Markup]]:
    """Return the changed fields of the front matter: label, and words with marks."""
    return [
        (fact.label, Markup(marked(fact.runs, LinkTargets()))) for fact in changed_facts(changes)
    ]


def changed_facts(changes: Redline) -> tuple[FactChange, ...]:
    """Return the fields of the front matter that differ.

    A proposal has no approval yet, so its approval is not a change.
    """
    proposed = changes.new.facts.is_undecided
    return tuple(fact for fact in changes.facts if not (proposed and fact.name in _OF_APPROVAL))


class _Order:
    """The position of words in the order of one version.

    It is the place of the first unit in the current stretch. A stretch lasts as long as
    the page follows the version's order. So most neighbours share one short value.
    """

    def __init__(self) -> None:
        self._next, self._place = -1, ""

    def place(self, units: Sequence[Unit]) -> str:
        """Return the position of `units`, or an empty string if there are none."""
        if not units:
            return ""
        if units[0].place != self._next:
            self._place = str(units[0].place)
        self._next = units[-1].place + 1
        return self._place


def _stage(index: int, section: SectionChange, make: "RowMaker") -> Stage:
    whole = is_whole(section, section.entries)
    show = make.unmarked if whole else make.shown
    heading = show(section.heading) if section.heading else None
    items: list[Item] = [_pointer(e) if isinstance(e, Stub) else show(e) for e in section.entries]
    worth = [change for change in redline.section_changes(section) if change.count]
    return Stage(
        anchor=f"part-{index}",
        title=section_title(section),
        heading=heading,
        tally=count_changes(worth),
        first=min([change.count for change in worth], default=0),
        whole=whole,
        small=tuple([change.count for change in worth if redline.is_small(change)]),
        stretches=tuple(_stretches(items)),
    )


def section_title(section: SectionChange) -> str:
    """Return the number and the title of a section, or `Front page` before the first."""
    source = section.new or section.old
    if source and source.number:
        return f"{source.margin_label} {source.title}".strip()
    return "Front page"


def _stretches(items: Sequence[Item]) -> Iterator[Stretch]:
    """Yield the items in stretches, with unchanged clauses in a row folded.

    The clauses just before and after a change stay open, to show what is around it.
    """
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
    if folded:
        rules = sum([item.change.part is Part.CLAUSE for item in items if isinstance(item, Same)])
    else:
        rules = 0
    return Stretch(folded=folded, rules=rules, items=tuple(items))


def _pointer(stub: Stub) -> Pointer:
    return Pointer(
        number=stub.unit.number,
        count=stub.change.count,
        new_number=redline.unit_numbers(stub.change.new),
    )


class RowMaker:
    """Turn changes into what the page shows, in the page's order.

    `places` fits the links of their words. `context` has what they need beside them.
    """

    def __init__(self, places: LinkTargets, context: redline.UnitContext) -> None:
        self._places, self._old, self._new = places, _Order(), _Order()
        self._context = context

    def shown(self, change: ClauseChange) -> ChangeRow | Same:
        """Return a change or an unchanged unit, ready to lay out."""
        return self.row(change) if change.count else self._same(change)

    def unmarked(self, change: ClauseChange) -> ChangeRow:
        """Return a change of a section that is wholly new or removed."""
        return self.row(unmark(change))._replace(change=change)

    def row(self, change: ClauseChange, *, has_before: bool = True) -> ChangeRow:
        """Return a change, ready to lay out. With `has_before` the older words are apart too."""
        places = self._places
        runs: Sequence[Sequence[Run]] = (
            [cell.runs for cell in change.cells] if change.cells else redline.runs_by_clause(change)
        )
        both = change.kind not in UNCHANGED and change.old and change.new
        return ChangeRow(
            change=change,
            label=label(change),
            label_back=label_back(change),
            tone=_tone(change),
            small=redline.is_small(change),
            form=form(change),
            old_number=redline.unit_numbers(change.old),
            new_number=redline.unit_numbers(change.new),
            old_at=self._old.place(change.old),
            new_at=self._new.place(change.new),
            words=tuple([marked(r, places, weight_words.moves(change)) for r in runs]),
            before=_older_words(change, runs, places) if both and has_before else None,
            columns=self._columns(change),
            columns_before=self._columns(change, is_old=True),
            stem=self._context.stem(change),
            notes=(*weight_words.notes(change), *form_notes(change)),
        )

    def _same(self, change: ClauseChange) -> Same:
        """Return an unchanged unit, as nearly every unit on a page is."""
        words = tuple(
            [marked(cell.runs, self._places) for cell in change.cells]
            or [marked(change.runs, self._places)]
        )
        return Same(
            change,
            redline.unit_numbers(change.new),
            self._old.place(change.old),
            self._new.place(change.new),
            words,
            self._columns(change),
        )

    def _columns(self, change: ClauseChange, *, is_old: bool = False) -> tuple[str, ...]:
        return self._context.columns(change, is_old=is_old) if change.cells else ()


def _older_words(
    change: ClauseChange, runs: Sequence[Sequence[Run]], places: LinkTargets
) -> tuple[str, ...]:
    """Return the older version's words, one text for each clause or cell."""
    if not change.cells:
        runs = [
            [run for run in change.runs if run.old_at == place] for place in range(len(change.old))
        ]
    return tuple([one_side(r, places, RunKind.REMOVED) for r in runs])


def _tone(change: ClauseChange) -> str:
    """Return the class of a change: `moved`, `reworded`."""
    return (
        "moved" if change.moved is Moved.ALONE and change.kind in UNCHANGED else _TONES[change.kind]
    )
