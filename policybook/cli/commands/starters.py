"""The command that writes files to double-click, which open the menu."""

import argparse
from importlib.resources import files

from policybook.cli.commands.options import (
    Refused,
    explain_writing,
    find_project,
    short_path,
)
from policybook.cli.program import say
from policybook.publish import atomic_file

#: By the name of the file: the text that it has, for Windows, macOS and Linux.
STARTERS = {
    "Policybook.cmd": "Policybook.cmd",
    "Policybook.command": "starter.sh",
    "policybook.sh": "starter.sh",
}
_MARK = b"`policybook starters` wrote this file"


def starters(options: argparse.Namespace) -> int:
    folder = find_project(options)
    texts = files("policybook").joinpath("data", "starters")
    for name, source in STARTERS.items():
        file = folder / name
        with explain_writing(file):
            if file.exists() and _MARK not in file.read_bytes():
                raise Refused(
                    f"There is already a file {file}. Move it, and give the command again."
                )
            atomic_file.replace(file, texts.joinpath(source).read_bytes())
            file.chmod(0o755)
        print(f"Wrote {short_path(file)}")
    say(
        "Double-click Policybook.cmd on Windows, Policybook.command on a Mac, policybook.sh on "
        "Linux. Each opens the menu; so does `policybook menu`."
    )
    return 0
