"""Say what a mistyped command or option may have meant."""

from collections.abc import Iterable, Sequence

from policybook.cli.command_options import Option
from policybook.cli.command_table import COMMANDS
from policybook.model.findings import escape_invisible
from policybook.text.strict_yaml import did_you_mean

#: What people try, by the words of other programs.
_OTHER_WORDS = {
    "add": "new",
    "compare": "diff",
    "create": "new",
    "explain": "check",
    "find": "search",
    "fix": "check",
    "lint": "check",
    "list": "register",
    "make": "build",
    "preview": "serve",
    "remove": "withdraw",
    "show": "serve",
    "setup": "init",
    "start": "init",
    "undo": "restore",
    "validate": "check",
}


def describe_command(typed: str) -> str:
    """Return the message for a command that does not exist."""
    names = [*(command.name for command in COMMANDS), "help", "version"]
    if typed.lower() in ("upgrade", "update", "uninstall"):
        return (
            f"There is no command “{typed}”. What installed Policybook does that, such as: "
            f"uv tool {'uninstall' if typed.lower() == 'uninstall' else 'upgrade'} policybook\n"
        )
    other = _OTHER_WORDS.get(typed.lower())
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
