"""The command line of `build.py`: what a school office may type, and the exit code."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from policybook import commands, dates
from policybook.approval import Misunderstood
from policybook.commands import Refused
from policybook.plugin import PluginError
from policybook.publish import PublishError

HELP = """Publish a school's policies.

Without a command, the site is built into the folder site/. Each policy is a folder below docs/policies/, each version
of it a file whose name is the version, such as docs/policies/behaviour/2026-09.md."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 refused or wrong, 2 misunderstood."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "build")
    options = _parser().parse_args(words)
    try:
        return int(options.run(options))
    except (Refused, Misunderstood, PublishError, PluginError) as refusal:
        print(f"{refusal}")
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The site is as it was.")
        return 1


def _speak_utf8() -> None:
    """Whatever the console's own encoding, no message fails for a letter."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the school's folder (default: this one)"
    )
    common.add_argument(
        "--site-dir", type=Path, metavar="DIR", help="where the site goes (default: site/ in the school's folder)"
    )
    common.add_argument(
        "--today",
        type=_day,
        metavar="DATE",
        help="the day to take for today, such as 2026-11-22 (default: the day in London)",
    )
    common.add_argument(
        "--drafts", action="store_true", help="publish drafts too: for your own eyes, never for the public site"
    )
    common.add_argument(
        "--redlines",
        choices=("all", "neighbours"),
        default="all",
        help="compare every pair of versions, or only neighbouring ones (for large libraries)",
    )
    common.add_argument("--no-pdf", dest="pdf", action="store_false", help="make no PDFs")
    parser = argparse.ArgumentParser(
        prog="build.py", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    listed = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: object, words: str) -> argparse.ArgumentParser:
        made = listed.add_parser(name, parents=[common], help=words, description=words[0].upper() + words[1:] + ".")
        made.set_defaults(run=run)
        return made

    command("build", commands.build, "build the site (what happens when no command is given)")
    check = command("check", commands.check, "say what is wrong in the policies, and publish nothing")
    check.add_argument("--strict", action="store_true", help="count warnings as errors")
    check.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to print what was found"
    )
    serve = command("serve", commands.serve, "show the site on this computer while you write (stop with Ctrl+C)")
    serve.add_argument("--port", type=int, default=8000, help="the port on this computer (default: 8000)")
    command("new", commands.new, "start a new policy, as a draft").add_argument(
        "policy", metavar="POLICY", help="its folder's name, such as behaviour"
    )
    following = command(
        "new-version", commands.new_version, "start the next version of a policy from the one in force, as a draft"
    )
    following.add_argument("policy", metavar="POLICY")
    following.add_argument("version", metavar="VERSION", help="the new version's name, such as 2026-12")
    approve = command("approve", commands.approve, "enter approved versions in the record of approvals")
    approve.add_argument("names", nargs="*", metavar="POLICY VERSION", help="the policy and version, or several pairs")
    approve.add_argument("--all", action="store_true", help="every approved version that the record does not hold yet")
    approve.add_argument("--by", metavar="WHO", help="who approved it (default: approved_by in the front matter)")
    approve.add_argument("--on", metavar="DATE", help="when (default: approved_on in the front matter)")
    approve.add_argument("--minute", metavar="TEXT", help="the minute that records it")
    approve.add_argument("--yes", action="store_true", help="do not ask")
    diff = command("diff", commands.diff, "show what changed between two versions")
    diff.add_argument("policy", metavar="POLICY")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    verify = command("verify", commands.verify, "compare a published folder with its manifest")
    verify.add_argument("folder", type=Path, metavar="FOLDER")
    return parser


def _day(text: str) -> date:
    found = dates.read_day(text)
    if found is None or found.month_only:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-11-22")
    return found.date


if __name__ == "__main__":
    sys.exit(main())
