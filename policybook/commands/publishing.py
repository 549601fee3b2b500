"""The commands that make the site, look for what is wrong, and compare what was published."""

import argparse
import contextlib
import sys
from collections.abc import Iterator, Sequence

from policybook import dates, findings, plugin, publish
from policybook.commands.asked import asked_for, shown, understood
from policybook.commands.patience import patience
from policybook.findings import Finding, Severity, count_of


def build(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    publish.refuse_target(asked.site_dir, asked.project)
    made = understood(asked)
    _print_findings(made.findings)
    if findings.has_errors(made.findings):
        errors = sum(f.severity is Severity.ERROR for f in made.findings)
        print(f"{count_of(errors, 'problem')}. Nothing was published; the site is as it was.")
        return 1
    with publish.building(asked.site_dir) as staged, _progress("pages and files made") as progress:
        with patience() as beat:
            plugin.write_site(asked.project, staged, made, lambda count: (beat(), progress(count))[1])
        publish.publish(staged, asked.site_dir)
    count = sum(1 for _ in asked.site_dir.rglob("*.html"))
    print(
        f"Published {count_of(count, 'page')} in {shown(asked.site_dir)}, as of {dates.in_words(asked.today)}. "
        f"Open {shown(asked.site_dir / 'index.html')} to look at it."
    )
    if asked.drafts:
        print(f"It shows drafts, for the school's own eyes: do not put {shown(asked.site_dir)} on the web.")
    return 0


def _print_findings(found: Sequence[Finding]) -> None:
    if found:
        print(findings.as_text(found), flush=True)


@contextlib.contextmanager
def _progress(what: str) -> Iterator[plugin.Progress]:
    """Show how far a long build is, where a person is watching."""
    watched = sys.stderr.isatty()

    def say(count: int) -> None:
        if watched and count % 25 == 0:
            print(f"\r{count} {what} …", end="", file=sys.stderr, flush=True)

    try:
        yield say
    finally:
        if watched:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def check(options: argparse.Namespace) -> int:
    found = understood(asked_for(options)).findings
    shown = {"text": findings.as_text, "json": findings.as_json, "github": findings.as_github}[options.format](found)
    if shown:
        print(shown)
    counts = {level: sum(f.severity is level for f in found) for level in Severity}
    if options.format == "text":
        print(", ".join(count_of(counts[level], str(level)) for level in Severity) + ".")
    return 1 if counts[Severity.ERROR] or (options.strict and counts[Severity.WARNING]) else 0


def serve(options: argparse.Namespace) -> int:
    return plugin.serve(
        asked_for(options).project,
        options.port,
        options.today.isoformat() if options.today else "",
        options.drafts,
        options.pdf,
    )


def verify(options: argparse.Namespace) -> int:
    wrong = publish.verify(options.folder)
    for line in wrong:
        print(line)
    print(f"{count_of(len(wrong), 'difference')}." if wrong else "Every file is as it was published.")
    return 1 if wrong else 0
