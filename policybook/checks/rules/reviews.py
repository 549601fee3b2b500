"""Review dates: after the approval, and not overdue."""

from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import finding_at_field
from policybook.model import Library, ReviewState, Version, dates, timeline, wording
from policybook.model.findings import Finding, Severity


def reviews_follow_approvals(library: Library, today: date) -> Iterator[Finding]:
    """The next review comes after the approval, and `review_by` is in the review year.

    Bad: approved on 2025-09-15 with `review_year: 2023/24`.
    Good: approved on 2025-09-15 with `review_year: 2026/27`.
    Remedy: Write the academic year of the next review. If you also give its day, use a
    day in that year.
    Codes: review-before-approval, review-year-and-date, review-year-over.
    """
    for version in library.walk_sound():
        yield from _check_review_dates(version)


def _check_review_dates(version: Version) -> Iterator[Finding]:
    facts = version.facts
    approved = facts.approved_on
    year_end, review_by = dates.last_day(facts.review_year), facts.review_by
    if approved and year_end < approved.date:
        yield finding_at_field(
            version,
            "review_year",
            "review-before-approval",
            f"the review year {dates.format_academic_year(facts.review_year)} ended "
            f"before the approval, {dates.format_day(approved)}",
            "Write the academic year of the next review.",
        )
    if review_by and approved and review_by.date < approved.date:
        yield finding_at_field(
            version,
            "review_by",
            "review-before-approval",
            f"the review date {dates.format_day(review_by)} is before the approval date "
            f"{dates.format_day(approved)}",
            "Write the last day for the next review.",
        )
    elif review_by and not dates.first_day(facts.review_year) <= review_by.date <= year_end:
        yield finding_at_field(
            version,
            "review_by",
            "review-year-and-date",
            f"the review date {dates.format_day(review_by)} is not in the review year "
            f"{dates.format_academic_year(facts.review_year)}",
            "Correct `review_by` or `review_year`, so that the day is in the year.",
            Severity.WARNING,
        )
    yield from _check_recorded_reviews(version)


def _check_recorded_reviews(version: Version) -> Iterator[Finding]:
    approved = version.facts.approved_on
    for review in version.facts.reviews:
        if approved and review.on.date < approved.date:
            yield finding_at_field(
                version,
                "reviews",
                "review-before-approval",
                f"a review on {dates.format_day(review.on)} is before the approval, "
                f"{dates.format_day(approved)}",
                "Correct the date of the review.",
            )
        if dates.last_day(review.review_year) < review.on.date:
            yield finding_at_field(
                version,
                "reviews",
                "review-year-over",
                f"the review on {dates.format_day(review.on)} set the next one for "
                f"{dates.format_academic_year(review.review_year)}, which had already ended",
                "Write the academic year of the next review.",
            )


def reviews_are_up_to_date(library: Library, today: date) -> Iterator[Finding]:
    """The school reviews the version in force by its review date.

    A review that is due or overdue gives a warning. It never stops a build.

    Bad: in force with `review_year: 2024/25` in November 2026.
    Good: a new version, or a recorded review that moves the date.
    Remedy: Put the review on the governors' agenda. If nothing changes, run `policybook
    review` with `--on`, `--by`, `--outcome` and `--review-year`; otherwise write the next
    version.
    Codes: review-due, review-overdue.
    """
    for row in timeline.register(library, today):
        if (
            timeline.version_in_force(row.policy, today) is not row.version
            or row.outlook.state is ReviewState.FINE
        ):
            continue
        field = (
            "reviews"
            if row.outlook.reviewed
            else "review_by"
            if row.version.facts.review_by
            else "review_year"
        )
        yield finding_at_field(
            row.version,
            field,
            f"review-{row.outlook.state}",
            wording.review_message(row.outlook),
            "Put the review on the governors' agenda. Then write the next version or, if nothing "
            f"changes, run `{wording.review_command([row.policy.name])}`, with the day, who "
            "reviewed it, and the academic year of the next review.",
            Severity.WARNING,
        )
