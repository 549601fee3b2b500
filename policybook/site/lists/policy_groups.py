"""Put the rows of policies into the school's groups, in the school's order."""

from collections.abc import Iterable
from typing import NamedTuple

from policybook.analysis.statutory import USUAL_GROUPS
from policybook.site.policy_row import PolicyRow

_REST, _ALL = "Other policies", "All policies"


class PolicyGroup(NamedTuple):
    """A group of policies: its name, the anchor of its heading, and its rows by title."""

    title: str
    anchor: str
    rows: tuple[PolicyRow, ...]


def group_rows(rows: Iterable[PolicyRow], wanted: tuple[str, ...]) -> tuple[PolicyGroup, ...]:
    """Return the groups that have a policy, in the order of `wanted`.

    A group outside that list comes after it. Policies without a group come last.
    """
    order = {name.casefold(): name for name in wanted or USUAL_GROUPS}
    gathered: dict[str, list[PolicyRow]] = {}
    for row in rows:
        gathered.setdefault(order.get(row.group.casefold(), row.group), []).append(row)
    places = {name: place for place, name in enumerate(order.values())}
    rest = _REST if len(gathered) > 1 else _ALL

    def place(name: str) -> tuple[bool, int, str]:
        return not name, places.get(name, len(places)), name.casefold()

    return tuple(
        PolicyGroup(name or rest, f"group-{number}", sort_by_title(gathered[name]))
        for number, name in enumerate(sorted(gathered, key=place), 1)
    )


def sort_by_title(rows: Iterable[PolicyRow]) -> tuple[PolicyRow, ...]:
    """Return the rows by the title of the policy."""
    return tuple(sorted(rows, key=lambda row: (row.shown.title.casefold(), row.name)))
