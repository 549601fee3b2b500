"""Publish the picture that a link to the site shows in messages."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text.readable_colours import darken_for_bar

#: The colour of a site whose school chose none.
_COLOUR = darken_for_bar("#303f9f")


def share_image(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the picture. Messengers fetch it by its full address, so it needs the site's own."""
    if not renderer.settings.url:
        return
    # Only a site with an address needs Pillow's drawing.
    from policybook.site.notices.share_picture import draw_share_picture

    templates = renderer.templates
    crest = templates.assets.get(templates.logo, b"")
    fonts = templates.pdf / "fonts"
    data = draw_share_picture(
        inputs.school.name, inputs.school.look.colour or _COLOUR, crest, fonts
    )
    yield Asset(path=addresses.SHARE_PICTURE, data=data)
