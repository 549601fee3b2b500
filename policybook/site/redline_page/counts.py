"""Count the changes of a redline by kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from policybook import redline
from policybook.redline import PASSAGES, ClauseChange, Counts, Moved
from policybook.site.redline_page.labels import UNCHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCounts:
    """Changes by kind; the six after `total` add up to it.

    `also_moved` counts the reworded changes that moved too, `divided` and `joined` those that
    are now several rules, or one. `headings` counts changes
    to headings among all of them.
    """

    total: int = 0
    added: int = 0
    removed: int = 0
    reworded: int = 0
    moved: int = 0
    links: int = 0
    formatting: int = 0
    also_moved: int = 0
    divided: int = 0
    joined: int = 0
    headings: int = 0

    @property
    def figures(self) -> tuple[int, ...]:
        """Return what a row of a table shows; a rule that moved and was reworded is in both."""
        moved = self.moved + self.also_moved
        return (self.added, self.removed, self.reworded, moved, self.links, self.formatting)


def also_happened(tally: ChangeCounts, divided: str = "divided", joined: str = "joined") -> str:
    """Return what else happened to reworded rules: ` (2 of them also moved, 1 divided)`.

    `divided` and `joined` are the words for these. The text is empty if nothing else happened.
    """
    named = ((tally.also_moved, "also moved"), (tally.divided, divided), (tally.joined, joined))
    told = [(number, word) for number, word in named if number]
    words = [
        f"{number} {word if place else f'of them {word}'}"
        for place, (number, word) in enumerate(told)
    ]
    return f" ({', '.join(words)})" if words else ""


def describe_counts(
    tally: ChangeCounts,
    added: str = "added",
    removed: str = "removed",
    divided: str = "divided",
    joined: str = "joined",
) -> str:
    """Return the figures: `2 added, 3 reworded (1 of them also moved)`; empty for no change."""
    named = (
        (tally.added, added),
        (tally.removed, removed),
        (tally.reworded, f"reworded{also_happened(tally, divided, joined)}"),
        (tally.moved, "moved"),
        (tally.links, "link changed" if tally.links == 1 else "links changed"),
        (tally.formatting, "formatting only"),
    )
    return ", ".join(f"{number} {word}" for number, word in named if number)


def count_changes(changes: Sequence[ClauseChange]) -> ChangeCounts:
    """Return how many of `changes` there are of each kind.

    A change that moved and was reworded counts as reworded.
    """
    worth = [change for change in changes if change.count]
    if not worth:
        return ChangeCounts()
    counts: Counts = redline.counts(worth)
    alone = sum(change.moved is Moved.ALONE and change.kind in UNCHANGED for change in worth)
    return ChangeCounts(
        total=len(worth),
        added=counts.added,
        removed=counts.removed,
        reworded=counts.reworded,
        moved=alone,
        links=counts.links,
        formatting=counts.formatting,
        also_moved=counts.moved - alone,
        divided=counts.divided,
        joined=counts.joined,
        headings=sum(change.part not in PASSAGES for change in worth),
    )
