"""The command that turns Word files into drafts, and says what became of every word."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policybook.approvals import facts_import
from policybook.cli.commands import import_reply, import_report
from policybook.cli.commands.import_report import ImportResult
from policybook.cli.commands.options import (
    CommonOptions,
    Refused,
    explain_writing,
    open_school,
    read_options,
    short_path,
    write_file,
)
from policybook.cli.commands.planned_files import write_files
from policybook.cli.program import say
from policybook.cli.terminal import ask, has_person
from policybook.project.incoming_files import PlannedImport, plan_import
from policybook.project.open import OpenedProject
from policybook.redline import as_text, make_redline
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.tracked_changes import Decision, OpenChanges

#: Documents: each is named in the report, also if it is not taken.
_KINDS = (".docx", ".doc", ".docm", ".dotx", ".odt", ".rtf", ".pdf")
#: A Word file has at most this size; the pictures of a policy take most of it.
_LARGEST = 100_000_000


def import_(options: argparse.Namespace) -> int:
    if options.reply:
        return import_reply.take_reply(options)
    common = read_options(options)
    if any(path.lower().endswith(".csv") for path in options.paths):
        return _import_facts(common, options)
    files = list(_list_files([Path(path) for path in options.paths]))
    if not files:
        raise Refused("There is no Word file to import. Give the name of a .docx file.")
    if len(files) > 1 and (options.policy or options.version):
        raise Refused("--policy and --version go with one file.")
    results: list[ImportResult] = []
    school = open_school(common)
    written: dict[str, str] = {}
    for file in files:
        result = _plan(school, file, options, written)
        if result.plan and _is_wanted(school, result.plan, options, len(files)):
            for path, data in result.plan.files.items():  # the pictures, then the draft
                with explain_writing(path):
                    write_file(school.folder / path, data)
            written[result.plan.path] = file.name
            result = ImportResult(file=file, plan=result.plan, is_written=True)
        elif result.plan:
            result = ImportResult(file=file, reason="Nothing was written.")
        results.append(result)
    _report(results, options)
    whole = (r.is_written and r.plan and not r.plan.draft.proof.lost for r in results)
    return 0 if all(whole) else 1


def _import_facts(common: CommonOptions, options: argparse.Namespace) -> int:
    """Fill in the facts of drafts from a spreadsheet."""
    if len(options.paths) > 1:
        raise Refused("A spreadsheet of facts is imported alone. Give it without other files.")
    file = Path(options.paths[0])
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}.") from fault
    school = open_school(common)
    plan = facts_import.plan_import(
        school.sources, data, file.name, school.today, loaded=school.loaded
    )
    question = "Write these facts?"
    return write_files(school.folder, plan, question, "Nothing was written.", yes=options.yes)


def _list_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and those in the folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*"), key=str):
                is_hidden = file.name.startswith(("~$", ".", "._"))
                if file.suffix.lower() in _KINDS and file.is_file() and not is_hidden:
                    yield file
        elif path.is_file():
            yield path
        else:
            raise Refused(f"There is no file {path}.")


def _refuse_kind(file: Path) -> None:
    """Raise `UnreadableFile` for files that Word or a person made for something else."""
    if file.name.startswith("~$"):
        raise UnreadableFile(
            "Word makes this file while a document is open. Give the name without ~$."
        )
    if file.suffix.lower() in (".xlsx", ".xls", ".ods"):
        raise UnreadableFile("It is a spreadsheet. Save it as “CSV UTF-8”, and import that.")
    if file.stat().st_size > _LARGEST:
        raise UnreadableFile("It has more than 100 MB. Make its pictures smaller in Word.")


def _plan(
    school: OpenedProject, file: Path, options: argparse.Namespace, written: Mapping[str, str]
) -> ImportResult:
    """Return what an import of one file would write, or why it is refused."""
    try:
        _refuse_kind(file)
        data, decision = file.read_bytes(), _read_decision(options)
        names = options.policy or "", options.version or ""
        plan = plan_import(school, data, file.name, decision, *names, written)
    except UnreadableFile as refusal:
        return ImportResult(file=file, reason=str(refusal))
    except OpenChanges as refusal:
        return ImportResult(file=file, reason=str(refusal), changes=refusal.changes)
    except OSError as fault:
        return ImportResult(file=file, reason=f"It cannot be read: {fault.strerror}.")
    return ImportResult(file=file, plan=plan)


def _read_decision(options: argparse.Namespace) -> Decision:
    if options.accept_changes and options.reject_changes:
        raise Refused("Give --accept-changes or --reject-changes, not both.")
    if options.accept_changes:
        return Decision.ACCEPT
    return Decision.REJECT if options.reject_changes else Decision.REFUSE


def _is_wanted(
    school: OpenedProject, plan: PlannedImport, options: argparse.Namespace, files: int
) -> bool:
    """Show what the draft changes, ask the person at the terminal, and return the answer."""
    if options.format == "json":
        return True
    if files > 1:
        question = f"Write {plan.path} ({plan.draft.title})?"
        return options.yes or not has_person() or ask(question)
    say(*import_report.describe(plan))
    new = plan.draft.version
    if plan.in_force and new:
        print(f"\nWhat changes against version {plan.in_force.name}, which is in force:\n")
        print(as_text.redline_text(make_redline(plan.in_force, new)))
    return options.yes or not has_person() or ask(f"Write the draft {plan.path}?")


def _report(results: Sequence[ImportResult], options: argparse.Namespace) -> None:
    if options.format == "json":
        rows = [import_report.as_data(result) for result in results]
        whole: Any = rows[0] if len(rows) == 1 else {"files": rows}
        print(json.dumps(whole, ensure_ascii=False, indent=1))
    elif len(results) > 1:
        say(*import_report.as_table(results))
    else:
        _report_one(results[0])


def _report_one(result: ImportResult) -> None:
    if result.plan:
        for path in result.plan.files:
            print(f"Wrote {path}")
        say(*import_report.list_next_steps(result.plan, short_path(result.file)))
        return
    reason = f"{result.file.name} was not taken in. {result.reason}"
    say(reason, *import_report.describe_changes(result.changes), file=sys.stderr)
