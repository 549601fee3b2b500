"""Judge a recorded version by its record: the one place that decides what stops its publication.

A text that is being written can be corrected. An approved and recorded text cannot, so no
check of its form may stop a build, in this release or a later one. If its file differs
from the record, only that matters. It must not know a check; a code that it does not name
is one of form.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policybook.model import Entry, EntryKind, Finding, Library, Severity
from policybook.reading.files import layout
from policybook.reading.record.approved_text import sha256, split_canonical

#: The reason on each finding of form about a recorded version.
SINCE_APPROVAL = "the text is like this since it was approved"
#: The file is not as the record has it. Nothing else is said of such a file.
_DIFFERENCES = frozenset(
    {
        "altered",
        "recorded-version-missing",
        "removed-text",
        "review-not-recorded",
        "withdrawal-not-recorded",
    }
)
#: No site can be made while these exist: the file cannot be read, or two pages have one address.
OBSTACLES = frozenset({"file", "name-clash", "summary-twice"})
#: These say what to do today, and nothing about the form of the text.
_OF_TODAY = frozenset({"gap", "law", "review-due", "review-overdue", "unclear-duty", "undecided"})
#: These are corrected in another file, or in a field that no approval covers.
_CORRECTED_ELSEWHERE = frozenset({"contact", "group-not-listed"})
#: Help for somebody who is worried. No level may stop the site with the help that it has.
_HELP = frozenset(
    {"card-form", "card-rule", "card-stale", "help-unread", "helpline-unread", "safety-contact"}
)
#: Why the facts of a file that differs cannot be read.
_UNREADABLE = frozenset(
    """
    barred-field date duplicate-field encoding field-value file front-matter missing-field
    review-year unknown-field yaml
    """.split()
)


def judge(findings: Iterable[Finding], library: Library) -> Iterator[Finding]:
    """Yield the findings, with those about recorded versions judged by the record.

    An error of form becomes a warning, whatever level the school chose for it. A file
    that differs from the record has one finding. While the record itself is in doubt,
    nobody is asked to approve a version again.
    """
    approvals = {
        f"{layout.POLICIES}{entry.policy}/{entry.version}.md": entry
        for entry in reversed(library.record)
        if entry.kind is EntryKind.APPROVED and entry.sha256
    }
    by_path: dict[str, list[Finding]] = {}
    for finding in drop_requests(findings):
        if finding.path in approvals:
            by_path.setdefault(finding.path, []).append(finding)
        elif entry := _find_picture(finding, library, approvals.values()):
            yield _excuse(finding, entry)
        elif finding.code in _HELP and approvals and finding.severity is Severity.ERROR:
            yield replace(finding, severity=Severity.WARNING)
        else:
            yield finding
    unsound = {version.path for version in library.unsound}
    for path, of_file in by_path.items():
        yield from _judge_file(of_file, approvals[path], path in unsound)


def drop_requests(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without requests for approval, if the record itself is in doubt."""
    findings = list(findings)
    is_in_doubt = any(f.path == layout.RECORD and f.severity is Severity.ERROR for f in findings)
    return [f for f in findings if not (is_in_doubt and f.code == "not-in-record")]


def _judge_file(findings: list[Finding], entry: Entry, is_unsound: bool) -> Iterator[Finding]:
    """Yield the findings about the file of one recorded version."""
    differences = [f for f in findings if f.code in _DIFFERENCES]
    yield from (f for f in findings if f.code in OBSTACLES and f.code != "file")
    if differences:
        causes = [f for f in findings if f.code in _UNREADABLE and f.severity is Severity.ERROR]
        for finding in differences:
            yield _add_causes(finding, causes) if is_unsound or _is_missing(finding) else finding
        return
    for finding in findings:
        if finding.code in OBSTACLES:
            continue
        if is_unsound:
            yield finding
        else:
            yield _excuse(finding, entry)


def _find_picture(finding: Finding, library: Library, approvals: Iterable[Entry]) -> Entry | None:
    """Return the entry that approved the picture of a finding, as it is now."""
    data = library.pictures.get(finding.path)
    if data is None or finding.code in OBSTACLES:
        return None
    policy, _, path = finding.path.removeprefix(layout.POLICIES).partition("/")
    for entry in approvals:
        if entry.policy == policy and (was := split_canonical(entry.text).pictures.get(path)):
            return entry if was == sha256(data) else None
    return None


def list_pictures(library: Library) -> frozenset[str]:
    """Return the paths of the pictures that an approval counts: their bytes stay as they are."""
    return frozenset(
        f"{layout.POLICIES}{entry.policy}/{path}"
        for entry in library.record
        for path in split_canonical(entry.text).pictures
    )


def _is_missing(finding: Finding) -> bool:
    return finding.code == "recorded-version-missing"


def _add_causes(finding: Finding, causes: list[Finding]) -> Finding:
    """Return the finding with the reasons why its file cannot be read."""
    if _is_missing(finding) and causes:
        message = f"an approved version has no file that can be read: {causes[0].message}"
        return replace(finding, message=message)
    details = (f"Line {cause.line}: {cause.message}" for cause in causes)
    return replace(finding, details=tuple(dict.fromkeys((*finding.details, *details))))


def _excuse(finding: Finding, entry: Entry) -> Finding:
    """Return a finding about a recorded text as a warning at most, with a harmless remedy."""
    if finding.code == "encoding":
        return replace(finding, severity=Severity.WARNING)
    is_of_form = finding.code not in _OF_TODAY | _CORRECTED_ELSEWHERE
    if is_of_form:
        remedy = (
            "Leave this file as it is. Correct it in the next version: "
            f"policybook new-version {entry.policy} NEW"
        )
        finding = replace(finding, remedy=remedy)
    if finding.severity is Severity.ERROR:
        usual = Severity.ERROR
        return replace(finding, severity=Severity.WARNING, usual=usual, reason=SINCE_APPROVAL)
    if is_of_form and finding.severity is Severity.WARNING and not finding.reason:
        return replace(finding, reason=SINCE_APPROVAL)
    return finding
