"""The search page; without JavaScript it is the A to Z of policies and their sections."""

from collections.abc import Iterator

from policybook import addresses, timeline
from policybook.model import Library
from policybook.press import Asset, Page, Press


def search(library: Library, press: Press) -> Iterator[Page | Asset]:
    bound = [(p, timeline.in_force(p, press.today)) for p in library.policies]
    seen = sorted((press.about(v) for _, v in bound if v), key=lambda a: (a.title.casefold(), a.policy.name))
    yield press.page(
        addresses.SEARCH,
        "policy/search.html",
        title="Search the rules",
        description="Search every policy in force, clause by clause.",
        policies=seen,
        email="",
    )
