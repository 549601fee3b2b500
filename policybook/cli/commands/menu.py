"""The menu: numbers to choose by, a question for each thing that a command needs.

It runs each choice as if a person had typed the command, and always comes back.
"""

import argparse
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policybook.cli.commands.options import Refused, open_school, read_options
from policybook.cli.program import say
from policybook.model import dates

#: The words of a command; empty where the person changed their mind.
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MenuChoice:
    """A line of the menu, and the function that asks for what its command needs."""

    label: str
    ask: Callable[[argparse.Namespace], Words]


def menu(options: argparse.Namespace) -> int:
    read_options(options)  # refuses a folder that is not there
    while True:
        print("\nPolicybook: what would you like to do?\n")
        for number, choice in enumerate(CHOICES, 1):
            print(f"  {number}  {choice.label}")
        print(f"  {len(CHOICES) + 1}  Quit\n")
        typed = _ask(f"Type a number from 1 to {len(CHOICES) + 1}: ")
        if typed is None or typed.casefold() in (str(len(CHOICES) + 1), "q", "quit", "exit"):
            print("Goodbye.")
            return 0
        chosen = _read_number(typed, len(CHOICES))
        if chosen is None:
            print(f"“{typed}” is not one of the numbers.")
        else:
            _do(CHOICES[chosen - 1], options)


def _do(choice: MenuChoice, options: argparse.Namespace) -> None:
    """Ask for what the command needs and run it. Say what went wrong, and never raise."""
    from policybook import cli  # the whole program, as if the words were typed

    try:
        if words := choice.ask(options):
            day = ("--today", options.today.isoformat()) if options.today else ()
            cli.main([*words, "--project", str(options.project), *day])
        else:
            print("Nothing was done.")
    except SystemExit:  # the command has said what it misunderstood
        pass
    except KeyboardInterrupt:
        print("\nStopped.")
    except Exception as fault:
        say(f"That could not be done: {fault}\n`policybook check` may say more.")


def _ask_import(options: argparse.Namespace) -> Words:
    typed = _ask("Drag the Word file into this window, or type where it is, then press Return: ")
    return ("import", *read_paths(typed)) if typed else ()


def read_paths(typed: str) -> list[str]:
    """Return the files that somebody typed or dragged: as they are, in quotes, or escaped."""
    bare = typed.strip().removeprefix("& ").strip()  # PowerShell puts `&` first
    if bare[:1] == bare[-1:] and bare[:1] in ("'", '"') and bare.count(bare[0]) == 2:
        bare = bare[1:-1]
    if _find(bare).exists():
        return [str(_find(bare))]
    try:
        parts = [_find(part) for part in shlex.split(bare)]
    except ValueError:
        return [bare]
    return [str(part) for part in parts] if all(p.exists() for p in parts) else [bare]


def _find(typed: str) -> Path:
    """Return the whole path, so that no name of a file looks like an option."""
    return Path(typed).expanduser().absolute()


def _ask_preview(options: argparse.Namespace) -> Words:
    print("The site opens on this computer alone. Hold Ctrl and press C to come back here.")
    return ("serve", "--drafts")


def _ask_approve(options: argparse.Namespace) -> Words:
    """Ask which text, by whom and when. The command itself asks before it writes."""
    school = open_school(read_options(options))
    drafts = [version for version in school.library.walk_sound() if version.facts.is_undecided]
    if not drafts:
        raise Refused("No policy waits for an approval. Import one first.")
    for number, version in enumerate(drafts, 1):
        print(f"  {number}  {version.facts.title}, version {version.name}")
    chosen = _read_number(_ask("Which one did the governors approve? ") or "", len(drafts))
    if chosen is None:
        return ()
    version = drafts[chosen - 1]
    by = _ask("Who approved it, such as Governing Body? ")
    on = _ask_day(school.today) if by else ""
    return ("approve", *version.key, f"--by={by}", f"--on={on}") if by and on else ()


def _ask_day(today: date) -> str:
    """Return the day of the approval as commands take it; empty if there is none."""
    typed = _ask(f"On which day, such as {today:%Y-%m-%d}? ") or ""
    day = dates.read_day(typed) or dates.read_day_in_words(typed)
    return dates.format_iso_day(day) or typed


def _ask_publish(options: argparse.Namespace) -> Words:
    """Ask where the site goes. Without a place, it is only made."""
    print("A folder, such as that of the web server; or an address, sftp://name@host/folder.")
    target = _ask("Where does the site go? Press Return to make it here and send it nowhere: ")
    return ("publish", target.strip()) if target and target.strip() else ("build",)


CHOICES = (
    MenuChoice("Bring in a policy from Word", _ask_import),
    MenuChoice("Check what is wrong or missing", lambda _: ("check",)),
    MenuChoice("Look at the site before anyone else does", _ask_preview),
    MenuChoice("Enter an approval by the governors", _ask_approve),
    MenuChoice("Make the site to publish", _ask_publish),
)


def _ask(question: str) -> str | None:
    """Return what the person types; None if they close the window or press Ctrl and C."""
    try:
        return input(question).strip()
    except (EOFError, KeyboardInterrupt):
        print()
        return None


def _read_number(typed: str, most: int) -> int | None:
    """Return the number that was typed, from 1 to `most`; else None."""
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else 0
    return number if 1 <= number <= most else None
