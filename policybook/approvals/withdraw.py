"""Plan the withdrawal of a version: its page stays, with a dated notice.

`--remove-text` also removes the words from the version's file, its summaries and the
record. Title, dates, hash and reason stay, and the record's chain does not depend on
the words. `REMAINING_COPIES` says what the command cannot reach, such as the history in
git.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policybook.approvals import front_matter_edits, plan
from policybook.model import Entry, EntryKind, Library, Status, Version, dates, timeline
from policybook.reading import library
from policybook.reading.fields import front_matter
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.record import approval_record
from policybook.reading.references import link_search

#: Shorter lines may be in other files by chance. In characters.
_SHORTEST_LINE = 25
#: Copies that no command here can reach.
REMAINING_COPIES = (
    "The words are removed from the files of this folder. They may still be in these places, which "
    "only you can reach:",
    "1. The published site. Build now, delete the whole old site at the web host, then copy the "
    "new folder there. If you copy over the old site, its PDFs and comparisons stay. Delete "
    "site-drafts/ too.",
    "2. The history of git, if this folder is in git. Every older commit still holds the words, "
    "in every copy, and a new commit does not remove them. Either start a new history from this "
    "folder as it is now (delete the folder .git, then git init). Or ask somebody who knows git "
    "to rewrite the history (git filter-repo --replace-text), push it by force, ask the host to "
    "delete old commits from its caches, and have every other copy deleted.",
    "3. Backups, e-mails, printed copies, and the caches of search engines and web archives.",
)


@dataclass(frozen=True, slots=True)
class WithdrawalRequest:
    """When and why, as typed. Empty: the front matter says it. `by` is optional.

    `entered` is the present time in UTC.
    """

    on: str
    by: str
    reason: str
    remove_text: bool
    entered: str = ""


def plan_withdrawal(
    sources: Sources, policy: str, name: str, request: WithdrawalRequest, today: date
) -> plan.Plan:
    """Return what a withdrawal would write and delete, or why it is refused.

    Raises `RequestError`.
    """
    project = library.load(sources).library
    version = project.find_sound((policy, name))
    if version is None:
        raise plan.RequestError(
            f"There is no version {name} of a policy {policy} that can be read. "
            "Run `policybook check` to see what is wrong."
        )
    approved = project.find_approval((policy, name))
    if approved is None or not approved.sha256:
        return plan.refuse(_explain_not_approved(version))
    if objections := list(_check_request(project, version, request, today)):
        return plan.refuse(*objections)
    deletions = tuple(_find_deletions(project, version)) if request.remove_text else ()
    files = {version.path: _write_withdrawal(sources.files[version.path], version, request)}
    result = _enter_withdrawal(sources, project, version, approved, request, files, deletions)
    files_left = {
        path: data
        for path, data in {**sources.files, **result.files}.items()
        if path not in deletions
    }
    loaded = library.load(replace(sources, files=files_left))
    if not _is_as_intended(loaded.library, version, request):
        return plan.refuse(plan.explain_unwritten(version))
    if errors := list(plan.find_errors(loaded, [(policy, name)], today)):
        return plan.refuse(*map(str, errors), last=plan.CORRECT_FIRST)
    return result


def _explain_not_approved(version: Version) -> str:
    if version.facts.is_undecided:
        return (
            f"{version.path} is not approved: its status is {version.facts.status}. Only an "
            "approved version can be withdrawn. If nobody needs this text, delete the file."
        )
    return (
        f"{version.policy} {version.name} is not in the record. "
        f"First run: policybook approve {version.policy} {version.name}\n"
        "To remove words that were never recorded, delete the file."
    )


def _check_request(
    project: Library, version: Version, request: WithdrawalRequest, today: date
) -> Iterator[str]:
    """Yield what the request lacks, and where it contradicts the front matter."""
    facts, on = version.facts, dates.read_day(request.on)
    if request.on and not on:
        yield f"--on is “{request.on}”. Write the day as {today.isoformat()}."
    elif on and on.date > today:
        yield f"--on is {dates.format_day(on)}, which is in the future: withdraw it on that day."
    if facts.status is Status.WITHDRAWN:
        yield from _check_withdrawn(project, version, request)
    elif missing := [
        option
        for option, words in (("--on", request.on), ("--reason", request.reason))
        if not words
    ]:
        yield (
            f"Give {' and '.join(missing)} too, such as: policybook withdraw {version.policy} "
            f"{version.name} "
            f'--on {today.isoformat()} --reason "Another policy takes its place."'
        )


def _check_withdrawn(
    project: Library, version: Version, request: WithdrawalRequest
) -> Iterator[str]:
    """Yield where the request contradicts the withdrawal in the front matter."""
    facts = version.facts
    if request.remove_text and bool(request.on) != bool(request.reason):
        yield (
            "Give both --on and --reason for the removal of the words. "
            "Give neither if they are the same as for the withdrawal."
        )
    if request.remove_text and _is_recorded(project, version):
        return
    for option, typed, saved in (
        ("--on", request.on, dates.format_iso_day(facts.withdrawn_on)),
        ("--reason", request.reason, facts.reason),
    ):
        if typed and typed != saved:
            yield (
                f"It is withdrawn already: {option} says “{typed}”, but the file says “{saved}”. "
                f"Leave {option} out."
            )


def _is_recorded(project: Library, version: Version) -> bool:
    return any(e.kind is EntryKind.WITHDRAWN and e.key == version.key for e in project.record)


def _write_withdrawal(data: bytes, version: Version, request: WithdrawalRequest) -> bytes:
    """Return the version's file with its withdrawal, and without its words if they are removed."""
    facts, on = version.facts, dates.read_day(request.on)
    if request.remove_text:
        if facts.status is not Status.WITHDRAWN:
            facts = replace(
                facts,
                status=Status.WITHDRAWN,
                withdrawn_on=on,
                reason=request.reason,
                withdrawn_by=request.by or None,
            )
        return front_matter_edits.remove_text(facts)
    if facts.status is Status.WITHDRAWN:
        return data
    new = {"withdrawn_on": request.on, "reason": request.reason, "withdrawn_by": request.by}
    return front_matter_edits.set_status(data, version, "withdrawn", new)


def _is_as_intended(project: Library, version: Version, request: WithdrawalRequest) -> bool:
    """Return whether the new file differs only by the withdrawal and the removed words."""
    new_version = project.find_sound(version.key)
    if new_version is None:
        # Its faults are reported as findings.
        return True
    new_facts = new_version.facts
    expected = replace(
        version.facts,
        status=Status.WITHDRAWN,
        withdrawn_on=new_facts.withdrawn_on,
        reason=new_facts.reason,
        withdrawn_by=new_facts.withdrawn_by,
    )
    if request.remove_text:
        return (new_facts, new_version.text) == (front_matter.drop_with_text(expected), "")
    return (new_facts, new_version.text) == (expected, version.text)


def _find_deletions(project: Library, version: Version) -> Iterator[str]:
    """Yield a version's summaries, and the pictures that only it shows."""
    yield from sorted(s.path for s in version.summaries)
    others = (v for v in project.walk_versions() if v is not version)
    shown_pictures = {
        path for other in others for path in link_search.find_pictures(project, other)
    }
    yield from sorted(set(link_search.find_pictures(project, version)) - shown_pictures)


def _enter_withdrawal(
    sources: Sources,
    project: Library,
    version: Version,
    approved: Entry,
    request: WithdrawalRequest,
    files: dict[str, bytes],
    deletions: tuple[str, ...],
) -> plan.Plan:
    facts, lines = version.facts, plan.RecordLines(project, request.entered)
    on = request.on or dates.format_iso_day(facts.withdrawn_on)
    besides = {"reason": request.reason or facts.reason or ""}
    if request.remove_text:
        besides["removed"] = approval_record.REMOVED
    if not _is_entered(project, version, request):
        by = request.by or facts.withdrawn_by or ""
        lines.add_later(EntryKind.WITHDRAWN, approved, by, on, **besides)
    record = sources.files.get(layout.RECORD, b"")
    if request.remove_text:
        record = approval_record.remove_text(record, version.policy, version.name)
    new = lines.append_to(record)
    files = {
        path: data
        for path, data in {**files, layout.RECORD: new}.items()
        if data != sources.files.get(path)
    }
    messages = _describe(sources, version, request, on, besides["reason"], deletions)
    next_steps = plan.list_next_steps([version], lines)
    next_steps = (*next_steps, *REMAINING_COPIES) if request.remove_text else next_steps
    return plan.propose(sources, messages, files, deletions, next_steps)


def _is_entered(project: Library, version: Version, request: WithdrawalRequest) -> bool:
    """Return whether the record has this withdrawal, or this removal, already."""
    if request.remove_text:
        return timeline.removal(project, version) is not None
    return _is_recorded(project, version)


def _describe(
    sources: Sources,
    version: Version,
    request: WithdrawalRequest,
    on: str,
    reason: str,
    deletions: tuple[str, ...],
) -> Iterator[str]:
    day = dates.read_day(on)
    yield (
        f"{version.facts.title}, version {version.name}: withdrawn "
        f"{dates.format_day(day) if day else on}: {reason}"
    )
    if not request.remove_text:
        yield "Its page stays, with that notice."
        return
    yield (
        f"Its words are removed from {version.path} and from the record. "
        "Its title, dates, hash and this reason stay."
    )
    yield from (f"{path} is deleted." for path in deletions)
    for path, count in find_copies(sources, version, deletions):
        yield (
            f"{path} has {count} of the same lines. They stay there: "
            "if they must go too, edit that file, or withdraw that version with --remove-text."
        )


def find_copies(
    sources: Sources, version: Version, deletions: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """Yield other files with lines of the text, and how many.

    Short lines do not count, because they may be there by chance.
    """
    words = map(str.strip, version.text.split("\n"))
    lines = {line for line in words if len(line) >= _SHORTEST_LINE}
    for path, data in sorted(sources.files.items()):
        if path.endswith((".md", ".yml")) and path != version.path and path not in deletions:
            text = library.decode(data, path)[0]
            if count := len(lines.intersection(map(str.strip, text.split("\n")))):
                yield path, count
