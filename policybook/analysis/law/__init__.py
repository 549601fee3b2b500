"""Law, bodies and names that have moved -> where a text still says the old. Nothing here rewrites a text.

register = whole(library)                 # the rows that come with Policybook, and the school's own
for cite in cites(version, register, today): ...   # each with the words, the clause, the line, what holds now, the source
"""

from policybook.analysis.law.citations import Behind, Cite, cites
from policybook.analysis.law.notes import (
    is_out_of_date,
    origin,
    remedy,
    said,
    short,
    source,
)
from policybook.analysis.law.register import (
    Register,
    Source,
    is_old,
    own,
    read,
    shipped,
    whole,
)

__all__ = [
    "Behind",
    "Cite",
    "Register",
    "Source",
    "cites",
    "is_old",
    "is_out_of_date",
    "origin",
    "own",
    "read",
    "remedy",
    "said",
    "shipped",
    "short",
    "source",
    "whole",
]
