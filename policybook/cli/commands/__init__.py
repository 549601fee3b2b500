"""Do what each command does, and return its exit code: 0 done, 1 refused or wrong.

A command must not know another command. Only the module of the command that was asked for is
imported, so that `--help` is quick.

    code = run("check", options)         # raises one of `refusals()` if it cannot be done
"""

import argparse
import importlib
import keyword

#: The module of each command. Its function has the command's name; `import_` that of `import`.
MODULES = {
    "init": "init",
    "build": "build",
    "publish": "publish",
    "serve": "serve",
    "check": "check",
    "schema": "schema",
    "editor": "editor",
    "menu": "menu",
    "starters": "starters",
    "new": "new",
    "new-version": "new",
    "import": "import_files",
    "approve": "decisions",
    "review": "decisions",
    "withdraw": "decisions",
    "restore": "decisions",
    "rejoin": "decisions",
    "diff": "inspect",
    "recipes": "recipes",
    "story": "story",
    "reminders": "reminders",
    "register": "register",
    "clauses": "inspect",
    "export": "export",
    "search": "inspect",
    "verify": "verify",
    "doctor": "doctor",
    "completion": "completion",
}
NAMES = frozenset(MODULES)


def run(name: str, options: argparse.Namespace) -> int:
    """Run the command `name`. Raise one of `refusals()` if it cannot be done."""
    module = importlib.import_module(f"{__name__}.{MODULES[name]}")
    return int(getattr(module, function_name(name))(options))


def function_name(command: str) -> str:
    """Return the name of a command's function: `new_version`, and `import_` for a keyword."""
    return command.replace("-", "_") + ("_" if keyword.iskeyword(command) else "")


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
