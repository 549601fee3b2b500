"""Make the list of policies for other sites: a page for a frame, and a part to paste."""

from collections.abc import Iterator

from policybook.model import Standing, addresses
from policybook.model.spans import DaySpan
from policybook.site import dated
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput


def embedded_list(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the list for other sites, if the school lets any site show its policies.

    The part to paste has whole links, as far as the site's address is known.
    """
    if not inputs.school.embedded_by:
        return
    policies = sorted(inputs.policies, key=lambda row: row.shown.title.casefold())
    rows = [(row.shown, dated.by_value([*_standings(row)])) for row in policies]
    yield renderer.page(
        addresses.EMBED,
        "policy/embedded-list.html",
        title="Policies",
        rows=rows,
        whole=addresses.HOME,
        more="The whole site",
        listed=False,
    )
    part = renderer.page(
        addresses.EMBED_LIST,
        "policy/policies-fragment.html",
        title="Policies",
        # A pasted copy has no script.
        rows=[(view, standings[:1]) for view, standings in rows],
        whole_links=True,
    )
    # Whoever fetches or pastes it need not know its encoding.
    data = part.html.encode("ascii", "xmlcharrefreplace")
    yield Asset(path=addresses.EMBED_LIST, data=data)


def _standings(row: PolicyRow) -> Iterator[DaySpan[str]]:
    """Yield what the list says of a policy, from today on."""
    for span in row.days:
        view = span.value.view
        is_told = view.binds or view.standing is Standing.UPCOMING
        words = view.standing_words if is_told else "No version is in force."
        yield DaySpan(first=span.first, last=span.last, value=words)
