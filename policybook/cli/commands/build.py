"""The commands that make the site, and look for what is wrong."""

import argparse
import contextlib
import gc
import sys
from collections.abc import Iterator, Sequence

from policybook import publish
from policybook.cli.commands.options import HINT, asked_for, cut_off, shown, understood
from policybook.cli.commands.watchdog import patience
from policybook.model import dates, findings
from policybook.model.findings import Finding, Severity, count_of
from policybook.plugin import hooks
from policybook.reading import layout

_COLLECTED = (100_000, 20, 20)  # a build makes many values and few cycles


def build(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    publish.refuse_target(asked.site_dir, asked.project)
    made = understood(asked)
    found = (*made.findings, *cut_off(asked, made))
    _print_findings(found)
    if findings.has_errors(found):
        print(HINT)
        errors = sum(f.severity is Severity.ERROR for f in found)
        print(f"{count_of(errors, 'problem')}. Nothing was published; the site is as it was.")
        return 1
    gc.freeze()  # the library lives as long as the build does: the collector need not walk through it
    gc.set_threshold(*_COLLECTED)
    with publish.building(asked.site_dir) as staged, _progress("pages and files made") as progress:
        with patience() as beat:
            hooks.write_site(
                asked.project, staged, made, lambda count: (beat(), progress(count))[1]
            )
        publish.publish(staged, asked.site_dir)
    if kept := made.renderer.settings.kept_pdfs:
        kept.drop_unused()
    count = publish.pages(asked.site_dir)
    print(
        f"Published {count_of(count, 'page')} in {shown(asked.site_dir)}, as of {dates.in_words(asked.today)}. "
        f"Open {shown(asked.site_dir / 'index.html')} to look at it."
    )
    if asked.drafts:
        print(
            f"It shows drafts, for the school's own eyes: do not put {shown(asked.site_dir)} on the web."
        )
    return 0


def _print_findings(found: Sequence[Finding]) -> None:
    """Errors and warnings; hints are for whoever asks for them."""
    weighty = [finding for finding in found if finding.severity is not Severity.NOTE]
    if weighty:
        print(findings.as_text(weighty), flush=True)
    if hints := len(set(found)) - len(set(weighty)):
        print(f"{count_of(hints, 'hint')} besides: {layout.COMMAND} check", flush=True)


@contextlib.contextmanager
def _progress(what: str) -> Iterator[hooks.Progress]:
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


def serve(options: argparse.Namespace) -> int:
    gc.set_threshold(*_COLLECTED)
    return hooks.serve(
        asked_for(options).project,
        options.port,
        options.today.isoformat() if options.today else "",
        options.drafts,
        options.pdf,
    )
