"""Define what a governors' pack shows, on its page and on paper."""

from dataclasses import dataclass

from policybook.analysis.affected_readers import AffectedReader
from policybook.redline import FactChange
from policybook.site.margin_notes import MovedCitation
from policybook.site.other_reviews import ReviewDays
from policybook.site.redline_page.story_rows import StoryRows
from policybook.site.redline_page.types import ChangeRow
from policybook.site.version_view import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSection:
    """A section with its changes, without minor ones.

    A `whole` section is new: its rows have their words without marks. `title` is empty
    where the first row is the changed heading itself.
    """

    title: str
    whole: bool
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernorsPack:
    """What governors need to decide on `new`, compared with `old`.

    `decision` is the recorded decision in words; empty while it is open. `starts` is the
    planned first day, or empty. `summary` is the school's, without the open points. These
    are in `questions`: the number of the rule, or empty, and the words. `comments` are
    sentences about the consultation. `reviews` are of other policies, and `own_reviews` is
    that of this one. `total` counts every change of the redline, and
    `minor` has the numbers of those left out.
    """

    old: VersionView
    new: VersionView
    decision: str
    starts: str
    summary: tuple[str, ...]
    story: StoryRows
    questions: tuple[tuple[str, str], ...]
    facts: tuple[FactChange, ...]
    readers: str
    affected: tuple[AffectedReader, ...]
    law: tuple[MovedCitation, ...]
    comments: tuple[str, ...]
    reviews: tuple[ReviewDays, ...]
    own_reviews: tuple[ReviewDays, ...]
    sections: tuple[PackSection, ...]
    total: int
    minor: tuple[int, ...]
