"""Make a PDF of each version, summary and redline, from the same clauses as the page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from policybook.analysis.stale_summaries import original
from policybook.checks.rules.pictures import can_be_shown
from policybook.model import Mark, Reader, Summary, Version, addresses, timeline, wording
from policybook.reading.files import clean_pictures
from policybook.reading.references import link_search, links
from policybook.redline import Redline
from policybook.site import summary_order, version_view
from policybook.site.help_views import COMFORT, DANGER, parent_lines, pupil_lines
from policybook.site.policy_input import PolicyInput
from policybook.site.proofs import text_balance
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView

if TYPE_CHECKING:
    from policybook.site.pdf.cover import Cover
    from policybook.site.pdf.frame import Node

#: Sizes of type of a summary in points. The largest that fits on one side is taken, or else on
#: two. None is below 12 points, as the advice on clear print asks.
_SIZES: dict[Reader, tuple[float, ...]] = {
    Reader.PARENTS: (12,),
    Reader.PUPILS: (16, 15, 14, 13, 12),
}
#: The formats of pictures that a PDF can hold.
_FORMATS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


def pdfs(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield every PDF of the policy; none in a build without PDFs."""
    typesetter = inputs.typesetter
    if typesetter is None:
        return
    # A build without PDFs needs none of this.
    from policybook.site.pdf.document import summary_document, version_document

    for version, view in inputs.versions:
        cover = _cover(inputs, renderer, version, view)
        linked = inputs.elsewhere.linked(version)
        document = version_document(linked, cover, _links(inputs, renderer, version))
        after = "".join((cover.words.asks, *cover.asks)) if cover.asks else ""
        text_balance.refuse_pdf(version, document["body"], after)
        data = typesetter.pdf(document, _pictures(inputs, version))
        if renderer.templates.has_own_pdf and not view.removed:
            text_balance.refuse_printed(version, data)
        yield Asset(path=view.pdf, data=data)
        for summary in version.summaries:
            document = summary_document(
                summary,
                version,
                _summary_cover(inputs, renderer, version, summary),
                _cites(inputs, renderer, version),
                summary_order.arrange(
                    summary.reader,
                    summary_order.english_headings(summary, original(version, summary)),
                ),
            )
            data = typesetter.on_fewest_sides(document, _SIZES[summary.reader])
            yield Asset(path=addresses.summary_pdf(summary), data=data)
    for (old, new), pair in inputs.redlines.items():
        document = redline_document(inputs, renderer, pair)
        path = addresses.redline_pdf(inputs.policy.name, old, new)
        yield Asset(path=path, data=typesetter.pdf(document))


def redline_document(inputs: PolicyInput, renderer: Renderer, pair: Redline) -> "Node":
    """Return a redline as the document that Typst sets."""
    from policybook.site.redline_page import cover, pdf, school_summaries

    old, new = inputs.view(pair.old), inputs.view(pair.new)
    url = renderer.url(addresses.redline(inputs.policy.name, old.name, new.name))
    language = new.facts.language or inputs.school.language
    around = cover.redline_cover(
        old, new, inputs.school.name, url, language, timeline.changed_on(pair.new)
    )
    told = school_summaries.school_summaries(inputs.policy.versions, pair.old, pair.new)
    return pdf.redline_document(pair, around, told)


def _cover(inputs: PolicyInput, renderer: Renderer, version: Version, view: VersionView) -> "Cover":
    from policybook.site.pdf.cover import Cover

    facts, url = view.facts, renderer.url(view.address)
    return Cover(
        school=inputs.school.name,
        title=view.title,
        version=view.name,
        standing=view.standing_phrase,
        sheet=f"{view.approval}. {view.review}" if view.binds else f"{view.approval}.",
        address=url,
        short_address=url.partition("://")[2] or url,
        hash12=view.short_digest,
        day=timeline.changed_on(version),
        notice=view.notice,
        facts=tuple((str(row), words) for row, words in version_view.cover_rows(view)),
        asks=tuple(contact.line for contact in inputs.contacts[view.name]),
        language=facts.language or inputs.school.language,
    )


def _summary_cover(
    inputs: PolicyInput, renderer: Renderer, version: Version, summary: Summary
) -> "Cover":
    view = inputs.view(version)
    cover = _cover(inputs, renderer, version, view)
    named, people = inputs.contacts[view.name], inputs.people
    if summary.reader is Reader.PUPILS:
        lead, asks = COMFORT, (DANGER, *pupil_lines(named, people))
    else:
        lead, asks = "Who to tell", parent_lines(named, people, inputs.school.contact)
    return replace(
        cover,
        asks=asks,
        words=replace(cover.words, asks=lead),
        kicker=f"In short, for {wording.READERS[summary.reader]}",
        notice=f"{view.notice} This is a summary. The policy itself is what counts.".strip(),
        signed=view.binds,
        facts=(),
        language=summary.language or view.facts.language or inputs.school.language,
    )


def _links(
    inputs: PolicyInput, renderer: Renderer, version: Version
) -> Callable[[str], str | None]:
    def href(target: str) -> str | None:
        where = inputs.elsewhere.where(version, target)
        if isinstance(where, links.WebLink):
            return where.url
        if isinstance(where, links.BrokenLink):
            return None
        fragment = f"#{where.fragment}" if where.fragment else ""
        page = _absolute(renderer, where.address) if where.address else ""
        return f"{page}{fragment}" if page else fragment or None

    return href


def _cites(
    inputs: PolicyInput, renderer: Renderer, version: Version
) -> Callable[[str], str | None]:
    """Return what turns a citation into the address of its clause.

    The address is on the version's own page, which is permanent.
    """
    inner = _links(inputs, renderer, version)
    page = _absolute(renderer, inputs.view(version).own_address)

    def href(target: str) -> str | None:
        return f"{page}{target}" if target.startswith("#") and page else inner(target)

    return href


def _absolute(renderer: Renderer, address: str) -> str:
    """Return the full address; empty if the site's own address is unknown."""
    return renderer.url(address) if renderer.settings.url else ""


def _pictures(inputs: PolicyInput, version: Version) -> Mapping[str, bytes]:
    """Return the pictures of a version, by their targets in the text.

    A PDF cannot hold damaged pictures, or some formats. It shows their alternative text.
    """
    pictures = inputs.pictures[version.name]
    targets = (
        piece.target for _, piece in link_search.find_links(version) if piece.mark is Mark.IMAGE
    )
    paths = {target: inputs.elsewhere.picture(version, target) for target in targets}
    return {
        target: clean_pictures.clean(pictures[path])
        for target, path in paths.items()
        if isinstance(path, str)
        and PurePosixPath(path).suffix.lower() in _FORMATS
        and can_be_shown(path, pictures[path])
    }
