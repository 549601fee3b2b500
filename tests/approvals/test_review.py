"""Reviews without a change: what is refused, and what is written."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import (
    BODY,
    PATH,
    TODAY,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
)

from policybook.approvals import review
from policybook.approvals.plan import RequestError
from policybook.model import EntryKind
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.reading.record import approval_record
from policybook.site import build
from policybook.site.render.types import Settings
from tests.approvals.commands import (
    NO_REVIEW,
    REVIEW,
    Files,
    apply_plan,
    list_errors,
    make_school,
    plan_review,
    read_library,
    read_refusal,
)


def test_review_moves_the_date() -> None:
    files = make_school()
    proposal = plan_review(files)
    assert not proposal.is_refused, proposal.messages
    done = apply_plan(files, proposal)
    assert list_errors(done) == []
    facts = read_library(done).policies[0].versions[0].facts
    assert [(r.by, r.outcome, r.review_year.start) for r in facts.reviews] == [
        ("Governing Body", "No change: all is well", 2028)
    ]
    entry = read_library(done).record[-1]
    assert (
        entry.kind,
        entry.on,
        entry.by,
        entry.outcome,
        entry.review_year,
        entry.minute,
        entry.text,
    ) == (
        EntryKind.REVIEWED,
        "2026-10-05",
        "Governing Body",
        "No change: all is well",
        "2028/29",
        "FGB 4",
        "",
    )
    assert entry.sha256 == read_library(done).record[0].sha256
    assert "Next review in 2028/29" in proposal.messages[0]
    assert approval_record.head(read_library(done).record) in "".join(proposal.next_steps)


def test_history_names_minutes() -> None:
    files = make_school(make_approved_text(minute="FGB 12/25"))
    done = apply_plan(files, plan_review(files))
    proposal = build.build(make_sources(done), read_templates(Path()), TODAY, Settings(pdf=False))
    html = {
        asset.path: asset.data.decode()
        for asset in proposal.files()
        if asset.path.endswith("changes/index.html")
    }
    page = " ".join(
        BeautifulSoup(html["policies/behaviour/changes/index.html"], "html.parser")
        .get_text(" ")
        .split()
    )
    assert ", minute FGB 12/25. In force from" in page
    assert "Reviewed 5 October 2026 by Governing Body, minute FGB 4: No change: all is well" in page


def test_history_names_the_consultation() -> None:
    text = make_approved_text(comments_from="2025-06-02", comments_until="2025-07-11")
    site = build.build(
        make_sources(make_school(text)), read_templates(Path()), TODAY, Settings(pdf=False)
    )
    files = {asset.path: asset.data.decode() for asset in site.files() if ".html" in asset.path}
    sentence = "The consultation was from 2 June 2025 to 11 July 2025."
    assert sentence in files["policies/behaviour/changes/index.html"]


def test_same_review_is_entered_once() -> None:
    done = apply_plan(make_school(), plan_review(make_school()))
    again = plan_review(done)
    assert (again.is_refused, again.files, again.messages) == (
        False,
        {},
        ("These reviews are in the record already.",),
    )


def test_nothing_typed_names_the_command() -> None:
    empty = review.ReviewRequest("", "", "", "", "")
    for files in (make_school(), apply_plan(make_school(), plan_review(make_school()))):
        plan = plan_review(files, empty)
        assert (plan.is_refused, plan.files) == (False, {})
        (message,) = plan.messages
        assert message.endswith(
            "To enter a new one: policybook review behaviour --on DATE --by WHO "
            '--outcome "No change" --review-year YEAR'
        )


def test_two_reviews_are_listed() -> None:
    done = apply_plan(make_school(), plan_review(make_school()))
    second = review.ReviewRequest("2026-11-20", "Headteacher", "No change", "2029/30", "")
    done = apply_plan(done, plan_review(done, second))
    assert list_errors(done) == []
    assert [r.by for r in read_library(done).policies[0].versions[0].facts.reviews] == [
        "Governing Body",
        "Headteacher",
    ]


@pytest.mark.parametrize(
    "block",
    [
        "reviews:\n- on: 2026-09-01\n  by: Head\n  outcome: Fine\n  review_year: 2027/28\n",
        "reviews:\n    - on: 2026-09-01\n      by: Head\n      outcome: Fine\n      review_year: "
        "2027/28\n\n# a comment\n",
        "reviews:\n  # once\n  - {on: 2026-09-01, by: Head, outcome: Fine, review_year: 2027/28}\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_review_joins_any_list(block: str, end: str, mark: str) -> None:
    words = make_approved_text().replace("owner:", block + "owner:")
    files: Files = {PATH: (mark + words.replace("\n", end)).encode()}
    files[layout.RECORD] = make_record(files)
    proposal = plan_review(files)
    assert not proposal.is_refused, proposal.messages
    done = apply_plan(files, proposal)
    assert list_errors(done) == []
    assert len(read_library(done).policies[0].versions[0].facts.reviews) == 2
    old, new = files[PATH], done[PATH]
    assert isinstance(old, bytes) and isinstance(new, bytes)
    rows = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", new)
    rest = [row for row in rows if row in re.split(rb"(?<=\n)|(?<=\r)(?!\n)", old)]
    assert b"".join(rest).startswith(mark.encode() + b"---")
    assert len(rows) == len(rest) + 4


def test_inline_list_is_refused() -> None:
    words = make_approved_text(
        reviews="[{on: 2026-09-01, by: Head, outcome: Fine, review_year: 2027/28}]"
    )
    assert "write `reviews` as a list" in read_refusal(plan_review(make_school(words)))


def test_saved_review_needs_no_options() -> None:
    words = make_approved_text().replace(
        "owner:",
        "reviews:\n  - {on: 2026-09-01, by: Head, outcome: Fine, review_year: 2028/29}\nowner:",
    )
    files: Files = {PATH: words, layout.RECORD: make_record({PATH: make_approved_text()})}
    assert "policybook review behaviour" in "".join(list_errors(files))
    proposal = plan_review(files, NO_REVIEW)
    assert list(proposal.files) == [layout.RECORD]
    assert list_errors(apply_plan(files, proposal)) == []


def test_several_policies_are_reviewed() -> None:
    files: Files = {
        PATH: make_approved_text(),
        "docs/policies/uniform/2026-01.md": make_approved_text(),
    }
    files[layout.RECORD] = make_record(files)
    done = apply_plan(files, plan_review(files, REVIEW, "behaviour", "uniform"))
    assert list_errors(done) == []
    assert [e.policy for e in read_library(done).record if e.kind is EntryKind.REVIEWED] == [
        "behaviour",
        "uniform",
    ]


@pytest.mark.parametrize(
    ("files", "request_", "excerpt"),
    [
        ({PATH: make_approved_text()}, REVIEW, "First run: policybook approve behaviour 2025-09"),
        (
            make_school(),
            review.ReviewRequest("2031-01-01", "Head", "Fine", "2031/32", ""),
            "[future-date]",
        ),
        (
            make_school(),
            review.ReviewRequest("2025-09-01", "Head", "Fine", "2027/28", ""),
            "[review-before-approval]",
        ),
        (
            make_school(),
            review.ReviewRequest("2026-10-05", "Head", "Fine", "2024/25", ""),
            "[review-year-over]",
        ),
        (
            make_school(),
            review.ReviewRequest("2026-10-05", "Head\x1b[2J", "Fine", "2028/29", ""),
            "[field-value]",
        ),
        (
            make_school(),
            review.ReviewRequest("2026-10-05", "Head", "Fine\nstatus: withdrawn", "2028/29", ""),
            "[field-value]",
        ),
        (
            {**make_school(), PATH: make_approved_text(BODY.replace("every", "each"))},
            REVIEW,
            "[altered]",
        ),
        ({**make_school(), layout.RECORD: "half"}, REVIEW, "First run: policybook approve"),
    ],
)
def test_wrong_review_is_refused(
    files: Files, request_: review.ReviewRequest, excerpt: str
) -> None:
    assert excerpt in read_refusal(plan_review(files, request_))


@pytest.mark.parametrize(
    ("files", "request_", "excerpt"),
    [
        (
            make_school(),
            review.ReviewRequest("2026-10-05", "Head", "", "", ""),
            "Give --outcome and --review-year too",
        ),
        (
            make_school(),
            review.ReviewRequest("5 October", "Head", "Fine", "2028/29", ""),
            "--on is “5 October”",
        ),
        (
            make_school(),
            review.ReviewRequest("2026-10-05", "Head", "Fine", "2028", ""),
            "--review-year is “2028”",
        ),
        ({PATH: make_text()}, REVIEW, "No version of behaviour is in force"),
        (
            {"docs/policies/uniform/2026-01.md": make_text()},
            REVIEW,
            "no policy behaviour that can be read",
        ),
    ],
)
def test_unclear_review_raises(files: Files, request_: review.ReviewRequest, excerpt: str) -> None:
    with pytest.raises(RequestError, match=re.escape(excerpt)):
        plan_review(files, request_)
