"""Turn rows of policies and the school's facts into all that the whole school's pages show.

The outputs of the whole school get a `SchoolInput`, never the library.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from policybook import search
from policybook.analysis import law, statutory
from policybook.analysis.law import Register
from policybook.model import Entry, Finding, Library, Policy, School, dates, spans, timeline
from policybook.model.addresses import Address
from policybook.model.coming_changes import ComingChange
from policybook.search.facts import FactSheet, list_people, sheets_from
from policybook.site import dated
from policybook.site.help_views import HelpViews, help_views
from policybook.site.policy_row import PolicyRow
from policybook.site.version_view import VersionView, view_of

if TYPE_CHECKING:
    from policybook.site.pdf.typst import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolInput:
    """All that the pages of the whole school show.

    `policies` are in the order of their names. `register` has the same rows in the
    order of the review register. `findings` are those of every file, including private
    ones. `vocabulary` is the school's own words for search. `intro` is what the school
    wrote for its home page. `listed` are the ordinary pages and the policies' pages
    that the sitemap lists. `school_files` are the paths of the school's own files.
    `changes` are those that the calendar will bring. `kept` are the policies that the
    site only names, because their text is kept in school, and `hidden` are the names of
    their versions. `shelf` compares the school's policies with those that it must have.
    `law` is the register of law that its policies are checked against. `help` is what
    somebody who is worried reads. `facts` has for each policy what search answers about it
    from today on. Without a `typesetter` there are no PDFs.
    """

    school: School
    today: date
    policies: tuple[PolicyRow, ...]
    register: tuple[PolicyRow, ...]
    record: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    vocabulary: tuple[search.ThesaurusRow, ...]
    intro: Markup
    listed: tuple[Address, ...]
    kept: tuple[VersionView, ...]
    hidden: tuple[tuple[str, str], ...]
    shelf: statutory.Shelf
    law: Register
    changes: tuple[ComingChange, ...]
    help: HelpViews
    facts: tuple[tuple[spans.DaySpan[FactSheet | None], ...], ...]
    people_to_ask: tuple[str, ...]
    school_files: frozenset[str] = frozenset()
    typesetter: "Typesetter | None" = None

    @property
    def span(self) -> spans.DaySpan[None]:
        """Return the days, today among them, on which what lists say stays the same."""
        return spans.narrow(row.days[0] for row in self.policies)

    @property
    def doubt(self) -> dated.DecisionDoubt:
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
    shown: tuple[Policy, ...] = (),
    findings: tuple[Finding, ...],
    intro: Markup,
    listed: tuple[Address, ...],
    changes: tuple[ComingChange, ...],
    school_files: frozenset[str] = frozenset(),
    typesetter: "Typesetter | None" = None,
) -> SchoolInput:
    """Return what the pages of the whole school show on `today`. `rows` cover every policy."""
    by_name = {row.name: row for row in rows}
    kept = tuple(policy for policy in shown if timeline.is_kept_internally(policy, today))
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
        school_files=school_files,
        typesetter=typesetter,
        changes=changes,
        kept=tuple(_kept_view(library, policy, today) for policy in kept),
        hidden=_list_hidden(library, shown),
        shelf=statutory.compare(library, (*library.policies, *kept), today),
        law=law.full_register(library),
        help=help_views(library, today),
        facts=sheets_from(library, today),
        people_to_ask=list_people(library),
    )


def _list_hidden(library: Library, shown: tuple[Policy, ...]) -> tuple[tuple[str, str], ...]:
    """Return the policy and name of each version that is known and not published."""
    public = {v.key for v in library.walk_sound()}
    names = (v.key for policy in shown for v in policy.versions)
    return tuple(name for name in names if name not in public)


def _kept_view(library: Library, policy: Policy, today: date) -> VersionView:
    """Return the view of the text in force, or else the newest, of a policy kept in school."""
    version = timeline.version_in_force(policy, today) or policy.versions[-1]
    return view_of(library, policy, version, today)
