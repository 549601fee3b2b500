"""Plan the approval of versions: check the request, and say what would be written.

The approval goes first into the front matter of a draft or consultation, then into the
record. If a version was reviewed or withdrawn already, the record gets a line for each,
after the approval.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from policybook.approvals import clause_numbers, front_matter_edits, plan, source_words
from policybook.approvals.plan import Plan, RecordLines
from policybook.model import EntryKind, Finding, Library, Status, Version, dates, timeline, wording
from policybook.reading import library, summary_hashes
from policybook.reading.fields.fields import UNTIL_APPROVAL
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.record import approval_record, approved_text
from policybook.reading.record.canonical_forms import NEWEST
from policybook.reading.references import link_search


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """Who approved, when and in which minute, as typed. Empty: the front matter says it.

    `adopted_from` names the document from which the school adopted the text, `source` is
    its text, and `source_file` the SHA-256 of its file. All are empty if the school wrote
    it. `is_read` says that the text was read from a Word file or a PDF. `entered` is the
    present time in UTC.
    """

    by: str
    on: str
    minute: str
    adopted_from: str = ""
    source: str = ""
    source_file: str = ""
    is_read: bool = False
    entered: str = ""


def select_versions(
    project: Library, typed: Sequence[str], everything: bool
) -> list[tuple[str, str]]:
    """Return the requested versions as (policy, version). Raises `RequestError`.

    "Everything" has versions with faults in their front matter too, so that they are named.
    """
    if everything:
        recorded = project.recorded
        rest = [v for v in project.walk_versions() if v.key not in recorded]
        chosen = [v.key for v in rest if not v.facts.is_undecided]
        # Their faults may hide their status.
        unread = [v.path for v in rest if v in project.unsound]
        if unread and not chosen:
            raise plan.RequestError(
                f"{plan.NOTHING_RECORDED} No text says that it is approved, but there are faults "
                f"in {', '.join(unread)}. To see them: policybook check"
            )
        return chosen
    if not typed or len(typed) % 2:
        raise plan.RequestError(
            "Say which policy and version, such as: policybook approve behaviour 2026-09. "
            "You may give several pairs. --all takes every version that is not yet in the record."
        )
    pairs = list(zip(typed[::2], typed[1::2], strict=True))
    versions = {v.key for v in project.walk_versions()}
    for policy, version in pairs:
        if (policy, version) not in versions:
            raise plan.RequestError(f"There is no version {version} of a policy {policy}.")
    return pairs


def plan_approval(
    sources: Sources,
    pairs: Sequence[tuple[str, str]],
    request: ApprovalRequest,
    today: date,
    *,
    loaded: library.LoadedProject | None = None,
) -> Plan:
    """Return what approving `pairs` would write, or why it is refused.

    `loaded` is the content of `sources`, if the caller has read it. The new files are
    read again to check them.
    """
    loaded = loaded or library.load(sources)
    project = loaded.library
    recorded = {e.key for e in project.record if e.kind is EntryKind.APPROVED}
    messages = [f"{p} {v} is in the record already." for p, v in pairs if (p, v) in recorded]
    new_pairs = [pair for pair in dict.fromkeys(pairs) if pair not in recorded]
    if objections := list(_check_requests(project, new_pairs, request, today)):
        return plan.refuse(*messages, *objections)
    files = _write_approvals(sources, project, new_pairs, request)
    asked = plan.find_sound_versions(project, new_pairs)
    if unwritten := [v for v in asked if files.get(v.path) == sources.files[v.path]]:
        return plan.refuse(*messages, *map(plan.explain_unwritten, unwritten))
    if files:
        loaded = library.load(replace(sources, files={**sources.files, **files}))
    if errors := list(_find_errors(sources, project, loaded, new_pairs, files, today)):
        return plan.refuse(*messages, *map(str, errors), last=plan.CORRECT_FIRST)
    notes = [*plan.describe_open_consultations(project, new_pairs, today)]
    for file in clause_numbers.renumber_files(sources, project, loaded.library, new_pairs, today):
        notes.append(clause_numbers.describe_renumbering(file))
        files |= {} if file.obstacle else {file.path: file.data}
    notes += clause_numbers.find_lost_answers(loaded.library, files, today) if new_pairs else ()
    notes += clause_numbers.find_moved_citations(loaded.library, new_pairs, today)
    result = _enter_versions(sources, loaded.library, new_pairs, request, files, messages, today)
    return replace(result, messages=(*result.messages, *notes))


def _check_requests(
    project: Library, new_pairs: Sequence[tuple[str, str]], request: ApprovalRequest, today: date
) -> Iterator[str]:
    """Yield what the request lacks for any version, and where it contradicts one."""
    if request.adopted_from and len(new_pairs) != 1:
        yield "--adopted-from goes with one version that is not yet in the record."
        return
    for version in plan.find_sound_versions(project, new_pairs):
        yield from _check_request(version, request, today)
        yield from _find_uncounted_pictures(project, version)
        if request.adopted_from:
            name, source = request.adopted_from, request.source
            yield from source_words.explain(version, name, source, is_read=request.is_read)


def _find_uncounted_pictures(project: Library, version: Version) -> Iterator[str]:
    """Yield the pictures that the text shows in a way that its hash would not cover."""
    counted = approved_text.counted_pictures(project, version, NEWEST)
    for path in sorted(link_search.find_pictures(project, version).keys() - counted.keys()):
        yield (
            f"{version.path}: the hash would not cover the picture {path}. Write "
            "its name as it is in the folder, such as ![A plan](plan.png)."
        )


def _write_approvals(
    sources: Sources,
    project: Library,
    new_pairs: Sequence[tuple[str, str]],
    request: ApprovalRequest,
) -> dict[str, bytes]:
    """Return the files of drafts and consultations with the approval, and of an adoption."""
    files: dict[str, bytes] = {}
    for version in plan.find_sound_versions(project, new_pairs):
        data = sources.files[version.path]
        if version.facts.is_undecided:
            files[version.path] = _write_approval(data, version, request)
        elif request.adopted_from and not version.facts.adopted_from:
            facts = {"adopted_from": request.adopted_from}
            files[version.path] = front_matter_edits.set_facts(data, version, facts)
    return files


def _find_errors(
    sources: Sources,
    project: Library,
    loaded: library.LoadedProject,
    new_pairs: Sequence[tuple[str, str]],
    files: Mapping[str, bytes],
    today: date,
) -> Iterator[Finding]:
    """Yield the errors that refuse the approval, with their lines in the saved files."""
    edited_lines = {}
    for version in plan.find_sound_versions(project, new_pairs):
        if version.path in files:
            data = sources.files[version.path]
            removed = front_matter_edits.list_field_lines(data, version, UNTIL_APPROVAL)
            added = plan.count_lines(files[version.path]) - plan.count_lines(data) + len(removed)
            edited_lines[version.path] = (version.facts.lines["status"], added, removed)
    for finding in plan.find_errors(loaded, new_pairs, today):
        yield plan.restore_line(finding, *edited_lines.get(finding.path, (0, 0)))


def _check_request(version: Version, request: ApprovalRequest, today: date) -> Iterator[str]:
    """Yield what the request lacks, and where it contradicts the front matter."""
    facts, name = version.facts, f"{version.policy} {version.name}"
    if facts.is_undecided and not (request.by and request.on):
        yield (
            f"{name} is not approved yet: its status is {facts.status}. Give --by and --on: "
            f'policybook approve {name} --by "Governing Body" --on {today.isoformat()}'
        )
    if (day := dates.read_day(request.on)) and day.date > today:
        yield (
            f"--on is {dates.format_day(day)}, which is in the future: approve the version on that "
            "day. If it comes into force later, write that day as `effective_from` in the file."
        )
    for option, typed, saved in (
        ("--by", request.by, facts.approved_by),
        ("--on", request.on, dates.format_iso_day(facts.approved_on)),
        ("--minute", request.minute, facts.minute),
        ("--adopted-from", request.adopted_from, facts.adopted_from),
    ):
        if typed and saved and typed != saved:
            yield (
                f"{name}: {option} says “{typed}”, but the file says “{saved}”. "
                f"Leave {option} out, or correct the file."
            )
    if facts.adopted_from and not request.adopted_from:
        yield (
            f"{name}: the file says that it was adopted from {facts.adopted_from}. Give that "
            "document with --adopted-from, or take the line `adopted_from` out of the file."
        )


def _enter_versions(
    sources: Sources,
    project: Library,
    new_pairs: Sequence[tuple[str, str]],
    request: ApprovalRequest,
    files: dict[str, bytes],
    messages: list[str],
    today: date,
) -> Plan:
    lines = RecordLines(project, request.entered)
    versions = plan.find_sound_versions(project, new_pairs)
    for version in versions:
        data = files.get(version.path, sources.files.get(version.path, b""))
        message = _enter_version(lines, project, version, data, request)
        messages.append(f"{message}{describe_first_day(version)}")
    if lines.lines:
        files = {**files, layout.RECORD: lines.append_to(sources.files.get(layout.RECORD))}
    compared = tuple((timeline.find_replaced(project, v, today), v) for v in versions)
    next_steps = plan.list_next_steps(versions, lines)
    result = plan.propose(sources, messages, files, next_steps=next_steps)
    return replace(result, comparisons=compared)


def _enter_version(
    lines: RecordLines, project: Library, version: Version, data: bytes, request: ApprovalRequest
) -> str:
    """Add the lines of one version, whose file is `data`, and return a description of them."""
    facts, pictures = version.facts, approved_text.counted_pictures(project, version, NEWEST)
    by = request.by or facts.approved_by or ""
    on = request.on or dates.format_iso_day(facts.approved_on)
    source = approved_text.words_digest(request.source) if request.adopted_from else ""
    besides = lines.besides | approval_record.describe_file(data)
    if version.summaries:
        besides["summaries"] = summary_hashes.describe_all(version.summaries)
    if source:
        besides |= {"adopted_from": request.adopted_from, "source_sha256": source}
        besides |= {"source_file_sha256": request.source_file} if request.source_file else {}
    approved = lines.add(
        lambda previous: approval_record.entry_line(
            EntryKind.APPROVED,
            version,
            pictures,
            by=by,
            on=on,
            minute=request.minute or facts.minute or "",
            previous=previous,
            besides=besides,
        )
    )
    for review in facts.reviews:
        plan.add_review(lines, approved, review)
    if facts.status is Status.WITHDRAWN:
        plan.add_withdrawal(lines, approved, facts)
    day = dates.read_day(on)
    message = (
        f"{facts.title}, version {version.name}: approved by {by}, "
        f"{dates.format_day(day) if day else on}; text hash {approved.sha256[:12]}."
    )
    adopted = f"Adopted from {request.adopted_from}, whose words have the hash {source[:12]}."
    return f"{message} {adopted}" if source else message


def _write_approval(data: bytes, version: Version, request: ApprovalRequest) -> bytes:
    """Return the file with its approval in the front matter, or unchanged if that fails."""
    facts = {
        "approved_by": request.by,
        "approved_on": request.on,
        "minute": "" if version.facts.minute else request.minute,
        "adopted_from": request.adopted_from,
    }
    removed = front_matter_edits.list_field_lines(data, version, UNTIL_APPROVAL)
    return front_matter_edits.set_status(data, version, "approved", facts, removed)


def describe_first_day(version: Version) -> str:
    """Return from when the version binds, and how it could begin as late as its name says."""
    facts, begins, named = version.facts, timeline.start_day(version), dates.read_day(version.name)
    if begins is None or facts.status is Status.WITHDRAWN:
        return ""
    because = "" if facts.effective_from else ", the day of its approval"
    words = f" In force from {dates.format_day(begins)}{because}."
    if facts.effective_from or named is None or named.date <= begins.date:
        return words
    return (
        f"{words} Its name is {wording.version_name(version.name)}: if it begins then, do not "
        f"enter it yet. First write `effective_from: {named.date.isoformat()}` in {version.path}."
    )
