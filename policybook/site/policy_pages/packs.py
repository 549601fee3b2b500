"""Make the governors' pack of each step from one version to the next: a page and a PDF."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from policybook.model import addresses, spans, timeline
from policybook.redline import PASSAGES, Redline
from policybook.site import dated
from policybook.site.lists.page_links import policy_links
from policybook.site.pack import contents
from policybook.site.pack.types import GovernorsPack, PackSection
from policybook.site.policy_input import PolicyInput
from policybook.site.redline_page import view
from policybook.site.redline_page.html import lay_out, lay_out_notes
from policybook.site.redline_page.story_rows import story_rows
from policybook.site.redline_page.types import ChangeRow
from policybook.site.render.link_targets import placed, placed_at, targets_of
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.render.snippets import Form

if TYPE_CHECKING:
    from policybook.site.pdf.frame import Node

_SHEETS = 4


def packs(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page of each pack, and the PDF of each that is about an open decision."""
    others = _lay_out_reviews(inputs, renderer)
    for old, new in inputs.packs:
        changes = inputs.redlines[old, new]
        address = addresses.pack(inputs.policy.name, old, new)
        text = inputs.view(changes.new)
        targets = targets_of(inputs.elsewhere, changes.new, text.address)
        pack = contents.make_pack(inputs, changes, placed_at(targets, address))
        has_pdf = inputs.typesetter is not None and not pack.decision
        yield _page(inputs, renderer, changes, pack, placed(others, address), has_pdf)
        if inputs.typesetter and has_pdf:
            documents = pack_documents(inputs, renderer, changes, pack)
            path = addresses.pack_pdf(inputs.policy.name, old, new)
            data = inputs.typesetter.first_that_fits(documents, _is_short_enough)
            yield Asset(path=path, data=data)


def _is_short_enough(paper: bytes) -> bool:
    """Return whether what governors decide from is on four sheets."""
    from policybook.site.pack.pdf import CHANGES
    from policybook.site.pdf.typst import count_sheets_before

    before = count_sheets_before(paper, CHANGES)
    return before is not None and before < _SHEETS


def _lay_out_reviews(inputs: PolicyInput, renderer: Renderer) -> Markup:
    """Return the overdue reviews of other policies, which every pack of a policy has."""
    overdue = [span for row in inputs.reviews for span in row.days if span.value]
    counted = spans.count(overdue, inputs.today)
    return renderer.fragment(
        "policy/_overdue.html",
        reviews=[part for row in inputs.reviews for part in dated.parts(row.days)],
        no_review=dated.when(counted, lambda count: not count),
    )


def _page(
    inputs: PolicyInput,
    renderer: Renderer,
    changes: Redline,
    pack: GovernorsPack,
    other_reviews: Markup,
    has_pdf: bool,
) -> Page:
    old, new, name = pack.old, pack.new, inputs.policy.name
    return renderer.page(
        addresses.pack(name, old.name, new.name),
        "policy/pack.html",
        title=f"{new.title}: governors’ pack",
        description=f"What governors decide about the {new.title} of {new.month}.",
        trail=(
            (new.title, addresses.policy(name)),
            ("History", addresses.history(name)),
            (f"{old.month} to {new.month}", addresses.redline(name, old.name, new.name)),
        ),
        language=new.facts.language or "",
        around=tuple(policy_links(inputs)),
        pack=pack,
        story=pack.story,
        facts=view.facts(changes),
        laid=PackLayout(renderer.form, pack.total),
        other_reviews=other_reviews,
        own_reviews=[part for row in inputs.own_reviews for part in dated.parts(row.days)],
        standings=dated.standings(inputs),
        redline=addresses.redline(name, old.name, new.name),
        paper=addresses.pack_pdf(name, old.name, new.name) if has_pdf else "",
        listed=False,
        indexed=False,
    )


def pack_documents(
    inputs: PolicyInput, renderer: Renderer, changes: Redline, pack: GovernorsPack
) -> "Iterator[Node]":
    """Yield a pack as the documents that Typst sets, each with less of its lists."""
    from policybook.site.pack import pdf
    from policybook.site.redline_page import cover

    old, new = pack.old, pack.new
    url = renderer.url(addresses.pack(inputs.policy.name, old.name, new.name))
    language = new.facts.language or inputs.school.language
    around = cover.pack_cover(
        old, new, inputs.school.name, url, language, timeline.changed_on(changes.new)
    )
    return pdf.pack_documents(pack, around, partial(story_rows, changes))


_CHANGE = ("count", "total", "label", "numbers", "notes", "words")
_NEW = ("count", "number", "words")


class PackLayout:
    """The changes of one pack as HTML. `total` counts the changes of the redline."""

    def __init__(self, form: Callable[..., Form], total: int) -> None:
        self._form, self._total = form, str(total)

    def body(self, section: PackSection) -> Markup:
        """Return the changes of a section. The heading of a new section is not among them."""
        if section.whole:
            return Markup("".join([self._new(row) for row in section.rows[1:]]))
        return Markup("".join([self._change(row) for row in section.rows]))

    def _new(self, row: ChangeRow) -> str:
        is_heading = row.change.part not in PASSAGES
        form = self._form("policy/pack-new.html", _NEW, heading=is_heading)
        return form.filled(
            str(row.change.count), escape(row.new_number), lay_out(row.words, row.columns)
        )

    def _change(self, row: ChangeRow) -> str:
        is_heading = row.change.part not in PASSAGES
        form = self._form("policy/pack-change.html", _CHANGE, tone=row.tone, heading=is_heading)
        return form.filled(
            str(row.change.count),
            self._total,
            escape(row.label),
            escape(row.numbers),
            lay_out_notes(row),
            lay_out(row.words, row.columns),
        )
