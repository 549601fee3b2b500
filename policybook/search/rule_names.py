"""Read which rule a query names: `5.4`, `rule 5.4(a)`, `section 5`, `Complaints 2.2(c)`.

`search-engine.js` does the same, and a test compares them.
"""

from collections.abc import Sequence

from policybook.search.amounts import spell_signs
from policybook.search.english import STOP
from policybook.search.stemming import stem, words
from policybook.search.thesaurus import Phrase

# What people type before a number, and how many words "4.2(a)(ii)" may have.
SECTION = "section"
NUMBER_NOUNS = (SECTION, *"rule rules clause clauses paragraph para number no sec s cl r".split())
LONGEST_NUMBER = 5
#: The stem that titles share, so that it names none of them.
POLICY = stem("policy")


def read_words(query: str) -> list[str]:
    """Return the words of a query, with words for the signs of amounts."""
    return words(spell_signs(query))


def clause_number(query_words: Sequence[str]) -> Phrase:
    """Return the number that a query names (`5.4`, `rule 5.4(a)`, `section 5`), else nothing."""
    first, *others = query_words or [""]
    rest = others if first in NUMBER_NOUNS else [first, *others]
    if len(rest) == 1 and first == SECTION and rest[0].isdecimal():
        return (first, rest[0])
    # "rule A.1" is of an appendix. Without the noun, "a 1" may be words.
    is_lettered = len(rest) < len(query_words) and len(rest[0] if rest else "") == 1
    is_number = (
        1 < len(rest) <= LONGEST_NUMBER
        and (rest[0].isdecimal() or (is_lettered and rest[0].isalpha()))
        and rest[1].isdecimal()
        and all(map(is_label, rest[2:]))
    )
    return tuple(rest) if is_number else ()


def title_number(query_words: Sequence[str]) -> tuple[Phrase, frozenset[str]]:
    """Return the number in a query that has other words too, and the stems of those words.

    Return nothing if it has no number of two parts, or no other words. The number begins
    at the first figure: `complaints 2.2(c)`, `rule 2.2 of the complaints policy`.
    """
    start = next((n for n, word in enumerate(query_words) if word.isdecimal()), 0)
    for end in range(min(start + LONGEST_NUMBER, len(query_words)), start + 1, -1):
        number = clause_number(query_words[start:end])
        others = [*query_words[:start], *query_words[end:]]
        if number and all(map(is_label, number)) and (title := title_stems(others)):
            return number, title
    return (), frozenset()


def is_label(word: str) -> bool:
    """Return whether a word may be a part of a number: figures, a letter or a Roman number.

    A label after `z` has a letter twice: `(aa)`. `4.1bis` comes after 4.1.
    """
    is_one = len(set(word)) == 1 or word in ("bis", "ter", "quater")
    return word.isdecimal() or is_one or set(word) <= set("ivx")


def title_stems(title_words: Sequence[str]) -> frozenset[str]:
    """Return the stems of the words that tell one title from another."""
    left = {stem(word) for word in title_words if word not in STOP and word not in NUMBER_NOUNS}
    return frozenset(left - {POLICY})


def name_appendix(number: Phrase, section: str) -> Phrase:
    """Return what finds the first rule of an appendix: its name, with the letter of A.1."""
    if number[0] in ("appendix", "annex"):
        return stem(number[0]), *number[1:2]
    head = tuple(words(section)[:2])
    is_first = head[:1] in (("appendix",), ("annex",)) and number == (*head[1:], "1")
    return (stem(head[0]), head[1]) if is_first else ()
