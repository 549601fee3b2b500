"""How far the site is accessible: what was tested, and what was not."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput


def accessibility(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Make the page."""
    yield renderer.page(
        addresses.ACCESSIBILITY,
        "policy/accessibility.html",
        title="Accessibility",
        description="What was tested, and what was not.",
        today=inputs.today,
    )
