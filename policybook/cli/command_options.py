"""The options of the commands, in the words of `--help`."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from policybook.model import dates


@dataclass(frozen=True, slots=True)
class Option:
    """An argument of a command, with the settings that argparse takes."""

    name: str
    settings: Mapping[str, Any]


def option(name: str, words: str, **settings: Any) -> Option:
    """Return an argument that `--help` explains in `words`."""
    return Option(name, {"help": words, **settings})


def flag(name: str, words: str) -> Option:
    """Return an option without a value."""
    return option(name, words, action="store_true")


def path(name: str, words: str, *, metavar: str = "FILE", **settings: Any) -> Option:
    """Return an argument that names a file or a folder."""
    return option(name, words, type=Path, metavar=metavar, **settings)


def choice(name: str, words: str, *choices: str) -> Option:
    """Return an option with one of `choices`; without it, the first is meant."""
    return option(name, words, choices=choices, default=choices[0])


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


PROJECT = path(
    "--project", "the school's folder (default: the current folder)", metavar="DIR", default=Path()
)
SITE = path(
    "--site-dir", "the folder for the site (default: site/ in the school's folder)", metavar="DIR"
)
TODAY = option(
    "--today",
    "use this day instead of today, such as 2026-11-22 (default: the day in London)",
    type=_read_day,
    metavar="DATE",
)
DRAFTS = flag("--drafts", "show drafts too; such a site is private and never for the web")
NO_PDF = option("--no-pdf", "make no PDFs", dest="pdf", action="store_false")
REDLINES = choice(
    "--redlines",
    "compare every pair of versions, or only neighbouring versions (for large libraries)",
    "all",
    "neighbours",
)
WORKERS = option(
    "--workers",
    "how many processes divide the work; 1 needs the least memory "
    "(default: one a processor, at most 4, if there is enough to do)",
    type=_read_count,
    metavar="N",
)
POLICY = option("policy", "the policy's folder, such as behaviour", metavar="POLICY")
NEW_NAME = option("version", "the new version's name, such as 2026-12", metavar="VERSION")
OUTPUT = path(
    "--output",
    "the file to write, which must be new (default: a Word file has the policy's name; "
    "anything else is printed)",
)
MINUTE = option("--minute", "the minute that records it", metavar="TEXT")
YES = flag("--yes", "do not show the changes first, and do not ask; a script needs it")

CHECK = (
    path(
        "paths",
        "show only findings in these files or folders; all files are read",
        metavar="PATH",
        nargs="*",
    ),
    option("--explain", "explain the code of a finding, and stop", metavar="CODE"),
    flag(
        "--fix",
        "first correct the form without changing a word: the order of details, list markers, "
        "spaces at the ends of lines",
    ),
    option("--code", "show only findings with this code", metavar="CODE"),
    flag("--all", "show every warning and note, not only the first ten of each code"),
    flag("--strict", "treat warnings as errors"),
    choice("--format", "the form of the findings", "text", "json", "github"),
)
APPROVE = (
    option(
        "names",
        "the policy and the version; you may give several pairs",
        nargs="*",
        metavar="POLICY VERSION",
    ),
    flag("--all", "every approved version that is not yet in the record, including withdrawn ones"),
    option("--by", "who approved it (default: approved_by in the file)", metavar="WHO"),
    option(
        "--on",
        "the day of the approval, such as 2026-12-03 (default: approved_on in the file)",
        metavar="DATE",
    ),
    MINUTE,
    path(
        "--adopted-from",
        "the document that the text comes from, a Word file or a text file with its words: they "
        "must be the same; the record keeps its name and the hashes of its words and file",
    ),
    YES,
)
DIFF = (
    POLICY,
    option("old", "the earlier version, such as 2023-11", metavar="OLD"),
    option("new", "the later version", metavar="NEW"),
    choice(
        "--format",
        "the form of the result; docx is a Word file with tracked changes",
        "text",
        "json",
        "html",
        "docx",
    ),
    OUTPUT,
)
REGISTER = (
    path(
        "--csv",
        "write the list as a spreadsheet to this file; in it, you can fill in the facts of many "
        "policies at once",
    ),
)
CLAUSES = (
    POLICY,
    option("version", "the version, such as 2023-11", metavar="VERSION"),
    choice("--format", "the form of the list", "text", "json"),
)
EXPORT = (
    POLICY,
    option("version", "the version, such as 2023-11", metavar="VERSION"),
    flag("--docx", "as a Word file, which is the only form so far"),
    OUTPUT,
)
SEARCH = (
    option("query", "what a reader might type", nargs="*", metavar="QUERY"),
    option("--limit", "the most results to show (default: 10)", type=int, default=10, metavar="N"),
    choice("--format", "the form of the results", "text", "json"),
    path(
        "--batch", "a file with one query a line; the results of each are printed as a line of JSON"
    ),
)
SCHEMA = (
    path(
        "folder",
        "the folder for the files (default: schemas/ in the school's folder)",
        metavar="FOLDER",
        nargs="?",
    ),
    PROJECT,
)
PORT = option(
    "--port", "the port on this computer (default: 8000)", type=int, default=8000, metavar="N"
)
FOLDER_AND_DAY = (PROJECT, TODAY)
IMPORT = (
    option(
        "paths",
        "Word files (.docx) or tagged PDFs, or folders of them; or one spreadsheet of facts (.csv)",
        nargs="*",
        metavar="FILE",
    ),
    option(
        "--policy", "the policy's folder, such as behaviour (default: by the title)", metavar="NAME"
    ),
    option(
        "--version",
        "the name of the draft, such as 2027-01 (default: the next month that is free)",
        metavar="NAME",
    ),
    flag("--accept-changes", "take the file as if every tracked change were accepted in Word"),
    flag("--reject-changes", "take the file as if every tracked change were rejected in Word"),
    choice("--format", "the form of the report", "text", "json"),
    flag("--yes", "write the draft without asking"),
    path(
        "--reply",
        "a Word file that came back with changes; instead of FILE, give the policy and the "
        "version of the draft that was sent out",
    ),
    option(
        "--take",
        "with --reply: the changes to take, by their numbers, such as 1,3-5, or all",
        metavar="NUMBERS",
    ),
)
