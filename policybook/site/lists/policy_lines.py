"""Turn rows of policies into the lines of lists: home page and pages for readers."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from policybook.model import ReviewState, Standing, spans
from policybook.site import dated
from policybook.site.lists.policy_groups import PolicyGroup, group_rows, sort_by_title
from policybook.site.policy_row import PolicyRow
from policybook.site.version_view import SummaryLink, VersionView

#: A list of so many policies has letters and a filter.
LONG_LIST = 12
#: A group of more policies shows where each letter begins.
_LONG_GROUP = 20
_GONE = "No longer in force"


class ShortStanding(NamedTuple):
    """The standing of a policy in a few words."""

    tone: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyLine:
    """A policy in a list.

    `view` is the text in force, or else the newest. `standings` has its standing on each
    day, `since` the same with the day from which it is in force, and `coming` the version
    that comes into force next. `overdue` has the days on which its review is overdue.
    `letter` is the first letter of its title, `other` for a title without one.
    """

    view: VersionView
    letter: str
    standings: tuple[dated.DatedPart[ShortStanding], ...]
    since: tuple[dated.DatedPart[ShortStanding], ...]
    coming: tuple[tuple[dated.VersionLink | None, dated.When], ...]
    overdue: dated.When
    summaries: tuple[SummaryLink, ...]


class LineGroup(NamedTuple):
    """Lines under the heading of their group."""

    title: str
    anchor: str
    lines: tuple[PolicyLine, ...]

    @property
    def starts(self) -> frozenset[str]:
        """Return the policies at which a letter begins, in a group that is long; else none."""
        firsts = {line.letter: line.view.policy for line in reversed(self.lines)}
        return frozenset(firsts.values()) if len(self.lines) > _LONG_GROUP else frozenset()


def line_groups(rows: Iterable[PolicyRow], wanted: tuple[str, ...]) -> tuple[LineGroup, ...]:
    """Return the lines of the rows in the school's groups, those withdrawn apart at the end."""
    every = tuple(rows)
    gone = [row for row in every if _is_withdrawn(row)]
    live = [row for row in every if not _is_withdrawn(row)]
    groups = [_line_group(group) for group in group_rows(live, wanted)]
    lines = tuple(map(_line, sort_by_title(gone)))
    return (*groups, LineGroup(_GONE, "withdrawn", lines)) if gone else tuple(groups)


def _is_withdrawn(row: PolicyRow) -> bool:
    return row.shown.standing is Standing.WITHDRAWN


def list_letters(groups: Iterable[LineGroup]) -> list[str]:
    """Return the first letters of the titles, in order; `other` comes last."""
    letters = {line.letter for group in groups for line in group.lines}
    return sorted(letters, key=lambda letter: (len(letter), letter))


def _line_group(group: PolicyGroup) -> LineGroup:
    return LineGroup(group.title, group.anchor, tuple(_line(row) for row in group.rows))


def _line(row: PolicyRow) -> PolicyLine:
    return PolicyLine(
        view=row.shown,
        letter=_first_letter(row.shown.title),
        standings=dated.parts(spans.regroup(row.days, lambda status: _short_standing(status.view))),
        since=dated.parts(spans.regroup(row.days, lambda status: _long_standing(status.view))),
        coming=dated.by_value(spans.regroup(row.days, lambda status: status.coming)),
        overdue=dated.when(row.days, lambda status: status.group == ReviewState.OVERDUE),
        summaries=tuple(link for link in row.shown.summaries if not link.language),
    )


def _short_standing(view: VersionView) -> ShortStanding:
    return ShortStanding(view.tone, "In force" if view.binds else view.badge)


def _long_standing(view: VersionView) -> ShortStanding:
    return ShortStanding(view.tone, view.short_standing)


def _first_letter(title: str) -> str:
    """Return the first letter without its accent: `a` to `z`, or `other`."""
    plain = unicodedata.normalize("NFKD", title)
    letter = next((c for c in plain.casefold() if c.isalnum()), "")
    return letter if "a" <= letter <= "z" else "other"
