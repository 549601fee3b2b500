"""Do what each command does, and return its exit code: 0 done, 1 refused or wrong.

A command must not know another command. Only the module of the command that was asked for is
imported, so that `--help` is quick.

    code = run("check", options)         # raises one of `refusals()` if it cannot be done
"""

import argparse
import importlib
import keyword
from collections.abc import Callable

from policybook.cli.command_table import COMMANDS


def run(name: str, options: argparse.Namespace) -> int:
    """Run the command `name`. Raise one of `refusals()` if it cannot be done."""
    return find_function(name)(options)


def find_function(name: str) -> Callable[[argparse.Namespace], int]:
    """Return the function of a command: `new_version`, and `import_` for a keyword."""
    command = next(command for command in COMMANDS if command.name == name)
    module = importlib.import_module(f"{__name__}.{command.module}")
    words = name.replace("-", "_") + ("_" if keyword.iskeyword(name) else "")
    function: Callable[[argparse.Namespace], int] = getattr(module, words)
    return function


def refusals() -> tuple[type[Exception], ...]:
    """Return the exceptions whose messages are for the person who typed the command.

    It is called only once there is an exception, so that no command imports them all.
    """
    from policybook.approvals.plan import FileChangedError, RequestError
    from policybook.cli.commands.options import Refused
    from policybook.project.open import WrongClock
    from policybook.project.templates import TemplateFault
    from policybook.publish import PublishError

    return (Refused, WrongClock, RequestError, FileChangedError, PublishError, TemplateFault)
