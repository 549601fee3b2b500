"""The model: what a school's policies are, as immutable values. No behaviour to speak of, no reading, no writing.

A fact that follows from others (a standing, a hash, an address) is never stored here; it is computed where it is needed.
"""

from policybook.model.facts import (
    AcademicYear,
    Day,
    Review,
    ReviewState,
    Standing,
    Status,
    VersionFacts,
)
from policybook.model.library import (
    Entry,
    EntryKind,
    Level,
    Library,
    Policy,
    Reader,
    RequiredSection,
    School,
    Statement,
    StatementGroup,
    Summary,
    Version,
)
from policybook.model.text import Clause, ClauseKind, Group, Inline, Mark, Section

__all__ = [
    "AcademicYear",
    "Clause",
    "ClauseKind",
    "Day",
    "Entry",
    "EntryKind",
    "Group",
    "Inline",
    "Level",
    "Library",
    "Mark",
    "Policy",
    "Reader",
    "RequiredSection",
    "Review",
    "ReviewState",
    "School",
    "Section",
    "Standing",
    "Statement",
    "StatementGroup",
    "Status",
    "Summary",
    "Version",
    "VersionFacts",
]
