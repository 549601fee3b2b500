"""Make the page of a policy that other sites show in a frame, without menu and scripts."""

from collections.abc import Iterator

from policybook.model import addresses, timeline
from policybook.site import text_balance
from policybook.site.policy_input import PolicyInput
from policybook.site.render.clause_html import cover_html, text_html
from policybook.site.render.link_targets import leave_frame, placed
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page


def embedded(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the text in force for other sites, if the school lets any site show it.

    The page stays when no version is in force, and says so.
    """
    if not renderer.school.embedded_by:
        return
    address = addresses.embedded(inputs.policy.name)
    version = timeline.version_in_force(inputs.policy, inputs.today)
    view = inputs.view(version) if version else inputs.views[-1]
    text = ""
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
        today=inputs.today,
        view=view,
        text=text,
        whole=addresses.policy(inputs.policy.name),
        more="The whole page: summaries, history and print view",
        listed=False,
    )
    if version and text:
        text_balance.refuse_page(version, page.html, text, "policy/embedded.html")
    yield page
