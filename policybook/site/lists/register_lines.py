"""Turn rows of policies into the lines of the review register, in each of its orders."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from policybook.analysis import statutory
from policybook.model import Standing, addresses, spans
from policybook.reading.fields.fields import BY_NAME
from policybook.site import dated
from policybook.site.policy_row import PolicyRow, RowStatus
from policybook.site.school_input import SchoolInput


class RegisterLine:
    """A policy as the register's page shows it on some days.

    `findings` counts the problems found, None for a text of a later day. `level` says
    who must approve it, and `is_statutory` that a list says that the school must have it.
    `group` is the policy's, or the usual one of such a policy; it may be empty.
    """

    def __init__(
        self, row: PolicyRow, part: dated.DatedPart[RowStatus], number: int, *, is_statutory: bool
    ) -> None:
        self.view, self.coming, self.proposal = part.value
        is_upcoming = self.view.standing is Standing.UPCOMING
        self.upcoming = dated.link_to(self.view) if is_upcoming else self.coming
        self.state, self.span, self.when = part.value.group, part.span, part.when
        self.history, self.address = addresses.history(row.name), addresses.policy(row.name)
        is_todays = self.view.name == row.shown.name
        self.findings = number if is_todays else None
        self.is_statutory = is_statutory
        self.group = row.group
        self.level = BY_NAME["approval_level"].in_words(self.view.facts)

    @property
    def review_key(self) -> tuple[date, str]:
        """Return what sorts lines by their review."""
        return self.view.review_last_day, self.view.policy

    @property
    def is_withdrawn(self) -> bool:
        """Return whether no text is in force or on its way, so that the line comes last."""
        return self.view.standing is Standing.WITHDRAWN


class RegisterOrder(NamedTuple):
    """An order of the register: its words, its page, and what sorts its lines."""

    words: str
    address: addresses.Address
    key: Callable[[RegisterLine], str]


ORDERS = (
    RegisterOrder("by review date", addresses.REVIEW, lambda _: ""),
    RegisterOrder("by name", addresses.REVIEW_BY_NAME, lambda line: line.view.title.casefold()),
    RegisterOrder(
        "by group", addresses.REVIEW_BY_GROUP, lambda line: (line.group or "\uffff").casefold()
    ),
    RegisterOrder(
        "by owner", addresses.REVIEW_BY_OWNER, lambda line: line.view.facts.owner.casefold()
    ),
)


class RegisterCount:
    """How many lines have a state, on which days, and which they are."""

    def __init__(self, key: str, heading: str, lines: Sequence[RegisterLine], today: date) -> None:
        self.key, self.heading, self.lines = key, heading, lines
        counted = spans.count([line.span for line in lines], today)
        self.counts = dated.by_value(counted)
        self.filled = dated.when(counted, bool)


def register_lines(inputs: SchoolInput, findings: Mapping[str, int]) -> list[RegisterLine]:
    """Return a line for each policy and each of its spans of days."""
    required = statutory.list_held(inputs.shelf)
    return [
        RegisterLine(row, part, findings.get(row.name, 0), is_statutory=row.name in required)
        for row in inputs.policies
        for part in dated.parts(row.days)
    ]


def state_counts(inputs: SchoolInput, lines: Sequence[RegisterLine]) -> list[RegisterCount]:
    """Return how many policies are overdue, due, up to date, or without a text in force."""
    headings = {
        "overdue": "Overdue",
        "due": f"Due within {inputs.school.review_warning_days} days",
        "fine": "Up to date",
        "none": "No text in force",
    }
    by_state = {key: [line for line in lines if line.state == key] for key in headings}
    return [count_lines(key, headings[key], by_state[key], inputs.today) for key in headings]


def change_counts(inputs: SchoolInput, lines: Sequence[RegisterLine]) -> list[RegisterCount]:
    """Return how many policies have a proposed text, and how many an approved later one."""
    proposed = [line for line in lines if line.proposal]
    coming = [line for line in lines if line.upcoming]
    return [
        count_lines("proposed", "Proposed, not in force", proposed, inputs.today),
        count_lines("coming", "Approved, not yet in force", coming, inputs.today),
    ]


def count_lines(
    key: str, heading: str, lines: Iterable[RegisterLine], today: date
) -> RegisterCount:
    """Return how many lines there are on each day, with the lines by their review."""
    return RegisterCount(key, heading, sorted(lines, key=lambda line: line.review_key), today)
