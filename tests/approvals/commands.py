"""Commands on a school held in memory: make its files, plan, and apply the plan."""

from builders import (
    PATH,
    TODAY,
    list_findings,
    make_approved_text,
    make_record,
    make_sources,
)

from policybook.approvals import review, withdraw
from policybook.approvals.plan import Plan
from policybook.model import Library
from policybook.model.findings import Severity
from policybook.reading import library
from policybook.reading.files import layout

Files = dict[str, str | bytes]
REVIEW = review.ReviewRequest(
    "2026-10-05", "Governing Body", "No change: all is well", "2028/29", "FGB 4"
)
NO_REVIEW = review.ReviewRequest("", "", "", "", "")
WITHDRAWAL = withdraw.WithdrawalRequest(
    "2026-11-01", "Governing Body", "The law changed.", remove_text=False
)
REMOVAL = withdraw.WithdrawalRequest(
    "2026-11-01", "Governing Body", "A court ordered it.", remove_text=True
)
NO_WITHDRAWAL = withdraw.WithdrawalRequest("", "", "", remove_text=False)


def make_school(item: str = "", **more: str | bytes) -> Files:
    """A school with one recorded version."""
    files: Files = {PATH: item or make_approved_text()}
    return {**files, layout.RECORD: make_record(files), **more}


def apply_plan(files: Files, proposal: Plan) -> Files:
    return {
        path: data
        for path, data in {**files, **proposal.files}.items()
        if path not in proposal.deletions
    }


def plan_review(files: Files, request: review.ReviewRequest = REVIEW, *policies: str) -> Plan:
    return review.plan_review(make_sources(files), policies or ("behaviour",), request, TODAY)


def plan_withdrawal(
    files: Files, request: withdraw.WithdrawalRequest = WITHDRAWAL, version: str = "2025-09"
) -> Plan:
    return withdraw.plan_withdrawal(make_sources(files), "behaviour", version, request, TODAY)


def read_library(files: Files) -> Library:
    return library.load(make_sources(files)).library


def list_errors(files: Files) -> list[str]:
    return [str(f) for f in list_findings(make_sources(files)) if f.severity is Severity.ERROR]


def read_refusal(proposal: Plan) -> str:
    assert proposal.is_refused
    assert (proposal.files, proposal.deletions) == ({}, ())
    assert proposal.messages[-1].startswith("Nothing was recorded")
    return "\n".join(proposal.messages)


SECRET = "Zyxwvut Qponmlk lives at 12 Quince Passage."
SECRETS = ("Zyxwvut", "Qponmlk", "Quince", "quince", "zyxwvut")
OLD = "docs/policies/behaviour/2025-09.md"
LATER = "docs/policies/behaviour/2026-05.md"


def make_secret_files() -> Files:
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


def read_lines(files: Files) -> list[str]:
    data = files[layout.RECORD]
    return (data if isinstance(data, str) else data.decode()).splitlines()
