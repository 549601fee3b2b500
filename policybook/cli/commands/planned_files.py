"""Write the files of a plan, when the person at the terminal wants it."""

from pathlib import Path

from policybook.approvals.plan import Plan, write
from policybook.cli.commands.options import Refused
from policybook.cli.program import say
from policybook.cli.terminal import ask, has_person


def write_files(project: Path, plan: Plan, question: str, nothing: str, *, yes: bool) -> int:
    """Print the plan, ask, write, and print what was written. Return the exit code."""
    say(*plan.messages)
    if plan.is_refused or not plan.files:
        return 1 if plan.is_refused else 0
    if not yes and has_person() and not ask(question):
        print(nothing)
        return 1
    for path in plan.files:
        if (project / path).is_dir():
            raise Refused(f"{path} is a folder. Rename it, and give the same command again.")
        (project / path).parent.mkdir(parents=True, exist_ok=True)
    write_plan(project, plan, "Correct that and give the same command again.")
    for path in plan.files:
        print(f"Wrote {path}.")
    say(*plan.next_steps)
    return 0


def write_plan(project: Path, plan: Plan, remedy: str) -> None:
    """Write the plan. Raise `Refused`, with the remedy, if the computer does not allow it."""
    try:
        write(project, plan)
    except OSError as fault:
        raise Refused(
            f"{fault.filename or 'The record'} cannot be written: {fault.strerror or fault}. "
            f"{remedy}"
        ) from fault
