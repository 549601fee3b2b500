"""The command that prints a script with which a shell completes commands and options."""

import argparse

import shtab

from policybook.cli import parser
from policybook.project.program import INSTALLED

#: What to complete an argument with, by how the help writes it.
_KINDS = {"DIR": shtab.DIRECTORY, "FOLDER": shtab.DIRECTORY, "FILE": shtab.FILE, "PATH": shtab.FILE}


def completion(options: argparse.Namespace) -> int:
    whole = parser.make_parser(INSTALLED, _say_what_it_takes)
    print(shtab.complete(whole, options.shell))
    return 0


def _say_what_it_takes(argument: argparse.Action) -> None:
    """Tell shtab which arguments are files or folders."""
    if argument.metavar in _KINDS:
        argument.complete = _KINDS[argument.metavar]  # type: ignore[attr-defined]
