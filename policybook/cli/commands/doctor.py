"""The command that says what is missing or risky in a project and on its computer."""

import argparse
import os
import sys
import textwrap

from policybook.cli.commands.options import read_options
from policybook.cli.program import as_typed, say
from policybook.cli.terminal import choose_paint
from policybook.model.findings import Severity, escape_invisible, format_count
from policybook.project import clock
from policybook.project.computer import examine_computer
from policybook.project.health import Diagnosis, State, diagnose
from policybook.project.open import open_project

_PARTS = {State.GOOD: "code", State.RISKY: Severity.WARNING, State.WRONG: Severity.ERROR}


def doctor(options: argparse.Namespace) -> int:
    common = read_options(options)
    school = open_project(common.project, common.today, by_clock=False)
    computer = examine_computer(common.project, os.environ, clock.now())
    diagnoses = tuple(diagnose(school, computer))
    paint = choose_paint(sys.stdout)
    for diagnosis in diagnoses:
        state = paint(f"{diagnosis.state:6}", _PARTS[diagnosis.state])
        print(f"{state} {_describe(diagnosis)}")
    wrong, risky = (sum(d.state is s for d in diagnoses) for s in (State.WRONG, State.RISKY))
    say(f"{wrong} wrong, {format_count(risky, 'thing')} to look at. Policies: policybook check")
    return 1 if wrong else 0


def _describe(diagnosis: Diagnosis) -> str:
    """Return the line of a diagnosis, and the remedy below it."""
    line = escape_invisible(f"{diagnosis.subject}: {diagnosis.words}.")
    if not diagnosis.remedy:
        return line
    remedy = as_typed(escape_invisible(diagnosis.remedy))
    return f"{line}\n{textwrap.indent(remedy, ' ' * 7)}"
