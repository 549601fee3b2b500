"""What changed: the history of each policy, and the redline of every pair of its versions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from policybook import addresses, dates, redline, timeline
from policybook.marking import marked
from policybook.markup import Places
from policybook.model import Library, Policy, Version
from policybook.press import Asset, Gist, Page, Press, markup_places, placed
from policybook.redline import ClauseChange, Counts, Kind, Moved, Redline, SectionChange, Stub, Weight
from policybook.views import About

_UNCHANGED = (Kind.SAME, Kind.RENUMBERED)
_LEAST_FOLD = 3  # unchanged clauses in a row before they are folded away


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One change, or one unchanged unit, ready to lay out. `old_at` and `new_at` name the units of each version that it stands for."""

    change: ClauseChange
    label: str
    tone: str
    old_number: str
    new_number: str
    old_at: str
    new_at: str
    words: tuple[Markup, ...]  # one a new clause; or one a cell
    said: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Stands where a clause was before it moved."""

    number: str
    count: int
    new_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring items of a section; `folded` ones are unchanged."""

    folded: bool
    items: tuple[Block | Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A section of the redline's page."""

    anchor: str
    title: str
    heading: Block | None
    counts: Counts
    first: int  # the number of its first change, 0 where it has none
    stretches: tuple[Stretch, ...]


def changes(library: Library, press: Press) -> Iterator[Page | Asset]:
    for policy in library.policies:
        for old, new in _pairs(press, policy):
            yield _redline(press, policy, press.about(old), press.about(new))
        yield _history(press, policy)


# ---------- the redline


def _redline(press: Press, policy: Policy, old: About, new: About) -> Page:
    found = press.redline(old.version, new.version)
    address = addresses.redline(policy.name, old.version.name, new.version.name)
    places = markup_places(press.library, new.version, new.own_address)
    numbered = redline.numbered(found)
    return press.page(
        address, "policy/redline.html", title=f"{new.title}: what changed from {old.version.name} to {new.version.name}",
        description=f"Every change from version {old.version.name} to version {new.version.name}.",
        trail=((new.title, addresses.policy(policy.name)), ("History", addresses.history(policy.name))),
        language=new.version.facts.language or "", old=old, new=new, counts=redline.counts(numbered), total=len(numbered),
        facts=[(f.label, marked(f.runs, Places())) for f in found.facts], weightiest=_weightiest(found),
        sections=[_section(at, s, c, places, address) for at, (s, c) in enumerate(redline.counts_by_section(found))],
        pairs=_choice(press, policy), identical=redline.is_identical(found), listed=False, history=addresses.history(policy.name),
    )  # fmt: skip


def _weightiest(found: Redline) -> list[tuple[int, str, Weight]]:
    """At most eight: the number of the change, the clause, and what it does."""
    return [
        (change.count, _numbers(change.new or change.old), weight) for change, weight in redline.weightiest(found)[:8]
    ]


def _pairs(press: Press, policy: Policy) -> list[tuple[Version, Version]]:
    """Every pair of versions that has a redline."""
    return [(old, new) for old, new in combinations(policy.versions, 2) if press.has_redline(old, new, policy)]


def _choice(press: Press, policy: Policy) -> list[tuple[str, str, str]]:
    """The pairs to choose from: old, new, address; the newest first."""
    return [
        (old.name, new.name, addresses.redline(policy.name, old.name, new.name))
        for old, new in reversed(_pairs(press, policy))
    ]


def _section(at: int, section: SectionChange, counts: Counts, places: Places, address: str) -> Stage:
    made = [_pointer(e) if isinstance(e, Stub) else _block(e, places, address) for e in section.entries]
    heading = _block(section.heading, places, address) if section.heading else None
    numbers = [c.count for c in redline.of_section(section) if c.count]
    source = section.new or section.old
    title = f"{source.number} {source.title}" if source and source.number else "Before the first section"
    return Stage(
        anchor=f"part-{at}",
        title=title,
        heading=heading,
        counts=counts,
        first=min(numbers, default=0),
        stretches=tuple(_stretches(made)),
    )


def _stretches(items: Sequence[Block | Pointer]) -> Iterator[Stretch]:
    """Unchanged clauses in a row folded away, with the one before and after a change left as its surroundings."""
    quiet = [isinstance(item, Block) and not item.change.count for item in items]
    start = 0
    while start < len(items):
        stop = start + 1
        while stop < len(items) and quiet[stop] == quiet[start]:
            stop += 1
        if not quiet[start] or stop - start < _LEAST_FOLD:
            yield Stretch(folded=False, items=tuple(items[start:stop]))
        else:
            head, tail = int(start > 0), int(stop < len(items))
            if head:
                yield Stretch(folded=False, items=(items[start],))
            if items[start + head : stop - tail]:
                yield Stretch(folded=True, items=tuple(items[start + head : stop - tail]))
            if tail:
                yield Stretch(folded=False, items=(items[stop - 1],))
        start = stop


def _pointer(stub: Stub) -> Pointer:
    return Pointer(number=stub.unit.number, count=stub.change.count, new_number=_numbers(stub.change.new))


def _block(change: ClauseChange, places: Places, address: str) -> Block:
    runs = [cell.runs for cell in change.cells] if change.cells else list(redline.by_clause(change))
    return Block(
        change=change, label=_label(change), tone=_tone(change), old_number=_numbers(change.old), new_number=_numbers(change.new),
        old_at=" ".join(str(u.at) for u in change.old), new_at=" ".join(str(u.at) for u in change.new),
        words=tuple(placed(marked(r, places), address) for r in runs), said=tuple(w for w in change.weights if w.words or w.matter == "wording only"),
    )  # fmt: skip


def _numbers(units: Sequence[redline.Unit]) -> str:
    return ", ".join(u.number or u.label for u in units if u.number or u.label)


_LABELS = {
    Kind.REWORDED: "Reworded", Kind.ADDED: "Added", Kind.REMOVED: "Removed", Kind.DIVIDED: "Divided", Kind.JOINED: "Joined",
    Kind.LINK: "Link changed", Kind.FORMATTING: "Formatting only", Kind.SAME: "Unchanged", Kind.RENUMBERED: "Renumbered",
}  # fmt: skip


def _label(change: ClauseChange) -> str:
    """The visible word for a change: `Moved from 3.2 and reworded`."""
    what = _LABELS[change.kind]
    if change.moved is not Moved.ALONE:
        return what
    origin = _numbers(change.old)
    moved = f"Moved from {origin}" if origin else "Moved"
    return moved if change.kind in _UNCHANGED else f"{moved} and {what.lower()}"


def _tone(change: ClauseChange) -> str:
    """The class of a change: `moved`, `reworded`."""
    return "moved" if change.moved is Moved.ALONE and change.kind in _UNCHANGED else str(change.kind).replace(" ", "-")


# ---------- the history


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A version in the history. `gist` and `redline` compare it with the version before; None for the first."""

    seen: About
    since: str
    until: str
    gist: Gist | None
    redline: str


def _history(press: Press, policy: Policy) -> Page:
    steps = [_step(press, policy, seen) for seen in (press.about(v) for v in policy.versions)]
    title = steps[-1].seen.title
    return press.page(
        addresses.history(policy.name), "policy/history.html", title=f"{title}: history", description=f"Every version of the {title}.",
        trail=((title, addresses.policy(policy.name)),), steps=steps[::-1], pairs=_choice(press, policy), heading=title,
    )  # fmt: skip


def _step(press: Press, policy: Policy, seen: About) -> Step:
    before = timeline.predecessor(policy, seen.version)
    starts, later = timeline.starts(seen.version), timeline.successor(policy, seen.version)
    ends = timeline.starts(later) if later else None
    return Step(
        seen=seen, since=dates.in_words(starts) if starts else "", until=dates.in_words(ends) if starts and ends else "",
        gist=press.gist(before, seen.version) if before else None,
        redline=addresses.redline(policy.name, before.name, seen.version.name) if before else "",
    )  # fmt: skip
