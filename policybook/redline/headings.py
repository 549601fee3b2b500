"""Pair the headings of two versions by their clauses, their words and their neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policybook.redline.alignment_state import Alignment, Text

# Share of the words under two headings whose clauses are paired with each other.
_MIN_BODY = 0.3
# Likeness of the words of the headings.
_MIN_TITLE = 0.55
# Both together.
_MIN_BODY_WITH_TITLE, _MIN_TITLE_WITH_BODY = 0.15, 0.3


@dataclass(slots=True)
class HeadingScope:
    """A heading's place with the places of its clauses.

    `direct` are the clauses up to the next heading. `all` are those up to the next
    heading of the same level.
    """

    place: int
    level: int
    direct: list[int] = field(default_factory=list)
    all: list[int] = field(default_factory=list)


def heading_scopes(texts: Sequence[Text]) -> list[HeadingScope]:
    """Return each heading with the places of its clauses."""
    scopes: list[HeadingScope] = []
    open_scopes: list[HeadingScope] = []
    for place, text in enumerate(texts):
        if text.sort != "heading":
            if open_scopes:
                open_scopes[-1].direct.append(place)
            for heading in open_scopes:
                heading.all.append(place)
            continue
        while open_scopes and open_scopes[-1].level >= text.unit.level:
            open_scopes.pop()
        scopes.append(HeadingScope(place, text.unit.level))
        open_scopes.append(scopes[-1])
    return scopes


def pair_headings(alignment: Alignment) -> None:
    """Pair headings without a partner: those with the best evidence first, then lone ones."""
    olds, news = heading_scopes(alignment.old), heading_scopes(alignment.new)
    scored = sorted(_score_pairs(alignment, olds, news))
    for _, _, i, j in scored:
        if alignment.is_free(i, j):
            alignment.pair(i, j)
    _pair_lone(alignment, olds, news)


def _score_pairs(
    alignment: Alignment, olds: list[HeadingScope], news: list[HeadingScope]
) -> Iterator[tuple[float, int, int, int]]:
    """Yield the pairs of headings with enough evidence, ready for sorting: best score first."""
    free_news = [h for h in news if h.place not in alignment.to_old]
    for a in olds:
        if a.place in alignment.to_new:
            continue
        for b in free_news:
            body = _shared_body(alignment, a, b)
            title = alignment.old[a.place].places.likeness(alignment.new[b.place].words)
            if (
                body >= _MIN_BODY
                or title >= _MIN_TITLE
                or (body >= _MIN_BODY_WITH_TITLE and title >= _MIN_TITLE_WITH_BODY)
            ):
                yield (
                    -(body + title + (0.1 if a.level == b.level else 0.0)),
                    abs(a.place - b.place),
                    a.place,
                    b.place,
                )


def _shared_body(alignment: Alignment, a: HeadingScope, b: HeadingScope) -> float:
    """Return the share of words under both headings whose clauses are paired with each other."""
    olds, news = (a.direct, b.direct) if a.direct or b.direct else (a.all, b.all)
    new_places = set(news)
    shared = sum(
        len(alignment.old[i].words) + len(alignment.new[j].words)
        for i in olds
        if (j := alignment.to_new.get(i)) in new_places and j is not None
    )
    total = sum(len(alignment.old[i].words) for i in olds) + sum(
        len(alignment.new[j].words) for j in news
    )
    return shared / total if total else 0.0


def _pair_lone(alignment: Alignment, olds: list[HeadingScope], news: list[HeadingScope]) -> None:
    """Pair the only free heading between the same two neighbours on each side.

    Headings with clauses, none of which are paired, are two different sections.
    """
    places = {heading.place: place for place, heading in enumerate(news)}
    for x, old in enumerate(olds):
        if old.place in alignment.to_new:
            continue
        before = -1 if x == 0 else places.get(alignment.to_new.get(olds[x - 1].place, -1))
        after = (
            len(news)
            if x + 1 == len(olds)
            else places.get(alignment.to_new.get(olds[x + 1].place, -1))
        )
        if before is None or after is None or after - before != 2:
            continue
        new = news[before + 1]
        if (
            alignment.is_free(old.place, new.place)
            and old.level == new.level
            and _may_correspond(alignment, old, new)
        ):
            alignment.pair(old.place, new.place)


def _may_correspond(alignment: Alignment, old: HeadingScope, new: HeadingScope) -> bool:
    """Return whether the clauses of two headings allow a pair."""
    return not (old.direct and new.direct) or any(
        alignment.to_new.get(i) in new.direct for i in old.direct
    )
