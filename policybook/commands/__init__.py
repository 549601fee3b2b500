"""What each command of `build.py` does, says and returns: 0 done, 1 refused or wrong. The one that is asked for is imported, not the others."""

import argparse
import importlib

#: The module of each command, whose function has the command's name.
_HOMES = {
    "build": "publishing",
    "serve": "publishing",
    "check": "checking",
    "schema": "checking",
    "new": "writing",
    "new-version": "writing",
    "approve": "deciding",
    "review": "deciding",
    "withdraw": "deciding",
    "diff": "looking",
    "search": "looking",
    "verify": "verifying",
}
NAMES = frozenset(_HOMES)


def run(name: str, options: argparse.Namespace) -> int:
    """Do what the command `name` does. Raises one of `refusals()` where it cannot be done."""
    home = importlib.import_module(f"{__name__}.{_HOMES[name]}")
    return int(getattr(home, name.replace("-", "_"))(options))


def refusals() -> tuple[type[Exception], ...]:
    """The exceptions whose words are for the one who typed. They are asked for when there is one."""
    from policybook.commands.asked import Refused
    from policybook.plugin import PluginError
    from policybook.publish import PublishError
    from policybook.recording import Meanwhile, Misunderstood
    from policybook.templates import TemplateFault

    return (Refused, Misunderstood, Meanwhile, PublishError, PluginError, TemplateFault)
