"""Copy the pictures that a policy's versions show."""

from collections.abc import Iterator

from policybook.reading.files import clean_pictures
from policybook.site.policy_input import PolicyInput
from policybook.site.render.link_targets import picture_address
from policybook.site.render.renderer import Asset, Page, Renderer


def pictures(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield each picture at its address on the site, with its pixels or shapes alone."""
    shown = {path: data for pictures in inputs.pictures.values() for path, data in pictures.items()}
    for path, data in sorted(shown.items()):
        yield Asset(path=picture_address(path), data=clean_pictures.clean(data))
