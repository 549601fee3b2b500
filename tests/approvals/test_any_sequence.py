"""Any sequence of commands keeps a record that verifies."""

import pytest
from builders import (
    TODAY,
    limit_examples,
    make_sources,
    make_text,
)
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from policybook.analysis import integrity
from policybook.approvals import approve, review, withdraw
from policybook.approvals.plan import Plan, RequestError
from policybook.model import timeline
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.record import approval_record, approved_text
from tests.approvals.commands import Files, apply_plan, plan_review, plan_withdrawal, read_library

MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]


class Life(RuleBasedStateMachine):
    """A school that writes, approves, reviews, withdraws and takes out, in any order; on disk nothing is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.files: Files = {}
        self.heads: list[str] = []
        self.count = 0

    def do(self, proposal: Plan) -> None:
        self.files = apply_plan(self.files, proposal)
        if not proposal.is_refused:
            self.heads.append(approval_record.head(read_library(self.files).record))

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
            self.do(plan_review(self.files, request))
        except RequestError:
            assert timeline.version_in_force(read_library(self.files).policies[0], TODAY) is None

    @precondition(lambda self: self.count)
    @rule(data=st.data(), remove=st.booleans())
    def withdraw(self, data: st.DataObject, remove: bool) -> None:
        name = data.draw(st.sampled_from(self.versions()))
        self.do(
            plan_withdrawal(
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
