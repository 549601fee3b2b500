"""Withdrawals, with and without the removal of words."""

import pytest
from builders import (
    BODY,
    PATH,
    make_approved_text,
    make_record,
    make_text,
)

from policybook.approvals import withdraw
from policybook.approvals.plan import RequestError
from policybook.model import EntryKind
from policybook.reading.files import layout
from policybook.reading.record import approval_record
from policybook.reading.references import links
from tests.approvals.commands import (
    LATER,
    NO_WITHDRAWAL,
    OLD,
    REMOVAL,
    SECRET,
    SECRETS,
    WITHDRAWAL,
    Files,
    apply_plan,
    list_errors,
    make_school,
    make_secret_files,
    plan_withdrawal,
    read_library,
    read_lines,
    read_refusal,
)


def test_withdrawn_version_keeps_its_words() -> None:
    files = make_school()
    proposal = plan_withdrawal(files)
    done = apply_plan(files, proposal)
    assert list_errors(done) == []
    assert (
        done[PATH]
        == make_approved_text()
        .replace(
            "status: approved\n",
            "status: withdrawn\nwithdrawn_on: 2026-11-01\nreason: The law changed.\n"
            "withdrawn_by: Governing Body\n",
        )
        .encode()
    )
    entry = read_library(done).record[-1]
    assert (entry.kind, entry.by, entry.on, entry.reason, entry.removed) == (
        EntryKind.WITHDRAWN,
        "Governing Body",
        "2026-11-01",
        "The law changed.",
        "",
    )
    again = plan_withdrawal(done, NO_WITHDRAWAL)
    assert (again.is_refused, again.files, again.deletions) == (False, {}, ())


def test_saved_withdrawal_is_entered() -> None:
    files: Files = {
        **make_school(),
        PATH: apply_plan(make_school(), plan_withdrawal(make_school()))[PATH],
    }
    assert "policybook withdraw behaviour 2025-09" in "".join(list_errors(files))
    assert list_errors(apply_plan(files, plan_withdrawal(files, NO_WITHDRAWAL))) == []


@pytest.mark.parametrize(
    ("files", "request_", "excerpt"),
    [
        ({PATH: make_text()}, WITHDRAWAL, "its status is draft"),
        (
            {PATH: make_approved_text()},
            WITHDRAWAL,
            "First run: policybook approve behaviour 2025-09",
        ),
        (make_school(), NO_WITHDRAWAL, "Give --on and --reason too"),
        (
            make_school(),
            withdraw.WithdrawalRequest("2026-11-01", "", "", remove_text=True),
            "Give --reason too",
        ),
        (
            make_school(),
            withdraw.WithdrawalRequest("2026-12-01", "", "x", remove_text=False),
            "is in the future",
        ),
        (
            make_school(),
            withdraw.WithdrawalRequest("2025-01-01", "", "x", remove_text=False),
            "[before-approval]",
        ),
        (
            make_school(),
            withdraw.WithdrawalRequest("2026-11-01", "", "x\ntitle: y", remove_text=False),
            "[field-value]",
        ),
        (
            {**make_school(), PATH: make_approved_text(BODY.replace("every", "each"))},
            WITHDRAWAL,
            "[altered]",
        ),
        (
            apply_plan(make_school(), plan_withdrawal(make_school())),
            withdraw.WithdrawalRequest("2026-11-02", "", "", remove_text=False),
            "--on says",
        ),
    ],
)
def test_wrong_withdrawal_is_refused(
    files: Files, request_: withdraw.WithdrawalRequest, excerpt: str
) -> None:
    assert excerpt in read_refusal(plan_withdrawal(files, request_))


def test_missing_version_raises() -> None:
    with pytest.raises(
        RequestError, match="no version 1999 of a policy behaviour that can be read"
    ):
        plan_withdrawal(make_school(), WITHDRAWAL, "1999")


# ---------- removed words


def test_removed_words_keep_the_chain() -> None:
    files = make_secret_files()
    before = read_library(files).record
    proposal = plan_withdrawal(files, REMOVAL)
    assert not proposal.is_refused, proposal.messages
    done = apply_plan(files, proposal)
    assert list_errors(done) == []
    for path, data in done.items():
        whole = f"{path} {data if isinstance(data, str) else data.decode()}"
        assert not [s for s in SECRETS if s in whole], path
    entries, faults = approval_record.read(proposal.files[layout.RECORD])
    assert faults == ()
    assert [e.hash for e in entries[: len(before)]] == [e.hash for e in before]
    assert [e.sha256 for e in entries[: len(before)]] == [e.sha256 for e in before]
    assert [bool(e.text) for e in entries] == [True, False, True, False]
    assert (entries[-1].reason, entries[-1].removed, entries[-1].sha256) == (
        "A court ordered it.",
        "text",
        before[1].sha256,
    )
    assert sorted(proposal.deletions) == sorted(
        p for p in files if ("2025-09." in p and p != OLD) or p.endswith(".png")
    )
    assert "history of git" in "".join(proposal.next_steps)
    assert "delete the whole old site" in "".join(proposal.next_steps)


def test_copies_in_other_files_are_named() -> None:
    files = make_secret_files()
    files["docs/policies/uniform/2026-01.md"] = make_text(f"## Rules\n\nWe help. {SECRET}\n")
    assert "docs/policies/uniform/2026-01.md has 1 of the same lines" in "\n".join(
        plan_withdrawal(files, REMOVAL).messages
    )


def test_shared_picture_stays() -> None:
    files = make_secret_files()
    del files[layout.RECORD]
    files[LATER] = make_approved_text(
        "## Rules\n\n![A plan](quince.png)\n", approved_on="2026-05-11", changes="Less."
    )
    files[layout.RECORD] = make_record(files)
    assert "docs/policies/behaviour/quince.png" not in plan_withdrawal(files, REMOVAL).deletions


def test_removal_may_follow_withdrawal() -> None:
    files = apply_plan(make_school(), plan_withdrawal(make_school()))
    proposal = plan_withdrawal(
        files, withdraw.WithdrawalRequest("2026-11-20", "", "A court ordered it.", remove_text=True)
    )
    done = apply_plan(files, proposal)
    assert list_errors(done) == []
    assert read_library(done).policies[0].versions[0].facts.reason == "The law changed."
    assert [e.reason for e in read_library(done).record] == [
        "",
        "The law changed.",
        "A court ordered it.",
    ]
    assert (
        plan_withdrawal(done, withdraw.WithdrawalRequest("", "", "", remove_text=True)).files == {}
    )


def test_altered_text_can_be_removed() -> None:
    files = {**make_school(), PATH: make_approved_text(BODY.replace("every", "each"))}
    assert list_errors(apply_plan(files, plan_withdrawal(files, REMOVAL))) == []


@pytest.mark.parametrize(
    ("harm", "excerpt"),
    [
        (lambda f: {**f, OLD: f[OLD] + b"\n## Purpose\n\nAgain.\n"}, "the file has words again"),
        (
            lambda f: {**f, OLD.replace(".md", ".parents.md"): "- Again. [1.1]\n"},
            "it still has this summary",
        ),
        (
            lambda f: {
                **f,
                OLD: f[OLD].replace(b"approved_on: 2025-09-15", b"approved_on: 2025-09-14"),
            },
            "`approved_on` changed",
        ),
        (
            lambda f: {**f, OLD: f[OLD].replace(b"Governing Body", b"Nobody")},
            "`approved_by` changed",
        ),
        (lambda f: {**f, OLD: f[OLD].replace(b"A court", b"Nobody")}, "`reason` changed"),
        (lambda f: {k: v for k, v in f.items() if k != OLD}, "is missing"),
        (
            lambda f: {
                **f,
                layout.RECORD: f[layout.RECORD].replace(b'"removed": "text"', b'"removed": "txt"'),
            },
            "hash of this",
        ),
        (
            lambda f: {
                **f,
                layout.RECORD: b"".join(f[layout.RECORD].splitlines(keepends=True)[:-1]),
            },
            "does not match its hash",
        ),
    ],
)
def test_harm_to_removed_version_is_found(harm: object, excerpt: str) -> None:
    assert callable(harm)
    files = make_secret_files()
    assert excerpt in "\n".join(
        list_errors(harm(apply_plan(files, plan_withdrawal(files, REMOVAL))))
    )


def test_restored_words_are_removed_again() -> None:
    files = make_secret_files()
    done = apply_plan(files, plan_withdrawal(files, REMOVAL))
    back = {
        **done,
        layout.RECORD: "\n".join(
            [read_lines(done)[0], read_lines(files)[1], *read_lines(done)[2:], ""]
        ),
    }
    assert "the record still has the words" in "".join(list_errors(back))
    assert (
        list_errors(
            apply_plan(
                back,
                plan_withdrawal(back, withdraw.WithdrawalRequest("", "", "", remove_text=True)),
            )
        )
        == []
    )


def test_link_to_removed_clause_opens_page() -> None:
    files = make_secret_files()
    del files[layout.RECORD]
    files["docs/policies/uniform/2026-01.md"] = make_approved_text(
        "## Rules\n\nSee [it](../behaviour/2025-09.md#s1-1).\n"
    )
    files[layout.RECORD] = make_record(files)
    done = apply_plan(files, plan_withdrawal(files, REMOVAL))
    assert list_errors(done) == []
    there = next(p for p in read_library(done).policies if p.name == "uniform").versions[0]
    assert links.resolve(
        read_library(done), there, "../behaviour/2025-09.md#s1-1"
    ) == links.SiteLink("policies/behaviour/2025-09/")
