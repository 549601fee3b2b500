"""The command that makes the site and publishes it."""

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from policybook import publish
from policybook.approvals.plan import write
from policybook.approvals.record_lock import hold_record, remove_left_over
from policybook.approvals.summary_changes import find_changed, plan_summary_entries
from policybook.checks import recorded_versions
from policybook.cli.commands.options import (
    COLLECTED,
    HINT,
    CommonOptions,
    Refused,
    mkdocs_needed,
    read_options,
    short_path,
)
from policybook.cli.commands.watchdog import stop_when_stuck
from policybook.cli.program import findings_as_typed, say
from policybook.cli.terminal import choose_paint, show_progress
from policybook.model import Library, Status, coming_changes, dates, finding_summary
from policybook.model.findings import Finding, Severity, format_count
from policybook.project import clock
from policybook.project.computer import count_processors
from policybook.project.open import CACHE, describe_memory, find_cut_off, refuse_wrong_clock
from policybook.project.program import published_program
from policybook.project.record_memory import recall
from policybook.project.sites import open_site
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources
from policybook.site.build import Site
from policybook.site.making.worker_pool import WorkerPool
from policybook.site.render.types import Settings
from policybook.store.objects import Store

#: Each process needs memory, and the more there are, the less each adds.
_MOST_WORKERS = 4
_NO_ADDRESS = (
    "The site's address is not known, so PDFs, calendars and files for download cannot lead back "
    "to it. Write it into mkdocs.yml: `site_url: https://` and your own address."
)


def build(options: argparse.Namespace) -> int:
    common = read_options(options)
    workers = common.workers or min(count_processors(), _MOST_WORKERS)
    with contextlib.closing(WorkerPool(workers - 1)) as pool:
        return _build(common, pool)


def _build(common: CommonOptions, pool: WorkerPool) -> int:
    publish.refuse_target(common.site_dir, common.project)
    for path in remove_left_over(common.project):
        print(f"Removed {path}, which a stopped command had left.")
    site = _read_site(common, pool)
    memory = recall(common.project, common.site_dir, short_path(common.site_dir))
    lost = find_cut_off(site.library.record, site.findings, memory)
    if _has_stopping_findings(recorded_versions.drop_requests((*site.findings, *lost))):
        return 1
    say(*describe_memory(site.library.record, memory))
    if _enter_summaries(common, site.library):
        site = _read_site(common, pool)
    gc.freeze()  # the library lives as long as the build: the collector need not look at it
    gc.set_threshold(*COLLECTED)
    _publish(common, site)
    _report(common, publish.count_pages(common.site_dir), _count_drafts(site))
    if not site.renderer.settings.url:
        print(_NO_ADDRESS)
    print(coming_changes.publish_again(site.changes()))
    return 0


def _enter_summaries(common: CommonOptions, library_read: Library) -> bool:
    """Enter the summaries that were changed since they were recorded. Return whether any was.

    A build server throws its files away, so nothing is entered there.
    """
    if common.drafts or os.environ.get("CI"):
        return False
    published = publish.read_summaries(common.site_dir)
    if not any(find_changed(library_read, published)):
        return False
    with contextlib.suppress(OSError, publish.PublishError), hold_record(common.project):
        sources = read_sources(common.project)
        project = library.load(sources).library
        entered = clock.this_minute()
        plan = plan_summary_entries(sources, project, published, common.today, entered=entered)
        if plan.files:
            write(common.project, plan)
            say(*plan.messages)
            return True
    return False


def _report(common: CommonOptions, pages: int, drafts: int) -> None:
    """Say what was published, and whether drafts are on it."""
    name = short_path(common.site_dir)
    day = dates.format_day(common.today)
    say(
        f"Published {format_count(pages, 'page')} in {name}, as of {day}. "
        "To look at it: policybook serve"
    )
    if common.drafts:
        print(f"The site shows drafts, which are private: do not put {name} on the web.")
    elif drafts:
        verb = "is" if drafts == 1 else "are"
        say(
            f"{format_count(drafts, 'draft')} {verb} not on it, being private. "
            "To look: policybook serve --drafts"
        )


def _count_drafts(site: Site) -> int:
    """Return how many versions are drafts, also those with faults in their details."""
    versions = site.library.walk_versions()
    return sum(version.facts.status is Status.DRAFT for version in versions)


def _read_site(common: CommonOptions, pool: WorkerPool) -> Site:
    with mkdocs_needed():
        from policybook.plugin import theme

        settings = Settings(
            drafts=common.drafts,
            pdf=common.pdf,
            all_pairs=common.all_pairs,
            store=Store(common.project / CACHE),
            program=published_program(),
        )
        site = open_site(common.project, common.today, settings, theme.add_theme, pool)
    if not common.today_given:
        refuse_wrong_clock(site.library.record, common.today)
    return site


def _has_stopping_findings(every_finding: Sequence[Finding]) -> bool:
    """Print every error, and sum up the rest. Return whether there is an error."""
    every_finding = findings_as_typed(every_finding)
    if every_finding:
        say(finding_summary.sum_up(every_finding, choose_paint(sys.stdout)))
    errors = sum(finding.severity is Severity.ERROR for finding in set(every_finding))
    if errors:
        say(HINT)
        print(f"{format_count(errors, 'error')}. Nothing was published; the site is as it was.")
    return errors > 0


def _publish(common: CommonOptions, site: Site) -> None:
    with mkdocs_needed():
        from policybook.plugin import host

        published = publish.EarlierSite(common.site_dir)
        with (
            publish.stage_site(common.site_dir) as staged,
            show_progress() as show,
            stop_when_stuck(len(site.published.policies)) as restart,
        ):

            def file_finished(count: int) -> None:
                restart()
                if count % 25 == 0:
                    show(f"{count} pages and files made")

            try:
                host.write_site(common.project, staged, site, file_finished, published)
            except host.PluginError as fault:
                raise Refused(str(fault)) from fault
            others = publish.publish(staged, common.site_dir, linked=published.linked)
    if others:
        print(
            f"Kept in {short_path(common.site_dir)}, although no build made them: "
            f"{publish.shorten(others)}."
        )
