"""Run what a person types: options, commands, exit codes and messages.

It knows every other package; nothing imports it.

    raise SystemExit(main(["check", "--today", "2026-12-04"]))
"""

import contextlib
import os
import sys
from collections.abc import Sequence

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from policybook.cli import commands, parser

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 refused or wrong, 2 misunderstood."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    words = _command_first(words)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "build")
    options = parser.make_parser().parse_args(words)
    try:
        return commands.run(options.command, options)
    except BrokenPipeError:  # whoever was to read it, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The site is as it was.")
        return 1
    except commands.refusals() as refusal:
        print(f"{refusal}")
        return 1


def _command_first(words: list[str]) -> list[str]:
    """`--today 2026-12-04 check` means what `check --today 2026-12-04` does."""
    for at, word in enumerate(words):
        if word in commands.NAMES and (
            not at or not words[at - 1].startswith("--") or words[at - 1] in parser.BARE
        ):
            return [word, *words[:at], *words[at + 1 :]]
        if not word.startswith("-") and not (at and words[at - 1].startswith("--")):
            return words
    return words


def _speak_utf8() -> None:
    """Whatever the console's own encoding, no message fails for a letter."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
