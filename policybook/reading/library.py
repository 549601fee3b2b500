"""Sources -> the library: versions gathered into policies, summaries into versions, with every finding on the way.

No policy is lost without a finding.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from policybook.model import (
    AcademicYear,
    Library,
    Policy,
    School,
    Status,
    Summary,
    Version,
    VersionFacts,
)
from policybook.model.findings import Finding
from policybook.reading import (
    approval_record,
    contacts_yml,
    file_names,
    front_matter,
    layout,
    mkdocs_yml,
    ordinary_pages,
    school_yml,
    summaries,
    text_outline,
)
from policybook.reading.layout import FileKind, FileName
from policybook.reading.mkdocs_yml import HostSettings
from policybook.reading.snapshot import Sources

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_ORDINARY = bytes([*range(0x20, 0x7F), *b"\t\r\n"])
_EITHER = re.compile(f"{_CONTROL.pattern}|{_DIRECTION.pattern}")
#: Stands where the front matter of a version could not be read.
UNKNOWN_FACTS = VersionFacts(
    title="", status=Status.DRAFT, owner="", review_year=AcademicYear(start=2000), applies_to=()
)


@dataclass(frozen=True, slots=True)
class Loaded:
    library: Library
    host: HostSettings
    findings: tuple[Finding, ...]


def load(sources: Sources) -> Loaded:
    """Return the library and what could not be understood. Never raises, whatever the files hold."""
    findings = [
        *sources.findings,
        *file_names.find_name_faults(sources.files),
        *file_names.find_page_faults(sources.pages),
    ]
    texts: dict[str, str] = {}
    for path, data in sources.files.items():
        if layout.named(path).kind in (FileKind.VERSION, FileKind.SUMMARY) or path.endswith(".yml"):
            texts[path], faults = decode(data, path)
            findings += faults
    for path in sources.pages:
        words, faults = decode(sources.files.get(path, b""), path)
        findings += faults or ordinary_pages.faults(words, path)
    host, faults = mkdocs_yml.read(texts.get(mkdocs_yml.PATH))
    findings += faults
    own_school = school_yml.read(texts.get(layout.SCHOOL), findings)
    if own_school.name == School().name and host.name:
        own_school = replace(own_school, name=host.name)
    entries, faults = approval_record.read(sources.files.get(layout.RECORD, b""))
    findings += faults
    summaries = _summaries(texts, findings)
    versions = list(_versions(texts, summaries, findings))
    names = {(v.policy, v.name) for v, _ in versions}
    findings += (_orphan(s) for s in summaries if (s.policy, s.version) not in names)
    findings += _twice(summaries)
    library = Library(
        school=own_school,
        policies=_policies([v for v, sound in versions if sound]),
        unsound=tuple(v for v, sound in versions if not sound),
        record=entries,
        pages=sources.pages,
        contacts=contacts_yml.read(texts.get(layout.CONTACTS, ""), findings),
        words={
            path: texts[path]
            for path in (layout.VOCABULARY, layout.ASKED, layout.LAW)
            if path in texts
        },
        pictures={
            p: d for p, d in sources.files.items() if layout.named(p).kind is FileKind.PICTURE
        },
    )
    return Loaded(library, host, tuple(findings))


def decode(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """Return a file's text with LF and without BOM, and what is wrong with its encoding; a bad byte is shown as U+FFFD."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        return _lf(text.removeprefix("\ufeff")), (
            _encoding(path, 1, "the file is saved as UTF-16 (Notepad calls it Unicode)"),
        )
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = _lf(data[: fault.start].decode("utf-8", "replace")).count("\n") + 1
        return _lf(data.decode("utf-8", "replace")), (
            _encoding(
                path,
                line,
                f"the file is not UTF-8 text: byte 0x{data[fault.start]:02x} has no meaning here",
            ),
        )
    text = _lf(text)
    rare = data.translate(
        None, _ORDINARY
    )  # a hundred times quicker than to look at every character
    return text, tuple(_hidden(text, path)) if rare and _EITHER.search(rare.decode()) else ()


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(path: str, line: int, message: str) -> Finding:
    return Finding(
        path=path,
        line=line,
        code="encoding",
        message=message,
        remedy="Save the file again with the encoding UTF-8.",
    )


def _hidden(text: str, path: str) -> Iterator[Finding]:
    for pattern, what in (
        (_CONTROL, "a control character"),
        (_DIRECTION, "a character that turns the direction of writing"),
    ):
        for match in list(pattern.finditer(text))[:5]:
            name = "NUL" if match[0] == "\0" else unicodedata.name(match[0], "")
            shown = f"U+{ord(match[0]):04X}{' ' + name if name else ''}"
            yield Finding(
                path=path,
                line=text.count("\n", 0, match.start()) + 1,
                code="character",
                message=f"the text holds {what}, {shown}",
                remedy="Delete it; it may have come with a paste from another program.",
            )


def _versions(
    texts: Mapping[str, str], summaries: list[Summary], findings: list[Finding]
) -> Iterator[tuple[Version, bool]]:
    """Every version, and whether its front matter is sound."""
    for path, text in sorted(texts.items()):
        what = layout.named(path)
        if what.kind is not FileKind.VERSION:
            continue
        if not text.strip():
            findings.append(
                Finding(
                    path=path,
                    code="front-matter",
                    message="the file is empty, so its front matter is missing",
                    remedy="Write the policy, or delete the file.",
                )
            )
            yield _version(path, what, front_matter.split(text), UNKNOWN_FACTS, summaries), False
            continue
        parted = front_matter.split(text)
        facts, faults = front_matter.read(parted, path)
        findings += faults
        yield _version(path, what, parted, facts or UNKNOWN_FACTS, summaries), facts is not None


def _version(
    path: str,
    what: FileName,
    parted: front_matter.Split,
    facts: VersionFacts,
    summaries: list[Summary],
) -> Version:
    outline = text_outline.parse(parted.body, parted.body_line)
    version_summaries = tuple(
        s for s in summaries if (s.policy, s.version) == (what.policy, what.version)
    )
    return Version(
        policy=what.policy,
        name=what.version,
        path=path,
        facts=facts,
        text=parted.body,
        sections=outline.sections,
        summaries=version_summaries,
        body_line=parted.body_line,
        titles=outline.titles,
        too_deep=outline.too_deep,
        too_long=outline.too_long,
    )


def _summaries(texts: Mapping[str, str], findings: list[Finding]) -> list[Summary]:
    result = []
    for path, text in sorted(texts.items()):
        if (what := layout.named(path)).kind is FileKind.SUMMARY:
            summary, faults = summaries.read(text, path, what)
            result.append(summary)
            findings += faults
    return result


def _orphan(summary: Summary) -> Finding:
    return Finding(
        path=summary.path,
        code="summary-without-version",
        message=f"this summary is of version {summary.version}, but there is no such version",
        remedy=f"Write docs/policies/{summary.policy}/{summary.version}.md, or rename the summary after its version.",
    )


def _twice(summaries: list[Summary]) -> Iterator[Finding]:
    """Two summaries that would take one address."""
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
                message=f"this is a second summary for {summary.reader} in the same language; the first is {first}",
                remedy="Keep one of the two, or give the other its language in its name, such as .parents.pl.md.",
            )


def _policies(versions: list[Version]) -> tuple[Policy, ...]:
    by_policy: dict[str, list[Version]] = {}
    for version in versions:
        by_policy.setdefault(version.policy, []).append(version)
    return tuple(
        Policy(
            name=name, versions=tuple(sorted(policy_versions, key=lambda v: layout.order(v.name)))
        )
        for name, policy_versions in sorted(by_policy.items())
    )
