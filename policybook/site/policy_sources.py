"""Say what the pages of each policy are made from, and nothing else.

What is not in the sources of a policy cannot be on its pages. So the key of its sources
changes whenever its pages may change.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from policybook.analysis import law
from policybook.model import Library, Policy, spans
from policybook.reading.division import Division
from policybook.reading.files.source_digests import SourceDigests
from policybook.reading.references import reference_links
from policybook.site.other_reviews import (
    ReviewDays,
    last_change,
    list_reviews,
    trace_reviews,
)
from policybook.site.render.renderer import Renderer
from policybook.store import digest_release, digest_values


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySources:
    """What the pages of one policy are made from, apart from what they ask `Elsewhere`.

    `library` has this policy alone. `titles` and `reviews` are of every policy. On the days
    from `day` to today nothing that the pages show has changed, so they are made as of
    `day`. `key` has hexadecimal digits. It changes with anything: the sources, `day`, the
    school, the templates, the settings and the release.
    """

    policy: Policy
    library: Library
    titles: reference_links.PolicyTitles
    reviews: tuple[ReviewDays, ...]
    day: date
    key: str


class SourceFinder:
    """Finds the sources of each policy of a library, which was read from files with `digests`."""

    def __init__(
        self, library: Library, digests: SourceDigests, today: date, renderer: Renderer
    ) -> None:
        self._division = Division(library, digests)
        self._today, self._renderer = today, renderer
        self.titles = reference_links.read_titles(library)
        traced = trace_reviews(library)
        self._reviews = list_reviews(traced, today)
        self._warning_days = library.school.review_warning_days
        # What every policy's pages show may change when other reviews become overdue, an edition
        # of guidance comes out, or a month begins: a school year begins with one.
        days = [today.replace(day=1)]
        days += [e.since for s in law.full_register(library).series for e in s.editions]
        if change := last_change(traced.values(), today):
            days.append(change)
        self._last_day = max(day for day in days if day <= today)
        self._sources: dict[str, PolicySources] = {}

    def find(self, policy: Policy) -> PolicySources:
        """Return the sources of a policy of the library. Each is worked out once."""
        if policy.name not in self._sources:
            part = self._division.part(policy.name)
            changes = spans.change_days(policy, self._warning_days)
            day = max([self._last_day, *(day for day in changes if day <= self._today)])
            self._sources[policy.name] = PolicySources(
                policy=policy,
                library=replace(part.library, whole=None),
                titles=self.titles,
                reviews=self._reviews,
                day=day,
                key=digest_values(["pages", policy.name, day, self._common_key, part.digest]),
            )
        return self._sources[policy.name]

    @cached_property
    def _common_key(self) -> str:
        """Return a hash of all that the pages of every policy are made from."""
        return digest_values(
            [
                digest_release(),
                sorted(self.titles.by_title.items()),
                self._reviews,
                self._renderer.digest,
            ]
        )
