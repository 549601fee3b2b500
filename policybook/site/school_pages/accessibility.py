"""Make the page on accessibility: what was tested, and what was not."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput


def accessibility(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page on accessibility."""
    yield renderer.page(
        addresses.ACCESSIBILITY,
        "policy/accessibility.html",
        title="Accessibility",
        description="What was tested, and what was not.",
    )
