"""The MkDocs plugin, and all that knows MkDocs or Material.

It hands ordinary pages to the core's frame and writes the core's files into MkDocs' folder. It
holds no logic of policies.
"""

from policybook.plugin.hooks import PolicybookPlugin

__all__ = ["PolicybookPlugin"]
