"""Copy the pictures that a policy's versions show."""

from collections.abc import Iterator

from policybook.reading import svg_drawings
from policybook.site.policy_input import PolicyInput
from policybook.site.render.link_targets import picture_address
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page


def pictures(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield each picture at its address on the site. A drawing is cleaned."""
    shown = {path: data for pictures in inputs.pictures.values() for path, data in pictures.items()}
    for path, data in sorted(shown.items()):
        is_drawing = path.lower().endswith(".svg")
        shown_data = svg_drawings.read_drawing(data).data if is_drawing else data
        yield Asset(path=picture_address(path), data=shown_data)
