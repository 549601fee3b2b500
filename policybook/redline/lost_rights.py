"""Say whether a removed rule gave somebody a right or a power.

    Any member may ask for a vote.                    The board reserves the right to refuse.

Whoever had the right has it no longer.
"""

from policybook.meaning.effects.rights import find_right
from policybook.meaning.sentences.reading import complete, read


def gives_right(text: str, lead: str = "") -> bool:
    """Return whether a rule surely gives a right or a power, and asks for nothing beside it.

    `lead` is the opening words before an item.
    """
    sentences = read(complete(lead, text))
    return any(map(find_right, sentences)) and not any(
        one.force or one.forbids for one in sentences
    )
