"""Tell participles of what is done ("is kept") from those of what something is ("is based")."""

import re

_IRREGULAR = frozenset(
    """
    borne beaten begun bent bound brought built bought caught chosen cut dealt done drawn
    driven fed found forbidden forgotten given gone grown hung heard held hidden hit hurt
    kept known laid led left lent let lit lost made met paid put read rung run said seen
    sent set shared shown shut sold sought spent split spoken stolen sung sworn swept taken
    taught thrown told understood undertaken withdrawn withheld won worn woken written
    overseen redone resent rewritten shred
    """.split()
)
_REGULAR = re.compile(r"[a-z-]{2,}(?:ed|ied)")
_NO_PARTICIPLES = frozenset(["need", "indeed", "bed", "red", "shed", "speed", "exceed"])
#: Participles of what something is, is called, or is about; and of how somebody feels.
_DESCRIBING = frozenset(
    """
    absent acknowledged advised affected aged aimed allowed asked associated assumed
    attached attended attributed based believed bored born bound called caused characterised
    classed classified codified committed composed comprised concerned confused connected
    considered constituted contained covered dedicated deemed defined delighted demonstrated
    derived described designed detailed devoted disappointed discouraged disqualified divided
    encouraged entitled equipped excited expected faced felt forbidden found headed
    illustrated included inspired intended interested invited involved known likened limited
    linked listed located loved managed meant motivated needed noticed obliged outlined owned
    permitted played pleased populated privileged prohibited proven qualified recognised
    regarded related reminded represented requested required respected rooted said seen
    shaped situated sized spoken subjected suited summarised supposed surrounded termed thought
    tired underpinned understood upset urged valued vested viewed welcomed worried
    """.split()
)


def is_participle(word: str) -> bool:
    """Return whether `word` can follow "is" as a passive: `kept`, `reported`."""
    word = word.rpartition("-")[2] if word.count("-") == 1 else word
    if word in _NO_PARTICIPLES:
        return False
    return word in _IRREGULAR or _REGULAR.fullmatch(word) is not None


def describes(word: str) -> bool:
    """Return whether "is" and this word say what something is: `based`, `called`."""
    return word.rpartition("-")[2] in _DESCRIBING
