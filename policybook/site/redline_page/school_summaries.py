"""Gather what the school itself says of the changes, for each version between two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policybook.analysis.open_points import is_open_point
from policybook.model import ChangeSize, Version, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolSummary:
    """What the school says changed with one version, a sentence each. It may be nothing."""

    version: str
    is_minor: bool
    sentences: tuple[str, ...]

    @property
    def month(self) -> str:
        """Return the version's name for readers: `November 2023`."""
        return wording.version_name(self.version)


def school_summaries(
    versions: Sequence[Version], old: Version, new: Version
) -> tuple[SchoolSummary, ...]:
    """Return the school's summary of each version after `old` up to `new`, in their order.

    `versions` are those of the policy. A version between that was never approved is left out.
    """
    names = [version.name for version in versions]
    start, end = names.index(old.name), names.index(new.name)
    return tuple(
        SchoolSummary(
            version=version.name,
            is_minor=version.facts.change is ChangeSize.MINOR,
            sentences=version.facts.changes,
        )
        for version in versions[start + 1 : end + 1]
        if version.name == new.name or version.facts.approved_on
    )


def without_open_points(
    summaries: Sequence[SchoolSummary], version: str
) -> tuple[SchoolSummary, ...]:
    """Return the summaries; that of `version` without the open points, which are listed apart."""
    return tuple(
        replace(summary, sentences=tuple(s for s in summary.sentences if not is_open_point(s)))
        if summary.version == version
        else summary
        for summary in summaries
    )


def title(summary: SchoolSummary, summaries: Sequence[SchoolSummary]) -> str:
    """Return the heading of a summary. It names the version where there are several."""
    of = f"version {summary.version}" if len(summaries) > 1 else "the changes"
    return f"The school’s summary of {of}"
