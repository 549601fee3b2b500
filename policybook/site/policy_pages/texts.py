"""The text in force of each policy, and every version at its own address."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from markupsafe import Markup

from policybook.analysis import clause_history
from policybook.analysis.clause_history import ClauseHistory
from policybook.model import (
    ClauseKind,
    Library,
    Policy,
    Version,
    addresses,
    dates,
    timeline,
    wording,
)
from policybook.reading import clauses
from policybook.site import margin_notes, version_view
from policybook.site.margin_notes import MovedCitation
from policybook.site.render.link_targets import placed
from policybook.site.render.renderer import Asset, Page, Press, Trail
from policybook.site.version_view import VersionView


def texts(library: Library, press: Press) -> Iterator[Page | Asset]:
    for policy in library.policies:
        seen = [press.about(version) for version in policy.versions]
        current = next((s for s in seen if s.binds), None)
        yield (
            _in_force(press, policy, current, seen)
            if current
            else _none_in_force(press, policy, seen)
        )
        for one in seen:
            yield _version(press, one, seen, current)


def _in_force(press: Press, policy: Policy, current: VersionView, seen: list[VersionView]) -> Page:
    beside = _joined(
        _margin_marks(press, policy, current),
        _law_notes(press, current),
        _plain_words(press, current),
    )
    text = press.text_with(current.version, beside) if beside else press.text_of(current.version)
    return _page(
        press, current, seen, current.address, placed(text, current.address), current, trail=()
    )


def _joined(*several: Mapping[str, Markup]) -> dict[str, str]:
    """What stands beside each clause, one after the other; HTML."""
    result: dict[str, list[Markup]] = {}
    for one in several:
        for key, value in one.items():
            result.setdefault(key, []).append(value)
    return {key: "".join(values) for key, values in result.items()}


def _law_notes(press: Press, seen: VersionView) -> dict[str, Markup]:
    """By clause: notes on the law and names that have moved since it was written."""
    found: dict[str, list[MovedCitation]] = {}
    for note in margin_notes.moved(press.library, seen, press.today):
        found.setdefault(note.beside, []).append(note)
    return {
        key: press.fragment("policy/law-note.html", notes=notes) for key, notes in found.items()
    }


def _plain_words(press: Press, current: VersionView) -> dict[str, Markup]:
    """By clause: the statements that explain it, in the language of the text."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    ids = {c.number: c.id for c in clauses.each(current.version.sections)}
    for way in version_view.summary_links(current):
        if way.language:
            continue
        statements = (s for group in way.summary.groups for s in group.statements)
        for number, statement in enumerate(statements, 1):
            for cite in statement.cites:
                if cite in ids:
                    outer = "-".join(ids[cite].split("-")[:2])
                    found.setdefault(outer, []).append(
                        (wording.READERS[way.reader], statement.text, f"{way.address}#st{number}")
                    )
    return {
        key: press.fragment("policy/inshort.html", statements=rows) for key, rows in found.items()
    }


def _margin_marks(press: Press, policy: Policy, current: VersionView) -> dict[str, Markup]:
    """By clause: since when it has stood in its words; marked where the version in force changed it, with the way to what changed."""
    approved = [v for v in policy.versions if timeline.starts(v) and not press.about(v).removed]
    approved = approved[: approved.index(current.version) + 1]
    if len(approved) < 2:
        return {}
    gists = [press.gist(old, new) for old, new in pairwise(approved)]
    own = tuple(clauses.each(current.version.sections))
    known = clause_history.trace_clauses(
        [clause.id for clause in own], [gist.link for gist in gists], approved[0]
    )
    marks = {
        name: _mark(press, policy, stood, gists[-1].changed.get(name, 0), approved)
        for name, stood in known.items()
    }
    rows = {clause.id for clause in own if clause.kind is ClauseKind.ROW}
    return {
        name: mark for name, mark in marks.items() if name not in rows or name in gists[-1].changed
    }


def _mark(
    press: Press, policy: Policy, stood: ClauseHistory, count: int, approved: list[Version]
) -> Markup:
    """`count` is the number of the clause's change in the redline to the newest of `approved`, 0 where it has none."""
    before, change = (approved[-2], count) if count else stood.change or (None, 0)
    after = approved[-1] if count else stood.since
    address = ""
    if before and press.has_redline(before, after, policy):
        address = f"{addresses.redline(policy.name, before.name, after.name)}#change-{change}"
    return press.margin(
        fresh=bool(count),
        since=_day(stood.since),
        introduced=_day(stood.introduced),
        day=_day(after),
        address=address,
    )


def _day(version: Version) -> str:
    starts = timeline.starts(version)
    return dates.in_words(starts) if starts else ""


def _version(
    press: Press, one: VersionView, seen: list[VersionView], current: VersionView | None
) -> Page:
    trail = ((one.title, addresses.policy(one.policy.name)),)
    notes = {} if one.binds else _law_notes(press, one)
    text = press.text_with(one.version, notes)
    return _page(press, one, seen, one.own_address, placed(text, one.own_address), current, trail)


def _page(
    press: Press,
    one: VersionView,
    seen: list[VersionView],
    address: str,
    text: Markup,
    current: VersionView | None,
    trail: Trail,
) -> Page:
    version, ways = one.version, version_view.summary_links(one)
    proposal = next((s for s in seen if s.version is timeline.proposal(one.policy)), None)
    own = address == one.own_address
    return press.page(
        address,
        "policy/text.html",
        title=one.title if not own else f"{one.title}, version {version.name}",
        heading=one.title,
        description=f"{one.title}. {one.standing_words} {one.review if one.binds else ''}".strip(),
        trail=trail,
        language=version.facts.language or "",
        seen=one,
        text=text,
        own=own,
        current=current,
        short=[way for way in ways if not way.language],
        translated=[way for way in ways if way.language],
        versions=list(reversed(seen)),
        redlines=_redlines(press, seen),
        print_address=addresses.printed(one.address),
        history=addresses.history(one.policy.name),
        asks=version_view.asks(press.library, one),
        proposal=proposal if proposal is not one else None,
        proposal_redline=_between(press, current, proposal),
        own_redline=_between(press, current, one),
    )


def _between(press: Press, old: VersionView | None, new: VersionView | None) -> str:
    """The address of the redline from `old` to `new`, empty where there is none to show."""
    if not old or not new or old is new:
        return ""
    versions = old.policy.versions
    first, last = sorted((old.version, new.version), key=versions.index)
    return (
        addresses.redline(old.policy.name, first.name, last.name)
        if press.has_redline(first, last, old.policy)
        else ""
    )


def _redlines(press: Press, seen: list[VersionView]) -> dict[str, str]:
    """By version: the redline from the version before."""
    pairs = (
        (old, new)
        for old, new in pairwise(seen)
        if press.has_redline(old.version, new.version, old.policy)
    )
    return {
        new.version.name: addresses.redline(new.policy.name, old.version.name, new.version.name)
        for old, new in pairs
    }


def _none_in_force(press: Press, policy: Policy, seen: list[VersionView]) -> Page:
    newest = seen[-1]
    return press.page(
        addresses.policy(policy.name),
        "policy/none.html",
        title=newest.title,
        description=f"{newest.title}. No version is in force.",
        seen=newest,
        versions=list(reversed(seen)),
        redlines=_redlines(press, seen),
        history=addresses.history(policy.name),
    )
