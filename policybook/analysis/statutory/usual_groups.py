"""Tell the usual group of a policy from its kind, for a school that names no groups."""

from policybook.analysis.statutory.required_policies import shipped_list
from policybook.analysis.statutory.shelf import find_rows
from policybook.model import Policy

#: The order of groups for a school that gives none in `school.yml`.
USUAL_GROUPS = (
    "Safeguarding and welfare",
    "Behaviour and attendance",
    "Learning",
    "Equality and SEND",
    "Staff",
    "Data and finance",
    "Premises and safety",
)


def usual_group(policy: Policy) -> str:
    """Return the usual group of a policy of this title, or an empty text in any doubt.

    There is a doubt if no row of the list knows the title, or if rows of several groups do.
    """
    ids = find_rows(policy)
    groups = {row.group for row in shipped_list() if row.id in ids}
    return groups.pop() if len(groups) == 1 else ""
