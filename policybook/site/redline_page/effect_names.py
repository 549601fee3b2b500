"""What the effects of a redline are called, on its page and in its PDF."""

from policybook.redline import Effect, Matter, Side

# By what changed, and whether the rule is in both versions or in one.
_NAMES = {
    (Matter.WEAKER, Side.BOTH): "Duties made weaker",
    (Matter.WEAKER, Side.GONE): "Rules taken out that set a duty",
    (Matter.LIFTED, Side.BOTH): "Prohibitions lifted",
    (Matter.LIFTED, Side.GONE): "Rules taken out that forbade something",
    (Matter.STRONGER, Side.BOTH): "Duties made stronger",
    (Matter.PROHIBITED, Side.BOTH): "Prohibitions added",
    (Matter.DEADLINE, Side.BOTH): "Deadlines and periods",
    (Matter.AGE, Side.BOTH): "Ages and year groups",
    (Matter.DATE, Side.BOTH): "Dates and times",
    (Matter.NUMBER, Side.BOTH): "Numbers",
    (Matter.LAW, Side.BOTH): "Law",
    (Matter.NEGATION, Side.BOTH): "‘Not’ added or taken out",
    (Matter.CONDITION, Side.BOTH): "Conditions",
    (Matter.BODY, Side.BOTH): "People and bodies",
    (Matter.PROHIBITED, Side.NEW): "New rules that forbid something",
    (Matter.STRONGER, Side.NEW): "New rules that set a duty",
    (Matter.GONE, Side.GONE): "Other rules taken out",
    (Matter.NEW, Side.NEW): "Other new rules",
    (Matter.DUTY, Side.BOTH): "Duties worded differently",
    (Matter.REFERENCE, Side.BOTH): "References to other rules",
    (Matter.CONTENT, Side.BOTH): "Other words: read them",
    (Matter.WORDING, Side.BOTH): "Wording only: the same words in another form",
    (Matter.SIGNS, Side.BOTH): "Punctuation or capital letters only",
}


def effect_name(effect: Effect) -> str:
    """Return the name of the effect: `Duties made weaker`."""
    if effect.matter is None:
        return "Moved" if effect.moved else "Formatting only"
    return _NAMES[effect.matter, effect.side]
