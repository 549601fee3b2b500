"""Two records that grew apart become one: nothing of either is lost, and no line is altered."""

from itertools import combinations, permutations

import pytest
from builders import PATH, TODAY, make_approved_text, make_record, make_sources

from policybook.approvals import approve, rejoin
from policybook.approvals.plan import Plan
from policybook.model import EntryKind
from policybook.reading.files import layout
from policybook.reading.record import approval_record, record_chain
from tests.approvals.commands import (
    REMOVAL,
    SECRETS,
    apply_plan,
    list_errors,
    make_secret_files,
    plan_withdrawal,
    read_library,
)

Files = dict[str, str | bytes]
RECORD = layout.RECORD
#: The policies of two offices; both have the one that was recorded before.
OTHERS = {
    name: make_approved_text(approved_on="2026-11-02", title=f"{name.title()} policy")
    for name in ("uniform", "meals", "sport")
}


def make_office(*policies: str) -> Files:
    """A school whose office has also approved these policies, in its own copy."""
    files: Files = {PATH: make_approved_text()}
    files[RECORD] = make_record(files)
    for name in policies:
        files[f"docs/policies/{name}/2026-11.md"] = OTHERS[name]
        request = approve.ApprovalRequest("", "", "")
        pairs = [(name, "2026-11")]
        files = apply_plan(files, approve.plan_approval(make_sources(files), pairs, request, TODAY))
    return files


def read_record(files: Files) -> bytes:
    data = files[RECORD]
    return data if isinstance(data, bytes) else data.encode()


def read_hashes(data: bytes) -> set[str]:
    return {entry.hash for entry in approval_record.read(data)[0]}


def join(files: Files, *others: bytes) -> Plan:
    copies = {f"copy {number}": data for number, data in enumerate(others, 1)}
    return rejoin.plan_rejoin(make_sources(files), copies, TODAY, entered="2026-11-22T09:12Z")


def make_both(*offices: str) -> Files:
    """The files of several offices together, with the record of the first."""
    return {**{k: v for o in offices for k, v in make_office(o).items()}, **make_office(offices[0])}


def test_both_ends_are_kept() -> None:
    files = make_both("uniform", "meals")
    other = read_record(make_office("meals"))
    done = apply_plan(files, join(files, other))
    entries, faults = approval_record.read(read_record(done))
    assert faults == () and list_errors(done) == []
    assert read_hashes(read_record(done)) >= read_hashes(read_record(files)) | read_hashes(other)
    assert entries[-1].kind is EntryKind.JOINED
    ends = {approval_record.head(approval_record.read(d)[0]) for d in (read_record(files), other)}
    assert {entries[-1].previous, entries[-1].joined} == ends
    assert entries[-1].entered == "2026-11-22T09:12Z"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_lines_of_a_merge_are_joined(order: tuple[int, ...]) -> None:
    """Git or a person may put the lines of three offices into any order."""
    offices = ("uniform", "meals", "sport")
    files = make_both(*offices)
    ends = [read_record(make_office(office)).splitlines(keepends=True)[-1] for office in offices]
    first = read_record(files).splitlines(keepends=True)[0]
    apart = {**files, RECORD: first + b"".join(ends[place] for place in order)}
    (fault,) = list_errors(apart)
    assert "second part" in fault and "policybook rejoin" in fault
    done = apply_plan(apart, join(apart))
    assert list_errors(done) == []
    kinds = [entry.kind for entry in read_library(done).record]
    assert kinds == [*[EntryKind.APPROVED] * 4, *[EntryKind.JOINED] * 2]


def test_marks_of_git_are_removed() -> None:
    files = make_both("uniform", "meals")
    first, ours = read_record(files).splitlines(keepends=True)
    theirs = read_record(make_office("meals")).splitlines(keepends=True)[-1]
    files[RECORD] = b"".join(
        (first, b"<<<<<<< HEAD\n", ours, b"=======\n", theirs, b">>>>>>> meals\n")
    )
    done = apply_plan(files, join(files))
    assert list_errors(done) == []
    assert b"<<<<" not in read_record(done)


def test_lost_lines_come_back() -> None:
    whole = make_office("uniform", "meals")
    first, *_ = read_record(whole).splitlines(keepends=True)
    cut = {**whole, RECORD: first}
    done = apply_plan(cut, join(cut, read_record(whole)))
    assert read_record(done) == read_record(whole)


@pytest.mark.parametrize("lost", list(combinations(range(4), 1)) + list(combinations(range(4), 2)))
def test_lost_lines_go_to_their_places(lost: tuple[int, ...]) -> None:
    """Whichever lines are lost, a whole copy brings the very same record back."""
    whole = make_office("uniform", "meals", "sport")
    lines = read_record(whole).splitlines(keepends=True)
    cut = {**whole, RECORD: b"".join(w for n, w in enumerate(lines) if n not in lost)}
    done = apply_plan(cut, join(cut, read_record(whole)))
    assert read_record(done) == read_record(whole)


def damage(line: bytes) -> tuple[bytes, ...]:
    """A line cut off in its words, altered in three places, and empty."""
    return (
        line[:-30],
        line[:90] + b"?" + line[91:],
        b"}" + line[1:],
        line.replace(b"2026-11-02", b"2026-11-03"),
        b"\n",
    )


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("kind", range(5))
def test_damaged_line_comes_back(place: int, kind: int) -> None:
    whole = make_office("uniform", "meals")
    lines = read_record(whole).splitlines(keepends=True)
    lines[place] = damage(lines[place].rstrip(b"\n"))[kind].rstrip(b"\n") + b"\n"
    files = {**whole, RECORD: b"".join(lines)}
    done = apply_plan(files, join(files, read_record(whole)))
    assert read_record(done) == read_record(whole)


@pytest.mark.parametrize("place", range(4))
def test_stray_line_is_never_left_out(place: int) -> None:
    """The program cannot know what it was, so a person removes it."""
    whole = make_office("uniform", "meals")
    lines = read_record(whole).splitlines(keepends=True)
    lines.insert(place, b"x\n")
    files = {**whole, RECORD: b"".join(lines)}
    plan = join(files, read_record(whole))
    assert plan.is_refused and not plan.files
    assert f"{RECORD}:{place + 1}:" in plan.messages[0]
    assert "remove this line" in plan.messages[0]


def test_damaged_new_line_is_not_overlooked() -> None:
    """The line that was damaged is another than the one that the copy has at its place."""
    files, other = make_both("uniform", "meals"), read_record(make_office("meals"))
    first, last = read_record(files).splitlines(keepends=True)
    for cut in (2, 100, len(last) // 2, len(last) - 30):
        assert join({**files, RECORD: first + last[:cut]}, other).is_refused


def test_published_record_is_called_published() -> None:
    files = make_office("uniform")
    entries = approval_record.read(read_record(files))[0]
    public = approval_record.format_published(entries)
    plan = join(files, public)
    assert plan.is_refused and "as the site publishes it" in plan.messages[0]


def test_no_better_copy_is_said() -> None:
    files = make_office("uniform")
    plan = join(files, read_record(make_office()))
    assert not plan.files and "no other copy has a line that it lacks" in plan.messages[0]


def test_new_line_on_a_cut_record_stays() -> None:
    """Somebody approved after the record was cut: both are kept."""
    whole = make_office("meals")
    files = make_both("uniform", "meals")
    done = apply_plan(files, join(files, read_record(whole)))
    assert list_errors(done) == []
    assert {e.policy for e in read_library(done).record} == {"behaviour", "uniform", "meals", ""}


def test_joining_twice_changes_nothing() -> None:
    files = make_both("uniform", "meals")
    other = read_record(make_office("meals"))
    done = apply_plan(files, join(files, other))
    again = join(done, other, read_record(files))
    assert (again.is_refused, again.files) == (False, {})
    assert "in one piece" in again.messages[0]


def test_joined_records_join_again() -> None:
    files = make_both("uniform", "meals")
    mine = apply_plan(files, join(files, read_record(make_office("meals"))))
    sport = read_record(make_office("sport"))
    mine["docs/policies/sport/2026-11.md"] = OTHERS["sport"]
    done = apply_plan(mine, join(mine, sport))
    entries = read_library(done).record
    assert list_errors(done) == []
    links = approval_record.links(entries)
    assert record_chain.count_lines_up_to(links, entries[-1].hash) == len(entries)


def test_different_words_are_refused() -> None:
    files = make_office("uniform")
    other = make_office()
    other["docs/policies/uniform/2026-11.md"] = OTHERS["uniform"].replace("well", "ill")
    request = approve.ApprovalRequest("", "", "")
    pairs = [("uniform", "2026-11")]
    other = apply_plan(other, approve.plan_approval(make_sources(other), pairs, request, TODAY))
    result = join(files, read_record(other))
    assert result.is_refused and result.files == {}
    assert "with different words" in result.messages[0]


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda data: data.replace(b"Governing Body", b"Governing body", 1), "altered"),
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data.splitlines(keepends=True)[1], "no copy has it"),
    ],
)
def test_altered_parts_are_refused(harm: object, words: str) -> None:
    assert callable(harm)
    files = {**make_both("uniform", "meals")}
    files[RECORD] = harm(read_record(files))
    result = join(files)
    assert result.is_refused and result.files == {}
    assert words in " ".join(result.messages)


def test_removed_words_never_come_back() -> None:
    files = make_secret_files()
    before = read_record(files)
    done = apply_plan(files, plan_withdrawal(files, REMOVAL))
    assert join(done, before).files == {}
    # The other office removed them, and this one added a line.
    again = {**files, RECORD: before}
    joined = apply_plan(again, join(again, read_record(done)))
    assert not any(secret.encode() in read_record(joined) for secret in SECRETS)
