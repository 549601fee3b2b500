"""The printable view of every version: the cover, the contents, the text, and nothing of the site's menus."""

from collections.abc import Iterator

from policybook.model import Library, addresses
from policybook.site import version_view
from policybook.site.render.link_targets import placed
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView


def printed(library: Library, press: Press) -> Iterator[Page | Asset]:
    for seen in press.every:
        own = addresses.printed(seen.own_address)
        yield Asset(path=f"{own}page.css", data=_running_lines(press, seen).encode())
        yield _page(press, seen, own, own)
        if seen.binds:
            yield _page(press, seen, addresses.printed(seen.address), own)


def _page(press: Press, seen: VersionView, address: str, own: str) -> Page:
    return press.page(
        address,
        "policy/print.html",
        title=f"{seen.title}, version {seen.version.name}, to print",
        seen=seen,
        facts=version_view.facts(seen),
        text=placed(press.text_of(seen.version), address),
        asks=version_view.asks(press.library, seen),
        language=seen.version.facts.language or "",
        page_style=f"{own}page.css",
        live=press.url(seen.address),
        listed=False,
    )


def _running_lines(press: Press, seen: VersionView) -> str:
    """The lines at the head and foot of each sheet, as CSS margin boxes (CSS Paged Media Level 3)."""
    head, foot = f"{seen.title}, version {seen.version.name}", press.url(seen.address)
    return (
        "@page{"
        f"@top-left{{content:{_quoted(head)}}}@top-right{{content:{_quoted(seen.standing_words)}}}"
        f"@bottom-left{{content:{_quoted(f'{press.school.name} · {foot}')}}}"
        '@bottom-right{content:"Page " counter(page) " of " counter(pages)}}\n'
    )


def _quoted(text: str) -> str:
    """A CSS string: quotes, backslashes, `<` and control characters as escapes (CSS Syntax Level 3, 4.3.5)."""
    return (
        '"'
        + "".join(c if c.isalnum() or c in " .,:;/·-–()" else f"\\{ord(c):x} " for c in text)
        + '"'
    )
