"""Rules as values, for the help page, `check --explain` and the levels in `school.yml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that share a help page: its name in the address, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One finding code.

    `says`, `bad`, `good` and `remedy` are sentences with `code` between backticks.
    `protects` says what would be lost if the finding were no error. If it is not empty,
    no school can lower the level.
    """

    code: str
    family: Family
    says: str
    bad: str
    good: str
    remedy: str
    protects: str = ""
