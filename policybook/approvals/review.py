"""Plan the record of a review that changed nothing.

The review goes into the front matter of the version in force, and moves its review
date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from policybook.analysis import integrity
from policybook.approvals import front_matter_edits, plan
from policybook.approvals.plan import Plan, RecordLines, RequestError
from policybook.model import Library, Policy, Review, Version, dates, timeline, wording
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """A review as typed. If all but `minute` are empty, the front matter has the review.

    `entered` is the present time in UTC.
    """

    on: str
    by: str
    outcome: str
    review_year: str
    minute: str
    entered: str = ""


def plan_review(
    sources: Sources, typed: Sequence[str], request: ReviewRequest, today: date
) -> Plan:
    """Return what entering a review would write, or why it is refused. Raises `RequestError`."""
    review = _read_review(request, today)
    project = library.load(sources).library
    policies = [_find_policy(project, name) for name in dict.fromkeys(typed)]
    versions = _find_changed(policies, review, today) if review else []
    files = {
        v.path: front_matter_edits.add_review(sources.files[v.path], v, review)
        for v in versions
        if review
    }
    loaded = library.load(replace(sources, files={**sources.files, **files}))
    if unwritten := [v for v in versions if review and not _adds_only(loaded.library, v, review)]:
        return plan.refuse(*map(_explain_by_hand, unwritten))
    new_pairs = [v.key for v in versions]
    new_pairs += [
        (p.name, v.name)
        for p in policies
        for v in p.versions
        if v not in versions and _has_missing_reviews(loaded.library, v)
    ]
    if unrecorded := [pair for pair in new_pairs if project.find_approval(pair) is None]:
        why = "{0} {1} is not in the record. First run: policybook approve {0} {1}"
        return plan.refuse(*(why.format(*pair) for pair in unrecorded))
    if errors := list(plan.find_errors(loaded, new_pairs, today)):
        return plan.refuse(*map(str, errors), last=plan.CORRECT_FIRST)
    if not review and not new_pairs:
        return Plan(tuple(map(_explain_empty, policies)))
    lines = RecordLines(loaded.library, request.entered)
    typed_review = (review, request.minute)
    return _enter_reviews(sources, loaded.library, new_pairs, files, typed_review, lines)


def _find_changed(policies: Sequence[Policy], review: Review, today: date) -> list[Version]:
    """Return the versions in force whose files do not have the review yet."""
    versions = [_find_version_in_force(policy, today) for policy in policies]
    line = integrity.review_line(review)
    return [v for v in versions if line not in map(integrity.review_line, v.facts.reviews)]


def _read_review(request: ReviewRequest, today: date) -> Review | None:
    """Return the typed review, or None if nothing was typed. Raises `RequestError`."""
    typed = {
        "--on": request.on,
        "--by": request.by,
        "--outcome": request.outcome,
        "--review-year": request.review_year,
    }
    if not any(typed.values()):
        return None
    if missing := [option for option, words in typed.items() if not words]:
        raise RequestError(
            f"Give {' and '.join(missing)} too. Or give none of these options, to enter the "
            "reviews that are in the policy's file."
        )
    on, year = dates.read_day(request.on), dates.read_academic_year(request.review_year)
    if not on:
        raise RequestError(f"--on is “{request.on}”. Write the day as {today.isoformat()}.")
    if not year:
        raise RequestError(
            f"--review-year is “{request.review_year}”. Write the academic year as 2027/28."
        )
    return Review(on=on, by=request.by, outcome=request.outcome, review_year=year)


def _find_policy(project: Library, name: str) -> Policy:
    policy = next((p for p in project.policies if p.name == name), None)
    if policy is None:
        raise RequestError(
            f"There is no policy {name} that can be read. Run `policybook check` to see what is "
            "wrong."
        )
    return policy


def _find_version_in_force(policy: Policy, today: date) -> Version:
    version = timeline.version_in_force(policy, today)
    if version is None:
        raise RequestError(
            f"No version of {policy.name} is in force, so there is nothing to review."
        )
    return version


def _adds_only(project: Library, version: Version, review: Review) -> bool:
    """Return whether the new file differs by this review alone."""
    expected = replace(version.facts, reviews=(*version.facts.reviews, review))
    new = project.find_sound(version.key)
    # If it has faults, they are reported as findings.
    return new is None or (new.facts, new.text) == (expected, version.text)


def _explain_by_hand(version: Version) -> str:
    return (
        f"{version.path}: write `reviews` as a list, with a line `- on: …` for each review, "
        f"and `status: {version.facts.status}` on a line of its own. Save the file as UTF-8."
    )


def _explain_empty(policy: Policy) -> str:
    """Return that the files of a policy have no review to enter, and how to give one."""
    command = wording.review_command([policy.name])
    return (
        f"The record has every review in the files of {policy.name}. To enter a new one: {command}"
    )


def _has_missing_reviews(project: Library, saved_version: Version) -> bool:
    version = project.find_sound(saved_version.key)
    return version is not None and bool(plan.find_missing_reviews(project, version))


def _enter_reviews(
    sources: Sources,
    project: Library,
    new_pairs: Sequence[tuple[str, str]],
    files: dict[str, bytes],
    typed_review: tuple[Review | None, str],
    lines: RecordLines,
) -> Plan:
    messages, versions = list[str](), plan.find_sound_versions(project, new_pairs)
    for version in versions:
        approved = project.find_approval(version.key)
        # `plan_review` refuses versions without an approval.
        assert approved is not None
        for review in plan.find_missing_reviews(project, version):
            plan.add_review(
                lines, approved, review, typed_review[1] if review == typed_review[0] else ""
            )
            messages.append(
                f"{version.facts.title}, version {version.name}: reviewed by {review.by}, "
                f"{dates.format_day(review.on)}: {review.outcome.rstrip('.')}. Next review in "
                f"{dates.format_academic_year(review.review_year)}."
            )
    if not lines.lines:
        return Plan(("These reviews are in the record already.",))
    files = {**files, layout.RECORD: lines.append_to(sources.files.get(layout.RECORD))}
    next_steps = plan.list_next_steps(versions, lines)
    return plan.propose(sources, messages, files, next_steps=next_steps)
