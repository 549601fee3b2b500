"""The summaries in plain words, each statement with the way to its clause; their printable views, and the pupils' slip to sign."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from policybook.analysis import plain_language, stale_translations
from policybook.analysis.stale_translations import StaleReason
from policybook.model import (
    Library,
    Reader,
    Standing,
    Statement,
    Summary,
    Version,
    addresses,
    timeline,
    wording,
)
from policybook.reading import clauses
from policybook.site import pictograms, version_view
from policybook.site.render.link_targets import direction, markup_places, placed
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.render.renderer import InlineRenderer as Wording
from policybook.site.version_view import SummaryLink, VersionView
from policybook.text import languages


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with its anchor, its words as `placed` takes them, and the clauses that it explains: (number, address).

    `picture` is its picture's name and what that shows. `behind` says why a translation of it may be out of date, and `source` where its original is.
    """

    anchor: str
    words: Markup
    cites: tuple[tuple[str, str], ...]
    picture: tuple[str, str] = ("", "")
    behind: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidGroup:
    """Statements under a heading, with its sign: a name, which is its tone too, and what it shows."""

    title: str
    statements: tuple[StatementView, ...]
    sign: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language in which a summary is there. `name` is its own, `english` what we call it."""

    tag: str
    name: str
    english: str
    direction: str
    address: str
    is_this: bool


def summaries(library: Library, press: Press) -> Iterator[Page | Asset]:
    for policy in library.policies:
        for version in policy.versions:
            seen = press.about(version)
            for summary in version.summaries:
                made = _SummaryParts(library, press, seen, summary)
                yield from made.pages(version.name)
                if seen.binds:
                    yield from made.pages("")


class _SummaryParts:
    """One summary on its pages: at its version's address, and at the policy's where it explains the text in force."""

    def __init__(self, library: Library, press: Press, seen: VersionView, summary: Summary) -> None:
        self.press, self.seen, self.summary, self.policy = press, seen, summary, seen.policy
        self.tag = plain_language.language(library, seen.version, summary)
        self.source = stale_translations.original(seen.version, summary)
        self.compared = stale_translations.compare_translation(seen.policy, seen.version, summary)
        self.words = Wording(markup_places(library, seen.version, seen.address, asks_here=True))
        self.groups = tuple(self._groups())
        self.tongues = self._tongues(library)
        self.asks = version_view.asks(library, seen)

    def pages(self, number: str) -> Iterator[Page]:
        own = addresses.summary(
            self.policy.name, self.summary.reader, number, self.summary.language
        )
        yield self._page(f"policy/{self.summary.reader}.html", own, own)
        yield self._page("policy/summary-print.html", addresses.printed(own), own)
        if self.summary.reader is Reader.PUPILS:
            yield self._page("policy/slip.html", addresses.slip(own), own)

    def _page(self, template: str, at: str, screen: str) -> Page:
        press, seen, summary = self.press, self.seen, self.summary
        title = summary.heading or _title(seen, summary)
        return press.page(
            at, template, title=title, description=f"{seen.title} in plain words for {wording.READERS[summary.reader]}.",
            trail=((seen.title, addresses.policy(self.policy.name)),), language=self.tag, seen=seen, summary=summary,
            groups=self.groups, others=self._others(), tongues=self.tongues, current=_current(press, seen, summary),
            screen=screen, printed=addresses.printed(screen), slip=addresses.slip(screen),
            pdf=addresses.summary_pdf(summary), minutes=wording.minutes_to_read(_count(summary)),
            placed=lambda words: placed(words, at), history=addresses.history(self.policy.name),
            changes=self._changes(), redline=self._redline(), read_again=self._read_again(), missing=self._missing(), asks=self.asks,
            listed=seen.binds and at == addresses.summary(self.policy.name, summary.reader, "", summary.language),
        )  # fmt: skip

    def _groups(self) -> Iterator[SaidGroup]:
        """The statements with their pictures: those of a translation are its original's, since only English words call for one."""
        ids = {c.number: c.id for c in clauses.each(self.seen.version.sections)}
        behind, drawn = self._behind(), self.source.groups if self.source else ()
        pairs = self.compared.pairs if self.compared else {}
        texts = [s.text for g in drawn for s in g.statements]
        place = 0
        for at, group in enumerate(self.summary.groups):
            said = []
            for statement in group.statements:
                text = texts[pairs[place]] if place in pairs else statement.text
                said.append(self._said(statement, place, ids, behind.get(place, ("", "")), text))
                place += 1
            title = drawn[at].title if len(drawn) == len(self.summary.groups) else group.title
            yield SaidGroup(
                title=group.title, statements=tuple(said), sign=pictograms.of_heading(title)
            )

    def _said(
        self,
        statement: Statement,
        place: int,
        ids: dict[str, str],
        behind: tuple[str, str],
        drawn: str,
    ) -> StatementView:
        cites = tuple(
            (cite, f"{self.seen.address}#{ids[cite]}") for cite in statement.cites if cite in ids
        )
        return StatementView(
            anchor=f"st{place + 1}", words=self.words(statement.inlines), cites=cites, behind=behind[0], source=behind[1],
            picture=pictograms.of_statement(drawn),
        )  # fmt: skip

    def _behind(self) -> dict[int, tuple[str, str]]:
        """By place: why a statement's translation may be out of date, and where its original stands."""
        if not self.compared or not self.source:
            return {}
        at = addresses.summary(self.policy.name, self.summary.reader, self.seen.version.name)
        return {
            place: (
                self._why(why),
                f"{at}#st{self.compared.pairs[place] + 1}" if place in self.compared.pairs else at,
            )
            for place, why in self.compared.behind.items()
        }

    def _why(self, why: StaleReason) -> str:
        english = self._original_name()
        return {
            StaleReason.CHANGED: f"The {english} of this has changed since it was translated.",
            StaleReason.UNPAIRED: f"The {english} of this may have changed since it was translated.",
            StaleReason.GONE: f"The {english} does not say this any more.",
        }[why]

    def _original_name(self) -> str:
        return languages.english_name(
            self.seen.version.facts.language or self.press.school.language
        )

    def _missing(self) -> str:
        """What a translation lacks, in a sentence; empty where it lacks nothing."""
        count = len(self.compared.missing) if self.compared else 0
        if not count:
            return ""
        points = "1 point is" if count == 1 else f"{count} points are"
        return f"{points} in the {self._original_name()} and not yet here."

    def _read_again(self) -> str:
        """Against which version somebody read every statement, in a sentence; empty where nobody wrote it down."""
        version = self.summary.reviewed
        if not version:
            return ""
        if self.source:
            return f"Last compared with the {self._original_name()} of version {version}."
        return (
            f"Every point was read again for version {version}."
            if version == self.seen.version.name
            else ""
        )

    def _changes(self) -> tuple[tuple[str, ...], bool]:
        """What changed, and whether that is in this page's language: in the summary's words, else in its original's, else in the version's own."""
        if self.summary.changes:
            return self.summary.changes, True
        if self.source and self.source.changes:
            return self.source.changes, False
        return self.seen.version.facts.changes, not self.summary.language

    def _redline(self) -> str:
        """Where the comparison with the version before is; empty where there is none."""
        old, new = timeline.predecessor(self.policy, self.seen.version), self.seen.version
        if old is None or not self.press.has_redline(old, new, self.policy):
            return ""
        return addresses.redline(self.policy.name, old.name, new.name)

    def _others(self) -> tuple[SummaryLink, ...]:
        """The summaries for other readers: in this language where they are, else in the version's own."""
        found: dict[Reader, SummaryLink] = {}
        for way in version_view.summary_links(self.seen):
            if way.reader is not self.summary.reader and way.language in (
                "",
                self.summary.language,
            ):
                found[way.reader] = way
        return tuple(found.values())

    def _tongues(self, library: Library) -> tuple[Tongue, ...]:
        """The languages of this summary, the version's own first; none where there is but one."""
        ways = [
            way
            for way in version_view.summary_links(self.seen)
            if way.reader is self.summary.reader
        ]
        made = (self._tongue(library, self.seen.version, way) for way in ways)
        return tuple(made) if len(ways) > 1 else ()

    def _tongue(self, library: Library, version: Version, way: SummaryLink) -> Tongue:
        tag = plain_language.language(library, version, way.summary)
        return Tongue(
            tag=tag, name=languages.own_name(tag), english=languages.english_name(tag), direction=direction(tag),
            address=way.address, is_this=way.summary is self.summary,
        )  # fmt: skip


def _title(seen: VersionView, summary: Summary) -> str:
    reader = "you" if summary.reader == "parents" else "pupils"
    if seen.standing in (Standing.CONSULTATION, Standing.DRAFT):
        return f"Proposed: what the {seen.title} would mean for {reader}"
    return f"What the {seen.title} means for {reader}"


def _current(press: Press, seen: VersionView, summary: Summary) -> str:
    """Where a reader of another version's summary finds what holds: the same summary of the text in force, or that text."""
    binding = timeline.in_force(seen.policy, press.today)
    if binding is None or binding is seen.version:
        return ""
    has = any(
        s.reader is summary.reader and s.language == summary.language for s in binding.summaries
    )
    own = addresses.summary(seen.policy.name, summary.reader, "", summary.language)
    return own if has else addresses.policy(seen.policy.name)


def _count(summary: Summary) -> int:
    return sum(
        len(text.split())
        for text in (*summary.changes, *(s.text for g in summary.groups for s in g.statements))
    )
