"""The command that compares: a site in a folder or on the web with its manifest, record and texts;
the record with the school's files or with an earlier record; or a hash with the record."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from policybook import publish
from policybook.analysis import integrity
from policybook.checks import recorded_versions
from policybook.cli.commands.options import Refused, short_path
from policybook.cli.program import findings_as_typed, say
from policybook.cli.terminal import choose_paint
from policybook.model import Entry, EntryKind, addresses, dates, findings
from policybook.model.findings import Finding, format_count
from policybook.project import record_memory
from policybook.project.open import find_cut_off
from policybook.publish import web_copy
from policybook.publish.copies import read_as_published
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.reading.record import approval_record
from policybook.site.hosting.file_types import TYPES
from policybook.site.proofs import published_pages
from policybook.text import languages
from policybook.text.web_address import find_address_fault

#: The place of the school's own published site, by its address in mkdocs.yml.
_PUBLISHED = "published"
#: These files name their own charset, or browsers take UTF-8 for them.
_TYPED_BY_THEMSELVES = ("text/html", "text/css", "text/javascript", "application/xml")


def verify(options: argparse.Namespace) -> int:
    if options.holds is not None:
        return _find_hash(options)
    if options.since is not None:
        return _compare_earlier(options)
    if options.folder is None:
        return _verify_record(options.project or Path())
    if "://" not in options.folder:
        folder = Path(options.folder)
        return _verify_copy(folder, short_path(folder), options.project)
    if fault := find_address_fault(options.folder):
        raise Refused(f"The address {fault[0]}. {fault[1]}")
    with tempfile.TemporaryDirectory(prefix="policybook-") as place:
        folder = Path(place)
        types = web_copy.fetch_copy(options.folder, folder, options.seconds)
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
        lines += published_pages.find_differences(folder)
    if project:
        record = library.load(read_sources(project)).library.record
        lines += (lost.message for lost in _find_lost(project, folder, name, record))
    for line in (*lines, *_describe_harmless(report)):
        print(line)
    if lines:
        print(f"{format_count(len(lines), 'difference')}.")
        return 1
    every = "Every other file" if report.kept or report.line_ends else "Every file"
    last_hash = publish.read_head(folder)
    print(
        f"{every} is as it was published, and every page shows the words of its text. "
        f"The last hash of its record: {last_hash}"
    )
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


def _find_lost(
    project: Path, site: Path, name: str, record: tuple[Entry, ...]
) -> tuple[Finding, ...]:
    return find_cut_off(record, (), record_memory.recall(project, site, name))


def _compare_texts(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a site's record, and with the texts that the record names."""
    read = read_as_published(folder)
    data = read(addresses.RECORD)
    if data is None:
        return  # the manifest reports a missing file; sites of older versions have none

    def read_text(policy: str, version: str) -> bytes | None:
        return read(addresses.text(policy, version))

    kept = folder / addresses.KEPT
    kept_data = kept.read_bytes() if kept.is_file() else None
    yield from integrity.differences(data, publish.read_head(folder), read_text, kept_data)


def _verify_record(project: Path) -> int:
    """Print whether the school's own record is complete, and its versions are as recorded."""
    _refuse_other_folder(project)
    loaded = library.load(read_sources(project))
    record = loaded.library.record
    problems = [finding for finding in loaded.findings if finding.path == layout.RECORD]
    problems += integrity.findings(loaded.library)
    site = project / "site"
    if not problems:
        problems += _find_lost(project, site, short_path(site), record)
    problems = recorded_versions.drop_requests(problems)
    if problems:
        shown = findings.sort_findings([*findings_as_typed(problems)])
        print(findings.as_text(shown, choose_paint(sys.stdout)))
        print(f"{format_count(len(problems), 'problem')}.")
        return 1
    entries = format_count(len(record), "entry", "entries")
    versions = format_count(len({e.key for e in record if e.policy}), "version")
    print(f"The record is complete: {entries} on {versions}, each as it was recorded.")
    print(f"Its last hash, for the minutes: {approval_record.head(record)}")
    return 0


def _refuse_other_folder(project: Path) -> None:
    if not (project / layout.POLICIES).is_dir():
        policies = layout.POLICIES.rstrip("/")
        raise Refused(
            f"There is no folder {policies} in {project}. Name a site's folder, or --project."
        )


def _find_hash(options: argparse.Namespace) -> int:
    """Print the entry that has a hash from the minutes. Return 1 if none has."""
    project = options.project or Path()
    _refuse_other_folder(project)
    sources = read_sources(project)
    record = library.load(sources).library.record
    data = sources.files.get(layout.RECORD, b"")
    if len(options.holds.strip()) < integrity.SHORTEST_HASH:
        raise Refused(f"Give at least the first {integrity.SHORTEST_HASH} characters of the hash.")
    match = integrity.find_entry(record, data, options.holds)
    if match is None:
        print(f"No entry of the record has the hash {options.holds}.")
        return 1
    entry = match.entry
    print(f"Line {entry.line} of the record: {_describe(entry)}")
    print(f"The hash that you gave is that of {match.subject}.")
    return 0


def _describe(entry: Entry) -> str:
    day = dates.read_day(entry.on)
    on = dates.format_day(day) if day else entry.on
    event = f"{entry.policy} {entry.version} {entry.kind}"
    if entry.kind is EntryKind.JOINED:
        event = "two records were joined"
    elif entry.kind is EntryKind.SUMMARY:
        reader, _, language = entry.summary.partition(".")
        spoken = f" in {languages.english_name(language)}" if language else ""
        summary = f"the {reader}’ summary{spoken}"
        event = f"{summary} of {entry.policy} {entry.version} was changed"
    by = f" by {entry.by}" if entry.by else ""
    entered = f", entered {dates.format_instant(entry.entered)}" if entry.entered else ""
    return f"{event}{by}, {on}{entered}. Hash {entry.hash}"


def _compare_earlier(options: argparse.Namespace) -> int:
    """Print whether this record has all of an earlier one. Return 1 if it has not."""
    project = options.project or Path()
    _refuse_other_folder(project)
    loaded = library.load(read_sources(project))
    record, place = loaded.library.record, options.since
    earlier = record_memory.read_since(loaded.host.url if place == _PUBLISHED else place)
    if earlier is None and place == _PUBLISHED:
        print(
            f"{loaded.host.url} has no record that can be read: the site was never published, or "
            "it cannot be reached. Nothing was compared."
        )
        return 0
    if earlier is None or not (earlier.hashes or earlier.count):
        raise Refused(
            f"{options.since} has no record that can be read. Name a school's folder, a published "
            "site, a file approvals.jsonl, record.jsonl or checkpoint, or the address of one."
        )
    lost = tuple(integrity.find_lost_lines(record, earlier))
    if lost:
        say(f"{lost[0].message}.")
        return 1
    print(
        f"This record lacks nothing of that of {options.since}: "
        f"{format_count(earlier.count, 'entry', 'entries')} there, {len(record)} here. "
        f"The last hash there: {earlier.head}"
    )
    return 0
