"""Hold policies as values, and work out what follows from dates and addresses.

It must not know any other package of ours. It reads and writes nothing. Values never
change and hold no derived fact: a standing or an address is a function.

    for policy, version, standing in timeline.live_versions(library, today):
        print(standing, version.facts.title, addresses.version(policy.name, version.name))
"""

from policybook.model.facts import (
    AcademicYear,
    ApprovalLevel,
    ChangeSize,
    Day,
    Numbering,
    Review,
    ReviewState,
    Standing,
    Status,
    VersionFacts,
)
from policybook.model.findings import Finding, Severity
from policybook.model.library import (
    Contact,
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
from policybook.model.record_entry import Entry, EntryKind
from policybook.model.school_kinds import HostLines, Nation, SchoolKind, SchoolPhase
from policybook.model.text import (
    CellSpan,
    Clause,
    ClauseKind,
    Group,
    Inline,
    Mark,
    Outline,
    Section,
)
