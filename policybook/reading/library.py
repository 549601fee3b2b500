"""Load the library from the sources: versions into policies, summaries into versions.

No policy is lost without a finding.
"""

import codecs
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from policybook.model import Entry, Finding, Library, Policy, Status, Summary, Version
from policybook.reading import ordinary_pages, summaries
from policybook.reading.fields import front_matter
from policybook.reading.files import builder_files, file_names, layout
from policybook.reading.files.layout import FileKind
from policybook.reading.files.snapshot import Sources
from policybook.reading.files.source_digests import SourceDigests, digest_sources
from policybook.reading.record import approval_record, record_file, recorded_facts
from policybook.reading.school import (
    chosen_settings,
    contacts_yml,
    mkdocs_yml,
    school_yml,
    site_look,
)
from policybook.reading.texts import text_outline
from policybook.text import characters, encodings

#: Findings on characters in one file.
_MOST_CHARACTERS = 10
_MOST_LOOKED_AT = 1_000
#: Settings whose readers are in other packages.
_OTHER_SETTINGS = (
    layout.VOCABULARY,
    layout.ASKED_QUESTIONS,
    layout.HELP_CARDS,
    layout.LAW,
    layout.STATUTORY,
)


@dataclass(frozen=True, slots=True)
class LoadedProject:
    """The library, the settings of the site, all findings from reading, and hashes of the files."""

    library: Library
    host: mkdocs_yml.HostSettings
    findings: tuple[Finding, ...]
    digests: SourceDigests


def load(sources: Sources) -> LoadedProject:
    """Return the library and all findings. Never raise, whatever the files contain."""
    findings = [
        *sources.findings,
        *file_names.find_name_faults(sources.files),
        *file_names.find_page_faults(sources.pages),
    ]
    texts = _decode_files(sources, findings)
    host, faults = mkdocs_yml.read(texts.get(mkdocs_yml.PATH))
    findings += faults
    findings += builder_files.find_open_folders(sources.files)
    written = school_yml.read(texts.get(layout.SCHOOL), findings)
    school, faults = chosen_settings.join(written, host, sources)
    findings = [*site_look.accept_named_files(findings, school.look), *faults]
    record = record_file.split(sources.files.get(layout.RECORD, b""))
    entries, faults = approval_record.read_lines(record)
    findings += faults
    summaries = _summaries(texts, findings)
    approvals = {e.key: e for e in reversed(entries) if e.sha256}
    findings = [_offer_restoring(finding, approvals) for finding in findings]
    versions = list(_versions(texts, summaries, approvals, record, findings))
    names = {v.key for v, _ in versions}
    findings += (_orphan(s) for s in summaries if (s.policy, s.version) not in names)
    findings += _find_duplicates(summaries)
    if not entries and not faults and layout.RECORD in sources.files:
        findings += _find_empty_record([v for v, sound in versions if sound])
    library = Library(
        school=school,
        policies=_policies([v for v, sound in versions if sound]),
        unsound=tuple(v for v, sound in versions if not sound),
        record=entries,
        pages=sources.pages,
        contacts=contacts_yml.read(texts.get(layout.CONTACTS, ""), findings),
        words={path: texts[path] for path in _OTHER_SETTINGS if path in texts},
        pictures=_pictures(sources),
        read_original=partial(approval_record.read_file, record),
    )
    return LoadedProject(library, host, tuple(findings), digest_sources(sources.files, entries))


def _offer_restoring(finding: Finding, approvals: Container[tuple[str, str]]) -> Finding:
    """Return the finding; for the encoding of an approved text, with the command that helps."""
    what = layout.classify(finding.path)
    is_approved = what.kind is FileKind.VERSION and (what.policy, what.version) in approvals
    if finding.code != "encoding" or not is_approved:
        return finding
    remedy = f"Put it back with: policybook restore {what.policy} {what.version}"
    return replace(finding, remedy=remedy)


def _find_empty_record(versions: list[Version]) -> Iterator[Finding]:
    """Yield a finding if the record is an empty file although versions are approved."""
    decided = [v for v in versions if v.facts.status in (Status.APPROVED, Status.WITHDRAWN)]
    if decided:
        yield approval_record.record_fault(
            1,
            f"the record is an empty file, but {len(decided)} of the versions say that they are "
            "approved",
            "Put an older copy of the file here. If the school never had one, delete the file.",
        )


def _decode_files(sources: Sources, findings: list[Finding]) -> dict[str, str]:
    """Return the texts of policies and settings by path. Add faults of all pages to `findings`."""
    texts: dict[str, str] = {}
    for path, data in sources.files.items():
        if layout.classify(path).kind in (FileKind.VERSION, FileKind.SUMMARY) or path.endswith(
            ".yml"
        ):
            texts[path], faults = decode(data, path)
            findings += faults
    for path in sources.pages:
        words, faults = decode(sources.files.get(path, b""), path)
        findings += faults or ordinary_pages.find_faults(words, path)
    return texts


def _pictures(sources: Sources) -> dict[str, bytes]:
    return {
        path: data
        for path, data in sources.files.items()
        if layout.classify(path).kind is FileKind.PICTURE
    }


def decode(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of a file with LF and without BOM, and what is wrong with its encoding.

    A file in another encoding is read in that one, if it can be recognised. Otherwise a
    bad byte becomes U+FFFD.
    """
    if foreign := encodings.recognise(data):
        before = _normalise_line_ends(data[: foreign.index].decode("utf-8", "replace"))
        fault = Finding(
            path=path,
            line=before.count("\n") + 1,
            code="encoding",
            message=foreign.description,
            remedy="Save the file again with the encoding UTF-8, or run: policybook check --fix",
        )
        return _normalise_line_ends(foreign.text), (fault,)
    text = _normalise_line_ends(data.removeprefix(codecs.BOM_UTF8).decode())
    return text, tuple(_find_hidden_characters(text, path))


def _normalise_line_ends(text: str) -> str:
    """Return `text` with LF at the end of each line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _find_hidden_characters(text: str, path: str) -> Iterator[Finding]:
    """Yield a finding for each of the first ten characters that nobody sees, one a line."""
    hidden: dict[tuple[int, str], None] = {}
    line, last = 1, 0
    for index, character in islice(characters.find_invisible(text), _MOST_LOOKED_AT):
        line, last = line + text.count("\n", last, index), index
        hidden.setdefault((line, character))
        if len(hidden) == _MOST_CHARACTERS:
            break
    for line, character in hidden:
        yield Finding(
            path=path,
            line=line,
            code="character",
            message=f"the text contains {characters.describe_invisible(character)}",
            remedy="Type the lost letter again."
            if character == characters.REPLACEMENT
            else "Delete it. It may come from text that was pasted from another program.",
        )


def _versions(
    texts: dict[str, str],
    summaries: list[Summary],
    approvals: Mapping[tuple[str, str], Entry],
    record: record_file.RecordFile,
    findings: list[Finding],
) -> Iterator[tuple[Version, bool]]:
    """Yield every version, and whether its facts are valid.

    Those of a recorded version are valid if they are as they were approved. The texts of
    versions leave `texts`, so that memory does not hold them twice.
    """
    by_version = defaultdict[tuple[str, str], list[Summary]](list)
    for summary in summaries:
        by_version[summary.policy, summary.version].append(summary)
    for path in sorted(texts):
        what = layout.classify(path)
        if what.kind is not FileKind.VERSION:
            continue
        text = texts.pop(path)
        parted = front_matter.split(text)
        block = front_matter.read_all(parted, path)
        findings += block.findings if text.strip() else [_empty_file(path)]
        version = Version(
            policy=what.policy,
            name=what.version,
            path=path,
            facts=block.facts,
            text=parted.body,
            outline=text_outline.read_later(parted.body, parted.body_line, block.facts.numbering),
            summaries=tuple(by_version[what.policy, what.version]),
            body_line=parted.body_line,
            unread=block.unread,
        )
        entry = approvals.get(version.key) if block.findings else None
        if entry and (facts := recorded_facts.accept(version, block, entry, record)):
            yield replace(version, facts=facts, unread={}), True
        else:
            yield version, not block.findings


def _empty_file(path: str) -> Finding:
    """Return the finding for a version's file without a word."""
    return Finding(
        path=path,
        code="front-matter",
        message="the file is empty, so its front matter is missing",
        remedy="Write the policy, or delete the file.",
    )


def _summaries(texts: Mapping[str, str], findings: list[Finding]) -> list[Summary]:
    """Return every summary, and add what is wrong to `findings`."""
    result = []
    for path, text in sorted(texts.items()):
        if (what := layout.classify(path)).kind is FileKind.SUMMARY:
            summary, faults = summaries.read(text, path, what)
            result.append(summary)
            findings += faults
    return result


def _orphan(summary: Summary) -> Finding:
    """Return the finding for a summary without its version."""
    return Finding(
        path=summary.path,
        code="summary-without-version",
        message=f"this summary is for version {summary.version}, but that version does not exist",
        remedy=f"Write docs/policies/{summary.policy}/{summary.version}.md, "
        "or rename the summary after its version.",
    )


def _find_duplicates(summaries: list[Summary]) -> Iterator[Finding]:
    """Yield a finding for each summary with the same address as another."""
    paths: dict[tuple[str, str, str, str], str] = {}
    for summary in summaries:
        first = paths.setdefault(
            (summary.policy, summary.version, summary.reader, summary.language.lower()),
            summary.path,
        )
        if first != summary.path:
            yield Finding(
                path=summary.path,
                code="summary-twice",
                message=f"this is a second summary for {summary.reader} "
                f"in the same language; the first is {first}",
                remedy="Keep one of the two, or add the language of the other to its name, "
                "such as .parents.pl.md.",
            )


def _policies(versions: list[Version]) -> tuple[Policy, ...]:
    by_policy = defaultdict[str, list[Version]](list)
    for version in sorted(versions, key=lambda v: layout.sort_key(v.name)):
        by_policy[version.policy].append(version)
    return tuple(Policy(name=name, versions=tuple(by_policy[name])) for name in sorted(by_policy))
