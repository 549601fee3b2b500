"""Turn rows of policies and the school's facts into all that the whole school's pages show.

The outputs of the whole school get a `SchoolInput`, never the library.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from policybook import search
from policybook.model import Entry, Library, School, dates, spans, timeline
from policybook.model.addresses import Address
from policybook.model.coming_changes import ComingChange
from policybook.model.findings import Finding
from policybook.model.spans import DaySpan
from policybook.search import ThesaurusRow
from policybook.site import dated
from policybook.site.dated import DecisionDoubt
from policybook.site.policy_row import PolicyRow
from policybook.site.version_view import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolInput:
    """All that the pages of the whole school show.

    `policies` are in the order of their names. `register` has the same rows in the
    order of the review register. `findings` are those of every file, including private
    ones. `vocabulary` is the school's own words for search. `intro` is what the school
    wrote for its home page. `listed` are the ordinary pages and the policies' pages
    that the sitemap lists. `changes` are those that the calendar will bring.
    """

    school: School
    today: date
    policies: tuple[PolicyRow, ...]
    register: tuple[PolicyRow, ...]
    record: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    vocabulary: tuple[ThesaurusRow, ...]
    intro: Markup
    listed: tuple[Address, ...]
    changes: tuple[ComingChange, ...]

    @property
    def span(self) -> DaySpan[None]:
        """Return the days, today among them, on which what lists say stays the same."""
        return spans.narrow(row.days[0] for row in self.policies)

    @property
    def doubt(self) -> DecisionDoubt:
        """Return from when a page about all policies may lack a decision."""
        days = [row.doubtful_from for row in self.policies]
        return dated.doubt_from(min([dates.next_school_year(self.today), *days]))

    @property
    def views(self) -> Iterator[VersionView]:
        """Yield every version of every policy. The oldest version of a policy comes first."""
        return (view for row in self.policies for view in row.views)


def school_input(
    library: Library,
    rows: Sequence[PolicyRow],
    today: date,
    *,
    findings: tuple[Finding, ...],
    intro: Markup,
    listed: tuple[Address, ...],
    changes: tuple[ComingChange, ...],
) -> SchoolInput:
    """Return what the pages of the whole school show on `today`. `rows` cover every policy."""
    by_name = {row.name: row for row in rows}
    return SchoolInput(
        school=library.school,
        today=today,
        policies=tuple(rows),
        register=tuple(by_name[row.policy.name] for row in timeline.register(library, today)),
        record=library.record,
        findings=findings,
        vocabulary=search.current_vocabulary(library, today)[0],
        intro=intro,
        listed=listed,
        changes=changes,
    )
