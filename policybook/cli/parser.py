"""What may be typed: the parser of the commands, and the order of the words."""

import argparse
from collections.abc import Sequence

from policybook.cli.command_options import Option
from policybook.cli.command_table import Command, all_commands
from policybook.cli.program import as_typed, program_name

HELP = """Publish a school's policies.

Without a command, Policybook builds the site into the folder site/.
Each policy is a folder in docs/policies/. Each version of it is a file
whose name is the version, such as docs/policies/behaviour/2026-09.md."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands and their options."""
    parser = argparse.ArgumentParser(
        prog=program_name(),
        description=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    group = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in all_commands():
        words = as_typed(command.help)
        description = f"{words[0].upper()}{words[1:]}."
        subparser = group.add_parser(command.name, help=words, description=description)
        subparser.set_defaults(command=command.name)
        for option in command.options:
            subparser.add_argument(option.name, **option.settings)
    return parser


def put_command_first(words: Sequence[str]) -> list[str]:
    """Return the words with the command first: `--today 2026-12-04 check` is allowed too.

    Without a command, the command is `build`.
    """
    options, rest = _split_before_command(words)
    names = {command.name for command in all_commands()}
    if rest and rest[0] in names:
        return [rest[0], *options, *rest[1:]]
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        return ["build", *words]
    return list(words)


def _split_before_command(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the options in front of the first other word, and the rest.

    argparse knows which of the options take a value.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("-h", "--help", action="store_true")
    for option in _options_by_name().values():
        action = option.settings.get("action", "store")
        parser.add_argument(option.name, action="store_true" if action != "store" else action)
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    try:
        rest = parser.parse_known_args(words)[0].rest
    except argparse.ArgumentError:  # the command's own parser reports it
        return list(words), []
    return list(words[: len(words) - len(rest)]), rest


def _options_by_name() -> dict[str, Option]:
    commands: tuple[Command, ...] = all_commands()
    return {
        option.name: option
        for command in commands
        for option in command.options
        if option.name.startswith("--")
    }
