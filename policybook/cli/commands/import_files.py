"""The command that turns Word files into drafts, and says what became of every word."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policybook import redline
from policybook.approvals import facts_import
from policybook.approvals.plan import write
from policybook.cli.commands import import_reply, import_report
from policybook.cli.commands.options import (
    CommonOptions,
    Refused,
    open_school,
    read_options,
    short_path,
)
from policybook.cli.program import say
from policybook.cli.terminal import ask, has_person
from policybook.project.incoming_files import PlannedImport, plan_import
from policybook.project.open import OpenedProject
from policybook.publish import atomic_file
from policybook.redline import as_text
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.tracked_changes import Decision, OpenChange, OpenChanges

#: Documents: each is named in the report, also if it is not taken.
_KINDS = (".docx", ".doc", ".docm", ".dotx", ".odt", ".rtf", ".pdf")
#: A Word file has at most this size; the pictures of a policy take most of it.
_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What became of one file: a plan, or the reason why it was not taken."""

    file: Path
    plan: PlannedImport | None = None
    reason: str = ""
    changes: tuple[OpenChange, ...] = ()
    is_written: bool = False


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
            _write(school, result.plan)
            written[result.plan.path] = file.name
            result = ImportResult(file=file, plan=result.plan, is_written=True)
        elif result.plan:
            result = ImportResult(file=file, reason="Nothing was written.")
        results.append(result)
    _report(results, options)
    return 0 if all(result.is_written and _is_whole(result) for result in results) else 1


def _is_whole(result: ImportResult) -> bool:
    """Return whether no word of a file was lost."""
    return result.plan is not None and not result.plan.draft.proof.lost


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
    for line in plan.messages:
        say(line)
    if plan.is_refused or not plan.files:
        return 1 if plan.is_refused else 0
    if not options.yes and has_person() and not ask("Write these facts?"):
        print("Nothing was written.")
        return 1
    try:
        write(school.folder, plan)
    except OSError as fault:
        raise Refused(f"{fault.filename} cannot be written: {fault.strerror}.") from fault
    for path in plan.files:
        print(f"Wrote {path}")
    for line in plan.next_steps:
        say(line)
    return 0


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
        plan = plan_import(
            school,
            file.read_bytes(),
            file.name,
            _read_decision(options),
            options.policy or "",
            options.version or "",
            written,
        )
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
    for line in import_report.describe(plan):
        say(line)
    new = plan.draft.version
    if plan.in_force and new:
        changes = redline.redline(plan.in_force, new)
        redline.check(changes)
        print(f"\nWhat changes against version {plan.in_force.name}, which is in force:\n")
        print(as_text.redline_text(changes))
    return options.yes or not has_person() or ask(f"Write the draft {plan.path}?")


def _write(school: OpenedProject, plan: PlannedImport) -> None:
    """Write the pictures, then the draft. Raise `Refused` if the computer does not allow it."""
    try:
        for path, data in plan.files.items():
            target = school.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            atomic_file.replace(target, data)
    except OSError as fault:
        raise Refused(
            f"{fault.filename or plan.path} cannot be written: {fault.strerror or fault}."
        ) from fault


def _report(results: Sequence[ImportResult], options: argparse.Namespace) -> None:
    if options.format == "json":
        rows = [_as_data(result) for result in results]
        whole: Any = rows[0] if len(rows) == 1 else {"files": rows}
        print(json.dumps(whole, ensure_ascii=False, indent=1))
    elif len(results) > 1:
        for line in import_report.as_table([_row(result) for result in results]):
            say(line)
    else:
        _report_one(results[0])


def _report_one(result: ImportResult) -> None:
    if result.plan:
        for path in result.plan.files:
            print(f"Wrote {path}")
        for line in import_report.list_next_steps(result.plan, short_path(result.file)):
            say(line)
        return
    say(f"{result.file.name} was not taken in. {result.reason}", file=sys.stderr)
    for line in import_report.describe_changes(result.changes):
        say(line, file=sys.stderr)


def _row(result: ImportResult) -> import_report.TableRow:
    return import_report.TableRow(
        file=short_path(result.file.absolute()),
        plan=result.plan,
        reason=result.reason,
        changes=result.changes,
    )


def _as_data(result: ImportResult) -> dict[str, Any]:
    return import_report.as_data(
        result.file.name,
        result.plan if result.is_written else None,
        result.reason,
        result.changes,
    )
