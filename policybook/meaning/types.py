"""What a change of words does to a rule: its matter, and the word or figure that shows it."""

from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """What a change does, most important first. `effects.weight` has the rules."""

    WEAKER = "duty made weaker"
    LIFTED = "prohibition lifted"
    STRONGER = "duty made stronger"
    PROHIBITED = "prohibition added"
    RIGHT = "permission, right or power changed"
    DEADLINE = "deadline or period changed"
    AGE = "age or year group changed"
    DATE = "date or time changed"
    NUMBER = "number changed"
    CODE = "code or letter changed"
    LAW = "law changed"
    LINK = "address of a link or picture changed"
    NEGATION = "‘not’ added or taken out"
    CONDITION = "condition changed"
    BODY = "person or body changed"
    DUTY = "duty worded differently"
    REFERENCE = "reference to another clause changed"
    INVISIBLE = "invisible character"
    MOVED = "sentence moved"
    NEW = "new text"
    GONE = "text taken out"
    CONTENT = "other words"
    ORDER = "same words, another order"
    TERM = "term changed throughout"
    WORDING = "wording only"
    SIGNS = "punctuation or capital letters only"


#: A duty or a ban that came, went, or binds more or less.
DUTIES = frozenset({Matter.WEAKER, Matter.LIFTED, Matter.STRONGER, Matter.PROHIBITED})
BINDING = DUTIES | {Matter.NEGATION, Matter.RIGHT}
#: Verbs and small words are quoted; figures, laws and people are not.
QUOTED = BINDING | {Matter.CONDITION, Matter.DUTY}
FIGURES = frozenset({Matter.DEADLINE, Matter.AGE, Matter.DATE, Matter.NUMBER})
#: No word of another meaning.
FORM = frozenset({Matter.WORDING, Matter.SIGNS})


class Direction(StrEnum):
    """What happened to the word or figure of a weight."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    WORDED = "worded differently"  # no single word or figure can be named


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One thing that a change does. `weight_words` puts it into English: `14 → 10 school days`.

    `old` and `new` are the word or figure in each text, exactly as written. Both are
    empty where the matter says everything. `unit` is the noun after both figures, if
    they share one. `elsewhere` has the numbers of clauses where the same law or figure
    is now, or was; `stays_there` says that they have it in both versions. A removed rule
    has there the number of a rule that may say the same in other words; `is_part` says that
    this holds for less than half of it.
    """

    matter: Matter
    direction: Direction
    old: str = ""
    new: str = ""
    unit: str = ""
    elsewhere: tuple[str, ...] = ()
    stays_there: bool = False
    is_part: bool = False

    @property
    def is_specific(self) -> bool:
        """Return whether the weight names a word or figure."""
        return bool(self.old or self.new)


#: Words changed, and only a reader can tell what that does.
OTHER_WORDS = Weight(matter=Matter.CONTENT, direction=Direction.WORDED)
