"""Turn the story of a redline into sentences that quote old and new words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from policybook.analysis.open_points import open_points
from policybook.model.findings import format_count
from policybook.redline import EffectSide, Matter, Redline, unit_numbers, weight_words
from policybook.redline.story import tell_story
from policybook.redline.story_line import StoryLine

#: The page shows so many lines of a list at once, or fewer if they have more characters. It folds
#: the rest, if that is more than one line.
_OPEN_LINES, _FEWEST_LINES, _OPEN_CHARACTERS = 3, 2, 700
#: Words of a cut quotation before the first one that changed.
_LEAD_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One line of the story: the number of its change, where it is, and what it says."""

    count: int
    place: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRows:
    """The story as the page shows it, and the open points of the new version.

    Each of `questions` has the number of its rule, or an empty text, and its words.
    """

    lines: tuple[StoryRow, ...]
    sections: tuple[StoryRow, ...]
    removed: tuple[StoryRow, ...]
    questions: tuple[tuple[str, str], ...]
    others: int


def story_rows(changes: Redline, most_words: int = 0) -> StoryRows:
    """Return the story of a redline in sentences.

    A quotation has at most `most_words` words, from just before the first word that changed. 0
    leaves it as it is.
    """
    story = tell_story(changes)
    if most_words:
        lines, removed = (
            tuple(_cut_quotations(line, most_words) for line in part)
            for part in (story.lines, story.removed)
        )
        story = replace(story, lines=lines, removed=removed)
    return StoryRows(
        lines=tuple(map(_row, story.lines)),
        sections=tuple(map(_row, story.sections)),
        removed=tuple(map(_row, story.removed)),
        questions=tuple(open_points(changes.new)),
        others=story.others,
    )


def _cut_quotations(line: StoryLine, most: int) -> StoryLine:
    old, new = line.old.split(), line.new.split()
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    first = max(sum(1 for _ in same) - _LEAD_WORDS, 0)
    return replace(line, old=_cut(old, first, most), new=_cut(new, first, most))


def _cut(words: Sequence[str], first: int, most: int) -> str:
    start = max(min(first, len(words) - most), 0)
    head, tail = "… " if start else "", " …" if start + most < len(words) else ""
    return head + " ".join(words[start : start + most]) + tail


def count_unfolded(lines: Sequence[StoryRow | str]) -> int:
    """Return how many lines of a list the page does not fold."""
    if len(lines) <= _OPEN_LINES + 1:
        return len(lines)
    words = (line if isinstance(line, str) else line.words for line in lines[:_OPEN_LINES])
    ends = accumulate(map(len, words))
    return max(_FEWEST_LINES, sum(end <= _OPEN_CHARACTERS for end in ends))


def _row(line: StoryLine) -> StoryRow:
    change = line.change
    name = _name(line) if line.matter and not line.title else ""
    gone = "" if change.new else unit_numbers(change.old)
    number = f"old {gone}" if gone else unit_numbers(change.new)
    place = line.title or number or f"change {change.count}"
    return StoryRow(count=change.count, place=place, name=name, words=_sentence(line))


def _name(line: StoryLine) -> str:
    """Return what a line is about: `Duty made weaker`; of a new rule, `Sets a duty`."""
    if line.matter is None:
        return ""
    if line.side is EffectSide.NEW and line.matter is not Matter.CONTENT:
        return weight_words.name_of_new_rule(line.matter)
    if line.matter is Matter.CONTENT:
        return "Please read"
    weights = [weight for weight in line.change.weights if weight.matter is line.matter]
    return weight_words.effect_name(line.matter, weights)


def _sentence(line: StoryLine) -> str:
    """Return the words of a line: `“… within 14 days” became “… within 10 days”`."""
    if line.title:
        return format_count(line.rules, "rule")
    if line.matter is Matter.TERM:
        where = "one rule" if line.rules == 1 else f"{line.rules} rules"
        return f"“{line.old}” became “{line.new}”, and nothing else changed in {where}"
    if line.old and line.new and line.is_apart:
        return f"old text: “{line.old}”; new text: “{line.new}”{_also(line)}"
    if line.old and line.new:
        return f"“{line.old}” became “{line.new}”{_also(line)}"
    if line.is_sentence:
        return f"{'a right or power' if line.is_right else 'a sentence of it'}: “{line.old}”"
    if line.new:
        return f"“{line.new}”{f' (if it replaces old {line.compare})' if line.compare else ''}"
    words = f"“{line.old}”"
    if line.is_right and (line.is_part or not line.compare):
        words = f"a right or power: {words}"
    what = "a part of it" if line.is_part else "it"
    return f"{words} (compare {line.compare}, which may say {what} now)" if line.compare else words


def _also(line: StoryLine) -> str:
    """Return the other effects of a change: `. Also: condition, person or body`."""
    stop = "" if line.new.endswith((".", "!", "?")) else "."
    return f"{stop} Also: {', '.join(line.also)}" if line.also else ""
