"""Pages about the site itself: how to check it, and how far it is accessible."""

from collections.abc import Iterator

from policybook import addresses, record
from policybook.model import Library
from policybook.press import Asset, Page, Press


def about_the_site(library: Library, press: Press) -> Iterator[Page | Asset]:
    yield press.page(
        addresses.VERIFY,
        "policy/verify.html",
        title="Check this site",
        entries=list(reversed(library.record)),
        head=record.head(library.record),
        description="How anyone can check that an approved policy has not changed.",
    )
    yield press.page(
        addresses.ACCESSIBILITY,
        "policy/accessibility.html",
        title="Accessibility",
        description="What was tested, and what was not.",
    )
