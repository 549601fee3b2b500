"""The commands and their arguments, read from `data/commands.toml`."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from policybook.model import dates
from policybook.text import data_files


@dataclass(frozen=True, slots=True)
class Option:
    """An argument of a command, with the settings that argparse takes."""

    name: str
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what `--help` says about it, its options, and its module in `commands`."""

    name: str
    help: str
    options: tuple[Option, ...]
    module: str


def _read_day(text: str) -> date:
    day = dates.read_day(text)
    if day and not day.month_only:
        return day.date
    if distance := dates.describe_distance(text):
        raise argparse.ArgumentTypeError(f"{text} is {distance}")
    raise argparse.ArgumentTypeError(f"{text} cannot be read as a day; write it as 2026-11-22")


def _read_count(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a number of processes; write 1, 2 or more")


_TYPES: Mapping[str, Callable[[str], Any]] = {
    "path": Path,
    "whole": int,
    "day": _read_day,
    "count": _read_count,
}
_TABLE = data_files.read_toml("commands.toml")
#: What people try, by the words of other programs, with the command that does it here.
OTHER_WORDS: Mapping[str, str] = _TABLE["other_words"]


def _read_option(given: str | dict[str, Any]) -> Option:
    """Return an argument of a command. Some are shared, and named by the table."""
    settings = dict(_TABLE["shared"][given] if isinstance(given, str) else given)
    if "type" in settings:
        settings["type"] = _TYPES[settings["type"]]
    return Option(settings.pop("name"), settings)


#: Every command, in the order of `--help`.
COMMANDS = tuple(
    Command(
        name=row["name"],
        help=row["help"],
        options=tuple(map(_read_option, row["arguments"])),
        module=row.get("module", row["name"]),
    )
    for row in _TABLE["commands"]
)
