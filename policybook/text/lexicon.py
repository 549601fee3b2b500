"""Say which English words are verbs, and which are words for people.

The words are WordNet's, in `policybook/data/lexicon.txt.gz`; `tools/lexicon.py` wrote it. The
words that a school uses and WordNet does not count are listed below. Words are in small letters.
"""

import functools
import gzip
import re
from importlib.resources import files
from typing import NamedTuple

#: People and bodies of a school that WordNet lacks, or counts as something else first.
_SCHOOL_PEOPLE = frozenset(
    """
    academy adult agency aider ambulance association authority board body branch bursar
    caregiver carer chair chaperone charity child childminder church cleaner coach
    college committee company consortium cook council crew ddsl delegate department
    diocese dpo dsl elsa escort evc everybody everyone faculty family federation firm
    former foundation funder governor guider head headmaster headmistress headteacher
    hirer hlta holder household ico individual insurer invigilator keyworker la lado
    lead leadership licensee lsa management matron nobody nursery office ofsted
    organisation organiser organization panel person personnel playgroup police
    pre-school preschool principal pta reception regulator school scout senco sendco
    setting slt smt sponsor staff ta team teenager tribunal trust trustee tutor union
    volunteer warden workforce youngster
    """.split()
)
#: Verbs that say what somebody is, has, feels or knows: nobody can be told to do them.
STATES = frozenset(
    """
    aim appear appreciate aspire believe belong become benefit care consist contain cost
    deserve develop differ disagree dislike enjoy exist expect experience face fail fear
    feel find forget gain grow happen hate hope include intend know lack learn like live
    look lose love matter mean miss need occur own possess prefer realise regard remain
    represent seem stand strive struggle suffer suggest tend think understand value vary
    want wish wonder
    """.split()
)
_PLURALS = {"children": "child", "people": "person", "men": "man", "women": "woman"}
_SCHOOL_VERBS = frozenset(
    """
    access audit email enrol familiarise fulfil fund liaise log minute oversee phone
    practise safeguard scan shred signpost telephone timetable upload
    """.split()
)
#: A word for someone who does something, which no dictionary has: `aider`, `ombudsperson`.
_DOER = re.compile(r"\w{3,}(?:person|people|(?<!wo)man|woman|men|worker|holder|leader|keeper)s?")
#: "Vice-chair", "co-leader".
_BESIDE = re.compile(r"^(?:vice|co|deputy|sub|acting|assistant)-(?=\w{3})")
_BRITISH = re.compile(r"(?<=[iy])s(e|ed|es|ing)$")


class _Words(NamedTuple):
    """The words of the file."""

    people: frozenset[str]
    verbs: frozenset[str]
    mixed: frozenset[str]


@functools.cache
def _read_words() -> _Words:
    """Return the words of the file, a line for each kind."""
    packed = files("policybook").joinpath("data/lexicon.txt.gz").read_bytes()
    people, verbs, mixed = gzip.decompress(packed).decode("ascii").splitlines()
    return _Words(
        frozenset(people.split()) | _SCHOOL_PEOPLE,
        frozenset(verbs.split()) | _SCHOOL_VERBS,
        frozenset(mixed.split()),
    )


@functools.lru_cache(maxsize=1 << 12)
def is_person(word: str) -> bool:
    """Return whether `word`, of one person or of several, means people or a body."""
    people = _read_words().people
    word = _BESIDE.sub("", word)
    if word in people or word in _PLURALS or _DOER.fullmatch(word):
        return True
    return any(single in people for single in singulars(word))


def singulars(word: str) -> tuple[str, ...]:
    """Return what a plural may be the plural of; nothing for a word that is none."""
    if word in _PLURALS:
        return (_PLURALS[word],)
    if not word.endswith("s") or word.endswith("ss"):
        return ()
    ends = (word[:-3] + "y",) if word.endswith("ies") else ()
    return (*ends, word[:-1], *((word[:-2],) if word.endswith("es") else ()))


@functools.lru_cache(maxsize=1 << 12)
def is_verb(word: str) -> bool:
    """Return whether `word` can be a verb as a dictionary has it: `keep`."""
    words = _read_words()
    plain = _BRITISH.sub(r"z\1", word).replace("co-", "co")
    return word in words.verbs or word in words.mixed or plain in words.verbs


def is_mostly_verb(word: str) -> bool:
    """Return whether `word` is seldom a noun: `keep`, not `report`."""
    return is_verb(word) and word not in _read_words().mixed


@functools.lru_cache(maxsize=1 << 12)
def third_person(word: str) -> str:
    """Return the verb of a third person: `keep` for `keeps`; empty if `word` is none."""
    if not word.endswith("s") or word.endswith("ss"):
        return ""
    return next((verb for verb in singulars(word) if is_verb(verb)), "")
