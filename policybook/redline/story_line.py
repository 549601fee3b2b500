"""One line of the story of a redline. This module computes nothing."""

from dataclasses import dataclass

from policybook.meaning.types import Matter
from policybook.redline.main_effects import EffectSide
from policybook.redline.types import ClauseChange


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One line of the story.

    `change` is the change to read, the first one of a section. `matter` and `side` are
    those of its most important effect, and `also` has its other weighty effects; a section has
    no matter. `old` and `new` quote the words, and are empty where a version has none. `title`
    is the section's, and `rules` counts its rules, or those with another term. `compare` names
    the rule that may say now what a removed one said, or the removed one that a new rule may
    replace. `is_sentence` says that a rule lost only this sentence, `is_part` that another rule
    may say less than half of it, and `is_right` that the words gave a right or a power.
    `is_apart` says that neither of the quoted sentences surely replaces the other.
    """

    change: ClauseChange
    matter: Matter | None
    side: EffectSide
    old: str = ""
    new: str = ""
    also: tuple[Matter, ...] = ()
    title: str = ""
    rules: int = 0
    compare: str = ""
    is_sentence: bool = False
    is_right: bool = False
    is_part: bool = False
    is_apart: bool = False
