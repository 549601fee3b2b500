"""Pictures that a published version shows, and the files of the theme."""

from collections.abc import Iterator
from urllib.parse import unquote

from policybook.model import Library
from policybook.reading import links
from policybook.site.render.link_targets import picture_address
from policybook.site.render.renderer import Asset, Page, Press


def pictures(library: Library, press: Press) -> Iterator[Page | Asset]:
    shown: dict[str, bytes] = {}
    for policy in library.policies:
        for version in policy.versions:
            shown |= links.pictures_of(library, version)
    for path, data in sorted(shown.items()):
        yield Asset(path=unquote(picture_address(path)), data=data)
    for path, data in sorted(press.templates.assets.items()):
        yield Asset(path=path, data=data)
