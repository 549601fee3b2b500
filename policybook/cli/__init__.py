"""Run what a person types: options, commands, exit codes and messages.

It knows every other package; nothing imports it.

    raise SystemExit(main(["check", "--today", "2026-12-04"]))
"""

import contextlib
import os
import sys
from collections.abc import Sequence

from policybook.cli import commands, parser
from policybook.cli.program import say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Return the exit code: 0 done, 1 refused or wrong, 2 misunderstood."""
    # No message may fail because the console's encoding lacks a letter.
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(  # type: ignore[union-attr]
                encoding="utf-8", errors="backslashreplace"
            )
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = parser.parse(words)
    try:
        return commands.run(options.command, options)
    except BrokenPipeError:  # the reader, such as `head`, stopped reading
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The site is as it was.")
        return 1
    except commands.refusals() as refusal:
        say(str(refusal))
        return 1
