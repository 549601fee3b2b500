"""The command that brings the site to a folder or to a server."""

import argparse
import contextlib
import os
from pathlib import Path

from policybook import publish as publishing
from policybook.cli import commands
from policybook.cli.commands.options import Refused, read_options, short_path
from policybook.cli.terminal import show_progress
from policybook.model.findings import format_count


def publish(options: argparse.Namespace) -> int:
    common = read_options(options)
    site = common.site_dir
    _refuse_target(options.target, site, common.project)
    if options.site_dir is None:
        code = commands.run("build", argparse.Namespace(**vars(options), drafts=False))
        if code:
            return code
    with publishing.open_target(options.target, options.ssh_config) as target:
        transfer = publishing.prepare(site, target)
        if options.dry_run:
            return _show_plan(transfer, options.target)
        try:
            with show_progress() as show:
                publishing.send_site(
                    transfer, target, lambda done, every: show(f"{done} of {every} files")
                )
        except KeyboardInterrupt:
            raise Refused("Stopped. Publish again: it goes on where it stopped.") from None
    _report(transfer, options.target)
    return 0


def _refuse_target(words: str, site: Path, project: Path) -> None:
    """Raise a refusal if the target is the site itself, or a folder with the school's files."""
    target = publishing.read_address(words)
    if not isinstance(target, Path):
        return
    folder, source = os.path.realpath(target), os.path.realpath(site)
    with contextlib.suppress(ValueError):  # another drive of Windows
        if os.path.commonpath([folder, source]) in (folder, source):
            raise Refused(
                f"{words} is where the site is built ({short_path(site)}). Name another folder."
            )
    publishing.refuse_sources(target, project, "Name another folder.")


def _show_plan(transfer: publishing.Transfer, target: str) -> int:
    """List what would change. Return 1 if files of others are in the way."""
    plan = transfer.plan
    for word, paths in (
        ("new", plan.new),
        ("changed", plan.changed),
        ("removed", plan.removed),
        ("stays, because somebody changed it", plan.altered),
        ("in the way, not by Policybook", plan.foreign),
    ):
        for path in paths:
            print(f"{word}: {path}")
    print(f"Nothing was sent to {target}. It would have {_count(plan)}.")
    return 1 if plan.foreign else 0


def _report(transfer: publishing.Transfer, target: str) -> None:
    if transfer.is_resumed:
        print("The last publication had stopped; this one has finished it.")
    for path in transfer.plan.altered:
        print(f"{path} stays there: it is no longer part of the site, but somebody changed it.")
    if transfer.changes_anything():
        print(f"Published in {target}: {_count(transfer.plan)}.")
    else:
        print(f"Nothing has changed: {target} has this site already.")


def _count(plan: publishing.TransferPlan) -> str:
    """Return the numbers of files: “1 new file, 3 changed, 0 removed, 420 as before”."""
    return (
        f"{format_count(len(plan.new), 'new file')}, {len(plan.changed)} changed, "
        f"{len(plan.removed)} removed, {plan.unchanged} as before"
    )
