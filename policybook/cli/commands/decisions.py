"""The commands that enter what was decided in the record: approvals, reviews and withdrawals."""

import argparse
import sys
from pathlib import Path

from policybook import redline
from policybook.approvals.approve import ApprovalRequest, plan_approval, wanted
from policybook.approvals.plan import NOTHING, Plan, write
from policybook.approvals.review import ReviewRequest, plan_review
from policybook.approvals.withdraw import WithdrawalRequest, plan_withdrawal
from policybook.cli.commands.options import PDFS, Refused, asked_for
from policybook.model import Library, Version, dates, timeline
from policybook.reading import layout, library, values
from policybook.reading.snapshot import read_sources
from policybook.redline import as_text
from policybook.site.pdf.cache import KeptPdfs
from policybook.text import strict_yaml


def approve(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    sources = read_sources(asked.project)
    name, source = _source(options.adopted_from)
    request = ApprovalRequest(
        by=_words("--by", options.by),
        on=_day(options.on),
        minute=_words("--minute", options.minute),
        adopted_from=name,
        source=source,
    )
    known = library.load(sources).library
    pairs = wanted(known, options.names, everything=options.all)
    plan = plan_approval(sources, pairs, request, asked.today)
    for old, new in () if options.yes else plan.compared:
        _show_changes(known, old, new)
    return _done(asked.project, plan, options.yes)


def _source(file: Path | None) -> tuple[str, str]:
    """The name and the text of the document that a version was adopted from."""
    if file is None:
        return "", ""
    try:
        text, faults = library.decode(file.read_bytes(), file.name)
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}.") from fault
    if faults or not text.strip():
        raise Refused(
            f"{file} holds no plain text. Save the document's words as a text file in UTF-8."
        )
    return _words("--adopted-from", file.name), text


def _show_changes(known: Library, old: Version | None, new: Version) -> None:
    """What approving `new` would change for its readers."""
    if old is None or timeline.removal(known, old):
        print(
            f"{new.facts.title}: version {new.name} is the first; there is none to compare it with."
        )
        return
    found = redline.redline(old, new)
    redline.check(found)
    print(f"{as_text.redline_text(found)}\n")


def review(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    request = ReviewRequest(
        on=_day(options.on), by=_words("--by", options.by), outcome=_words("--outcome", options.outcome),
        review_year=options.review_year or "", minute=_words("--minute", options.minute),
    )  # fmt: skip
    plan = plan_review(read_sources(asked.project), options.policies, request, asked.today)
    return _done(asked.project, plan, options.yes)


def withdraw(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    request = WithdrawalRequest(
        on=_day(options.on),
        by=_words("--by", options.by),
        reason=_words("--reason", options.reason),
        remove_text=options.remove_text,
    )
    plan = plan_withdrawal(
        read_sources(asked.project), options.policy, options.version, request, asked.today
    )
    done = _done(asked.project, plan, options.yes)
    if options.remove_text and not done:
        KeptPdfs(
            asked.project / PDFS
        ).drop_unused()  # what was taken out shall not stay there until the next build
    return done


def _day(typed: str | None) -> str:
    if typed and dates.read_day(typed) is None:
        meant = dates.said(typed)
        raise Refused(
            f"--on is “{typed}”. Write the day as {dates.as_typed(meant) if meant else '2026-12-03'}."
        )
    return typed or ""


def _words(option: str, typed: str | None) -> str:
    """One line of words, as front matter would take them, without the curly quotation marks that a copied command brings with it."""
    words = (typed or "").strip().strip('“”"').strip()
    if not words:
        return ""
    try:
        return values.text(strict_yaml.Value(1, text=words))
    except strict_yaml.Wrong as wrong:
        raise Refused(f"{option} {wrong.message}. {wrong.remedy}") from None


def _done(project: Path, plan: Plan, yes: bool) -> int:
    """Say what is planned, ask where a person sits at the terminal, write it, and say what comes next."""
    for line in plan.told:
        print(line)
    if plan.refused:
        return 1
    if not plan.files and not plan.gone:
        print("There is nothing to record.")
        return 0
    if not yes and _asks() and _answer() not in ("y", "yes"):
        print(NOTHING)
        return 1
    try:
        write(project, plan)
    except OSError as fault:
        raise Refused(
            f"{fault.filename or layout.RECORD} cannot be written: {fault.strerror or fault}. "
            f"Put that right, then give the same command again; `{layout.COMMAND} check` says what is half done."
        ) from fault
    print(f"Recorded in {layout.RECORD}.")
    for line in plan.after:
        print(line)
    return 0


def _answer() -> str:
    try:
        return (
            input("Enter this in the record of approvals? It cannot be taken back. [y/N] ")
            .strip()
            .lower()
        )
    except (EOFError, KeyboardInterrupt):
        print()
        return ""


def _asks() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
