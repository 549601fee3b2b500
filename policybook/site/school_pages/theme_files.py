"""Copy the theme's files: style sheets, scripts and the site's icon."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput


def theme_files(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield each asset of the templates."""
    for path, data in sorted(renderer.templates.assets.items()):
        yield Asset(path=addresses.asset(path), data=data)
