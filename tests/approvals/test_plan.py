"""Reviews and withdrawals: what is asked, whether it may be, what is written; and that any sequence of commands keeps a record that verifies."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import (
    BODY,
    PATH,
    TODAY,
    limit_examples,
    list_findings,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
    write_files,
)
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from policybook.analysis import integrity
from policybook.approvals import approve, plan, review, withdraw
from policybook.approvals.plan import FileChangedError, Plan, RequestError
from policybook.model import EntryKind, Library, timeline
from policybook.model.findings import Severity
from policybook.project.templates import read_templates
from policybook.reading import approval_record, approved_text, layout, library, links
from policybook.site import build
from policybook.site.render.types import Settings

Files = dict[str, str | bytes]
REVIEW = review.ReviewRequest(
    "2026-10-05", "Governing Body", "No change: all is well", "2028/29", "FGB 4"
)
NO_REVIEW = review.ReviewRequest("", "", "", "", "")
GONE = withdraw.WithdrawalRequest(
    "2026-11-01", "Governing Body", "The law changed.", remove_text=False
)
OUT = withdraw.WithdrawalRequest(
    "2026-11-01", "Governing Body", "A court ordered it.", remove_text=True
)
NOTHING_TYPED = withdraw.WithdrawalRequest("", "", "", remove_text=False)


def school(item: str = "", **more: str | bytes) -> Files:
    """A school with one recorded version."""
    files: Files = {PATH: item or make_approved_text()}
    return {**files, layout.RECORD: make_record(files), **more}


def after(files: Files, proposal: Plan) -> Files:
    return {
        path: data
        for path, data in {**files, **proposal.files}.items()
        if path not in proposal.deletions
    }


def reviewed(files: Files, request: review.ReviewRequest = REVIEW, *policies: str) -> Plan:
    return review.plan_review(make_sources(files), policies or ("behaviour",), request, TODAY)


def withdrawn(
    files: Files, request: withdraw.WithdrawalRequest = GONE, version: str = "2025-09"
) -> Plan:
    return withdraw.plan_withdrawal(make_sources(files), "behaviour", version, request, TODAY)


def known(files: Files) -> Library:
    return library.load(make_sources(files)).library


def errors(files: Files) -> list[str]:
    return [str(f) for f in list_findings(make_sources(files)) if f.severity is Severity.ERROR]


def refused(proposal: Plan) -> str:
    assert proposal.is_refused
    assert (proposal.files, proposal.deletions, proposal.entries) == ({}, (), 0)
    assert proposal.messages[-1].startswith("Nothing was recorded")
    return "\n".join(proposal.messages)


# ---------- reviews


def test_review_moves_the_date() -> None:
    files = school()
    proposal = reviewed(files)
    assert not proposal.is_refused, proposal.messages
    done = after(files, proposal)
    assert errors(done) == []
    facts = known(done).policies[0].versions[0].facts
    assert [(r.by, r.outcome, r.review_year.start) for r in facts.reviews] == [
        ("Governing Body", "No change: all is well", 2028)
    ]
    entry = known(done).record[-1]
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
    assert entry.sha256 == known(done).record[0].sha256
    assert "Next review in 2028/29" in proposal.messages[0]
    assert approval_record.head(known(done).record) in "".join(proposal.next_steps)


def test_history_names_minutes() -> None:
    files = school(make_approved_text(minute="FGB 12/25"))
    done = after(files, reviewed(files))
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
    assert ", minute FGB 12/25. In force since" in page
    assert "Reviewed 5 October 2026 by Governing Body, minute FGB 4: No change: all is well" in page


def test_same_review_is_entered_once() -> None:
    done = after(school(), reviewed(school()))
    again = reviewed(done)
    assert (again.is_refused, again.files, again.messages) == (
        False,
        {},
        ("These reviews are in the record already.",),
    )


def test_two_reviews_are_listed() -> None:
    done = after(school(), reviewed(school()))
    second = review.ReviewRequest("2026-11-20", "Headteacher", "No change", "2029/30", "")
    done = after(done, reviewed(done, second))
    assert errors(done) == []
    assert [r.by for r in known(done).policies[0].versions[0].facts.reviews] == [
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
    proposal = reviewed(files)
    assert not proposal.is_refused, proposal.messages
    done = after(files, proposal)
    assert errors(done) == []
    assert len(known(done).policies[0].versions[0].facts.reviews) == 2
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
    assert "write `reviews` as a list" in refused(reviewed(school(words)))


def test_saved_review_needs_no_options() -> None:
    words = make_approved_text().replace(
        "owner:",
        "reviews:\n  - {on: 2026-09-01, by: Head, outcome: Fine, review_year: 2028/29}\nowner:",
    )
    files: Files = {PATH: words, layout.RECORD: make_record({PATH: make_approved_text()})}
    assert "policybook review behaviour" in "".join(errors(files))
    proposal = reviewed(files, NO_REVIEW)
    assert list(proposal.files) == [layout.RECORD]
    assert errors(after(files, proposal)) == []


def test_several_policies_are_reviewed() -> None:
    files: Files = {
        PATH: make_approved_text(),
        "docs/policies/uniform/2026-01.md": make_approved_text(),
    }
    files[layout.RECORD] = make_record(files)
    done = after(files, reviewed(files, REVIEW, "behaviour", "uniform"))
    assert errors(done) == []
    assert [e.policy for e in known(done).record if e.kind is EntryKind.REVIEWED] == [
        "behaviour",
        "uniform",
    ]


@pytest.mark.parametrize(
    ("files", "request_", "excerpt"),
    [
        ({PATH: make_approved_text()}, REVIEW, "First run: policybook approve behaviour 2025-09"),
        (
            school(),
            review.ReviewRequest("2031-01-01", "Head", "Fine", "2031/32", ""),
            "[future-date]",
        ),
        (
            school(),
            review.ReviewRequest("2025-09-01", "Head", "Fine", "2027/28", ""),
            "[review-before-approval]",
        ),
        (
            school(),
            review.ReviewRequest("2026-10-05", "Head", "Fine", "2024/25", ""),
            "[review-year-over]",
        ),
        (
            school(),
            review.ReviewRequest("2026-10-05", "Head\x1b[2J", "Fine", "2028/29", ""),
            "[field-value]",
        ),
        (
            school(),
            review.ReviewRequest("2026-10-05", "Head", "Fine\nstatus: withdrawn", "2028/29", ""),
            "[field-value]",
        ),
        (
            {**school(), PATH: make_approved_text(BODY.replace("every", "each"))},
            REVIEW,
            "[altered]",
        ),
        ({**school(), layout.RECORD: "half"}, REVIEW, "First run: policybook approve"),
    ],
)
def test_wrong_review_is_refused(
    files: Files, request_: review.ReviewRequest, excerpt: str
) -> None:
    assert excerpt in refused(reviewed(files, request_))


@pytest.mark.parametrize(
    ("files", "request_", "excerpt"),
    [
        (
            school(),
            review.ReviewRequest("2026-10-05", "Head", "", "", ""),
            "Give --outcome and --review-year too",
        ),
        (
            school(),
            review.ReviewRequest("5 October", "Head", "Fine", "2028/29", ""),
            "--on is “5 October”",
        ),
        (
            school(),
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
        reviewed(files, request_)


# ---------- withdrawals


def test_withdrawn_version_keeps_its_words() -> None:
    files = school()
    proposal = withdrawn(files)
    done = after(files, proposal)
    assert errors(done) == []
    assert (
        done[PATH]
        == make_approved_text()
        .replace(
            "status: approved\n",
            "status: withdrawn\nwithdrawn_on: 2026-11-01\nreason: The law changed.\n",
        )
        .encode()
    )
    entry = known(done).record[-1]
    assert (entry.kind, entry.by, entry.on, entry.reason, entry.removed) == (
        EntryKind.WITHDRAWN,
        "Governing Body",
        "2026-11-01",
        "The law changed.",
        "",
    )
    again = withdrawn(done, NOTHING_TYPED)
    assert (again.is_refused, again.files, again.deletions) == (False, {}, ())


def test_saved_withdrawal_is_entered() -> None:
    files: Files = {**school(), PATH: after(school(), withdrawn(school()))[PATH]}
    assert "policybook withdraw behaviour 2025-09" in "".join(errors(files))
    assert errors(after(files, withdrawn(files, NOTHING_TYPED))) == []


@pytest.mark.parametrize(
    ("files", "request_", "excerpt"),
    [
        ({PATH: make_text()}, GONE, "its status is consultation"),
        ({PATH: make_approved_text()}, GONE, "First run: policybook approve behaviour 2025-09"),
        (school(), NOTHING_TYPED, "Give --on and --reason too"),
        (
            school(),
            withdraw.WithdrawalRequest("2026-11-01", "", "", remove_text=True),
            "Give --reason too",
        ),
        (
            school(),
            withdraw.WithdrawalRequest("2026-12-01", "", "x", remove_text=False),
            "is in the future",
        ),
        (
            school(),
            withdraw.WithdrawalRequest("2025-01-01", "", "x", remove_text=False),
            "[before-approval]",
        ),
        (
            school(),
            withdraw.WithdrawalRequest("2026-11-01", "", "x\ntitle: y", remove_text=False),
            "[field-value]",
        ),
        ({**school(), PATH: make_approved_text(BODY.replace("every", "each"))}, GONE, "[altered]"),
        (
            after(school(), withdrawn(school())),
            withdraw.WithdrawalRequest("2026-11-02", "", "", remove_text=False),
            "--on says",
        ),
    ],
)
def test_wrong_withdrawal_is_refused(
    files: Files, request_: withdraw.WithdrawalRequest, excerpt: str
) -> None:
    assert excerpt in refused(withdrawn(files, request_))


def test_missing_version_raises() -> None:
    with pytest.raises(
        RequestError, match="no version 1999 of a policy behaviour that can be read"
    ):
        withdrawn(school(), GONE, "1999")


# ---------- words that must go

SECRET = "Zyxwvut Qponmlk lives at 12 Quince Passage."
SECRETS = ("Zyxwvut", "Qponmlk", "Quince", "quince", "zyxwvut")
OLD = "docs/policies/behaviour/2025-09.md"
LATER = "docs/policies/behaviour/2026-05.md"


def with_words_to_go() -> Files:
    """A version in which a secret stands everywhere that a version can hold words, and the one that took its place."""
    files: Files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(approved_on="2024-09-16"),
        OLD: make_approved_text(
            f"## Purpose\n\nWe help. {SECRET}\n\n## Who is Zyxwvut\n\n| Name | Street "
            "|\n|---|---|\n| Qponmlk | Quince |\n\n"
            "![Zyxwvut in class](quince.png)\n\nSee [the Quince pages](https://quince.example/).\n",
            changes="[Names Zyxwvut Qponmlk.]",
        ).replace("owner:", "# of Quince Passage\nowner:"),
        "docs/policies/behaviour/2025-09.parents.md": "- Zyxwvut helps. [1.1]\n",
        "docs/policies/behaviour/2025-09.pupils.pl.md": "- Quince. [1.1]\n",
        "docs/policies/behaviour/quince.png": b"\x89PNG\r\n\x1a\n Zyxwvut",
        LATER: make_approved_text(approved_on="2026-05-11", changes="Names nobody."),
    }
    return {**files, layout.RECORD: make_record(files)}


def test_removed_words_keep_the_chain() -> None:
    files = with_words_to_go()
    before = known(files).record
    proposal = withdrawn(files, OUT)
    assert not proposal.is_refused, proposal.messages
    done = after(files, proposal)
    assert errors(done) == []
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
    files = with_words_to_go()
    files["docs/policies/uniform/2026-01.md"] = make_text(f"## Rules\n\nWe help. {SECRET}\n")
    assert "docs/policies/uniform/2026-01.md has 1 of the same lines" in "\n".join(
        withdrawn(files, OUT).messages
    )


def test_shared_picture_stays() -> None:
    files = with_words_to_go()
    del files[layout.RECORD]
    files[LATER] = make_approved_text(
        "## Rules\n\n![A plan](quince.png)\n", approved_on="2026-05-11", changes="Less."
    )
    files[layout.RECORD] = make_record(files)
    assert "docs/policies/behaviour/quince.png" not in withdrawn(files, OUT).deletions


def test_removal_may_follow_withdrawal() -> None:
    files = after(school(), withdrawn(school()))
    proposal = withdrawn(
        files, withdraw.WithdrawalRequest("2026-11-20", "", "A court ordered it.", remove_text=True)
    )
    done = after(files, proposal)
    assert errors(done) == []
    assert known(done).policies[0].versions[0].facts.reason == "The law changed."
    assert [e.reason for e in known(done).record] == ["", "The law changed.", "A court ordered it."]
    assert withdrawn(done, withdraw.WithdrawalRequest("", "", "", remove_text=True)).files == {}


def test_altered_text_can_be_removed() -> None:
    files = {**school(), PATH: make_approved_text(BODY.replace("every", "each"))}
    assert errors(after(files, withdrawn(files, OUT))) == []


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
        (lambda f: {**f, OLD: f[OLD].replace(b"Governing Body", b"Nobody")}, "`approved_by` changed"),
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
    files = with_words_to_go()
    assert excerpt in "\n".join(errors(harm(after(files, withdrawn(files, OUT)))))


def test_restored_words_are_removed_again() -> None:
    files = with_words_to_go()
    done = after(files, withdrawn(files, OUT))
    old, new = (
        approval_record.read(
            f[layout.RECORD].encode() if isinstance(f[layout.RECORD], str) else f[layout.RECORD]
        )[0]
        for f in (files, done)
    )  # type: ignore[union-attr, arg-type]
    line = json.dumps(
        {k: str(getattr(old[1], k)) for k in json.loads(_lines(done)[1])},
        sort_keys=True,
        ensure_ascii=False,
    )
    back = {**done, layout.RECORD: "\n".join([_lines(done)[0], line, *_lines(done)[2:], ""])}
    assert len(new) == 4
    assert "the record still has the words" in "".join(errors(back))
    assert (
        errors(
            after(back, withdrawn(back, withdraw.WithdrawalRequest("", "", "", remove_text=True)))
        )
        == []
    )


def _lines(files: Files) -> list[str]:
    data = files[layout.RECORD]
    return (data if isinstance(data, str) else data.decode()).splitlines()


def test_link_to_removed_clause_opens_page() -> None:
    files = with_words_to_go()
    del files[layout.RECORD]
    files["docs/policies/uniform/2026-01.md"] = make_approved_text(
        "## Rules\n\nSee [it](../behaviour/2025-09.md#s1-1).\n"
    )
    files[layout.RECORD] = make_record(files)
    done = after(files, withdrawn(files, OUT))
    assert errors(done) == []
    there = next(p for p in known(done).policies if p.name == "uniform").versions[0]
    assert links.resolve(known(done), there, "../behaviour/2025-09.md#s1-1") == links.SiteLink(
        "policies/behaviour/2025-09/"
    )


# ---------- adopted from a printed document


def test_adopted_text_records_document_hash() -> None:
    request = approve.ApprovalRequest(
        "", "", "", adopted_from="policy.txt", source="Be\tkind,\r\n  all  of you.\n"
    )
    files: Files = {PATH: make_approved_text()}
    proposal = approve.plan_approval(
        make_sources(files), [("behaviour", "2025-09")], request, TODAY
    )
    entry = approval_record.read(proposal.files[layout.RECORD])[0][0]
    assert (entry.adopted_from, entry.source_sha256) == (
        "policy.txt",
        approved_text.words_digest("Be kind, all of you."),
    )
    assert errors(after(files, proposal)) == []
    two = approve.plan_approval(
        make_sources({**files, LATER: make_approved_text()}),
        [("behaviour", "2025-09"), ("behaviour", "2026-05")],
        request,
        TODAY,
    )
    assert "--adopted-from goes with one version" in refused(two)


def test_first_policy_names_its_document() -> None:
    position = Path(__file__).parents[1]
    source = (position / "data" / "social-media-policy-2023-11.txt").read_text(encoding="utf-8")
    (entry, *_), faults = approval_record.read((position.parent / layout.RECORD).read_bytes())
    assert faults == ()
    assert (entry.policy, entry.version, entry.on, entry.minute) == (
        "social-media",
        "2023-11",
        "2023-11",
        "",
    )
    assert (entry.adopted_from, entry.source_sha256) == (
        "social-media-policy-2023-11.txt",
        approved_text.words_digest(source),
    )


def test_whole_life_is_entered() -> None:
    words = make_approved_text(
        withdrawn_on="2026-11-01", reason="Over.", status="withdrawn"
    ).replace(
        "owner:",
        "reviews:\n  - {on: 2026-09-01, by: Head, outcome: Fine, review_year: 2028/29}\nowner:",
    )
    files: Files = {PATH: words}
    done = after(
        files,
        approve.plan_approval(
            make_sources(files),
            [("behaviour", "2025-09")],
            approve.ApprovalRequest("", "", ""),
            TODAY,
        ),
    )
    assert [e.kind for e in known(done).record] == list(EntryKind)
    assert errors(done) == []


# ---------- any sequence of commands

MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]


class Life(RuleBasedStateMachine):
    """A school that writes, approves, reviews, withdraws and takes out, in any order; on disk nothing is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.files: Files = {}
        self.heads: list[str] = []
        self.count = 0

    def do(self, proposal: Plan) -> None:
        self.files = after(self.files, proposal)
        if not proposal.is_refused:
            self.heads.append(approval_record.head(known(self.files).record))

    def versions(self) -> list[str]:
        return sorted(
            p.removeprefix("docs/policies/behaviour/")[:-3] for p in self.files if p.endswith(".md")
        )

    @precondition(lambda self: self.count < len(MONTHS))
    @rule(
        words=st.sampled_from(["Be kind.", "Be safe – café.", "Never run."]),
        end=st.sampled_from(["\n", "\r\n"]),
    )
    def write(self, words: str, end: str) -> None:
        changes = {"changes": "More."} if self.count else {}
        body = make_text(f"## Rules\n\n{words}\n", status="draft", review_year="2030/31", **changes)
        self.files[f"docs/policies/behaviour/{MONTHS[self.count]}.md"] = body.replace(
            "\n", end
        ).encode()
        self.count += 1

    @precondition(lambda self: self.count)
    @rule(data=st.data())
    def approve(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.versions()))
        request = approve.ApprovalRequest(
            "Governing Body", f"{name}-15", data.draw(st.sampled_from(["", "FGB 1"]))
        )
        self.do(
            approve.plan_approval(make_sources(self.files), [("behaviour", name)], request, TODAY)
        )

    @precondition(lambda self: self.count)
    @rule(
        day=st.integers(1, 28), outcome=st.sampled_from(["No change", 'It "holds": fine', "# all"])
    )
    def review(self, day: int, outcome: str) -> None:
        request = review.ReviewRequest(f"2026-01-{day:02d}", "Head", outcome, "2030/31", "")
        try:
            self.do(reviewed(self.files, request))
        except RequestError:
            assert timeline.version_in_force(known(self.files).policies[0], TODAY) is None

    @precondition(lambda self: self.count)
    @rule(data=st.data(), remove=st.booleans())
    def withdraw(self, data: st.DataObject, remove: bool) -> None:
        name = data.draw(st.sampled_from(self.versions()))
        self.do(
            withdrawn(
                self.files,
                withdraw.WithdrawalRequest("2026-11-01", "", "Over.", remove_text=remove),
                name,
            )
        )

    @precondition(lambda self: self.count)
    @rule(data=st.data())
    def save_again(self, data: st.DataObject) -> None:
        path = f"docs/policies/behaviour/{data.draw(st.sampled_from(self.versions()))}.md"
        old = self.files[path]
        assert isinstance(old, bytes)
        self.files[path] = b"\xef\xbb\xbf" + old.removeprefix(b"\xef\xbb\xbf").replace(
            b"\r\n", b"\n"
        )

    @invariant()
    def verifies(self) -> None:
        loaded = library.load(make_sources(self.files))
        assert [f for f in loaded.findings if f.path == layout.RECORD] == []
        assert [str(f) for f in integrity.findings(loaded.library)] == []
        hashes = [approval_record.NOTHING_BEFORE, *(e.hash for e in loaded.library.record)]
        assert all(head in hashes for head in self.heads)
        texts = {
            (v.policy, v.name): approved_text.canonical_text(v, {}).encode()
            for p in loaded.library.policies
            for v in p.versions
            if v.text
        }
        shown = approval_record.format_published(loaded.library.record)
        wrong = integrity.differences(
            shown, hashes[-1], lambda policy, name: texts.get((policy, name))
        )
        assert list(wrong) == []


TestLife = pytest.mark.slow(Life.TestCase)
TestLife.settings = limit_examples(25, stateful_step_count=14)


# ---------- one byte


def _whole_life() -> Files:
    """A record with a line of every kind and form."""
    request = approve.ApprovalRequest("", "", "", adopted_from="policy.txt", source="Be kind.")
    files: Files = {
        PATH: make_approved_text(BODY + "\nCafé – “calm”.\n"),
        LATER: make_approved_text(approved_on="2026-05-11", changes="Less."),
    }
    files = after(
        files,
        approve.plan_approval(make_sources(files), [("behaviour", "2025-09")], request, TODAY),
    )
    files = after(
        files,
        approve.plan_approval(
            make_sources(files),
            [("behaviour", "2026-05")],
            approve.ApprovalRequest("", "", ""),
            TODAY,
        ),
    )
    files = after(files, reviewed(files))
    return after(files, withdrawn(files, OUT))


WHOLE = _whole_life()
LINES = "\n".join([*_lines(WHOLE), ""]).encode()
SHOWN = approval_record.format_published(known(WHOLE).record)
TEXT = approved_text.canonical_text(known(WHOLE).policies[0].versions[1], {}).encode()
HEAD = approval_record.head(known(WHOLE).record)
flips = st.integers(1, 255)


def _differences(shown: bytes, text_: bytes) -> list[str]:
    return list(
        integrity.differences(shown, HEAD, lambda _, name: text_ if name == "2026-05" else None)
    )


def test_whole_life_verifies() -> None:
    assert errors(WHOLE) == []
    assert [e.kind for e in known(WHOLE).record] == [
        "approved",
        "approved",
        "reviewed",
        "withdrawn",
    ]
    assert _differences(SHOWN, TEXT) == []


@limit_examples(400)
@given(st.integers(0, len(LINES) - 1), flips)
def test_changed_record_byte_is_found(index: int, by: int) -> None:
    assert approval_record.read(LINES[:index] + bytes([LINES[index] ^ by]) + LINES[index + 1 :])[1]


@limit_examples(400)
@given(st.integers(0, len(SHOWN) - 1), flips)
def test_changed_published_record_is_found(index: int, by: int) -> None:
    assert _differences(SHOWN[:index] + bytes([SHOWN[index] ^ by]) + SHOWN[index + 1 :], TEXT)


@limit_examples(200)
@given(st.integers(0, len(TEXT) - 1), flips)
def test_changed_published_text_is_found(index: int, by: int) -> None:
    assert _differences(SHOWN, TEXT[:index] + bytes([TEXT[index] ^ by]) + TEXT[index + 1 :])


@limit_examples(100)
@given(st.integers(0, len(LINES) - 1))
def test_incomplete_record_is_found(index: int) -> None:
    """Wherever it breaks off: by its form, or by what the school's own files say."""
    assert errors({**WHOLE, layout.RECORD: LINES[:index]})


@limit_examples(200)
@given(st.binary(max_size=200))
def test_published_record_never_raises(data: bytes) -> None:
    for shown in (data, SHOWN + data + b"\n", data + b"\n" + SHOWN, b"[" * 50_000 + data):
        _differences(shown, TEXT)


# ---------- half done


def test_changed_file_stops_the_writing(tmp_path: Path) -> None:
    files = school()
    write_files({p: d.encode() if isinstance(d, str) else d for p, d in files.items()}, tmp_path)
    proposal = withdrawn(files)
    (tmp_path / layout.RECORD).write_bytes(b"another line\n")
    with pytest.raises(
        FileChangedError, match=r"changed .*approvals\.jsonl while the question was open"
    ):
        plan.write(tmp_path, proposal)
    assert (tmp_path / PATH).read_text(encoding="utf-8") == make_approved_text()
