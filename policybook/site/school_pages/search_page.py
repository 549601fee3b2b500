"""The search page, without JavaScript the A to Z of policies and their sections; and the index for the browser."""

import re
from collections.abc import Iterator

from policybook import search as searching
from policybook.model import Library, addresses, timeline
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView

INDEX = "assets/search/"
APART = INDEX + "not-in-force/"  # fetched only when somebody asks for it
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def search(library: Library, press: Press) -> Iterator[Page | Asset]:
    email = _EMAIL.search(press.school.contact)
    yield press.page(
        addresses.SEARCH,
        "policy/search.html",
        title="Search the rules",
        description="Search every policy in force, rule by rule.",
        policies=_in_force(library, press),
        email=email[0] if email else "",
    )
    rows = (*searching.current_vocabulary(library, press.today)[0], *searching.shipped_rows())
    for folder, found in (
        (INDEX, searching.documents_in_force(library, press.today)),
        (APART, searching.documents_not_in_force(library, press.today)),
    ):
        for name, data in searching.index_files(
            searching.index(found, rows), apart=folder == APART
        ):
            yield Asset(path=folder + name, data=data)


def _in_force(library: Library, press: Press) -> list[VersionView]:
    """The texts in force, by title."""
    versions = (timeline.in_force(policy, press.today) for policy in library.policies)
    return sorted(
        (press.about(v) for v in versions if v), key=lambda a: (a.title.casefold(), a.policy.name)
    )
