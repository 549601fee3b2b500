"""How this program was started, and what it says: commands are written as the reader started it."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from policybook.model.findings import Finding
from policybook.project.program import FROM_CLONE, INSTALLED
from policybook.text.commands import with_program

#: By the name of the file that Python was given; every other start is the installed program.
_STARTED = {"build.py": FROM_CLONE, "__main__.py": "python -m policybook"}


def program_name() -> str:
    """Return the words that start this program, as the reader typed them."""
    return _STARTED.get(Path(sys.argv[0]).name, INSTALLED)


def as_typed(text: str) -> str:
    """Return `text` with each command, such as `policybook check`, as the reader types it."""
    return with_program(text, program_name())


def findings_as_typed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with the commands in their remedies as the reader types them."""
    return tuple(replace(finding, remedy=as_typed(finding.remedy)) for finding in findings)


def say(*texts: str, file: TextIO | None = None) -> None:
    """Print messages, each on lines of its own, with their commands as the reader types them."""
    for text in texts:
        print(as_typed(text), file=file, flush=True)
