"""Find the steps from one row of tokens to another, as few whole phrases.

It knows tokens, and whether white space stands before them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policybook.meaning.words.similarity import EMPTY, count_common
from policybook.redline.tokens import Gap

_PAUSE = frozenset(".,;:!?")
# A clause is shown as rewritten if less than this share stays, and no stretch of so many words.
_MIN_SHARE = 0.3
_MIN_STRETCH = 12
# Equal pairs of tokens. A clause of 5,000 words has a tenth of that.
_MAX_PAIRS = 2_000_000

# (equal, i1, i2, j1, j2): tokens i1 to i2 of the old row, and j1 to j2 of the new row.
Edit = tuple[bool, int, int, int, int]


def edits(a: Sequence[str], b: Sequence[str]) -> list[Edit]:
    """Return the steps from `a` to `b`, equal and unequal ones in turn. They cover both rows."""
    steps = _join(_clean_up(a, b, _raw_edits(a, b)))
    return [(False, 0, len(a), 0, len(b))] if _is_rewritten(a, b, steps) else steps


def widen(steps: Sequence[Edit], olds: Sequence[Gap], news: Sequence[Gap]) -> list[Edit]:
    """Return the steps with every token as changed that lost or won the space before it.

    The word before it goes along: `half term` → `half-term` is one edit of both words.
    `olds` and `news` say what stands before each token.
    """
    parts: list[Edit] = []
    for equal, i1, i2, j1, j2 in steps:
        if not equal or olds[i1:i2] == news[j1:j2]:
            parts.append((equal, i1, i2, j1, j2))
            continue
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
            parts.append((not _is_glued_once(olds[i], news[j]), i, i + 1, j, j + 1))
    result: list[Edit] = []
    for equal, i1, i2, j1, j2 in _join(parts):
        if not equal and i1 < i2 and j1 < j2:
            while result and _is_glued_once(olds[i1], news[j1]):
                i1, j1 = i1 - 1, j1 - 1
                _, k1, _, m1, _ = result.pop()
                if k1 < i1:
                    result.append((True, k1, i1, m1, j1))
        result.append((equal, i1, i2, j1, j2))
    return _join(result)


def _is_glued_once(old: Gap, new: Gap) -> bool:
    """Return whether one token touches the token before it, and the other does not."""
    return (old is Gap.NONE) != (new is Gap.NONE)


def _raw_edits(a: Sequence[str], b: Sequence[str]) -> list[Edit]:
    """Return the steps before they are cleaned up."""
    head = count_common(a, b)
    tail = count_common(reversed(a[head:]), reversed(b[head:]))
    i, j = len(a) - tail, len(b) - tail
    middle = _opcodes(a[head:i], b[head:j])
    steps = [(True, 0, head, 0, head)] if head else []
    steps += [
        (tag == "equal", head + i1, head + i2, head + j1, head + j2)
        for tag, i1, i2, j1, j2 in middle
    ]
    if tail:
        steps.append((True, i, len(a), j, len(b)))
    return steps


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Return difflib's steps.

    Where the same few tokens recur so often that it would take minutes, return one
    step.
    """
    if not a or not b:
        return [("replace", 0, len(a), 0, len(b))] if a or b else []
    if set(a).isdisjoint(b):
        return [("replace", 0, len(a), 0, len(b))]
    if len(a) * len(b) <= _MAX_PAIRS:
        return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    often = Counter(b)
    if sum(often[token] for token in a) > _MAX_PAIRS:
        return [("replace", 0, len(a), 0, len(b))]
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _join(steps: list[Edit]) -> list[Edit]:
    """Return the steps with neighbours of one sort joined and empty steps left out."""
    result: list[Edit] = []
    for equal, i1, i2, j1, j2 in steps:
        if i1 == i2 and j1 == j2:
            continue
        if result and result[-1][0] == equal:
            before = result[-1]
            result[-1] = (equal, before[1], i2, before[3], j2)
        else:
            result.append((equal, i1, i2, j1, j2))
    return result


# --- clean-up


def _clean_up(a: Sequence[str], b: Sequence[str], steps: list[Edit]) -> list[Edit]:
    """Return the steps without islands, with edits at the start of phrases."""
    steps = _join(steps)
    while True:
        fewer = _remove_islands(a, steps)
        if len(fewer) == len(steps):
            break
        steps = fewer
    return _slide(a, b, steps)


def _remove_islands(a: Sequence[str], steps: list[Edit]) -> list[Edit]:
    """Return the steps with islands turned into edits."""
    result = list(steps)
    for place in range(1, len(steps) - 1):
        before, (equal, i1, i2, j1, j2), after = steps[place - 1 : place + 2]
        if equal and _is_island(a[i1:i2], before, after):
            result[place] = (False, i1, i2, j1, j2)
    return _join(result)


def _is_island(tokens: Sequence[str], before: Edit, after: Edit) -> bool:
    """Return whether an equal stretch between two edits is too small to help a reader."""
    content_words = 0
    for token in tokens:
        if token[0].isalnum() and token.lower() not in EMPTY:
            content_words += 1
            if content_words > 1:
                return False
    return not content_words or 2 * len(tokens) <= min(_size(before), _size(after))


def _size(edit: Edit) -> int:
    """Return the number of tokens in the longer side of an edit."""
    return max(edit[2] - edit[1], edit[4] - edit[3])


def _slide(a: Sequence[str], b: Sequence[str], steps: list[Edit]) -> list[Edit]:
    """Move each insertion and deletion, where possible, to the start of a phrase.

    A phrase starts with a sentence or after a comma.
    """
    result = list(steps)
    for place in range(1, len(result) - 1):
        (e1, i1, i2, j1, j2), (equal, k1, k2, m1, m2), (e2, o1, o2, p1, p2) = result[
            place - 1 : place + 2
        ]
        if equal or not (e1 and e2) or (k1 != k2 and m1 != m2):
            continue
        row, start, stop = (a, k1, k2) if m1 == m2 else (b, m1, m2)
        shift = max(
            _possible_shifts(row, start, stop, i2 - i1, o2 - o1),
            key=lambda s: (_phrase_score(row, start + s, stop + s), -abs(s)),
        )
        result[place - 1] = (e1, i1, i2 + shift, j1, j2 + shift)
        result[place] = (equal, k1 + shift, k2 + shift, m1 + shift, m2 + shift)
        result[place + 1] = (e2, o1 + shift, o2, p1 + shift, p2)
    return _join(result)


def _possible_shifts(
    row: Sequence[str], start: int, stop: int, left: int, right: int
) -> Iterator[int]:
    """Yield how far the stretch can slide by at most `left` or `right` and stay the same."""
    yield 0
    for shift in range(1, left + 1):
        if row[start - shift] != row[stop - shift]:
            break
        yield -shift
    for shift in range(right):
        if row[start + shift] != row[stop + shift]:
            break
        yield shift + 1


def _phrase_score(tokens: Sequence[str], start: int, stop: int) -> int:
    """Return how well a stretch reads alone: best a whole sentence, then text beside a comma."""
    before = tokens[start - 1] if start else "."
    last = tokens[stop - 1]
    if before in ".!?" and last in ".!?":
        return 4
    if before in ".!?":
        return 3
    if before in _PAUSE:
        return 2
    return 1 if tokens[start] in _PAUSE and last not in _PAUSE else 0


def _is_rewritten(a: Sequence[str], b: Sequence[str], steps: list[Edit]) -> bool:
    """Return whether so little stays that the two whole texts are easier to read."""
    if len(steps) < 3:
        return False
    equal_words = 0
    for equal, i1, i2, _, _ in steps:
        if equal:
            words = _count_words(a[i1:i2])
            if words >= _MIN_STRETCH:
                return False
            equal_words += words
    counts = _count_words(a), _count_words(b)
    # All of one text in a row inside the other one: only words around it came or went.
    if equal_words == min(counts) > 0 and sum(step[0] for step in steps) == 1:
        return False
    return equal_words < _MIN_SHARE * max(counts)


def _count_words(tokens: Sequence[str]) -> int:
    """Return how many tokens are words or numbers."""
    return sum([token[0].isalnum() for token in tokens])
