"""Weights as English, for pages, terminals, PDFs and data files.

    describe(weight)               # `‘should’ became ‘must’`, `14 → 10 school days`
    effect_item(effect, weights)   # the words for one change in the list of an effect
    notes(change)                  # what a change does, a line for each matter
    matter_words(matter)           # `Duty made weaker`

No other module makes these words, and no module reads them back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from policybook.meaning.types import DUTIES, QUOTED, Direction, Matter, Weight
from policybook.redline.main_effects import EffectSide, is_comparison
from policybook.redline.types import ChangeKind, ClauseChange

_BANS = re.compile(r"\b(?:not|no|never|neither|nor|nobody|cannot)\b|n't")
#: As many words of a moved sentence are quoted.
_FIRST_WORDS = 10
_NO_WORD_DIFFERS = frozenset({Matter.ORDER, Matter.WORDING, Matter.SIGNS})
_OF_A_NEW_RULE = MappingProxyType(
    {
        Matter.STRONGER: "Sets a duty",
        Matter.WEAKER: "Frees from a duty",
        Matter.MOVED: "Sentence moved",
        Matter.PROHIBITED: "Forbids something",
        Matter.RIGHT: "Gives a permission, right or power",
        Matter.NEW: "Perhaps in other words",
        Matter.INVISIBLE: "Invisible character",
    }
)
_OF_A_REMOVED_RULE = MappingProxyType(
    {
        Matter.WEAKER: "It set a duty",
        Matter.STRONGER: "It freed from a duty",
        Matter.MOVED: "Sentence moved",
        Matter.LIFTED: "It forbade something",
        Matter.RIGHT: "It gave a permission, right or power",
        Matter.GONE: "Perhaps in other words",
        Matter.INVISIBLE: "Invisible character",
    }
)
#: What a whole rule does is told by its verb alone.
_TOLD_BY_VERB = DUTIES | {Matter.RIGHT, Matter.INVISIBLE}
_OF_A_WHOLE_RULE: Mapping[ChangeKind, Mapping[Matter, str]] = MappingProxyType(
    {ChangeKind.ADDED: _OF_A_NEW_RULE, ChangeKind.REMOVED: _OF_A_REMOVED_RULE}
)


def describe(weight: Weight) -> str:
    """Return what happened to the word or figure; empty where the matter says everything."""
    where = ", ".join(weight.elsewhere)
    if where and weight.matter in (Matter.GONE, Matter.NEW):
        what = "a part of it" if weight.is_part else "it"
        is_old = weight.matter is Matter.NEW
        if is_old:
            return f"compare old {where}, which may have said {what}"
        return f"compare {where}, which may say {what} now"
    if not weight.is_specific:
        return ""
    if weight.direction is Direction.REPLACED:
        return _replacement(weight) + replaced_rule(weight)
    if weight.matter is Matter.MOVED:
        return f"“{_short(weight.new or weight.old)}” {_direction(weight)} {where}"
    if weight.direction is Direction.ADDED:
        return f"{subject(weight)} {_arrival(where, weight.stays_there)}"
    return f"{subject(weight)} {_departure(where, weight.stays_there)}"


def moves(change: ClauseChange) -> Mapping[str, str]:
    """Return each sentence of a change that moved, with where: `moved to 3.2`."""
    return {
        weight.new or weight.old: f"{_direction(weight)} {', '.join(weight.elsewhere)}"
        for weight in change.weights
        if weight.matter is Matter.MOVED
    }


def _direction(weight: Weight) -> str:
    return "moved here from" if weight.direction is Direction.ADDED else "moved to"


def _short(sentence: str) -> str:
    """Return the first words of a sentence, by which a reader knows it."""
    words = sentence.split()
    return " ".join(words[:_FIRST_WORDS]) + " …" if len(words) > _FIRST_WORDS + 2 else sentence


def _arrival(where: str, stays_there: bool) -> str:
    if not where:
        return "added"
    return f"added, already in {where}" if stays_there else f"moved here from {where}"


def _departure(where: str, stays_there: bool) -> str:
    if not where:
        return "removed"
    return f"removed here, still in {where}" if stays_there else f"moved to {where}"


def subject(weight: Weight) -> str:
    """Return the word or figure alone: `‘must’`, `10 school days`."""
    return _quoted(weight.matter, weight.new or weight.old)


def _replacement(weight: Weight) -> str:
    old, new = _quoted(weight.matter, weight.old), _quoted(weight.matter, weight.new)
    if weight.matter in QUOTED:
        return f"{old} became {new}"
    return f"{old} → {new} {weight.unit}" if weight.unit else f"{old} → {new}"


def replaced_rule(weight: Weight) -> str:
    """Return which removed rule a new one is compared with; empty for any other weight."""
    if not is_comparison(weight):
        return ""
    return f", if it replaces old {', '.join(weight.elsewhere)}"


def _quoted(matter: Matter, text: str) -> str:
    return f"‘{text}’" if matter in QUOTED else text


def effect_item(side: EffectSide, weights: Sequence[Weight]) -> str:
    """Return the words for one change in the list of an effect.

    All of an added or removed rule is added or removed, so only its verbs are listed.
    """
    return "; ".join(map(describe if side is EffectSide.BOTH else subject, weights))


def notes(change: ClauseChange) -> Iterator[tuple[str, str]]:
    """Yield a name and the words for each matter of a change.

    An added or removed rule tells only whether it sets a duty or forbids something. Where
    the names do not say everything, the last line asks the reader to read the change.
    """
    lines: dict[Matter, list[Weight]] = {}
    for weight in change.weights:
        if weight.is_specific or weight.elsewhere or weight.matter in _NO_WORD_DIFFERS:
            lines.setdefault(weight.matter, []).append(weight)
    names = _OF_A_WHOLE_RULE.get(change.kind)
    for matter, weights in lines.items():
        compared = [weight for weight in weights if names is None or is_comparison(weight)]
        if compared:
            yield effect_name(matter, compared), "; ".join(map(describe, compared))
        alone = [weight for weight in weights if weight not in compared]
        if alone and names and matter in names:
            tell = subject if matter in _TOLD_BY_VERB else describe
            yield names[matter], "; ".join(map(tell, alone))
    if any(w.matter is Matter.CONTENT for w in change.weights) and change.old and change.new:
        yield "Wording changed", "please read"


def effect_name(matter: Matter, weights: Sequence[Weight]) -> str:
    """Return the matter as the start of a line; of a ban that binds more, that it is one."""
    are_bans = bool(weights) and all(_BANS.search(w.old) and _BANS.search(w.new) for w in weights)
    is_duty = matter in (Matter.STRONGER, Matter.WEAKER)
    return matter_words(matter).replace("Duty", "Prohibition" if are_bans and is_duty else "Duty")


def matter_words(matter: Matter) -> str:
    """Return the matter as the start of a line: `Duty made weaker`."""
    return "‘Not’ added or removed" if matter is Matter.NEGATION else matter.capitalize()


def name_of_effect(matter: Matter, side: EffectSide) -> str:
    """Return an effect as the start of a line: `Duty made weaker`, `A new rule sets a duty`.

    That a rule came or went is sure; that a duty did is not, because another rule may have it.
    """
    if side is EffectSide.NEW and matter in _OF_A_NEW_RULE:
        name = _OF_A_NEW_RULE[matter]
        return f"A new rule {name[:1].lower()}{name[1:]}"
    if side is EffectSide.GONE and matter in _OF_A_REMOVED_RULE:
        return f"A removed rule {_OF_A_REMOVED_RULE[matter].removeprefix('It ')}"
    return matter_words(matter)


def name_of_new_rule(matter: Matter) -> str:
    """Return what a new rule does, as the start of a line: `Sets a duty`."""
    return _OF_A_NEW_RULE.get(matter) or matter_words(matter)
