"""A spreadsheet of facts: what it changes, what it never changes, and that it comes back."""

from collections.abc import Mapping

import pytest
from builders import TODAY, make_approved_text, make_record, make_sources, make_text

from policybook.approvals import facts_import
from policybook.approvals.approve import ApprovalRequest, plan_approval
from policybook.approvals.plan import Plan
from policybook.reading import library
from policybook.reading.files import layout

Files = dict[str, str | bytes]
HEAD = "title,owner,approved on,approved by,review,group\r\n"
OLD = "docs/policies/old/2025-09.md"


def path(policy: str) -> str:
    return f"docs/policies/{policy}/2026-11.md"


def make_school(**policies: str) -> Files:
    """A school with the drafts that are given, and one recorded version."""
    files: Files = {OLD: make_approved_text(title="Old Policy")}
    files[layout.RECORD] = make_record(files)
    return {**files, **{path(name): text for name, text in policies.items()}}


def make_draft(title: str, **fields: str | None) -> str:
    return make_text(title=title, status="draft", **fields)


def plan_import(files: Mapping[str, str | bytes], text: str, codec: str = "utf-8") -> Plan:
    return facts_import.plan_import(make_sources(files), text.encode(codec), "p.csv", TODAY)


def export(files: Mapping[str, str | bytes]) -> bytes:
    return facts_import.export_facts(library.load(make_sources(files)).library, TODAY)


def read_refusal(proposal: Plan) -> str:
    assert proposal.is_refused
    assert proposal.files == {}
    assert proposal.messages[-1] == "Nothing was written."
    return "\n".join(proposal.messages)


def test_thirty_drafts_come_back_the_same() -> None:
    drafts = {f"p{n:02d}": make_draft(f"Policy {n:02d}", owner=None) for n in range(30)}
    rows = "".join(
        f"Policy {n:02d},=Head {n},2026-09-{n % 28 + 1:02d},Governing Body,2027/28,Group {n % 3}x\r\n"
        if n % 2
        else f"Policy {n:02d},Head {n},,,2027-06-{n % 28 + 1:02d},\r\n"
        for n in range(30)
    ).replace("=Head", "'=Head")
    old = "Old Policy,Headteacher,2025-09-15,Governing Body,2027/28,\r\n"
    files = make_school(**drafts)
    proposal = plan_import(files, HEAD + rows)
    assert not proposal.is_refused, proposal.messages
    assert len(proposal.files) == 30
    after = {**files, **proposal.files}
    assert export(after) == b"\xef\xbb\xbf" + (HEAD + old + rows).encode()
    assert not plan_import(after, export(after).decode("utf-8-sig")).files


def test_other_bytes_stay() -> None:
    draft = make_draft("Uniform Policy", owner="x  y").replace(
        "owner:", "# Ask the bursar.\nowner:"
    )
    saved = b"\xef\xbb\xbf" + draft.replace("\n", "\r\n").encode()
    row = "Uniform Policy,Bursar,,,30/6/2027,Pupils\r\n"
    proposal = plan_import({path("uniform"): saved}, HEAD + row)
    expected = saved.replace(b"owner: x  y", b"owner: Bursar").replace(
        b"review_year: 2027/28\r\n", b"review_year: 2026/27\r\nreview_by: 2027-06-30\r\n"
    )
    expected = expected.replace(b"parents]\r\n", b"parents]\r\ngroup: Pupils\r\n")
    assert proposal.files == {path("uniform"): expected}


def test_plan_shows_old_and_new() -> None:
    files = make_school(uniform=make_draft("Uniform Policy", review_by="2028-01-31"))
    row = "uniform policy,Bursar,1.9.26,Governors,2026/27,\r\n"
    words = "\n".join(plan_import(files, HEAD + row).messages)
    for line in (
        f"{path('uniform')} (p.csv, line 2):",
        "Title: Uniform Policy → uniform policy",
        "Status: draft → approved",
        "Owner: Headteacher → Bursar",
        "Approved by: nothing → Governors",
        "Approved on: nothing → 1 September 2026",
        "Year of the next review: 2027/28 → 2026/27",
        "Review by: 31 January 2028 → nothing",
        "Without a row: old.",
    ):
        assert line in words


def test_blank_cells_change_nothing() -> None:
    files = make_school(uniform=make_draft("Uniform Policy", group="Pupils"))
    proposal = plan_import(files, HEAD + "Uniform,,,,,\r\n")
    assert (proposal.is_refused, proposal.files) == (False, {})


def test_only_approve_records_an_approval() -> None:
    files = make_school(uniform=make_draft("Uniform Policy"))
    proposal = plan_import(files, HEAD + "Uniform Policy,,1/9/2026,Governing Body,,\r\n")
    assert layout.RECORD not in proposal.files
    assert "approves nothing" in proposal.next_steps[0]
    assert "policybook approve uniform 2026-11" in proposal.next_steps[0]
    request = ApprovalRequest("", "", "")
    after = make_sources({**files, **proposal.files})
    approval = plan_approval(after, [("uniform", "2026-11")], request, TODAY)
    assert not approval.is_refused, approval.messages
    assert "approved by Governing Body, 1 September 2026" in approval.messages[0]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Unifrom,Bursar,,,,", "p.csv:2: error: there is no policy with the title “Unifrom”"),
        ("Old Policy,Bursar,,,,", "in the record of approvals"),
        ("Old Policy,,1/9/2026,,,", "in the record of approvals"),
        ("Old Policy,,,,,Staff", "in the record of approvals"),
        ("Uniform Policy,Bursar,,,,\r\nUNIFORM,Head,,,,", "is on line 2 already"),
        ("Uniform Policy,,1/9/2026,,,", "“approved by” is blank"),
        ("Uniform Policy,,,Governors,,", "“approved on” is blank"),
        ("Uniform Policy,,1/9/2027,Governors,,", "in the future"),
        ("Uniform Policy,,1/9/2026,Governors,1/8/2026,", "would have a fault"),
        ("Twin Policy,Bursar,,,,", "Add a column “folder”"),
    ],
)
def test_one_fault_refuses_all(row: str, words: str) -> None:
    files = make_school(
        uniform=make_draft("Uniform Policy"),
        good=make_draft("Good Policy"),
        one=make_draft("Twin Policy"),
        two=make_draft("Twin policy"),
    )
    assert words in read_refusal(plan_import(files, f"{HEAD}{row}\r\nGood Policy,Bursar,,,,\r\n"))


def test_folder_and_version_name_a_row() -> None:
    files = make_school(uniform=make_draft("FINAL v3"))
    row = "folder,version,title\r\nuniform,version 2026-11,Uniform Policy\r\n"
    (data,) = plan_import(files, row).files.values()
    assert b"title: Uniform Policy\n" in data
    assert "no version" in read_refusal(plan_import(files, row.replace("2026-11", "2026-10")))
    assert "no policy" in read_refusal(plan_import(files, row.replace("uniform,", "unform,")))


@pytest.mark.parametrize(
    "draft",
    [
        "---\n{title: Uniform Policy, status: draft, owner: A B, review_year: 2027/28, applies_to: [staff]}\n---\n\n## A\n\nB.\n",
        make_draft("Uniform Policy").encode("utf-16"),
    ],
)
def test_odd_forms_are_refused(draft: str | bytes) -> None:
    files = {path("uniform"): draft}
    assert "cannot be written into" in read_refusal(
        plan_import(files, HEAD + "Uniform Policy,Bursar,,,,\r\n")
    )


@pytest.mark.parametrize(
    ("owner", "after"),
    [
        ("owner: |\n  Head\n", "owner: Bursar\n"),
        ('"owner": "Head"\n', "owner: Bursar\n"),
        ("owner:\n  Head\n# last\n", "owner: Bursar\n# last\n"),
        ("", "owner: Bursar\n"),
    ],
)
def test_forms_of_a_field(owner: str, after: str) -> None:
    draft = make_draft("Uniform Policy", owner="HEAD")
    files = {path("uniform"): draft.replace("owner: HEAD\n", owner)}
    proposal = plan_import(files, HEAD + "Uniform Policy,Bursar,,,,\r\n")
    assert proposal.files == {path("uniform"): draft.replace("owner: HEAD\n", after).encode()}


@pytest.mark.parametrize(
    ("title", "head", "rows"),
    [
        (
            "Old Policy",
            HEAD.replace("group", "group,version"),
            "Old Policy,Headteacher,2025-09-15,Governing Body,2027/28,,version 2025-09\r\n"
            "Old Policy,Headteacher,,,2027/28,,version 2026-11\r\n",
        ),
        (
            "New Policy",
            "folder," + HEAD.replace("group", "group,version"),
            "old,Old Policy,Headteacher,2025-09-15,Governing Body,2027/28,,version 2025-09\r\n"
            "old,New Policy,Headteacher,,,2027/28,,version 2026-11\r\n",
        ),
    ],
)
@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_approval_stays_beside_a_draft(title: str, head: str, rows: str, status: str) -> None:
    files = make_school()
    files[path("old")] = make_text(title=title, status=status)
    assert export(files) == b"\xef\xbb\xbf" + (head + rows).encode()
    proposal = plan_import(files, export(files).decode("utf-8-sig"))
    assert (proposal.is_refused, proposal.files) == (False, {}), proposal.messages
    # The row of the draft is still the one that fills it in.
    changed = plan_import(files, head + rows.replace("Headteacher,,", "Head,,"))
    assert list(changed.files) == [path("old")]


def test_withdrawn_policy_has_one_row() -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2026-10-05", "reason": "Gone."}
    files: Files = {OLD: make_approved_text(title="Old Policy", **gone)}
    row = "Old Policy,Headteacher,2025-09-15,Governing Body,2027/28,\r\n"
    assert export(files) == b"\xef\xbb\xbf" + (HEAD + row).encode()
