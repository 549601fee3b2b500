"""List the pages of one policy, for the column beside each of them."""

from collections.abc import Iterator
from typing import NamedTuple

from policybook.model import addresses, wording
from policybook.model.addresses import Address
from policybook.site.policy_input import PolicyInput


class PolicyLink(NamedTuple):
    """A page of a policy: its name in the list, and its address."""

    name: str
    address: Address


def policy_links(inputs: PolicyInput) -> tuple[PolicyLink, ...]:
    """Return the pages that readers of a policy may want, the text first."""
    return tuple(_list_pages(inputs))


def _list_pages(inputs: PolicyInput) -> Iterator[PolicyLink]:
    name, current = inputs.policy.name, inputs.current
    yield PolicyLink("Text in force" if current else "Versions", addresses.policy(name))
    for link in current.summaries if current else ():
        if not link.language:
            yield PolicyLink(f"In short, for {wording.READERS[link.reader]}", link.address)
    if current:
        yield PolicyLink("Who must do what", addresses.duties(name))
    yield PolicyLink("History", addresses.history(name))
    yield PolicyLink("As it was on a day", addresses.on_a_day(name))
