"""What anyone needs to check a hash: the words of each version as its hash covers them, and the record without the words."""

from collections.abc import Iterator

from policybook.model import Library, addresses
from policybook.reading import approval_record, links
from policybook.site.render.renderer import Asset, Page, Press


def proof(library: Library, press: Press) -> Iterator[Page | Asset]:
    for seen in press.every:
        if not seen.removed:
            text = approval_record.canonical(seen.version, links.pictures_of(library, seen.version))
            yield Asset(
                path=addresses.text(seen.policy.name, seen.version.name), data=text.encode()
            )
    yield Asset(path=addresses.RECORD, data=approval_record.published(library.record))
