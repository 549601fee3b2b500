"""List the pages for governors, for the column beside each of them."""

from typing import NamedTuple

from policybook.model import addresses
from policybook.model.addresses import Address


class GovernorsPage(NamedTuple):
    """A page for governors: its name in the list, and its address."""

    name: str
    address: Address


GOVERNORS_PAGES = (
    GovernorsPage("Review register", addresses.REVIEW),
    GovernorsPage("Statutory policies", addresses.STATUTORY),
    GovernorsPage("Out-of-date law and names", addresses.OUT_OF_DATE),
    GovernorsPage("Compared with model policies", addresses.MODELS),
    GovernorsPage("Reading ages", addresses.READING_AGES),
    GovernorsPage("Problems found", addresses.FINDINGS),
    GovernorsPage("Who must do what", addresses.DUTIES_OVERVIEW),
    GovernorsPage("Register of law and names", addresses.LAW),
)
