"""Approvals of a school held in memory: plan them, and read what they would write."""

import json

from builders import (
    TODAY,
    make_sources,
)

from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.approvals.plan import Plan
from policybook.model import Library
from policybook.reading import library
from policybook.reading.files import layout

NOBODY = ApprovalRequest("", "", "")
BOARD = ApprovalRequest("Governing Body", "2026-11-20", "FGB 3/4")
PAIR = ("behaviour", "2025-09")
UNIFORM = "docs/policies/uniform/2026-01.md"


def plan_approval(
    files: dict[str, str | bytes], *pairs: tuple[str, str], request: ApprovalRequest = NOBODY
) -> Plan:
    return approve.plan_approval(make_sources(files), pairs or (PAIR,), request, TODAY)


def apply_plan(files: dict[str, str | bytes], proposal: Plan) -> dict[str, str | bytes]:
    return {**files, **proposal.files}


def read_entries(proposal: Plan) -> list[dict[str, str]]:
    return [json.loads(line) for line in proposal.files[layout.RECORD].decode().splitlines()]


def read_refusal(proposal: Plan) -> str:
    assert proposal.is_refused
    assert proposal.files == {}
    assert proposal.messages[-1].startswith("Nothing was recorded")
    return "\n".join(proposal.messages)


def read_library(files: dict[str, str | bytes]) -> Library:
    return library.load(make_sources(files)).library
