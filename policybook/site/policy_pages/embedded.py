"""Make the page of a policy that other sites show in a frame, without menu and scripts."""

from collections.abc import Iterator
from typing import NamedTuple

from policybook.model import addresses, timeline
from policybook.site import dated
from policybook.site.policy_input import PolicyInput, Views
from policybook.site.proofs import text_balance
from policybook.site.render.clause_html import cover_html, text_html
from policybook.site.render.link_targets import leave_frame, placed
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView


class EmbeddedStatus(NamedTuple):
    """What stands above the text on some days.

    `view` is the text that the page has, if it is still in force. `current` is another
    text that is in force instead, and `coming` the one that comes into force next.
    """

    view: VersionView | None
    current: dated.VersionLink | None
    coming: dated.VersionLink | None


def _status(views: Views, place: int) -> EmbeddedStatus:
    view, binding = views[place], dated.in_force(views)
    if view.binds and view.address != view.own_address:
        return EmbeddedStatus(dated.settle(view), None, dated.link_to(dated.coming(views)))
    return EmbeddedStatus(None, dated.link_to(binding), dated.link_to(dated.coming(views)))


def embedded(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the text in force for other sites, if the school lets any site show it.

    The page stays when no version is in force, and says so.
    """
    if not renderer.school.embedded_by:
        return
    address = addresses.embedded(inputs.policy.name)
    version = timeline.version_in_force(inputs.policy, inputs.today)
    view = inputs.view(version) if version else inputs.views[-1]
    place, text = inputs.views.index(view), ""
    if version:
        whole = cover_html(renderer, inputs.elsewhere, version, folded=True)
        whole += text_html(renderer, inputs.elsewhere, version)
        text = leave_frame(placed(whole, address))
    page = renderer.page(
        address,
        "policy/embedded.html",
        title=view.title,
        heading=view.title,
        language=view.facts.language or "",
        view=view,
        statuses=dated.parts(inputs.alternatives(lambda views: _status(views, place))),
        reviews=dated.reviews(inputs, place),
        doubtful=dated.doubt(inputs),
        text=text,
        whole=addresses.policy(inputs.policy.name),
        more="The whole page: summaries, history and print view",
        listed=False,
    )
    if version and text:
        text_balance.refuse_page(version, page.html, text, "policy/embedded.html")
    yield page
