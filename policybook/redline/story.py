"""Tell a redline in a few lines: the changes that matter most, each with old and new words.

A line quotes the text and claims nothing of its own. What a change does is in its matter, which
`main_effects` chose. A change that nothing names, but that has weighty words, is to be read, and
comes before names, dates and addresses. New and removed sections are one line each.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policybook.meaning.types import FORM, Direction, Matter, Weight
from policybook.meaning.words.code_patterns import TELEPHONE
from policybook.redline.change_quotation import quote_change
from policybook.redline.figures import changes_to_read, section_changes
from policybook.redline.form_changes import is_harmless
from policybook.redline.main_effects import Effect, EffectSide, effects, is_comparison
from policybook.redline.removed_lines import place_of_loss, removed_lines
from policybook.redline.short_quotations import shorten
from policybook.redline.story_line import StoryLine
from policybook.redline.types import (
    ChangeKind,
    ClauseChange,
    Part,
    Redline,
    SectionChange,
)
from policybook.redline.unit_context import UnitContext
from policybook.redline.weighty_words import GRAVE, weigh_words

#: A reader takes in about so many lines before a meeting.
MOST_LINES = 12
#: Lines of one effect, as long as lines of others wait.
_MOST_OF_A_SORT = 3
_NEW = EffectSide.NEW
#: "One" was added, or it is a telephone's number or that of an edition.
_SLIP = re.compile(rf"1|one|\d\.\d|{TELEPHONE}", re.IGNORECASE)
_QUIET = FORM | {Matter.CONTENT, Matter.ORDER, Matter.TERM, Matter.REFERENCE, Matter.NEW}
#: What is told after changes that are to be read.
_SLIGHT = frozenset({Matter.DATE, Matter.CODE, Matter.LAW, Matter.LINK, Matter.BODY})
_SLIGHT |= {Matter.INVISIBLE, Matter.DUTY, Matter.TERM}
#: Words that weigh less are worth no line. Items of fewer words need their opening words.
_LEAST, _FEW = 2, 10
#: What no line adds to its main effect.
_UNLISTED = _QUIET | {Matter.MOVED, Matter.GONE, Matter.DUTY, Matter.INVISIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The story of a redline.

    `lines` has the weighty changes, most important first, at most twelve. `sections` are
    new, and `removed` has the rules, sections and sentences that are gone: whole sections, bans,
    duties and rights first, and last those that another rule may say now. `others` counts the
    changes without a line.
    """

    lines: tuple[StoryLine, ...]
    sections: tuple[StoryLine, ...]
    removed: tuple[StoryLine, ...]
    others: int


def tell_story(redline: Redline) -> Story:
    """Return the story of a redline. No change has two lines, apart from sentences it lost.

    No effect takes all the lines: each has at most three of them, as long as others wait.
    """
    sections, context = [*_whole_sections(redline)], UnitContext(redline)
    inside = {change.count for section, _ in sections for change in section_changes(section)}
    removed = [line for _, line in sections if line.side is not _NEW]
    removed += removed_lines(redline, inside, context)
    lines = tuple(_choose([*_weighty_lines(redline, inside, context)]))
    told = {line.change.count for line in (*lines, *removed)} | inside
    return Story(
        lines=lines,
        sections=tuple(line for _, line in sections if line.side is _NEW),
        removed=tuple(sorted(removed, key=place_of_loss)),
        others=sum(change.count not in told for change in changes_to_read(redline)),
    )


def _choose(lines: Sequence[StoryLine]) -> Iterator[StoryLine]:
    """Yield the lines to tell, in their order."""
    counts: Counter[tuple[Matter | None, EffectSide]] = Counter()
    first: list[int] = []
    rest: list[int] = []
    for place, line in enumerate(lines):
        counts[line.matter, line.side] += 1
        (first if counts[line.matter, line.side] <= _MOST_OF_A_SORT else rest).append(place)
    yield from (lines[place] for place in sorted([*first, *rest][:MOST_LINES]))


def _whole_sections(redline: Redline) -> Iterator[tuple[SectionChange, StoryLine]]:
    """Yield each section that only one version has, with its line."""
    for section in redline.sections:
        heading = section.heading
        changes = [change for change in section_changes(section) if change.count]
        whole = {ChangeKind.ADDED, ChangeKind.REMOVED}
        if heading is None or heading.kind not in whole or not changes:
            continue
        if any(change.kind is not heading.kind for change in changes):
            continue
        source = section.new or section.old
        if source is not None:
            yield (
                section,
                StoryLine(
                    change=changes[0],
                    matter=None,
                    side=_NEW if section.new else EffectSide.GONE,
                    title=f"{source.label} {source.title}".strip(),
                    rules=sum(change.part is Part.CLAUSE for change in changes),
                ),
            )


def _weighty_lines(redline: Redline, inside: set[int], context: UnitContext) -> Iterator[StoryLine]:
    """Yield a line for each weighty change outside whole sections, most important first."""
    told = set(inside)
    lines = [*_labelled_lines(redline, context), *_lines_to_read(redline, context)]
    for line in sorted(lines, key=_rank):
        if line.matter is Matter.TERM or line.change.count not in told:
            told.add(line.change.count)
            yield line


def _rank(line: StoryLine) -> int:
    """Return the place of a line: rules in both versions, new ones, each before those to read."""
    if line.matter in _SLIGHT:
        return 4
    is_read = line.matter is Matter.CONTENT
    is_grave = is_read and weigh_words(line.change)[0] == GRAVE
    return 2 * (line.side is _NEW and not is_grave) + is_read


def _lines_to_read(redline: Redline, context: UnitContext) -> Iterator[StoryLine]:
    """Yield a line for each rule with weighty words that nothing surely names, heaviest first."""
    heavy = [(weigh_words(change), change) for change in changes_to_read(redline)]
    for (_, weight, word), change in sorted(heavy, key=lambda one: one[0][:2], reverse=True):
        matters = {weight.matter for weight in change.weights}
        is_open = matters == {Matter.NEW} and change.new[-1].text.endswith((".", ";", ":"))
        is_rule = change.part is Part.CLAUSE and bool(change.new)
        if weight >= _LEAST and is_rule and (is_open or Matter.CONTENT in matters):
            side, weighty = (EffectSide.BOTH, word) if change.old else (_NEW, "")
            named = Weight(
                matter=Matter.CONTENT, direction=Direction.WORDED, old=weighty, new=weighty
            )
            old, new, is_apart = quote_change(change, (named,), context)
            yield StoryLine(
                change=change,
                matter=Matter.CONTENT,
                side=side,
                old=old,
                new=new if old else _with_items(new, change, context),
                is_apart=is_apart,
            )


def _with_items(words: str, change: ClauseChange, context: UnitContext) -> str:
    """Return a quotation, with the items below it where it only opens a list."""
    return shorten(f"{words} {context.items(change)}".strip()) if words.endswith(":") else words


def _labelled_lines(redline: Redline, context: UnitContext) -> Iterator[StoryLine]:
    """Yield a line for each change that an effect names, new rules by their weighty words.

    One name for another is told once, and so are the short items of one list.
    """
    once: set[object] = set()
    for effect in effects(redline):
        if effect.matter is Matter.TERM:
            yield from _swapped_terms(effect)
        if effect.matter is None or effect.matter in _QUIET or effect.side is EffectSide.GONE:
            continue
        is_new = effect.side is _NEW
        items = sorted(effect.items, key=lambda item: -weigh_words(item[0])[0] * is_new)
        for change, weights in items:
            few = is_new and len(change.new[0].text.split()) < _FEW
            lead = context.stem(change) if few else ""
            same = lead or (weights if effect.matter is Matter.BODY else "")
            if same in once or _is_slip(change, weights):
                continue
            once |= {same} if same else set()
            old, new, is_apart = quote_change(change, weights, context)
            yield StoryLine(
                change=change,
                matter=effect.matter,
                side=effect.side,
                old=old,
                new=new if old else _with_items(f"{lead} {new}".strip(), change, context),
                also=tuple(_further_effects(change, effect.matter)),
                compare=", ".join(n for w in weights if is_comparison(w) for n in w.elsewhere),
                is_apart=is_apart,
            )


def _swapped_terms(effect: Effect) -> Iterator[StoryLine]:
    """Yield a line for each term that replaces another, at the first of its changes."""
    first: dict[Weight, ClauseChange] = {}
    counts: Counter[Weight] = Counter()
    for change, weights in effect.items:
        counts.update(weights)
        for weight in weights:
            first.setdefault(weight, change)
    for weight, change in first.items():
        yield StoryLine(
            change=change,
            matter=Matter.TERM,
            side=effect.side,
            old=weight.old,
            new=weight.new,
            rules=counts[weight],
        )


def _further_effects(change: ClauseChange, matter: Matter) -> Iterator[Matter]:
    """Yield the weighty effects of a rule in both versions, other than `matter`, once each."""
    if change.kind not in (ChangeKind.ADDED, ChangeKind.REMOVED):
        rest = (weight.matter for weight in change.weights if weight.matter not in _UNLISTED)
        yield from (other for other in dict.fromkeys(rest) if other is not matter)


def _is_slip(change: ClauseChange, weights: Sequence[Weight]) -> bool:
    """Return whether a change is too little for a line.

    Only invisible characters changed that help to break lines, or the number is no amount.
    """
    if weights and all(
        w.matter is Matter.NUMBER and _SLIP.fullmatch(w.new or w.old) for w in weights
    ):
        return True
    return {w.matter for w in weights} <= {Matter.INVISIBLE} and is_harmless(change)
