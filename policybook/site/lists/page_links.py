"""List the pages that belong together, for the column beside each of them."""

from collections.abc import Iterator
from typing import NamedTuple

from policybook.model import addresses, wording
from policybook.site.policy_input import PolicyInput


class PageLink(NamedTuple):
    """A page: its name in the list, and its address."""

    name: str
    address: addresses.Address


READERS = (
    PageLink("I am a parent or carer", addresses.PARENTS),
    PageLink("I am a pupil", addresses.PUPILS),
    PageLink("I work here", addresses.STAFF),
    PageLink("I am a governor", addresses.GOVERNORS),
)
GOVERNORS_PAGES = (
    PageLink("Review register", addresses.REVIEW),
    PageLink("Statutory policies", addresses.STATUTORY),
    PageLink("Out-of-date law and names", addresses.OUT_OF_DATE),
    PageLink("Compared with model policies", addresses.MODELS),
    PageLink("Reading ages", addresses.READING_AGES),
    PageLink("Problems found", addresses.FINDINGS),
    PageLink("Who must do what", addresses.DUTIES_OVERVIEW),
    PageLink("Register of law and names", addresses.LAW),
)


def policy_links(inputs: PolicyInput) -> Iterator[PageLink]:
    """Yield the pages that readers of a policy may want, the text first."""
    name, current = inputs.policy.name, inputs.current
    yield PageLink("Text in force" if current else "Versions", addresses.policy(name))
    for link in current.summaries if current else ():
        if not link.language:
            yield PageLink(f"In short, for {wording.READERS[link.reader]}", link.address)
    if current:
        yield PageLink("Who must do what", addresses.duties(name))
    yield PageLink("History", addresses.history(name))
    yield PageLink("As it was on a day", addresses.on_a_day(name))
