"""The commands that enter decisions in the record, join it, or put back what it has.

Each holds the record from its check until it has written.
"""

import argparse
import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from policybook.approvals.approve import ApprovalRequest, plan_approval, select_versions
from policybook.approvals.plan import NOTHING_RECORDED, Plan
from policybook.approvals.record_lock import hold_record
from policybook.approvals.rejoin import plan_rejoin
from policybook.approvals.restore import NOTHING_RESTORED, plan_restoration
from policybook.approvals.review import ReviewRequest, plan_review
from policybook.approvals.withdraw import WithdrawalRequest, plan_withdrawal
from policybook.cli.commands.options import Refused, open_school, read_options
from policybook.cli.commands.planned_files import write_files, write_plan
from policybook.cli.program import say
from policybook.cli.terminal import ask, has_person
from policybook.model import Day, Library, Version, dates, timeline
from policybook.project import clock, incoming_files
from policybook.project.open import CACHE
from policybook.project.record_memory import read_revision
from policybook.reading.fields import typed_dates, values
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.redline import as_text, make_redline
from policybook.store.objects import Store
from policybook.text import strict_yaml
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.tracked_changes import OpenChanges

_QUESTION = "Enter this in the record of approvals? You cannot undo it."


def approve(options: argparse.Namespace) -> int:
    common = read_options(options)
    with _hold(common.project):
        school = open_school(common)
        name, source, source_file = _read_source(options.adopted_from)
        request = ApprovalRequest(
            by=_read_words("--by", options.by),
            on=_read_day(options.on, common.today),
            minute=_read_words("--minute", options.minute),
            adopted_from=name,
            source=source,
            source_file=source_file,
            is_read=incoming_files.is_document(name),
            entered=clock.this_minute(),
        )
        pairs = select_versions(school.library, options.names, everything=options.all)
        plan = plan_approval(school.sources, pairs, request, school.today, loaded=school.loaded)
        for old, new in () if options.yes else plan.comparisons:
            _show_changes(school.library, old, new)
        return _confirm_and_write(school.folder, plan, options.yes)


def _read_source(file: Path | None) -> tuple[str, str, str]:
    """Return the name, the text and the file's hash of the document of an adoption."""
    if file is None:
        return "", "", ""
    try:
        data = file.read_bytes()
        text = incoming_files.read_text(data, file.name)
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}.") from fault
    except (UnreadableFile, OpenChanges) as fault:
        raise Refused(f"{file.name} cannot be the document of an adoption. {fault}") from fault
    return _read_words("--adopted-from", file.name), text, hashlib.sha256(data).hexdigest()


def _show_changes(library: Library, old: Version | None, new: Version) -> None:
    """Print what readers will find changed when `new` is approved."""
    if old is None or timeline.removal(library, old):
        print(
            f"{new.facts.title}: version {new.name} is the first, so there is nothing to compare."
        )
        return
    print(f"{as_text.redline_text(make_redline(old, new))}\n")


def review(options: argparse.Namespace) -> int:
    common = read_options(options)
    request = ReviewRequest(
        on=_read_day(options.on, common.today),
        by=_read_words("--by", options.by),
        outcome=_read_words("--outcome", options.outcome),
        review_year=options.review_year or "",
        minute=_read_words("--minute", options.minute),
        entered=clock.this_minute(),
    )
    with _hold(common.project):
        sources = read_sources(common.project)
        plan = plan_review(sources, options.policies, request, common.today)
        return _confirm_and_write(common.project, plan, options.yes)


def withdraw(options: argparse.Namespace) -> int:
    common = read_options(options)
    request = WithdrawalRequest(
        on=_read_day(options.on, common.today),
        by=_read_words("--by", options.by),
        reason=_read_words("--reason", options.reason),
        remove_text=options.remove_text,
        entered=clock.this_minute(),
    )
    with _hold(common.project):
        sources = read_sources(common.project)
        plan = plan_withdrawal(sources, options.policy, options.version, request, common.today)
        code = _confirm_and_write(common.project, plan, options.yes)
    if options.remove_text and not code:
        # The removed text must not stay in there until the next build.
        Store(common.project / CACHE).empty()
    return code


def rejoin(options: argparse.Namespace) -> int:
    common = read_options(options)
    with _hold(common.project):
        others = _read_copies(common.project, options.copies)
        sources = read_sources(common.project)
        entered = clock.this_minute()
        plan = plan_rejoin(sources, others, common.today, entered=entered)
        return _confirm_and_write(common.project, plan, options.yes, adds_lines_only=True)


def _read_copies(project: Path, copies: Sequence[Path]) -> dict[str, bytes]:
    """Return the other copies of the record: those that were named, else those that Git has."""
    if not copies:
        revisions = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "HEAD")
        read = {f"{layout.RECORD} in {r}": read_revision(project, r) for r in revisions}
        return {name: data for name, data in read.items() if data}
    files = [copy / layout.RECORD if copy.is_dir() else copy for copy in copies]
    try:
        return {str(file): file.read_bytes() for file in files}
    except OSError as fault:
        raise Refused(f"{fault.filename} cannot be read: {fault.strerror}.") from fault


@contextlib.contextmanager
def _hold(project: Path) -> Iterator[None]:
    """Hold the record, and say which unfinished files of a stopped command were removed."""
    with hold_record(project) as removed:
        for path in removed:
            print(f"Removed {path}, which a stopped command had left.")
        yield


def restore(options: argparse.Namespace) -> int:
    common = read_options(options)
    plan = plan_restoration(read_sources(common.project), options.policy, options.version)
    question = "Replace this file?"
    return write_files(common.project, plan, question, NOTHING_RESTORED, yes=options.yes)


def _read_day(typed: str | None, today: date) -> str:
    """Return the day as typed. Raise `Refused` with its right form, or else that of today."""
    if typed and dates.read_day(typed) is None:
        try:
            day = typed_dates.read_day(typed)
        except strict_yaml.InvalidValueError:
            day = Day(date=today)
        example = dates.format_iso_day(day if day.date <= today else Day(date=today))
        raise Refused(f"--on is “{typed}”. Write the day as {example}.")
    return typed or ""


def _read_words(option: str, typed: str | None) -> str:
    """Return one line of words, as front matter takes them.

    A command that was copied from a page may bring curly quotation marks; they are removed.
    """
    words = (typed or "").strip().strip('“”"').strip()
    if not words:
        return ""
    read = values.read_name if option == "--by" else values.read_text
    try:
        return read(strict_yaml.Value(1, text=words))
    except strict_yaml.InvalidValueError as wrong:
        raise Refused(f"{option} {wrong.message}. {wrong.remedy}") from None


def _is_confirmed(adds_lines_only: bool) -> bool:
    """Return whether the person wants the plan. A script has to say so with `--yes`.

    Lines that come back from a copy are no decision, so a script need not confirm them.
    """
    if has_person():
        return ask(_QUESTION)
    if adds_lines_only or ask(_QUESTION):
        return True
    print("Nobody said yes. A command in a script needs --yes.")
    return False


def _confirm_and_write(
    project: Path, plan: Plan, yes: bool, *, adds_lines_only: bool = False
) -> int:
    """Print the plan, ask the person, write it, and print what comes next."""
    say(*plan.messages)
    if plan.is_refused:
        return 1
    if not plan.files and not plan.deletions:
        print("There is nothing to record.")
        return 0
    if not yes and not _is_confirmed(adds_lines_only):
        print(NOTHING_RECORDED)
        return 1
    write_plan(
        project,
        plan,
        "Correct that and give the same command again. `policybook check` says what is half done.",
    )
    print(f"Recorded in {layout.RECORD}.")
    say(*plan.next_steps)
    return 0
