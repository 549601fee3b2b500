"""Which heading of one version is which of the other: by where its clauses went, by its words, by its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from policybook.redline.alignment_state import Alignment, Text

_BODY = 0.3  # share of the clauses under two headings that went to each other
_TITLE = 0.55  # likeness of their words
_BODY_WITH_TITLE, _TITLE_WITH_BODY = 0.15, 0.3


@dataclass(slots=True)
class HeadingScope:
    """A heading and the places of the clauses under it: down to the next one, or (`all`) to the next of its level."""

    place: int
    level: int
    direct: list[int] = field(default_factory=list)
    all: list[int] = field(default_factory=list)


@lru_cache(maxsize=4)
def heading_scopes(texts: tuple[Text, ...]) -> list[HeadingScope]:
    """Return each heading with what stands under it; most versions are the new one of a redline, and the old one of the next."""
    found: list[HeadingScope] = []
    opened: list[HeadingScope] = []
    for at, text in enumerate(texts):
        if text.sort != "heading":
            if opened:
                opened[-1].direct.append(at)
            for heading in opened:
                heading.all.append(at)
            continue
        while opened and opened[-1].level >= text.unit.level:
            opened.pop()
        found.append(HeadingScope(at, text.unit.level))
        opened.append(found[-1])
    return found


def pair_headings(found: Alignment) -> None:
    """Pair what headings are free: best evidence first, then a lone one on each side between the same neighbours."""
    olds, news = heading_scopes(tuple(found.old)), heading_scopes(tuple(found.new))
    scored = sorted(_scored(found, olds, news))
    for _, _, i, j in scored:
        if found.is_free(i, j):
            found.pair(i, j)
    _pair_lone(found, olds, news)


def _scored(
    found: Alignment, olds: list[HeadingScope], news: list[HeadingScope]
) -> Iterator[tuple[float, int, int, int]]:
    free_news = [h for h in news if h.place not in found.to_old]
    for a in olds:
        if a.place in found.to_new:
            continue
        for b in free_news:
            body, title = (
                _body(found, a, b),
                found.old[a.place].places.likeness(found.new[b.place].words),
            )
            if (
                body >= _BODY
                or title >= _TITLE
                or (body >= _BODY_WITH_TITLE and title >= _TITLE_WITH_BODY)
            ):
                yield (
                    -(body + title + (0.1 if a.level == b.level else 0.0)),
                    abs(a.place - b.place),
                    a.place,
                    b.place,
                )


def _body(found: Alignment, a: HeadingScope, b: HeadingScope) -> float:
    """The share of the words under both headings that stand under both."""
    olds, news = (a.direct, b.direct) if a.direct or b.direct else (a.all, b.all)
    there = set(news)
    kept = sum(
        len(found.old[i].words) + len(found.new[j].words)
        for i in olds
        if (j := found.to_new.get(i)) in there and j is not None
    )
    total = sum(len(found.old[i].words) for i in olds) + sum(len(found.new[j].words) for j in news)
    return kept / total if total else 0.0


def _pair_lone(found: Alignment, olds: list[HeadingScope], news: list[HeadingScope]) -> None:
    """But not where both have clauses, and none of them went to the other: there one section went and another came."""
    places = {heading.place: place for place, heading in enumerate(news)}
    for x, old in enumerate(olds):
        if old.place in found.to_new:
            continue
        before = -1 if x == 0 else places.get(found.to_new.get(olds[x - 1].place, -1))
        after = (
            len(news) if x + 1 == len(olds) else places.get(found.to_new.get(olds[x + 1].place, -1))
        )
        if before is None or after is None or after - before != 2:
            continue
        new = news[before + 1]
        if (
            found.is_free(old.place, new.place)
            and old.level == new.level
            and _may_be_one(found, old, new)
        ):
            found.pair(old.place, new.place)


def _may_be_one(found: Alignment, old: HeadingScope, new: HeadingScope) -> bool:
    return not (old.direct and new.direct) or any(
        found.to_new.get(i) in new.direct for i in old.direct
    )
