"""What may be typed: the parser of the commands, and the order of the words."""

import argparse
import subprocess
from collections.abc import Callable, Iterable, Sequence

from policybook import __version__
from policybook.cli.command_table import COMMANDS, OTHER_WORDS, Option
from policybook.cli.program import as_typed, program_name
from policybook.model.findings import escape_invisible
from policybook.project.program import find_clone
from policybook.text.strict_yaml import did_you_mean

HELP = """Publish a school's policies.

Without a command, Policybook builds the site into the folder site/.
Each policy is a folder in docs/policies/. Each version of it is a file
whose name is the version, such as docs/policies/behaviour/2026-09.md."""

_NAMES = {command.name for command in COMMANDS}


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what was typed: the command and its options.

    Exit with the code 2 and a message if it cannot be understood, and 0 after `--help`.
    """
    words = put_command_first(words)
    parser = make_parser(program_name())
    if not words[0].startswith("-") and words[0] not in _NAMES:
        parser.exit(2, as_typed(describe_command(words[0])))
    options, rest = parser.parse_known_args(words)
    if rest:
        parser.exit(2, as_typed(describe_words(options.command, rest)))
    return options


def make_parser(
    program: str, see_argument: Callable[[argparse.Action], None] = lambda _: None
) -> argparse.ArgumentParser:
    """Return the parser of all commands and their options. `program` starts each usage line.

    `see_argument` is called with each argument of a command.
    """
    parser = argparse.ArgumentParser(
        prog=program, description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "-V", "--version", action=_ShowRelease, nargs=0, help="print the version and stop"
    )
    group = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        words = as_typed(command.help)
        description = f"{words[0].upper()}{words[1:]}."
        subparser = group.add_parser(command.name, help=words, description=description)
        subparser.set_defaults(command=command.name)
        for option in command.options:
            settings = {**option.settings, "help": as_typed(option.settings["help"])}
            see_argument(subparser.add_argument(option.name, **settings))
    return parser


class _ShowRelease(argparse.Action):
    """Prints the release and stops. Asking git for the commit waits until somebody asks for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(describe_release())
        parser.exit()


def put_command_first(words: Sequence[str]) -> list[str]:
    """Return the words with the command first: `--today 2026-12-04 check` is allowed too.

    Without a command, the command is `build`. `help check` is `check --help`.
    """
    if list(words) in (["-h"], ["--help"], ["help"], ["/?"], ["-?"]):
        return ["--help"]
    if list(words) in (["-V"], ["--version"], ["version"]):
        return ["--version"]
    if words and words[0] == "help":
        return [*words[1:], "--help"]
    options, rest = _split_before_command(words)
    if rest and rest[0] in _NAMES:
        return [rest[0], *options, *rest[1:]]
    if not words or words[0].startswith("-"):
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
    return {
        option.name: option
        for command in COMMANDS
        for option in command.options
        if option.name.startswith("--")
    }


def describe_release() -> str:
    """Return the version, and in a clone the commit: `policybook 0.1.0 (4f5511f)`."""
    commit = _read_commit()
    return f"policybook {__version__}" + (f" ({commit})" if commit else "")


def _read_commit() -> str:
    """Return the commit of the clone; empty for an installed program, or if git does not say."""
    clone = find_clone()
    if clone is None:
        return ""
    try:
        done = subprocess.run(
            ["git", "-C", str(clone), "describe", "--always", "--dirty=, changed", "--exclude=*"],
            capture_output=True,
            encoding="utf-8",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def describe_command(typed: str) -> str:
    """Return the message for a command that does not exist."""
    names = [*(command.name for command in COMMANDS), "help", "version"]
    if typed.lower() in ("upgrade", "update", "uninstall"):
        return (
            f"There is no command “{typed}”. What installed Policybook does that, such as: "
            f"uv tool {'uninstall' if typed.lower() == 'uninstall' else 'upgrade'} policybook\n"
        )
    other = OTHER_WORDS.get(typed.lower())
    hint = f" Did you mean `{other}`?" if other else _suggest(typed, names)
    return (
        f"There is no command “{escape_invisible(typed)}”.{hint}\nAll commands: policybook --help\n"
    )


def describe_words(command: str, rest: Sequence[str]) -> str:
    """Return the message for words that `command` does not take."""
    typed = next((word for word in rest if word.startswith("-")), "")
    more = f"What it takes: policybook {command} --help\n"
    if not typed:
        words = " ".join(f"“{escape_invisible(word)}”" for word in rest)
        return f"`{command}` has no place for {words}.\n{more}"
    name = typed.partition("=")[0]
    options = [*(o.name for o in _list_options(command)), "--help", "--version"]
    if hint := _suggest(name, options):
        return f"`{command}` has no option “{escape_invisible(name)}”.{hint}\n{more}"
    elsewhere = [c.name for c in COMMANDS if name in {o.name for o in c.options}]
    only = f" These commands have it: {', '.join(elsewhere)}." if elsewhere else ""
    return f"`{command}` has no option “{escape_invisible(name)}”.{only}\n{more}"


def _list_options(command: str) -> list[Option]:
    return [
        option
        for entry in COMMANDS
        if entry.name == command
        for option in entry.options
        if option.name.startswith("--")
    ]


def _suggest(typed: str, names: Iterable[str]) -> str:
    """Return ` Did you mean …?` for a near name, or the only one that starts like this."""
    names = list(names)
    starts = [name for name in names if name.startswith(typed.lower().replace("_", "-"))]
    if len(starts) == 1:
        return f" Did you mean `{starts[0]}`?"
    return did_you_mean(typed, names)
