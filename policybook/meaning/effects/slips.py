"""Mend the slips of the pen in one sentence by the words of another version of it.

entirity → entirety, publically → publicly   a word that no dictionary has, with the same sounds
child.s → child's, o assist → to assist      a sign or letter left out of a word
ex-officio → ex officio, key holders → keyholders

Article 1 → Article I                        a figure in Roman letters
center → centre, organize → organise         American and British spelling

Names, other figures and two real words (principal and principle) stay as they are.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from policybook.meaning.words.number_words import WORDS_FOR
from policybook.meaning.words.similarity import EMPTY
from policybook.text.syllables import is_word

_TOKEN = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*'?|\d+(?:[.,]\d+)*|[^\w\s]")
_ROMAN = {word: k for k, word in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}
_KNOWN = {"upmost": "utmost", "goverment": "government", "enviroment": "environment"}
_SHORTEST, _MOST_LETTERS, _ALIKE = 6, 2, 0.7
#: A name seldom ends like this.
_NO_NAME = re.compile(r"(?:[ai]tely|tions?|ments?|[ae]nces?|ness|[cs]es)$")
#: "Every day" is not "everyday", and "re-sign" is not "resign".
_APART = frozenset("every any some all may work day time one year re un non co in on over".split())

#: American spelling and British. "Check" and "cheque", "prize" and "prise" are two things.
_SPELLINGS = (
    (r"(?<=\w{3})i[sz](?=e|ing|ation)", "is"),
    (r"(?<=\w)yz(?=e|ing)", "ys"),
    (r"(col|behavi|fav|hon|lab|neighb|harb|rum|hum|vig|od|endeav|flav|sav)our", r"\1or"),
    (r"^(cent|theat|fib)er(?=s?$)", r"\1re"),
    (r"^program(?=s?$)", "programme"),
    (r"(enrol|fulfil|instal|travel|cancel|label|level|model|counsel|signal|fuel|skil)l", r"\1"),
    (r"^(licen|practi|defen|offen)s(?=e|ing)", r"\1c"),
    (r"icly$", "ically"),
)


def mend(old: str, new: str) -> str:
    """Return `old` with the spelling of `new` for each slip."""
    hits, others = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    olds, news = ([hit[0] for hit in side] for side in (hits, others))
    steps = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    for tag, i1, i2, j1, j2 in reversed(steps):
        is_first = i1 == j1 == 0
        if tag == "replace" and _is_slip(olds[i1:i2], news[j1:j2], is_first=is_first):
            spelt = new[others[j1].start() : others[j2 - 1].end()]
            old = old[: hits[i1].start()] + spelt + old[hits[i2 - 1].end() :]
    return old


def _is_slip(was: Sequence[str], now: Sequence[str], is_first: bool) -> bool:
    if len(was) == len(now):
        pairs = zip(was, now, strict=True)
        return all(a == b or _is_mended(a, b, is_first) for a, b in pairs)
    return _is_joined(was, now) or _is_joined(now, was)


def _is_joined(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether two words are one in the other text: `ex officio`, `ex-officio`."""
    if (len(parts), len(whole)) != (2, 1):
        return False
    lows = [part.lower() for part in parts]
    if not _APART.isdisjoint(lows) or any(low in WORDS_FOR or low in EMPTY for low in lows):
        return False
    if "-" in whole[0]:
        # "Small-group work" may be another thing than "small group work".
        return "-".join(lows) == whole[0].lower() and lows[0] == "ex"
    is_long = min(map(len, lows)) > 2
    return is_long and "".join(lows) == whole[0].lower()


def _is_mended(was: str, now: str, is_first: bool) -> bool:
    """Return whether a word and another are one, of which one is spelt wrongly."""
    if was.replace(".", "'") == now.replace(".", "'"):
        return True
    if _ROMAN.get(now.lower()) == _figure(was) or _ROMAN.get(was.lower()) == _figure(now):
        return was.isdecimal() != now.isdecimal()
    if not is_first and not (was.islower() and now.islower()):
        return False
    old, new = was.lower(), now.lower()
    if is_first and was[0].isupper() and not _NO_NAME.search(new):
        return False
    short, long = sorted((old, new), key=len)
    if len(short) == 1 and short not in "ai" and long in EMPTY:
        return short in long
    if _KNOWN.get(old) == new or _in_one_spelling(old) == _in_one_spelling(new):
        return True
    if not (old.isalpha() and new.isalpha()):
        return False
    is_long = min(len(old), len(new)) >= _SHORTEST and abs(len(old) - len(new)) <= _MOST_LETTERS
    ends_alike = old[0] == new[0] and old[-1] == new[-1]
    return (
        is_long
        and ends_alike
        and is_word(old) != is_word(new)
        and _sounds(old) == _sounds(new)
        and SequenceMatcher(None, old, new).ratio() > _ALIKE
    )


def _figure(word: str) -> int:
    return int(word) if word.isdecimal() else 0


def _in_one_spelling(word: str) -> str:
    for pattern, spelt in _SPELLINGS:
        word = re.sub(pattern, spelt, word)
    return word


def _sounds(word: str) -> str:
    """Return the consonants of a word, each once where it is doubled."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy'-]", "", word).replace("c", "s"))
