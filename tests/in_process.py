"""Run commands in this process as a person types them.

`cli/test_commands.py` uses processes.
"""

import contextlib
import gc
import io
import subprocess
import sys
from pathlib import Path
from unittest import mock

from policybook import cli

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-22"


def run_command(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a command without a terminal. Return its exit code and its output."""
    out, err, command = io.StringIO(), io.StringIO(), [str(word) for word in words]
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = 0
        try:
            with mock.patch.object(sys, "stdin", io.StringIO()):
                code = cli.main(command)
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            # A build freezes its objects until the process ends.
            gc.unfreeze()
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())
