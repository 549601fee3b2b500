"""Name the effects of a redline, for its page and its PDF."""

from policybook.redline import Effect, EffectSide, Matter

# By what changed, and whether the rule is in both versions or in one.
_NAMES = {
    (Matter.WEAKER, EffectSide.BOTH): "Duties made weaker",
    (Matter.WEAKER, EffectSide.GONE): "Rules removed that set a duty",
    (Matter.LIFTED, EffectSide.BOTH): "Prohibitions lifted",
    (Matter.LIFTED, EffectSide.GONE): "Rules removed that forbade something",
    (Matter.STRONGER, EffectSide.BOTH): "Duties made stronger",
    (Matter.PROHIBITED, EffectSide.BOTH): "Prohibitions added",
    (Matter.RIGHT, EffectSide.BOTH): "Permissions, rights and powers",
    (Matter.RIGHT, EffectSide.GONE): "Rules removed that gave a permission, right or power",
    (Matter.RIGHT, EffectSide.NEW): "New rules that give a permission, right or power",
    (Matter.DEADLINE, EffectSide.BOTH): "Deadlines and periods",
    (Matter.AGE, EffectSide.BOTH): "Ages and year groups",
    (Matter.DATE, EffectSide.BOTH): "Dates and times",
    (Matter.NUMBER, EffectSide.BOTH): "Numbers",
    (Matter.CODE, EffectSide.BOTH): "Codes and letters",
    (Matter.LAW, EffectSide.BOTH): "Law",
    (Matter.LINK, EffectSide.BOTH): "Links that lead elsewhere",
    (Matter.NEGATION, EffectSide.BOTH): "‘Not’ added or removed",
    (Matter.CONDITION, EffectSide.BOTH): "Conditions",
    (Matter.BODY, EffectSide.BOTH): "People and bodies",
    (Matter.INVISIBLE, EffectSide.BOTH): "Invisible characters",
    (Matter.PROHIBITED, EffectSide.NEW): "New rules that forbid something",
    (Matter.STRONGER, EffectSide.NEW): "New rules that set a duty",
    (Matter.WEAKER, EffectSide.NEW): "New rules that free from a duty",
    (Matter.STRONGER, EffectSide.GONE): "Rules removed that freed from a duty",
    (Matter.GONE, EffectSide.GONE): "Other rules removed",
    (Matter.NEW, EffectSide.NEW): "Other new rules",
    (Matter.DUTY, EffectSide.BOTH): "Duties worded differently",
    (Matter.REFERENCE, EffectSide.BOTH): "References to other rules",
    (Matter.CONTENT, EffectSide.BOTH): "Wording changed: please read",
    (Matter.ORDER, EffectSide.BOTH): "The same words in another order",
    (Matter.TERM, EffectSide.BOTH): "One term in place of another throughout",
    (Matter.WORDING, EffectSide.BOTH): "Wording only: the same words in another form",
    (Matter.SIGNS, EffectSide.BOTH): "Punctuation or capital letters only",
}


def effect_name(effect: Effect) -> str:
    """Return the name of the effect: `Duties made weaker`."""
    if effect.matter is None:
        return "Moved" if effect.moved else "Formatting alone, or a rule divided or joined"
    return _NAMES[effect.matter, effect.side]
