"""Entering approved versions in the record of approvals: what is asked, whether it may be, and what would be written.

A version that is still a draft or out for consultation gets its approval written into its front matter first; the record follows.
A version that has been reviewed or withdrawn already has those entered after its approval, each on a line of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from policybook import checks, search
from policybook.approvals import front_matter_edits, plan
from policybook.approvals.plan import NOTHING_RECORDED, Plan, RecordLines, RequestError
from policybook.checks.fix import renumbering
from policybook.checks.fix.renumbering import RenumberedFile
from policybook.model import EntryKind, Library, Status, Version, dates, timeline
from policybook.model.findings import Severity
from policybook.reading import approval_record, approved_text, layout, library, link_search
from policybook.reading.library import Loaded
from policybook.reading.snapshot import Sources
from policybook.text import strict_yaml

_NOT_YET_APPROVED = (Status.DRAFT, Status.CONSULTATION)


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """Who approved, when and in which minute, as typed; empty where the front matter is to say it.

    `adopted_from` is the name of the document that the text was adopted from, `source` its text; both empty where it was written here.
    """

    by: str
    on: str
    minute: str
    adopted_from: str = ""
    source: str = ""


def select_versions(
    project: Library, typed: Sequence[str], everything: bool
) -> list[tuple[str, str]]:
    """The versions that are asked for, as (policy, version). Raises `Misunderstood`."""
    recorded = {(e.policy, e.version) for e in project.record}
    if everything:
        return [
            (p.name, v.name)
            for p in project.policies
            for v in p.versions
            if v.facts.status not in _NOT_YET_APPROVED and (p.name, v.name) not in recorded
        ]
    if not typed or len(typed) % 2:
        raise RequestError(
            "Say which policy and version, such as: policybook approve behaviour 2026-09. "
            "You may give several pairs. --all takes every version that is not yet in the record."
        )
    pairs = list(zip(typed[::2], typed[1::2], strict=True))
    there = {(v.policy, v.name) for p in project.policies for v in p.versions} | {
        (v.policy, v.name) for v in project.unsound
    }
    for policy, version in pairs:
        if (policy, version) not in there:
            raise RequestError(f"There is no version {version} of a policy {policy}.")
    return pairs


def plan_approval(
    sources: Sources,
    pairs: Sequence[tuple[str, str]],
    request: ApprovalRequest,
    today: date,
    *,
    loaded: Loaded | None = None,
) -> Plan:
    """Say what approving `pairs` would write, or why it may not be.

    `loaded` is what `sources` hold, where the caller has read them. Files that would be written
    are read back as they would be.
    """
    loaded = loaded or library.load(sources)
    project = loaded.library
    recorded = {(e.policy, e.version) for e in project.record if e.kind is EntryKind.APPROVED}
    messages = [
        f"{policy} {version} is in the record already."
        for policy, version in pairs
        if (policy, version) in recorded
    ]
    fresh = [pair for pair in dict.fromkeys(pairs) if pair not in recorded]
    if request.adopted_from and len(fresh) != 1:
        return plan.refuse(
            *messages, "--adopted-from goes with one version that is not yet in the record."
        )
    if against := [
        words
        for v in plan.find_sound_versions(project, fresh)
        for words in _check_request(v, request, today)
    ]:
        return plan.refuse(*messages, *against)
    open_ones = [
        v for v in plan.find_sound_versions(project, fresh) if v.facts.status in _NOT_YET_APPROVED
    ]
    files = {v.path: _write_approval(sources.files[v.path], v, request) for v in open_ones}
    if unwritten := [v for v in open_ones if files[v.path] == sources.files[v.path]]:
        lines = (
            f"{v.path}: write `status: {v.facts.status}` on a line of its own, as UTF-8."
            for v in unwritten
        )
        return plan.refuse(*messages, *lines)
    if files:
        loaded = library.load(replace(sources, files={**sources.files, **files}))
    added = {
        v.path: (
            v.facts.lines["status"],
            plan.count_lines(files[v.path]) - plan.count_lines(sources.files[v.path]),
        )
        for v in open_ones
    }
    stops = [
        plan.restore_line(f, *added.get(f.path, (0, 0)))
        for f in plan.find_errors(loaded, fresh, today)
    ]
    if stops:
        return plan.refuse(
            *messages, *map(str, stops), last=f"{NOTHING_RECORDED[:-1]}: correct these first."
        )
    notes = []
    for file in _renumber_files(sources, project, loaded.library, fresh, today):
        notes.append(
            f"{file.path} {f'is not changed: {file.obstacle}' if file.obstacle else f'is brought up to date: {file.description}'}."
        )
        files |= {} if file.obstacle else {file.path: file.data}
    notes += _find_blocked_questions(loaded.library, files, today) if fresh else ()
    result = _enter_versions(sources, loaded.library, fresh, request, files, messages, today)
    return plan.add_originals(sources, replace(result, messages=(*result.messages, *notes)))


def _renumber_files(
    sources: Sources, before: Library, after: Library, fresh: Sequence[tuple[str, str]], today: date
) -> tuple[RenumberedFile, ...]:
    """The files that name clauses, with the numbers of what is then in force; of policies that are approved here alone."""
    ours = {policy for policy, _ in fresh}
    held = {path: renumbering.read_number_versions(before, today, path) for path in search.PATHS}
    return renumbering.bring_up_to_date(
        sources,
        after,
        today,
        {path: {p: v for p, v in of.items() if p in ours} for path, of in held.items()},
    )


def _find_blocked_questions(
    after: Library, files: Mapping[str, bytes], today: date
) -> Iterator[str]:
    """What search would not find any more, and would stop the build; for those who are asked to approve."""
    words = {path: library.decode(files[path], path)[0] for path in search.PATHS if path in files}
    project = replace(after, words={**after.words, **words})
    stops = [
        str(f) for f in checks.run_number_checks(project, today) if f.severity is Severity.ERROR
    ]
    if stops:
        yield "After this approval, the site cannot be built until these are corrected:"
        yield from stops


def _check_request(version: Version, request: ApprovalRequest, today: date) -> Iterator[str]:
    """What was typed lacks something, or is not what the version's own front matter says."""
    facts, name = version.facts, f"{version.policy} {version.name}"
    if facts.status in _NOT_YET_APPROVED and not (request.by and request.on):
        yield (
            f"{name} is not approved yet: its status is {facts.status}. Give --by and --on, such as: "
            f'policybook approve {name} --by "Governing Body" --on {today.isoformat()}'
        )
    if (day := dates.read_day(request.on)) and day.date > today:
        yield (
            f"--on is {dates.in_words(day)}, which is in the future: approve the version on that day. "
            "If it binds from a later day, write that day as `effective_from` in the file."
        )
    on = dates.as_typed(facts.approved_on) if facts.approved_on else None
    for option, typed, saved in (
        ("--by", request.by, facts.approved_by),
        ("--on", request.on, on),
        ("--minute", request.minute, facts.minute),
    ):
        if typed and saved and typed != saved:
            yield (
                f"{name}: {option} says “{typed}”, but the file says “{saved}”. "
                f"Leave {option} out, or correct the file."
            )


def _enter_versions(
    sources: Sources,
    project: Library,
    fresh: Sequence[tuple[str, str]],
    request: ApprovalRequest,
    files: dict[str, bytes],
    messages: list[str],
    today: date,
) -> Plan:
    lines, versions = RecordLines(project), plan.find_sound_versions(project, fresh)
    for version in versions:
        messages.append(_enter_version(lines, project, version, request))
    if lines.lines:
        files = {**files, layout.RECORD: lines.append_to(sources.files.get(layout.RECORD, b""))}
    compared = tuple((_find_replaced(project, version, today), version) for version in versions)
    after = plan.list_next_steps(versions, lines)
    return Plan(
        tuple(messages), False, files, len(lines.lines), next_steps=after, comparisons=compared
    )


def _enter_version(
    lines: RecordLines, project: Library, version: Version, request: ApprovalRequest
) -> str:
    """Add the lines of one version, and say in words what they enter."""
    facts, pictures = version.facts, link_search.find_pictures(project, version)
    by = request.by or facts.approved_by or ""
    on = request.on or (dates.as_typed(facts.approved_on) if facts.approved_on else "")
    source = approved_text.words_digest(request.source) if request.adopted_from else ""
    besides = {"adopted_from": request.adopted_from, "source_sha256": source} if source else {}
    approved = lines.add(
        lambda previous: approval_record.entry_line(
            EntryKind.APPROVED, version, pictures, by=by, on=on, minute=request.minute or facts.minute or "",
            previous=previous, besides=besides,
        )
    )  # fmt: skip
    for review in facts.reviews:
        plan.add_review(lines, approved, review)
    if facts.status is Status.WITHDRAWN:
        plan.add_withdrawal(lines, approved, facts)
    day = dates.read_day(on)
    words = f"{facts.title}, version {version.name}: approved by {by}, {dates.in_words(day) if day else on}; text hash {approved.sha256[:12]}."
    return (
        f"{words} Adopted from {request.adopted_from}, whose words have the hash {source[:12]}."
        if source
        else words
    )


def _find_replaced(project: Library, version: Version, today: date) -> Version | None:
    """The version in force that `version` is to replace; where that is itself or a later one, the newest approved before it."""
    policy = next(p for p in project.policies if p.name == version.policy)
    before = policy.versions[: policy.versions.index(version)]
    current = timeline.in_force(policy, today)
    if current in before:
        return current
    return next(
        (v for v in reversed(before) if timeline.starts(v) and not timeline.removal(project, v)),
        None,
    )


def _write_approval(data: bytes, version: Version, request: ApprovalRequest) -> bytes:
    """The file with its approval in the front matter. Where it cannot be written, the file as it is."""
    added = [
        f"approved_by: {strict_yaml.written(request.by)}",
        f"approved_on: {strict_yaml.written(request.on)}",
    ]
    if request.minute and not version.facts.minute:
        added.append(f"minute: {strict_yaml.written(request.minute)}")
    return front_matter_edits.set_status(data, version, "approved", added)
