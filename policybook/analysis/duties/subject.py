"""Find whose duty a verb sets, in the words of its sentence. Where no rule fits, nobody's."""

import re
from functools import cache, lru_cache

from policybook.analysis.duties import sentence_words as kinds
from policybook.meaning.words import role_patterns, terms

_PRONOUN = r"they|he|she"
_PEOPLE = (
    r"staff\s+members?|members?\s+of\s+(?:the\s+|our\s+)?(?:school\s+|teaching\s+"
    r"|support\s+)?staff|schools?\s+representatives?"
    r"|(?:online[\s-]safety|e-safety|safeguarding|subject|attendance|data\s+protection"
    r"|mental\s+health)\s+(?:lead|leader|officer|coordinator)s?"
    rf"|{role_patterns.ROLES}|schools?|clubs?(?!\s+\w+(?:er|or|ary|chair|ial|mber)s?\b)"
    r"|centres?|universit(?:y|ies)|societ(?:y|ies)"
    r"|adults?|persons?|people|users?|helpers?|everyone"
    r"|everybody|anyone|anybody|no[\s-]one|nobody|you|we"
)
_DETERMINERS = (
    r"(?:\b(?:the|an?|all|any|every|each|no|our|their|your|its|his|her|this|these|those"
    r"|both|some|other|another|such|only|new|relevant|appropriate|several|many|few|two|three"
    r"|named|nominated|individual|senior|school|most|present|of\s+the|of\s+our"
    r"|\w+(?:['’]s|s['’]))\s+)*$"
)
_BEFORE_A_SUBJECT = re.compile(_DETERMINERS, re.IGNORECASE)
#: Where the part of a sentence begins that the verb belongs to.
_BOUNDARY = re.compile(
    r"[.;:!?|,(]|\s[–—-]\s|\b(?:and|or|but|that|so|if|when|whenever|where|wherever"
    r"|because|unless|while|since|until|as|although|though|whether|then)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|by|with|without|from|in|on|at|about|against|between|near|towards"
    r"|under|over|through|into|like|than|as)$",
    re.IGNORECASE,
)
#: What a sentence may open with before its subject, without a comma.
_OPENER = re.compile(
    r"(?:in|under|at|on|for|during|from|with|without|after|before|by|however|therefore"
    r"|furthermore|moreover|additionally|also|finally|first|ideally|otherwise|instead"
    r"|usually|normally"
    r"|sometimes|occasionally|please|once|neither|nor)\b",
    re.IGNORECASE,
)
#: What may stand between a subject and its verb.
_AFTER_A_SUBJECT = re.compile(
    r"(?:\s*[(\[][^)\]]{1,40}[)\]])?(?:(?:,?\s+(?:also|then|always|each|both|all"
    r"|themselves|therefore|only|normally|usually|generally|now|still|too"
    r"|however),?)*\s*"
    r"|,?\s+(?:who|whose|that|with|without|of|for|in|on|at|from|under|over|using|making"
    r"|working|running|responsible|concerned|involved|acting|taking|attending"
    r"|wishing|aged|to\s+whom)\b[^;:|]{0,140}?\s*)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:,|,?\s*\b(?:and|or)\b|/)\s*(?:(?:the|an?|all|any|every|each|our|their|other)\s+)*",
    re.IGNORECASE,
)
#: What is between the last two subjects; "When staff write to families, they" has one.
_LAST_JOIN = re.compile(r"\s*(?:,?\s*\b(?:and|or)\b|/)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s*(?:(?:not|never|also|only|always|\w+ly)\s+)*(?:have\s+)?be(?:en)?\s+(?:(?:not"
    r"|only|also|\w+ly)\s+)*([a-z-]+)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"\w+ed|\w+en|(?:re-?|with)?(?:made|kept|sent|told|held|put|read|brought|paid|led"
    r"|found|left|met|set|sought|dealt|heard|taught|built|done|drawn|shown"
    r"|known|worn|thrown|understood|sold|bought|lost|caught|cut|hung|lent)"
)
_NO_PARTICIPLE = kinds.word_list("no_participles")
_PAIRED = re.compile(
    r"\s*(?:and|or|/)\s*(?:(?:the|an?|all|any|every|each|our|their|other)\s+)*", re.IGNORECASE
)
_AND = re.compile(r"\b(?:and|or|but)\s+(?:(?:also|then)\s+)?$", re.IGNORECASE)
_ONE_OF_MANY = kinds.word_list("one_of_many")
_INVERTED = re.compile(r"(?:^|[.;:,]\s*|\s)(?:neither|nor|only\s+then)\s*$", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:(?:if|when|where|should|once|after|before)\s+)?(?:(?:the|an?|any|all|our|each"
    r"|every|no)\s+)*",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:(?:the|an?|any|all|our|each|every|their)\s+)*", re.IGNORECASE)
_LETTER = re.compile("[a-z]", re.IGNORECASE)
_IS_PRONOUN = re.compile(_PRONOUN, re.IGNORECASE)
_THAT = re.compile(r"\bthat\s+$")


@cache
def people(school: str) -> re.Pattern[str]:
    """Return a pattern for people and bodies as a subject names them, including the school's name.

    An owner ("the pupil's") is no subject. The pattern is for small letters alone,
    because a pattern for both would try each of its words at every word of a text.
    """
    school_name = re.escape(kinds.lower(school))
    return re.compile(rf"\b(?=\S)(?:(?:the\s+)?{school_name}|{_PEOPLE}|{_PRONOUN})\b(?!['’]|-\w)")


def is_passive(rest: str) -> bool:
    """Return whether `rest`, the words after the verb, begins with a passive.

    `be reported` is passive; `be aware` is not.
    """
    hit = _PASSIVE.match(rest)
    return bool(hit and hit[1] not in _NO_PARTICIPLE and _PARTICIPLE.fullmatch(hit[1].lower()))


def agent(rest: str, people_pattern: re.Pattern[str]) -> str:
    """Return the person whom a passive names after "by"."""
    low = kinds.lower(rest)
    for by in _BY.finditer(low):
        if hit := people_pattern.match(low, by.end()):
            return common_name(hit[0])
    return ""


def subject(before: str, rest: str, people_pattern: re.Pattern[str], earlier: str) -> str:
    """Return the subject of a verb between `before` and `rest`, or an empty text.

    `earlier` is the person whom the clause named last.
    """
    if _INVERTED.search(before) and (hit := people_pattern.match(kinds.lower(rest).lstrip())):
        return _resolve_pronoun(hit[0], "", before, people_pattern, earlier)
    names = list(people_pattern.finditer(kinds.lower(before)))
    for place in range(len(names) - 1, -1, -1):
        if _AFTER_A_SUBJECT.fullmatch(before, names[place].end()) and _is_head(
            before, names, place
        ):
            start = _start_of_joined(before, names, place)
            return _resolve_pronoun(
                before[start : names[place].end()], before[:start], before, people_pattern, earlier
            )
    if _AND.search(before):  # "as an employee you are a representative and should …"
        return next(
            (common_name(hit[0]) for hit in reversed(names) if hit[0].lower() in ("you", "we")), ""
        )
    return ""


def opening(before: str) -> str:
    """Return the word that opens the last part of `before`: `whether`, `as`, or nothing."""
    *_, last = None, *_BOUNDARY.finditer(before)
    return last[0].lower() if last else ""


def _is_head(before: str, names: list[re.Match[str]], place: int) -> bool:
    """Return whether a name can be the subject.

    It begins its part of the sentence, apart from "the", "all" and openings such as "In
    this case".
    """
    hit = names[place]
    if hit[0].lower() in ("you", "we", "they", "he", "she"):
        return True
    if place and _PAIRED.fullmatch(before, names[place - 1].end(), hit.start()):
        return _is_head(before, names, place - 1)  # "by a volunteer or visitor"
    *_, boundary = None, *_BOUNDARY.finditer(before, 0, hit.start())
    start = boundary.end() if boundary else 0
    ahead = _BEFORE_A_SUBJECT.sub("", before[start : hit.start()].strip() + " ").strip()
    if not _LETTER.search(ahead):
        return True
    opened = _OPENER.match(ahead) or (
        boundary and boundary[0].lower() in ("if", "when", "where", "whenever", "wherever")
    )
    return bool(opened) and not _PREPOSITION.search(ahead)


def _start_of_joined(before: str, names: list[re.Match[str]], place: int) -> int:
    """Return where the subject begins: `Staff and governors` is one subject."""
    if place and not _LAST_JOIN.match(before, names[place - 1].end()):
        return names[place].start()
    while (
        place
        and _JOINED.fullmatch(before, names[place - 1].end(), names[place].start())
        and _is_head(before, names, place - 1)
    ):
        place -= 1
    return names[place].start()


def _resolve_pronoun(
    name: str, ahead: str, before: str, people_pattern: re.Pattern[str], earlier: str
) -> str:
    """Return the name, or the person whom a pronoun stands for.

    After words to somebody ("warn the parents that they …") it stands for them, else
    for the person who opens the sentence.
    """
    if not _IS_PRONOUN.fullmatch(name):
        return common_name(name)
    names = [
        hit
        for hit in people_pattern.finditer(kinds.lower(before))
        if not _IS_PRONOUN.fullmatch(hit[0])
    ]
    if _THAT.search(ahead) and names:
        return common_name(names[-1][0])
    first = next((hit for hit in names if _OPENS.fullmatch(before, 0, hit.start())), None)
    return common_name(first[0]) if first else earlier


@lru_cache(maxsize=1 << 10)
def common_name(words: str) -> str:
    """Return one name for several spellings.

    `a member of the school staff` becomes `staff`, `pupil` becomes `pupils`.
    """
    plain = " ".join(words.split()).lower()
    if re.fullmatch(r"no[ -]one|nobody", plain):
        return "anyone"
    plain = re.sub(r"^(?:(?:the|an?|our|all|any|every|each|no)\s+)+", "", plain)
    if re.search(r"^(?:staff members?|members? of .*staff)$", plain):
        return "staff"
    if re.fullmatch(r"schools?['’]? representatives?", plain):
        return "school representatives"
    if re.fullmatch(r"parents?\s*(?:/|and|or)\s*carers?", plain):
        return "parents and carers"
    plain = (
        terms.role(plain)
        if terms.role(plain) + "s" != plain and " and " not in plain and " or " not in plain
        else plain
    )
    return (
        f"{plain}s"
        if plain in _ONE_OF_MANY
        else {"child": "children", "family": "families", "schools": "school"}.get(plain, plain)
    )
