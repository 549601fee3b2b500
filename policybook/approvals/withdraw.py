"""Withdrawing a version: its page stays, with a dated notice; and, where the words themselves must go, taking them out.

`--remove-text` takes the words out of the version's file, its summaries and the record. Title, dates, hash and reason stay, and the
record's chain does not depend on the words. What it cannot reach is said in `LEFT`: above all, the history that git keeps.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policybook.approvals import front_matter_edits, plan
from policybook.approvals.plan import NOTHING_RECORDED, Plan, RecordLines, RequestError
from policybook.model import Entry, EntryKind, Library, Status, Version, dates, timeline
from policybook.reading import approval_record, front_matter, layout, library, link_search
from policybook.reading.snapshot import Sources
from policybook.text import strict_yaml

_SHORTEST_LINE = (
    25  # letters of a line that is looked for in other files: shorter ones stand anywhere
)
#: What no command here can reach, for the one who has to.
REMAINING_COPIES = (
    "The words are removed from the files of this folder. They may still be in these places, which "
    "only you can reach:",
    "1. The published site. Build now, delete the whole old site at the web host, then copy the new "
    "folder there. If you copy over the old site, its PDFs and comparisons stay. Delete site-drafts/ "
    "too.",
    "2. The history of git, if this folder is in git. Every older commit still holds the words, in "
    "every copy, and a new commit does not remove them. Either start a new history from this folder "
    "as it is now (delete the folder .git, then git init). Or ask somebody who knows git to rewrite "
    "the history (git filter-repo --replace-text), push it by force, ask the host to delete old "
    "commits from its caches, and have every other copy deleted.",
    "3. Backups, e-mails, printed copies, and the caches of search engines and web archives.",
)


@dataclass(frozen=True, slots=True)
class WithdrawalRequest:
    """When and why, as typed; empty where the front matter says it already. `by` may stay empty: who withdrew it is then not said."""

    on: str
    by: str
    reason: str
    remove_text: bool


def plan_withdrawal(
    sources: Sources, policy: str, name: str, request: WithdrawalRequest, today: date
) -> Plan:
    """Say what withdrawing a version would write and delete, or why it may not be. Raises `Misunderstood`."""
    project = library.load(sources).library
    version = next(iter(plan.find_sound_versions(project, [(policy, name)])), None)
    if version is None:
        raise RequestError(
            f"There is no version {name} of a policy {policy} that can be read. "
            "Run `policybook check` to see what is wrong."
        )
    approved = plan.find_approval(project, policy, name)
    if approved is None or not approved.sha256:
        return plan.refuse(_explain_not_approved(version))
    if against := list(_check_request(project, version, request, today)):
        return plan.refuse(*against)
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
        return plan.refuse(
            f"{version.path}: write `status: {version.facts.status}` on a line of its own, as UTF-8."
        )
    if stops := list(plan.find_errors(loaded, [(policy, name)], today)):
        return plan.refuse(*map(str, stops), last=f"{NOTHING_RECORDED[:-1]}: correct these first.")
    return plan.add_originals(sources, result)


def _explain_not_approved(version: Version) -> str:
    if version.facts.status in (Status.DRAFT, Status.CONSULTATION):
        return f"{version.path} is not approved: its status is {version.facts.status}. Delete the file, or correct it."
    return (
        f"{version.policy} {version.name} is not in the record. "
        f"First run: policybook approve {version.policy} {version.name}\n"
        "To remove words that were never recorded, delete the file."
    )


def _check_request(
    project: Library, version: Version, request: WithdrawalRequest, today: date
) -> Iterator[str]:
    """What was typed lacks something, or is not what the version's own front matter says."""
    facts, on = version.facts, dates.read_day(request.on)
    if request.on and not on:
        yield f"--on is “{request.on}”. Write the day as {today.isoformat()}."
    elif on and on.date > today:
        yield f"--on is {dates.in_words(on)}, which is in the future: withdraw it on that day."
    if facts.status is Status.WITHDRAWN:
        if (
            request.remove_text
            and (request.on or request.reason)
            and not (request.on and request.reason)
        ):
            yield (
                "Give both --on and --reason for the removal of the words. Give neither if they are "
                "the same as for the withdrawal."
            )
        for option, typed, saved in (
            ("--on", request.on, dates.as_typed(facts.withdrawn_on) if facts.withdrawn_on else ""),
            ("--reason", request.reason, facts.reason),
        ):
            if (
                typed
                and typed != saved
                and not (request.remove_text and _is_recorded(project, version))
            ):
                yield (
                    f"It is withdrawn already: {option} says “{typed}”, but the file says “{saved}”. "
                    f"Leave {option} out."
                )
    elif missing := [
        option
        for option, words in (("--on", request.on), ("--reason", request.reason))
        if not words
    ]:
        yield (
            f"Give {' and '.join(missing)} too, such as: policybook withdraw {version.policy} {version.name} "
            f'--on {today.isoformat()} --reason "Another policy takes its place."'
        )


def _is_recorded(project: Library, version: Version) -> bool:
    """Whether the record holds the withdrawal."""
    key = (version.policy, version.name)
    return any(
        e.kind is EntryKind.WITHDRAWN and (e.policy, e.version) == key for e in project.record
    )


def _write_withdrawal(data: bytes, version: Version, request: WithdrawalRequest) -> bytes:
    """The version's file: with its withdrawal in the front matter, and without its words where they are to go."""
    facts, on = version.facts, dates.read_day(request.on)
    if request.remove_text:
        if facts.status is not Status.WITHDRAWN:
            facts = replace(facts, status=Status.WITHDRAWN, withdrawn_on=on, reason=request.reason)
        return front_matter_edits.remove_text(facts)
    if facts.status is Status.WITHDRAWN:
        return data
    rows = [
        f"withdrawn_on: {strict_yaml.written(request.on)}",
        f"reason: {strict_yaml.written(request.reason)}",
    ]
    return front_matter_edits.set_status(data, version, "withdrawn", rows)


def _is_as_intended(project: Library, version: Version, request: WithdrawalRequest) -> bool:
    """Whether the file, read again, says what it said, but for the withdrawal and the words."""
    again = next(iter(plan.find_sound_versions(project, [(version.policy, version.name)])), None)
    if again is None:
        return True  # its faults are told
    now = again.facts
    expected = replace(
        version.facts, status=Status.WITHDRAWN, withdrawn_on=now.withdrawn_on, reason=now.reason
    )
    if request.remove_text:
        return (now, again.text) == (front_matter.without_text(expected), "")
    return (now, again.text) == (expected, version.text)


def _find_deletions(project: Library, version: Version) -> Iterator[str]:
    """The summaries of a version, and the pictures that it alone shows."""
    yield from sorted(s.path for s in version.summaries)
    others = [v for p in project.policies for v in p.versions if v is not version] + list(
        project.unsound
    )
    shown = {path for other in others for path in link_search.find_pictures(project, other)}
    yield from sorted(set(link_search.find_pictures(project, version)) - shown)


def _enter_withdrawal(
    sources: Sources, project: Library, version: Version, approved: Entry, request: WithdrawalRequest, files: dict[str, bytes],
    deletions: tuple[str, ...],
) -> Plan:  # fmt: skip
    facts, lines = version.facts, RecordLines(project)
    on = request.on or (dates.as_typed(facts.withdrawn_on) if facts.withdrawn_on else "")
    besides = {"reason": request.reason or facts.reason or ""}
    if request.remove_text:
        besides["removed"] = approval_record.REMOVED
    done = (
        timeline.removal(project, version) is not None
        if request.remove_text
        else _is_recorded(project, version)
    )
    if not done:
        lines.add(
            lambda previous: approval_record.later_line(
                EntryKind.WITHDRAWN,
                approved,
                by=request.by,
                on=on,
                minute="",
                previous=previous,
                besides=besides,
            )
        )
    old = sources.files.get(layout.RECORD, b"")
    new = lines.append_to(
        approval_record.without_text(old, version.policy, version.name)
        if request.remove_text
        else old
    )
    files = {
        path: data
        for path, data in {**files, layout.RECORD: new}.items()
        if data != sources.files.get(path)
    }
    messages = tuple(_describe(sources, version, request, on, besides["reason"], deletions))
    after = plan.list_next_steps([version], lines)
    after = (*after, *REMAINING_COPIES) if request.remove_text else after
    return Plan(messages, False, files, len(lines.lines), deletions=deletions, next_steps=after)


def _describe(
    sources: Sources,
    version: Version,
    request: WithdrawalRequest,
    on: str,
    reason: str,
    deletions: tuple[str, ...],
) -> Iterator[str]:
    day = dates.read_day(on)
    yield f"{version.facts.title}, version {version.name}: withdrawn {dates.in_words(day) if day else on}: {reason}"
    if not request.remove_text:
        yield "Its page stays, with that notice."
        return
    yield (
        f"Its words are removed from {version.path} and from the record. "
        "Its title, dates, hash and this reason stay."
    )
    yield from (f"{path} is deleted." for path in deletions)
    for path, count in _find_copies(sources, version, deletions):
        yield (
            f"{path} has {count} of the same lines. They stay there: "
            "if they must go too, edit that file, or withdraw that version with --remove-text."
        )


def _find_copies(
    sources: Sources, version: Version, deletions: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """Other files with lines of the text that are long enough not to stand there by chance."""
    lines = {
        line.strip() for line in version.text.split("\n") if len(line.strip()) >= _SHORTEST_LINE
    }
    for path, data in sorted(sources.files.items()):
        if path.endswith((".md", ".yml")) and path != version.path and path not in deletions:
            text = library.decode(data, path)[0]
            if count := len(lines & {line.strip() for line in text.split("\n")}):
                yield path, count
