"""The command that compares: a site in a folder or on the web with its manifest and record, or
the record with the school's files."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from policybook import publish
from policybook.analysis import integrity
from policybook.cli.colours import choose_paint
from policybook.cli.commands.options import Refused, short_path
from policybook.cli.program import findings_as_typed
from policybook.model import addresses, findings
from policybook.model.findings import format_count
from policybook.project.open import find_cut_off
from policybook.publish.copies import read_as_published
from policybook.reading import approval_record, layout, library
from policybook.reading.snapshot import read_sources
from policybook.site.file_types import TYPES
from policybook.text.web_address import find_address_fault

#: These files name their own charset, or browsers take UTF-8 for them.
_TYPED_BY_THEMSELVES = ("text/html", "text/css", "text/javascript", "application/xml")


def verify(options: argparse.Namespace) -> int:
    if options.folder is None:
        return _verify_record(options.project or Path())
    if "://" not in options.folder:
        folder = Path(options.folder)
        return _verify_copy(folder, short_path(folder), options.project)
    if fault := find_address_fault(options.folder):
        raise Refused(f"The address {fault[0]}. {fault[1]}")
    with tempfile.TemporaryDirectory(prefix="policybook-") as place:
        folder = Path(place)
        types = publish.fetch_copy(options.folder, folder, options.seconds)
        code = _verify_copy(folder, options.folder, options.project)
        for line in _list_wrong_types(types):
            print(line)
        return code


def _verify_copy(folder: Path, name: str, project: Path | None) -> int:
    """Print how the site in `folder` differs from what was published. Return the exit status."""
    report = publish.compare_copy(folder)
    lines = [*report.differences]
    if folder.is_dir():
        lines += _compare_texts(folder)
    if project:
        record = library.load(read_sources(project)).library.record
        lines += (lost.message for lost in find_cut_off(record, (), folder, name))
    for line in (*lines, *_describe_harmless(report)):
        print(line)
    if lines:
        print(f"{format_count(len(lines), 'difference')}.")
        return 1
    every = "Every other file" if report.kept or report.line_ends else "Every file"
    last_hash = publish.read_head(folder)
    print(f"{every} is as it was published. The last hash of its record: {last_hash}")
    return 0


def _describe_harmless(report: publish.CopyReport) -> Iterator[str]:
    """Yield in words what hosts and Git do to a copy, without a word of a page being changed."""
    if report.kept:
        yield (
            f"Not here, but for the host alone: {', '.join(report.kept)}. The host keeps such "
            "files for itself, or they were left out of the copy. No page needs them."
        )
    if report.line_ends:
        count = format_count(len(report.line_ends), "file")
        few = ", ".join(report.line_ends[:3])
        more = " and others" if len(report.line_ends) > 3 else ""
        yield (
            f"Only the line ends of {count} differ ({few}{more}), as Git or Windows writes "
            "them. No word is different."
        )


def _list_wrong_types(types: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each kind of file that the host sends with a wrong type or charset."""
    for served in (row for row in TYPES if row.is_text):
        path = next((path for path in types if path.endswith(served.ending)), None)
        sent = "".join(types.get(path or "", "").lower().split())
        if path is None or served.kind in _TYPED_BY_THEMSELVES:
            continue
        if sent != served.header.replace(" ", ""):
            yield (
                f"The host sends {path} as “{types[path] or 'nothing'}”, not as "
                f"“{served.header}”. /help/hosting/ says what to do."
            )


def _compare_texts(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a site's record, and with the texts that the record names."""
    read = read_as_published(folder)
    data = read(addresses.RECORD)
    if data is None:
        return  # the manifest reports a missing file; sites of older versions have none

    def read_text(policy: str, version: str) -> bytes | None:
        return read(addresses.text(policy, version))

    yield from integrity.differences(data, publish.read_head(folder), read_text)


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
