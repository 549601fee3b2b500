"""Make the printable view of each version: cover, contents and text, without menus."""

from collections.abc import Iterator
from typing import NamedTuple

from policybook.model import Version, addresses
from policybook.model.addresses import Address
from policybook.model.consultation import CommentsNotice
from policybook.reading.fields.field_types import CoverRow
from policybook.site import dated, version_view
from policybook.site.policy_input import PolicyInput
from policybook.site.proofs import text_balance
from policybook.site.render.clause_html import cover_html, text_html
from policybook.site.render.link_targets import placed
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView


def print_views(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the printable view of each version.

    The text in force has a second one under the policy's address.
    """
    for version, view in inputs.versions:
        address = addresses.print_view(view.own_address)
        lines = _running_lines(renderer, view)
        yield Asset(path=addresses.print_style(address), data=lines.encode())
        yield _page(inputs, renderer, version, view, address)
        if view.binds:
            yield _page(inputs, renderer, version, view, addresses.print_view(view.address))


class CoverStatus(NamedTuple):
    """What the cover of a version says on some days: its notice, and its facts in rows.

    The notice of a proposal ends with until when and to whom to comment.
    """

    notice: str
    comments: CommentsNotice | None
    facts: tuple[tuple[str, str], ...]


def _cover_status(view: VersionView) -> CoverStatus:
    facts = tuple(row for row in version_view.facts(view) if row[0] != CoverRow.COMMENTS)
    return CoverStatus(view.notice, view.comments, facts)


def _page(
    inputs: PolicyInput, renderer: Renderer, version: Version, view: VersionView, address: Address
) -> Page:
    place = inputs.policy.versions.index(version)
    cover = cover_html(renderer, inputs.elsewhere, version, folded=False)
    text = placed(cover + text_html(renderer, inputs.elsewhere, version), address)
    page = renderer.page(
        address,
        "policy/print.html",
        title=f"{view.title}, version {view.name}, to print",
        view=view,
        statuses=dated.parts(inputs.alternatives(lambda views: _cover_status(views[place]))),
        text=text,
        asks=inputs.contacts[view.name],
        language=view.facts.language or "",
        page_style=addresses.print_style(addresses.print_view(view.own_address)),
        live=renderer.url(view.address),
        checked_at=renderer.url(addresses.check_sheet(view.short_digest)),
        listed=False,
        mark=view.mark,
        canonical=inputs.address_for_search(view),
    )
    text_balance.refuse_page(version, page.html, text, "policy/print.html")
    return page


def _running_lines(renderer: Renderer, view: VersionView) -> str:
    """Return the lines at the head and foot of each sheet, as CSS margin boxes.

    Source: CSS Paged Media Level 3.
    """
    head, foot = f"{view.title}, version {view.name}", renderer.url(view.address)
    return (
        "@page{"
        f"@top-left{{content:{_css_string(head)}}}"
        f"@top-right{{content:{_css_string(view.standing_words)}}}"
        f"@bottom-left{{content:{_css_string(f'{renderer.school.name} · {foot}')}}}"
        '@bottom-right{content:"Page " counter(page) " of " counter(pages)}}\n'
    )


def _css_string(text: str) -> str:
    """Return a CSS string, with quotes, backslashes, `<` and control characters escaped.

    Source: CSS Syntax Level 3, 4.3.5.
    """
    return (
        '"'
        + "".join(c if c.isalnum() or c in " .,:;/·-–()" else f"\\{ord(c):x} " for c in text)
        + '"'
    )
