"""Law, bodies and names that have moved -> where a text still says the old. Nothing here rewrites a text.

register = whole(library)                 # the rows that come with Policybook, and the school's own
for cite in cites(version, register, today): ...   # each with the words, the clause, the line, what holds now, the source
"""

from policybook.analysis.law.citations import Cite, OldEdition, cites
from policybook.analysis.law.notes import (
    describe,
    is_out_of_date,
    is_recalled,
    origin,
    remedy,
    source,
    summarise,
)
from policybook.analysis.law.register import (
    OLDEST,
    PATH,
    Edition,
    LawKind,
    LawRow,
    Register,
    Series,
    Source,
    full_register,
    is_old,
    read_register,
    school_register,
    shipped_register,
)

__all__ = [
    "OLDEST",
    "PATH",
    "Cite",
    "Edition",
    "LawKind",
    "LawRow",
    "OldEdition",
    "Register",
    "Series",
    "Source",
    "cites",
    "describe",
    "full_register",
    "is_old",
    "is_out_of_date",
    "is_recalled",
    "origin",
    "read_register",
    "remedy",
    "school_register",
    "shipped_register",
    "source",
    "summarise",
]
