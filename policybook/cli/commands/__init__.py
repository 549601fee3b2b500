"""Do what each command does, and return its exit code: 0 done, 1 refused or wrong.

A command must not know another command. Only the module of the command that was asked for is
imported, so that `--help` is quick.

    code = run("check", options)         # raises one of `refusals()` if it cannot be done
"""

import argparse
import importlib

#: The module of each command, whose function has the command's name.
_HOMES = {
    "build": "build",
    "serve": "build",
    "check": "check",
    "schema": "check",
    "new": "new",
    "new-version": "new",
    "approve": "decisions",
    "review": "decisions",
    "withdraw": "decisions",
    "diff": "inspect",
    "search": "inspect",
    "verify": "verify",
}
NAMES = frozenset(_HOMES)


def run(name: str, options: argparse.Namespace) -> int:
    """Do what the command `name` does. Raises one of `refusals()` where it cannot be done."""
    home = importlib.import_module(f"{__name__}.{_HOMES[name]}")
    return int(getattr(home, name.replace("-", "_"))(options))


def refusals() -> tuple[type[Exception], ...]:
    """The exceptions whose words are for the one who typed. They are asked for when there is one."""
    from policybook.approvals.plan import Meanwhile, Misunderstood
    from policybook.cli.commands.options import Refused
    from policybook.plugin.hooks import PluginError
    from policybook.project.templates import TemplateFault
    from policybook.publish import PublishError

    return (Refused, Misunderstood, Meanwhile, PublishError, PluginError, TemplateFault)
