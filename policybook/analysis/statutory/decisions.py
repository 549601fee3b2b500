"""Read what a school has decided about the list: `docs/policies/statutory.yml`.

`not_applicable` gives the reason why a row does not apply. `covered_by` names the policy
that has the words of a row under another title.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from policybook.analysis.statutory.required_policies import shipped_list
from policybook.model import Finding, Library, Severity
from policybook.reading.fields import values
from policybook.reading.files import layout
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolDecisions:
    """A school's decisions by the id of a row: a reason, or the name of a policy."""

    not_applicable: Mapping[str, str] = field(default_factory=dict)
    covered_by: Mapping[str, str] = field(default_factory=dict)


def school_decisions(library: Library) -> tuple[SchoolDecisions, tuple[Finding, ...]]:
    """Return the school's decisions, and the faults of their file. Never raises."""
    text = library.words.get(layout.STATUTORY, "")
    if strict_yaml.is_blank(text):
        return SchoolDecisions(), ()
    names = frozenset(policy.name for policy in library.policies)
    return _read(text, names)


@lru_cache(maxsize=8)
def _read(text: str, policies: frozenset[str]) -> tuple[SchoolDecisions, tuple[Finding, ...]]:
    root, faults = strict_yaml.read(text, layout.STATUTORY, what="file")
    findings = list(faults)
    read: dict[str, dict[str, str]] = {"not_applicable": {}, "covered_by": {}}
    for part, value in ((root.fields if root else None) or {}).items():
        if part not in read or value.fields is None:
            message = f"`{part}` is not a list of decisions"
            findings.append(_fault(value.line, message, _FORM))
            continue
        for name, answer in value.fields.items():
            line = value.key_lines.get(name, answer.line)
            try:
                if part == "not_applicable":
                    read[part][_row_id(name)] = values.read_text(answer)
                else:
                    read[part][_row_id(name)] = _policy(answer, policies)
            except InvalidValueError as wrong:
                findings.append(_fault(line, f"`{name}` {wrong.message}", wrong.remedy))
    return SchoolDecisions(**read), tuple(findings)


def _row_id(name: str) -> str:
    """Return `name` if a row has it as its id. Raise `InvalidValueError` otherwise."""
    ids = [row.id for row in shipped_list()]
    if name not in ids:
        raise InvalidValueError(
            "is not a row of the list",
            f"Use one of these: {', '.join(ids)}.{did_you_mean(name, ids)}",
        )
    return name


def _policy(value: Value, policies: frozenset[str]) -> str:
    """Return the folder of a policy. Raise `InvalidValueError` if there is none."""
    name = values.read_text(value)
    if name not in policies:
        raise InvalidValueError(
            f"names the policy “{name}”, which is not here",
            f"Write the name of a policy's folder.{did_you_mean(name, sorted(policies))}",
        )
    return name


_FORM = (
    "Write `not_applicable:` or `covered_by:`. Below it write a row and its reason or policy, "
    "such as `exclusion: behaviour`."
)


def _fault(line: int, message: str, remedy: str) -> Finding:
    return Finding(
        path=layout.STATUTORY,
        line=line,
        severity=Severity.WARNING,
        code="statutory-row",
        message=message,
        remedy=remedy,
    )
