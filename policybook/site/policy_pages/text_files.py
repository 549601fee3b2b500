"""Make the text file of each version that its hash covers, so that anyone can check the hash."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Asset, Page, Renderer


def text_files(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield a text file for each version whose text was not removed."""
    for version, view in inputs.versions:
        if not view.removed:
            data = inputs.texts[version.name].encode()
            yield Asset(path=addresses.text(view.policy, view.name), data=data)
