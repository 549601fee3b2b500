"""What may be typed: the commands and their options, as argparse takes them."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from policybook.model import dates
from policybook.reading import layout

HELP = """Publish a school's policies.

Without a command, the site is built into the folder site/. Each policy is a folder below docs/policies/, each version
of it a file whose name is the version, such as docs/policies/behaviour/2026-09.md."""


@dataclass(frozen=True, slots=True)
class Option:
    """An argument of a command, as argparse takes it."""

    name: str
    how: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in the words of `--help`, and what may follow it."""

    name: str
    words: str
    options: tuple[Option, ...]


def _option(name: str, words: str, **how: Any) -> Option:
    return Option(name, {"help": words, **how})


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=layout.COMMAND, description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    listed = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in all_commands():
        words = command.words[0].upper() + command.words[1:] + "."
        made = listed.add_parser(command.name, help=command.words, description=words)
        made.set_defaults(command=command.name)
        for option in command.options:
            made.add_argument(option.name, **option.how)
    return parser


def _day(text: str) -> date:
    found = dates.read_day(text)
    if found is None or found.month_only:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-11-22")
    return found.date


PROJECT = _option(
    "--project", "the school's folder (default: this one)", type=Path, default=Path(), metavar="DIR"
)
SITE = _option(
    "--site-dir",
    "where the site goes (default: site/ in the school's folder)",
    type=Path,
    metavar="DIR",
)
TODAY = _option(
    "--today",
    "the day to take for today, such as 2026-11-22 (default: the day in London)",
    type=_day,
    metavar="DATE",
)
DRAFTS = _option(
    "--drafts", "show drafts too: for your own eyes, never for the public site", action="store_true"
)
NO_PDF = _option("--no-pdf", "make no PDFs", dest="pdf", action="store_false")
#: Options that no value follows.
BARE = ("--drafts", "--no-pdf", "--strict", "--fix", "--all", "--yes", "--remove-text")
REDLINES = _option(
    "--redlines",
    "compare every pair of versions, or only neighbours, for large libraries",
    choices=("all", "neighbours"),
    default="all",
)
POLICY = _option("policy", "the policy's folder, such as behaviour", metavar="POLICY")
NEW_NAME = _option("version", "the new version's name, such as 2026-12", metavar="VERSION")

CHECK = (
    _option(
        "paths",
        "show only what is found in these files or folders; all are read",
        nargs="*",
        type=Path,
        metavar="PATH",
    ),
    _option("--explain", "say what a finding's code means, and stop", metavar="CODE"),
    _option(
        "--fix",
        "first put right what changes no word: the order of facts, list markers, spaces at ends of lines",
        action="store_true",
    ),
    _option("--strict", "count warnings as errors", action="store_true"),
    _option(
        "--format",
        "how to print what was found",
        choices=("text", "json", "github"),
        default="text",
    ),
)
MINUTE = _option("--minute", "the minute that records it", metavar="TEXT")
YES = _option("--yes", "do not ask, and do not show first what changes", action="store_true")
APPROVE = (
    _option(
        "names",
        "the policy and the version; several pairs may follow",
        nargs="*",
        metavar="POLICY VERSION",
    ),
    _option(
        "--all",
        "every approved version that the record does not hold yet, those withdrawn since included",
        action="store_true",
    ),
    _option("--by", "who approved it (default: approved_by in the front matter)", metavar="WHO"),
    _option(
        "--on",
        "when, such as 2026-12-03 (default: approved_on in the front matter)",
        metavar="DATE",
    ),
    MINUTE,
    _option(
        "--adopted-from",
        "the printed document that the text was taken from, as a text file: the record keeps its name and "
        "the hash of its words",
        type=Path,
        metavar="FILE",
    ),
    YES,
)
REVIEW = (
    _option(
        "policies",
        "the policy's folder, such as behaviour; several may follow",
        nargs="+",
        metavar="POLICY",
    ),
    _option("--on", "when, such as 2026-12-03", metavar="DATE"),
    _option("--by", "who reviewed it, such as “Governing Body”", metavar="WHO"),
    _option("--outcome", "what came of it, such as “No change”", metavar="TEXT"),
    _option(
        "--review-year", "the academic year of the next review, such as 2027/28", metavar="YEAR"
    ),
    MINUTE,
    YES,
)
WITHDRAW = (
    POLICY,
    _option("version", "the version, such as 2023-11", metavar="VERSION"),
    _option("--on", "when, such as 2026-12-03", metavar="DATE"),
    _option("--reason", "why, in a sentence for readers", metavar="TEXT"),
    _option("--by", "who withdrew it", metavar="WHO"),
    _option(
        "--remove-text",
        "take the words out of the version's file, its summaries, the record and everything published. For personal "
        "data, or where a court orders it. It cannot reach the history of git, backups or the old site at the web host",
        action="store_true",
    ),
    YES,
)
DIFF = (
    POLICY,
    _option("old", "the earlier version, such as 2023-11", metavar="OLD"),
    _option("new", "the later version", metavar="NEW"),
    _option("--format", "how to print it", choices=("text", "json", "html"), default="text"),
)
SEARCH = (
    _option("query", "what somebody might type", nargs="*", metavar="QUERY"),
    _option("--limit", "how many to show (default: 10)", type=int, default=10, metavar="NUMBER"),
    _option("--format", "how to print it", choices=("text", "json"), default="text"),
    _option(
        "--batch",
        "a file with a query a line: a list in JSON is printed for each",
        type=Path,
        metavar="FILE",
    ),
)
SCHEMA = (
    _option(
        "folder",
        "where the files go (default: schemas/ in the school's folder)",
        nargs="?",
        type=Path,
        metavar="FOLDER",
    ),
    PROJECT,
)
PORT = _option("--port", "the port on this computer (default: 8000)", type=int, default=8000)
FOLDER = _option(
    "folder",
    "the folder of a site; without it, the school's own record is checked",
    type=Path,
    nargs="?",
    metavar="FOLDER",
)
OWN = _option(
    "--project",
    "the school's folder (default: this one); with FOLDER, its record must go on from the site's",
    type=Path,
    metavar="DIR",
)


def all_commands() -> tuple[Command, ...]:
    make = (PROJECT, SITE, TODAY, DRAFTS, NO_PDF, REDLINES)
    look = (PROJECT, TODAY)
    following = "start the next version of a policy from the one in force, as a draft"
    return (
        Command("build", "build the site (what happens when no command is given)", make),
        Command("check", "say what is wrong in the policies, and publish nothing", (*CHECK, *look)),
        Command("schema", "write JSON Schemas, with which an editor checks what you type", SCHEMA),
        Command("serve", "show the site on this computer while you write (Ctrl+C stops it)",
                (PORT, *look, DRAFTS, NO_PDF)),
        Command("new", "start a new policy, as a draft", (POLICY, *look)),
        Command("new-version", following, (POLICY, NEW_NAME, *look)),
        Command("approve", "enter approved versions in the record of approvals", (*APPROVE, *look)),
        Command("review", "enter a review that changed nothing: the review date moves, the text stays. Without options, "
                "enter what the front matter tells of", (*REVIEW, *look)),
        Command("withdraw", "withdraw an approved version: its page stays, with a dated notice", (*WITHDRAW, *look)),
        Command("diff", "show what changed between two versions", (*DIFF, *look)),
        Command("search", "show what search finds, before you publish", (*SEARCH, *look)),
        Command("verify", "check a published folder against its manifest and record, or the school's own record", (FOLDER, OWN)),
    )  # fmt: skip
