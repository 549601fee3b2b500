"""Answer from front matter and dates what people ask about a policy as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from policybook.model import (
    Library,
    Policy,
    ReviewState,
    Standing,
    Status,
    Version,
    addresses,
    consultation,
    dates,
    spans,
    timeline,
    wording,
)
from policybook.model.addresses import Address
from policybook.model.consultation import CommentsNotice
from policybook.model.library import Contact
from policybook.model.spans import DaySpan
from policybook.reading.school import contacts_yml
from policybook.search.facts.question_forms import FactKind
from policybook.search.facts.school_questions import Topic

#: The most versions that the answer to "how many versions" lists.
_LISTED = 4
#: The most sentences that the answer to "what changed" repeats of each text.
_LISTED_CHANGES = 6
LABELS: Mapping[FactKind, str] = {
    FactKind.APPROVED: "approval",
    FactKind.REVIEWED: "review",
    FactKind.STARTED: "in force since",
    FactKind.STANDING: "in force?",
    FactKind.OWNER: "whom to ask",
    FactKind.VERSIONS: "versions",
    FactKind.CHANGES: "what changed",
    FactKind.COMMENTS: "comments",
    FactKind.READERS: "whom it applies to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFact:
    """The answer to a question about a policy.

    `heading` names the policy and the fact. `lines` answer, the text in force first. The
    page at `address` shows the same.
    """

    kind: FactKind
    policy: str
    version: str
    heading: str
    lines: tuple[str, ...]
    address: Address


class SchoolFact(NamedTuple):
    """The answer to a question about all policies, a line for each that it names."""

    kind: Topic
    heading: str
    lines: tuple[str, ...]
    address: Address
    policy: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet:
    """The facts of a policy on one day. A question may name the policy by one of `names`.

    The first name is its title. `topics` are the questions about all policies whose answer
    names this one. `since` is the first day of its text in force, if it has one.
    """

    policy: str
    names: tuple[str, ...]
    facts: tuple[PolicyFact, ...]
    topics: tuple[Topic, ...]
    since: date | None


def sheet_on(library: Library, policy: Policy, day: date) -> FactSheet | None:
    """Return the facts of a policy on `day`; None if it has only drafts. Drafts are private."""
    versions = tuple(v for v in policy.versions if v.facts.status is not Status.DRAFT)
    if not versions:
        return None
    public = replace(policy, versions=versions)
    version = timeline.version_in_force(public, day) or versions[-1]
    facts = _Facts(library, public, version, day)
    return FactSheet(
        policy=policy.name,
        names=tuple(dict.fromkeys((version.facts.title, policy.name.replace("-", " ")))),
        facts=tuple(facts.list_all()),
        topics=tuple(facts.list_topics()),
        since=facts.since,
    )


def sheets_from(library: Library, today: date) -> tuple[tuple[DaySpan[FactSheet | None], ...], ...]:
    """Return for each policy its facts from `today` on, a span of days after the other."""
    warning = library.school.review_warning_days
    return tuple(
        spans.from_day(
            spans.trace(
                (day for day in spans.change_days(policy, warning) if day > today),
                partial(_sheet_from, library, policy, today),
            ),
            today,
        )
        for policy in library.policies
    )


def list_people(library: Library) -> tuple[str, ...]:
    """Return whom somebody can ask at school, a line each: role, name, telephone and hours."""
    lines = (f"{c.role}: {line}" for c in library.contacts if (line := _contact_line(c)))
    return (*(tuple(lines) or (f"Ask {library.school.contact}.",)), "In danger now? Ring 999.")


def _sheet_from(library: Library, policy: Policy, today: date, day: date) -> FactSheet | None:
    """Return the facts on `day`, but on none before `today`."""
    return sheet_on(library, policy, max(day, today))


@dataclass(frozen=True, slots=True)
class _Facts:
    """A policy without drafts on a day, and the version that questions are about."""

    library: Library
    policy: Policy
    version: Version
    day: date

    def list_all(self) -> Iterator[PolicyFact]:
        """Yield every fact that the school has written down."""
        page, history = addresses.policy(self.policy.name), addresses.history(self.policy.name)
        yield self._fact(FactKind.APPROVED, self._approvals(), page)
        yield self._fact(FactKind.REVIEWED, self._reviews(), page)
        yield self._fact(FactKind.STARTED, self._standings(), page)
        yield self._fact(FactKind.STANDING, self._answers_in_force(), page)
        yield self._fact(FactKind.OWNER, self._owners(), page)
        yield self._fact(FactKind.VERSIONS, self._list_versions(), history)
        yield self._fact(FactKind.CHANGES, self._changes(), history)
        yield self._fact(FactKind.COMMENTS, self._comments(), page)
        yield self._fact(FactKind.READERS, self._readers(), page)

    def list_topics(self) -> Iterator[Topic]:
        """Yield the questions about all policies whose answer names this one."""
        yield Topic.LIST
        if self._binds:
            yield Topic.CHANGED
            warning = self.library.school.review_warning_days
            state = timeline.outlook(self.version, self.day, warning).state
            if state is not ReviewState.FINE:
                yield Topic.DUE
            if state is ReviewState.OVERDUE:
                yield Topic.OVERDUE
        if self._is_withdrawn:
            yield Topic.WITHDRAWN
        if self._next and self._next.facts.status is Status.CONSULTATION:
            yield Topic.DECIDE
        if any(notice and notice.to for notice in self._comment_notices()):
            yield Topic.COMMENTS

    @property
    def since(self) -> date | None:
        """Return the first day of the text in force; None if there is none."""
        return timeline.first_day_in_force(self.policy, self.version) if self._binds else None

    @property
    def _is_withdrawn(self) -> bool:
        standing = timeline.standing(self.policy, self.version, self.day)
        return standing is Standing.WITHDRAWN

    def _fact(self, kind: FactKind, lines: Iterator[str], address: Address) -> PolicyFact:
        return PolicyFact(
            kind=kind,
            policy=self.policy.name,
            version=self.version.name,
            heading=f"{self.version.facts.title}: {LABELS[kind]}",
            lines=tuple(lines),
            address=address,
        )

    @property
    def _binds(self) -> bool:
        return timeline.standing(self.policy, self.version, self.day) is Standing.IN_FORCE

    @property
    def _next(self) -> Version | None:
        """Return the text that is approved or proposed to follow, if it is another one."""
        later = timeline.coming_version(self.policy, self.day) or timeline.proposal(self.policy)
        return later if later is not self.version else None

    def _in_words(self, version: Version) -> str:
        return wording.standing(self.policy, version, self.day)

    def _approvals(self) -> Iterator[str]:
        """Yield who approved the text, and the text that is to follow."""
        yield f"{_approval(self.version)} {self._in_words(self.version)}"
        if self._next:
            badge = wording.badge(self.policy, self._next, self.day)
            yield f"{self._name(self._next)}{_approval(self._next)} {badge}."

    def _name(self, version: Version) -> str:
        """Return the name of a version that is not the one that questions are about."""
        named = wording.capitalise(wording.version_name(version.name))
        return "" if version is self.version else f"{named}: "

    def _reviews(self) -> Iterator[str]:
        if not self._binds:
            yield self._in_words(self.version)
            return
        warning = self.library.school.review_warning_days
        ahead = timeline.outlook(self.version, self.day, warning)
        yield wording.review(ahead)
        if ahead.reviewed:
            yield f"Last reviewed {dates.format_day(ahead.reviewed)}."
        if self.version.facts.review_cycle:
            yield f"Reviewed every {self.version.facts.review_cycle} months."

    def _standings(self) -> Iterator[str]:
        yield self._in_words(self.version)
        if self._next:
            yield f"{self._name(self._next)}{self._in_words(self._next)}"

    def _answers_in_force(self) -> Iterator[str]:
        name = wording.capitalise(wording.version_name(self.version.name))
        if not self._binds:
            yield "No text is in force."
        words = wording.notice(self.policy, self.version, self.day) or self._in_words(self.version)
        yield f"{name}: {words}"
        if self._next:
            yield f"{self._name(self._next)}{self._in_words(self._next)}"

    def _owners(self) -> Iterator[str]:
        owner = self.version.facts.owner
        contact = contacts_yml.find_contact(self.library.contacts, owner)
        yield f"Owner: {owner}."
        if contact and (line := _contact_line(contact)):
            yield line

    def _list_versions(self) -> Iterator[str]:
        count = len(self.policy.versions)
        yield f"{count} versions are published." if count > 1 else "One version is published."
        for version in self.policy.versions[: -_LISTED - 1 : -1]:
            name = wording.capitalise(wording.version_name(version.name))
            yield f"{name}: {self._in_words(version)}"

    def _changes(self) -> Iterator[str]:
        """Yield what the school says has changed, of the text and of the next one."""
        for version in filter(None, (self.version, self._next)):
            name = wording.capitalise(wording.version_name(version.name))
            if version.facts.changes:
                yield f"{name}: {self._in_words(version)}"
                yield from version.facts.changes[:_LISTED_CHANGES]
                if more := len(version.facts.changes[_LISTED_CHANGES:]):
                    yield f"And {more} more, on the page of its versions."
            elif version is self.policy.versions[0]:
                yield f"{name} is the first version published here."
            else:
                yield f"{name}: the school has not listed what changed."

    def _comments(self) -> Iterator[str]:
        """Yield how to comment on a text that is proposed, or that none is."""
        notice = next(filter(None, self._comment_notices()), None)
        yield str(notice) if notice else "No text of this policy is open for comment."

    def _comment_notices(self) -> list[CommentsNotice | None]:
        contact = self.library.school.contact
        return [
            consultation.comments_notice(version.facts, self.day, contact)
            for version in self.policy.versions
        ]

    def _readers(self) -> Iterator[str]:
        yield f"It applies to {wording.join_words(self.version.facts.applies_to)}."


def _approval(version: Version) -> str:
    """Return who approved a version and when, as a sentence with the minute."""
    words, minute = wording.approval(version), version.facts.minute
    if not version.facts.approved_by:
        return f"{words}."
    return f"Approved by {words}{f', minute {minute}' if minute else ''}."


def _contact_line(contact: Contact) -> str:
    """Return how to reach a person, in one line."""
    ways = (contact.name, contact.phone, contact.hours, contact.email, contact.address)
    return ", ".join(way for way in ways if way)
