"""Compare a school's policies with those that a school like it must have.

It must not know a page. It says what a list says, with its source, and decides nothing:
the school may say why a row does not apply to it.

    shelf = compare(library, policies, today)  # a row for each policy of the list
"""

from policybook.analysis.statutory.decisions import SchoolDecisions, school_decisions
from policybook.analysis.statutory.required_policies import (
    Need,
    Publication,
    RequiredPolicy,
    Shelf,
    ShelfRow,
    ShelfState,
    shipped_list,
)
from policybook.analysis.statutory.shelf import (
    USUAL_GROUPS,
    compare,
    find_rows_called,
    list_held,
    list_missing,
    usual_group,
)
