"""A rule as a value: what the help page, `check --explain` and the levels of `school.yml` all read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that share a help page: the page's name in its address, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One finding code. `says`, `bad`, `good` and `remedy` are sentences in which `code` stands between backticks.

    `protects` says what would be lost if the finding were no error; where it is not empty, no school can lower it.
    """

    code: str
    family: Family
    says: str
    bad: str
    good: str
    remedy: str
    protects: str = ""
