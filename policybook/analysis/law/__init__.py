"""Find law, bodies and names in a text that are out of date, with what holds now and the source.

It must not know a page, and it rewrites no text.

    register = whole(library)                  # our rows, and the school's own
    for cite in cites(version, register, today): ...
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
