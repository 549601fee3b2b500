"""The command that compares: a published folder with its manifest and record, or the record
with the school's files."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from policybook import publish
from policybook.analysis import integrity
from policybook.cli.colours import choose_paint
from policybook.cli.commands.options import Refused, short_path
from policybook.cli.program import findings_as_typed
from policybook.model import addresses, findings
from policybook.model.findings import format_count
from policybook.project.open import find_cut_off
from policybook.reading import approval_record, layout, library
from policybook.reading.snapshot import read_sources


def verify(options: argparse.Namespace) -> int:
    if options.folder is None:
        return _verify_record(options.project or Path())
    lines = [*publish.verify(options.folder)]
    if options.folder.is_dir():
        lines += _compare_texts(options.folder)
    if options.project:
        record = library.load(read_sources(options.project)).library.record
        name = short_path(options.folder)
        lines += (lost.message for lost in find_cut_off(record, (), options.folder, name))
    for line in lines:
        print(line)
    if lines:
        print(f"{format_count(len(lines), 'difference')}.")
        return 1
    last_hash = publish.read_head(options.folder)
    print(f"Every file is as it was published. The last hash of its record: {last_hash}")
    return 0


def _compare_texts(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a site's record, and with the texts that the record names."""
    try:
        data = (folder / addresses.RECORD).read_bytes()
    except OSError:
        return  # the manifest reports a missing file; sites of older versions have none
    inside = folder.resolve()

    def read_text(policy: str, version: str) -> bytes | None:
        file = (folder / addresses.text(policy, version)).resolve()
        return file.read_bytes() if file.is_relative_to(inside) and file.is_file() else None

    kept = folder / addresses.KEPT
    kept_data = kept.read_bytes() if kept.is_file() else None
    yield from integrity.differences(data, publish.read_head(folder), read_text, kept_data)


def _verify_record(project: Path) -> int:
    """Print whether the school's own record is complete, and its versions are as recorded."""
    if not (project / layout.POLICIES).is_dir():
        policies = layout.POLICIES.rstrip("/")
        raise Refused(
            f"There is no folder {policies} in {project}. Name a site's folder, or --project."
        )
    loaded = library.load(read_sources(project))
    record = loaded.library.record
    problems = [finding for finding in loaded.findings if finding.path == layout.RECORD]
    problems += integrity.findings(loaded.library)
    if not problems:
        site = project / "site"
        problems += find_cut_off(record, (), site, short_path(site))
    if problems:
        print(
            findings.as_text(
                findings.sort_findings([*findings_as_typed(problems)]), choose_paint(sys.stdout)
            )
        )
        print(f"{format_count(len(problems), 'problem')}.")
        return 1
    entries = format_count(len(record), "entry", "entries")
    versions = format_count(len({(e.policy, e.version) for e in record}), "version")
    print(f"The record is complete: {entries} on {versions}, each as it was recorded.")
    print(f"Its last hash, for the minutes: {approval_record.head(record)}")
    return 0
