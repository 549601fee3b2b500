"""A PDF of each version and of each summary, made by Typst from the same clauses as the page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from policybook.model import Library, Mark, Reader, Summary, Version, addresses, wording
from policybook.reading import links
from policybook.site import version_view
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView

if TYPE_CHECKING:
    from policybook.site.pdf.cover import Cover


def pdfs(library: Library, press: Press) -> Iterator[Page | Asset]:
    if not press.settings.pdf:
        return
    # Here, as a build without PDFs needs none of it.
    from policybook.site.pdf.document import summary_document, version_document

    typesetter = press.typesetter
    for seen in press.every:
        document = version_document(
            seen.version, _cover(press, seen), _links(library, press, seen.version)
        )
        yield Asset(path=seen.pdf, data=typesetter.pdf(document, _pictures(library, seen.version)))
        for summary in seen.version.summaries:
            tree = summary_document(
                summary,
                seen.version,
                _summary_cover(press, seen, summary),
                _cites(library, press, seen),
            )
            yield Asset(path=addresses.summary_pdf(summary), data=typesetter.pdf(tree))


def _cover(press: Press, seen: VersionView) -> "Cover":
    from policybook.site.pdf.cover import Cover

    facts = seen.version.facts
    return Cover(
        school=press.school.name,
        title=seen.title,
        version=seen.version.name,
        standing=seen.standing_phrase,
        sheet=f"{seen.approval}. {seen.review}" if seen.binds else f"{seen.approval}.",
        address=press.url(seen.address),
        short_address=press.url(seen.address).partition("://")[2] or press.url(seen.address),
        hash12=seen.short_digest,
        day=facts.approved_on.date if facts.approved_on else press.today,
        notice=seen.notice,
        facts=tuple((str(row), words) for row, words in version_view.cover_rows(seen)),
        asks=tuple(ask.line for ask in version_view.asks(press.library, seen)),
        language=facts.language or press.school.language,
    )


def _summary_cover(press: Press, seen: VersionView, summary: Summary) -> "Cover":
    who = wording.READERS[summary.reader]
    pupils = summary.reader is Reader.PUPILS
    notice = f"{seen.notice} This is a summary. The policy itself is what counts.".strip()
    return replace(
        _cover(press, seen),
        kicker=f"In short, for {who}",
        notice=notice,
        signed=seen.binds,
        facts=()
        if pupils
        else (
            ("Explains", f"{seen.title}, version {seen.version.name}"),
            ("Standing", seen.standing_words),
        ),
        language=summary.language or seen.version.facts.language or press.school.language,
    )


def _links(library: Library, press: Press, version: Version) -> Callable[[str], str | None]:
    def href(target: str) -> str | None:
        where = links.resolve(library, version, target)
        if isinstance(where, links.Outside):
            return where.url
        if isinstance(where, links.Nowhere):
            return None
        fragment = f"#{where.fragment}" if where.fragment else ""
        return (
            f"{_absolute(press, where.address)}{fragment}"
            if where.address and _absolute(press, where.address)
            else fragment or None
        )

    return href


def _cites(library: Library, press: Press, seen: VersionView) -> Callable[[str], str | None]:
    """A citation leads to its clause on the version's own page, which stays for ever."""
    inner = _links(library, press, seen.version)

    def href(target: str) -> str | None:
        page = _absolute(press, seen.own_address)
        return f"{page}{target}" if target.startswith("#") and page else inner(target)

    return href


def _absolute(press: Press, address: str) -> str:
    """The full address, or nothing where the site's own is not known."""
    return press.url(address) if press.settings.url else ""


def _pictures(library: Library, version: Version) -> Mapping[str, bytes]:
    """The pictures of a version by their targets as written; formats that a PDF cannot hold stand by their alternative text."""
    found: dict[str, bytes] = {}
    for _, piece in links.used(version):
        path = links.picture(library, version, piece.target) if piece.mark is Mark.IMAGE else None
        if isinstance(path, str) and PurePosixPath(path).suffix.lower() in (
            ".png",
            ".jpg",
            ".jpeg",
            ".gif",
            ".webp",
        ):
            found[piece.target] = library.pictures[path]
    return found
