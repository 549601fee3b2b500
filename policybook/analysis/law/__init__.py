"""Find law, bodies and names in a text that are out of date, with what holds now and the source.

It must not know a page, and it rewrites no text.

    register = full_register(library)  # our rows, and the school's own
    for cite in cites(version, register, today): ...
"""

from policybook.analysis.law.citations import Cite, OldEdition, cites
from policybook.analysis.law.notes import (
    describe,
    is_out_of_date,
    origin,
    remedy,
    source,
    subject,
    summarise,
)
from policybook.analysis.law.register import (
    Register,
    full_register,
    is_old,
    read_register,
    school_register,
    shipped_register,
)
from policybook.analysis.law.types import Confidence, LawRow, LawSubject, Series, Source
