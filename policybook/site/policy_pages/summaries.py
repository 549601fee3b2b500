"""Make the pages of summaries in plain words, their printable views, and the pupils' slip.

Each statement has a link to the clauses that it explains.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policybook.analysis import stale_summaries
from policybook.model import (
    Reader,
    Standing,
    Statement,
    Summary,
    Version,
    addresses,
    timeline,
    wording,
)
from policybook.reading.texts import clauses
from policybook.site import dated, pictograms, summary_order, translation_notes
from policybook.site.help_views import (
    DANGER,
    first_helplines,
    leave_out_chair,
    leave_out_people,
    pupil_lines,
)
from policybook.site.lists.page_links import policy_links
from policybook.site.policy_input import PolicyInput
from policybook.site.render.clause_html import InlineRenderer
from policybook.site.render.link_targets import direction, placed, targets_of
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.summary_history import describe_history
from policybook.site.summary_order import StatementView, SummaryGroup
from policybook.site.version_view import SummaryLink, VersionView
from policybook.text import languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language of a summary. `name` is in the language itself."""

    tag: str
    name: str
    direction: str
    address: addresses.Address
    is_this: bool


def summaries(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the pages of each summary.

    A summary of the text in force has a second set under the policy's address.
    """
    for version, view in inputs.versions:
        for summary in version.summaries:
            parts = _SummaryParts(inputs, renderer, version, summary)
            yield from parts.pages(version.name)
            if view.binds:
                yield from parts.pages("")


class _SummaryParts:
    """One summary, ready for its pages."""

    def __init__(
        self, inputs: PolicyInput, renderer: Renderer, version: Version, summary: Summary
    ) -> None:
        self.inputs, self.renderer = inputs, renderer
        self.version, self.view, self.summary = version, inputs.view(version), summary
        self.tag = self._language(summary.language)
        self.source = stale_summaries.original(version, summary)
        self.compared = stale_summaries.compare_translation(inputs.policy, version, summary)
        self.words = InlineRenderer(
            targets_of(inputs.elsewhere, version, self.view.address, asks_here=True)
        )
        self.headings = summary_order.english_headings(summary, self.source)
        groups = tuple(self._groups())
        meanings, others = summary_order.arrange(summary.reader, self.headings)
        self.meanings = tuple(groups[place] for place in meanings)
        self.groups = tuple(groups[place] for place in others)
        links = [link for link in self.view.summaries if link.reader is self.summary.reader]
        self.tongues = tuple(map(self._tongue, links)) if len(links) > 1 else ()

    def _language(self, tag: str) -> str:
        """Return a summary's language: its own, else the version's, else the school's."""
        return tag or self.view.facts.language or self.inputs.school.language

    def pages(self, number: str) -> Iterator[Page]:
        """Yield the summary's pages.

        `number` is the version's name, or empty for the text in force.
        """
        screen = addresses.summary(
            self.view.policy, self.summary.reader, number, self.summary.language
        )
        yield self._page(f"policy/{self.summary.reader}.html", screen, screen)
        yield self._page("policy/summary-print.html", addresses.print_view(screen), screen)
        if self.summary.reader is Reader.PUPILS:
            yield self._page("policy/slip.html", addresses.slip(screen), screen)

    def _page(self, template: str, address: addresses.Address, screen: addresses.Address) -> Page:
        view, summary, inputs = self.view, self.summary, self.inputs
        in_force = addresses.summary(view.policy, summary.reader, "", summary.language)
        old = timeline.predecessor(self.inputs.policy, self.version)
        return self.renderer.page(
            address,
            template,
            title=summary.heading or _title(view, summary),
            description=f"{view.title} in plain words for {wording.READERS[summary.reader]}.",
            trail=((view.title, addresses.policy(view.policy)),),
            language=self.tag,
            around=tuple(policy_links(inputs)),
            view=view,
            statuses=dated.summary_statuses(inputs, self.version, summary),
            doubtful=dated.doubt(inputs, view),
            summary=summary,
            groups=self.groups,
            meanings=self.meanings,
            others=self._others(),
            tongues=self.tongues,
            screen=screen,
            printed=addresses.print_view(screen),
            slip=addresses.slip(screen),
            checked_at=self.renderer.url(addresses.check_sheet(view.short_digest)),
            pdf=addresses.summary_pdf(summary),
            minutes=wording.minutes_to_read(_count(summary)),
            placed=lambda words: placed(words, address),
            history=addresses.history(view.policy),
            changes=self._changes(),
            redline=self.inputs.redline_between(self.inputs.view(old) if old else None, self.view),
            read_again=describe_history(summary, self.source, inputs.record, self._original_name()),
            missing=translation_notes.missing_note(self.compared, self._original_name()),
            listed=view.binds and address == in_force,
            mark=view.mark,
            canonical=in_force if view.binds else self._current() or screen,
            **self._whom_to_tell(),
        )

    def _whom_to_tell(self) -> dict[str, Any]:
        people = self.inputs.people
        is_for_pupils = self.summary.reader is Reader.PUPILS
        return {
            "asks": leave_out_people(self.inputs.contacts[self.view.name], people),
            "people": leave_out_chair(people) if is_for_pupils else people,
            "helplines_for_pupils": first_helplines(),
            "danger": DANGER,
            "pupil_lines": pupil_lines((), people),
        }

    def _groups(self) -> Iterator[SummaryGroup]:
        """Yield the statements with their pictures.

        Only English words choose a picture: a translation has those of its original.
        """
        ids = {c.number: c.id for c in clauses.walk_sections(self.version.sections)}
        original = addresses.summary(self.view.policy, self.summary.reader, self.view.name)
        behind = translation_notes.stale_notes(self.compared, self._original_name(), original)
        pairs = self.compared.pairs if self.compared else {}
        drawn = self.source.groups if self.source else ()
        texts = [s.text for g in drawn for s in g.statements]
        place = 0
        for position, group in enumerate(self.summary.groups):
            statements = []
            for statement in group.statements:
                text = texts[pairs[place]] if place in pairs else statement.text
                statements.append(
                    self._statement(statement, place, ids, behind.get(place, ("", "")), text)
                )
                place += 1
            yield SummaryGroup(
                title=group.title,
                statements=tuple(statements),
                sign=pictograms.heading_picture(self.headings[position]),
            )

    def _statement(
        self,
        statement: Statement,
        place: int,
        ids: dict[str, str],
        behind: tuple[str, str],
        drawn: str,
    ) -> StatementView:
        cites = tuple(
            (cite, f"{self.view.address}#{ids[cite]}") for cite in statement.cites if cite in ids
        )
        return StatementView(
            anchor=f"st{place + 1}",
            words=self.words(statement.inlines),
            cites=cites,
            behind=behind[0],
            source=behind[1],
            picture=pictograms.statement_picture(drawn),
        )

    def _original_name(self) -> str:
        return languages.english_name(self._language(""))

    def _changes(self) -> tuple[tuple[str, ...], bool]:
        """Return what changed, and whether it is in this page's language.

        The words are the summary's, else its original's, else the version's.
        """
        if self.summary.changes:
            return self.summary.changes, True
        if self.source and self.source.changes:
            return self.source.changes, False
        return self.view.facts.changes, not self.summary.language

    def _current(self) -> addresses.Address | None:
        """Return where a reader of another version's summary finds the text in force, if any.

        That is its summary for the same reader in the same language, or the text
        itself.
        """
        binding, summary = self.inputs.current, self.summary
        if binding is None or binding is self.view:
            return None
        return next(
            (
                link.address
                for link in binding.summaries
                if (link.reader, link.language) == (summary.reader, summary.language)
            ),
            binding.address,
        )

    def _others(self) -> tuple[SummaryLink, ...]:
        """Return the summaries for other readers.

        They are in this language if possible, else in the version's own.
        """
        links: dict[Reader, SummaryLink] = {}
        for link in self.view.summaries:
            if link.reader is not self.summary.reader and link.language in (
                "",
                self.summary.language,
            ):
                links[link.reader] = link
        return tuple(links.values())

    def _tongue(self, link: SummaryLink) -> Tongue:
        tag = self._language(link.language)
        return Tongue(
            tag=tag,
            name=languages.native_name(tag),
            direction=direction(tag),
            address=link.address,
            is_this=link.path == self.summary.path,
        )


def _title(view: VersionView, summary: Summary) -> str:
    reader = "you" if summary.reader == "parents" else "pupils"
    if view.standing in (Standing.CONSULTATION, Standing.DRAFT):
        return f"Proposed: what the {view.title} would mean for {reader}"
    return f"What the {view.title} means for {reader}"


def _count(summary: Summary) -> int:
    return sum(
        len(text.split()) for text in (*summary.changes, *(s.text for s in summary.statements))
    )
