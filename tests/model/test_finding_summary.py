"""Test the summary of a build's findings: errors in full, the rest in fifteen lines."""

from hypothesis import given
from hypothesis import strategies as st

from policybook.model.finding_summary import MOST_LINES, sum_up
from policybook.model.findings import Finding, Severity


def finding(code: str, severity: Severity, line: int = 1, message: str = "it is “x”") -> Finding:
    return Finding(
        path="docs/a.md",
        line=line,
        code=code,
        severity=severity,
        message=message,
        remedy="Mend it.",
    )


FINDINGS = st.builds(
    finding,
    st.sampled_from([f"code-{n}" for n in range(30)]),
    st.sampled_from(list(Severity)),
    st.integers(1, 99),
    st.text(max_size=200),
)


@given(st.lists(FINDINGS, max_size=80))
def test_errors_stay_whole(findings: list[Finding]) -> None:
    errors = {f for f in findings if f.severity is Severity.ERROR}
    text = sum_up(findings)
    assert all(str(f) in text for f in errors)
    rest = sum_up(f for f in findings if f not in errors)
    assert len(rest.splitlines()) <= MOST_LINES
    assert text.endswith(rest)


def test_worst_and_most_frequent_first() -> None:
    notes = [finding("gap", Severity.NOTE, n) for n in range(30)]
    few = [finding("few", Severity.WARNING, n) for n in range(2)]
    many = [finding("many", Severity.WARNING, n) for n in range(9)]
    lines = sum_up([*notes, *few, *many]).splitlines()
    assert lines[0] == "11 warnings and 30 notes in 1 file; none stops the build."
    assert [line.split()[2] for line in lines[1:4]] == ["many", "few", "gap"]
    assert "policybook check --all" in lines[-1]


def test_every_finding_is_counted() -> None:
    findings = [finding(f"c{n}", Severity.WARNING, m) for n in range(20) for m in range(n + 1)]
    lines = sum_up(findings).splitlines()
    assert len(lines) == MOST_LINES
    assert sum(int(line.split()[0]) for line in lines[1:-1]) == len(findings)
    assert lines[-2].endswith("of 8 other codes")


def test_few_warnings_are_whole() -> None:
    assert sum_up([finding("a", Severity.WARNING), finding("b", Severity.NOTE)]) == (
        "docs/a.md:1: warning: it is “x”. [a]\n    Mend it.\nThere is also 1 note: policybook check"
    )
    assert sum_up([finding("b", Severity.NOTE)]) == "There is 1 note: policybook check"
    assert sum_up([]) == ""


def test_long_messages_are_cut() -> None:
    findings = [finding("a", Severity.WARNING, n, "x" * 300) for n in range(20)]
    assert max(map(len, sum_up(findings).splitlines())) <= 110


def test_files_left_out_are_named() -> None:
    many = [finding("gap", Severity.WARNING, n) for n in range(30)]
    left_out = finding("stray-file", Severity.WARNING, message="nobody sees this folder")
    text = sum_up([*many, left_out])
    assert text.startswith(str(left_out))
    assert "30 warnings in 1 file" in text
