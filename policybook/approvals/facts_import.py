"""Plan what a spreadsheet of facts changes in drafts, all of it or nothing; and export one.

A spreadsheet approves nothing. It writes who approved a text and when into the front
matter, with the status `approved`. The command `approve` reads these facts and enters
the version in the record. Until then no site is built.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from policybook.approvals import front_matter_edits, plan
from policybook.approvals.policy_rows import RowMatch, list_newest, make_fault, match_rows
from policybook.checks import levels
from policybook.model import Library, Status, Version, dates, timeline
from policybook.model.findings import Finding, Severity, format_count, has_errors, sort_findings
from policybook.reading import library
from policybook.reading.fields.fields import BY_NAME, UNTIL_APPROVAL
from policybook.reading.files.snapshot import Sources
from policybook.reading.library import LoadedProject
from policybook.reading.school import policies_csv
from policybook.reading.school.policies_csv import FactsRow, simplify_title
from policybook.text import encodings

NOTHING_WRITTEN = "Nothing was written."
_APPROVAL = {"approved_by": "approved by", "approved_on": "approved on"}


def export_facts(project: Library, today: date) -> bytes:
    """Return `policies.csv`: a row for the newest version of each policy, by title.

    If the newest is not in force, the text that is in force has a row above it, so that
    its approval is not lost. The columns are title, owner, approved on, approved by, review
    and group, and the version if a policy has two rows. `plan_import` takes the file and
    finds nothing to change.
    """
    current = {policy.name: timeline.version_in_force(policy, today) for policy in project.policies}
    newest = sorted(list_newest(project), key=lambda v: (v.facts.title.casefold(), v.policy))
    pairs = ((current.get(version.policy), version) for version in newest)
    return policies_csv.write(
        version for pair in pairs for version in dict.fromkeys(pair) if version is not None
    )


def plan_import(
    sources: Sources, data: bytes, name: str, today: date, *, loaded: LoadedProject | None = None
) -> plan.Plan:
    """Return what the spreadsheet `data` changes, file by file, or why it is refused.

    `name` names the spreadsheet in messages. `loaded` is the content of `sources`, if the
    caller has read it. An error in any row refuses the whole spreadsheet. A recorded
    version never changes. No words below the front matter change. The messages have each
    fact as it was and as it becomes. The caller shows them, asks, and calls `plan.write`.
    """
    loaded = loaded or library.load(sources)
    sheet = policies_csv.read(data, name)
    findings = list(sheet.findings)
    matches, faults = match_rows(loaded.library, sheet.rows, name)
    findings += faults
    edits = [edit for match in matches if (edit := _make_edit(match, name, today, findings))]
    files = {edit.version.path: _write_facts(sources, edit, name, findings) for edit in edits}
    if not has_errors(findings):
        after = library.load(replace(sources, files={**sources.files, **files}))
        findings += _find_new_faults(loaded, after, edits, name, today)
    messages = tuple(map(str, sort_findings(findings)))
    if has_errors(findings):
        return plan.refuse(*messages, last=NOTHING_WRITTEN)
    summary = _summarise(loaded.library, sheet.rows, matches, edits)
    described = (line for edit in edits for line in _describe(edit, name))
    messages = (*messages, *described, *summary)
    return plan.propose(sources, messages, files, next_steps=_list_next_steps(edits))


@dataclass(frozen=True, slots=True)
class FactsEdit:
    """The facts that a row gives a version, by field. None removes a field."""

    row: FactsRow
    version: Version
    facts: Mapping[str, Any]


# ---------- from a row to an edit


def _make_edit(
    match: RowMatch, name: str, today: date, findings: list[Finding]
) -> FactsEdit | None:
    """Return what a row changes, or None if that is nothing. Add its faults to `findings`."""
    row, version = match.row, match.version
    facts = dict(_find_differences(version, row))
    if match.is_recorded:
        if row.title and simplify_title(row.title) == simplify_title(version.facts.title):
            facts.pop("title", None)
        if facts:
            findings.append(_refuse_recorded(version, row, facts, name))
        return None
    approval = {field: row.facts.get(field, "") for field in _APPROVAL}
    if version.facts.is_undecided and any(approval.values()):
        facts |= {"status": Status.APPROVED} | dict.fromkeys(
            name for name in UNTIL_APPROVAL if name in version.facts.lines
        )
        if not any(finding.line == row.line for finding in findings):
            findings += _check_approval(version, row, approval, name)
    if (day := row.facts.get("approved_on")) and day.date > today:
        message = f"the approval on {dates.format_day(day)} is in the future"
        remedy = "Leave the cell blank until the version is approved."
        findings.append(make_fault(name, row, message, remedy))
    return FactsEdit(row, version, facts) if facts else None


def _find_differences(version: Version, row: FactsRow) -> Iterator[tuple[str, Any]]:
    """Yield each fact of the row that the version does not have."""
    same_review = "review_year" not in version.unread and _is_same_review(version, row)
    short_title = not row.folder and simplify_title(row.title) != simplify_title(
        version.facts.title
    )
    for field, value in row.facts.items():
        # A row that says `Behaviour` finds the policy, and is no new title.
        if field == "title" and short_title:
            continue
        current = None if field in version.unread else getattr(version.facts, field)
        if isinstance(current, str):
            current = " ".join(current.split())
        if current != value and not (same_review and field in ("review_year", "review_by")):
            yield field, value


def _is_same_review(version: Version, row: FactsRow) -> bool:
    """Return whether a row has the next review that an export of the version has."""
    year, day = row.facts.get("review_year"), row.facts.get("review_by")
    if not year:
        return False
    words = dates.format_iso_day(day) or dates.format_academic_year(year)
    return words == policies_csv.format_review(version.facts)


def _refuse_recorded(
    version: Version, row: FactsRow, facts: Mapping[str, Any], name: str
) -> Finding:
    words = "; ".join(
        f"{label}: {was} → {now}" for label, was, now in _list_changes(version, facts)
    )
    return make_fault(
        name,
        row,
        f"{version.policy} {version.name} is in the record of approvals, so the spreadsheet "
        f"cannot change it ({words})",
        f"Write the row as the version has it, or start a new one: "
        f"policybook new-version {version.policy} VERSION",
    )


def _check_approval(
    version: Version, row: FactsRow, approval: Mapping[str, Any], name: str
) -> Iterator[Finding]:
    """Yield the half of an approval that a row lacks."""
    for field, column in _APPROVAL.items():
        if not approval[field]:
            other = next(c for f, c in _APPROVAL.items() if f != field)
            message = f"{version.policy} has “{other}”, but “{column}” is blank"
            remedy = "Fill in both. Leave both blank if nobody has approved it."
            yield make_fault(name, row, message, remedy)


# ---------- from an edit to a file


def _write_facts(sources: Sources, edit: FactsEdit, name: str, findings: list[Finding]) -> bytes:
    """Return the file with the facts of an edit. Add a finding if that fails."""
    data = sources.files[edit.version.path]
    changed = front_matter_edits.set_facts(data, edit.version, edit.facts)
    if changed == data or encodings.recognise(data):
        findings.append(_refuse_form(edit, name))
    return changed


def _find_new_faults(
    before: LoadedProject, after: LoadedProject, edits: Iterable[FactsEdit], name: str, today: date
) -> Iterator[Finding]:
    """Yield faults of front matter that the edits would cause, and facts that were lost.

    Faults of the words are for `approve`, which reads them.
    """
    old = {(f.path, f.code, f.message) for f in levels.list_unjudged(before, today)}
    errors = [
        finding
        for finding in levels.list_unjudged(after, today)
        if finding.severity is Severity.ERROR
        and finding.code not in plan.MISSING_ENTRIES
        and (finding.path, finding.code, finding.message) not in old
    ]
    versions = {version.path: version for version in after.library.walk_versions()}
    for edit in edits:
        path = edit.version.path
        version = versions.get(path)
        facts = {field: getattr(version.facts, field) for field in edit.facts} if version else {}
        if version is None or version.text != edit.version.text or facts != edit.facts:
            yield _refuse_form(edit, name)
        for finding in errors:
            if finding.path == path and version and finding.line < version.body_line:
                message = f"with this row, {path} would have a fault: {finding.message}"
                yield make_fault(name, edit.row, message, finding.remedy)


def _refuse_form(edit: FactsEdit, name: str) -> Finding:
    """Return the finding for a file whose form takes no facts."""
    message = f"the facts cannot be written into {edit.version.path}"
    remedy = "There, write each fact on a line of its own, and save the file as UTF-8."
    return make_fault(name, edit.row, message, remedy)


# ---------- in words


def _describe(edit: FactsEdit, name: str) -> Iterator[str]:
    """Yield the changes of one file, each fact as it was and as it becomes."""
    yield f"{edit.version.path} ({name}, line {edit.row.line}):"
    for label, was, now in _list_changes(edit.version, edit.facts):
        yield f"    {label}: {was} → {now}"


def _list_changes(version: Version, facts: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the label of each fact, and the fact before and after, in words."""
    for name, field in BY_NAME.items():
        if name in facts:
            was = field.in_words(version.facts) if name in version.facts.lines else ""
            was = was or " ".join(version.unread.get(name, ()))
            now = field.type.in_words(facts[name]) if facts[name] else ""
            yield field.label, was or "nothing", now or "nothing"


def _summarise(
    project: Library,
    rows: Sequence[FactsRow],
    matches: Sequence[RowMatch],
    edits: Sequence[FactsEdit],
) -> Iterator[str]:
    """Yield how many rows change a file, and the policies that have no row."""
    same = len(rows) - len(edits)
    yield (
        f"{format_count(len(rows), 'row')}: {format_count(len(edits), 'file')} to change, "
        f"{same} as the spreadsheet says already."
    )
    named = {match.version.policy for match in matches}
    others = [v.policy for v in list_newest(project) if v.policy not in named]
    if others:
        yield f"Without a row: {', '.join(others)}."


def _list_next_steps(edits: Iterable[FactsEdit]) -> Iterator[str]:
    """Yield how to enter the approvals in the record, if there are any."""
    pairs = [f"{e.version.policy} {e.version.name}" for e in edits if "status" in e.facts]
    if pairs:
        yield (
            "The spreadsheet approves nothing. "
            f"{format_count(len(pairs), 'file now says', 'files now say')} who approved the text "
            "and when. Read each text, and enter it in the record of approvals: "
            f"policybook approve {pairs[0]}. Several pairs may follow each other. "
            "Until then no site is built."
        )
    yield "Now run `policybook check`."
