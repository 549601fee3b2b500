"""Say whether the words around a reference lead into a law or another document."""

import re

#: After a reference: it is one into something else.
_OF_ELSEWHERE = re.compile(
    r"[\s,]*\(?(?:of|to|in|from|under|within)\s+"
    r"(?!(?:course|this|our\s+(?:own\s+|school\s+)?(?:policy|procedures?|rules|text|code)|these)\b"
    r"|the\s+(?:policy|procedure|rules)\b(?!\s+of))"
    r"(?P<what>[^.;]{0,60})"
)
#: Of a part that may be ours: "paragraph A.1 of Appendix A".
_OF_PART = re.compile(
    r"\s+(?:of|in|under|to)\s+(?i:section|appendix|annex)\s+(?:\d{1,2}|[A-Z])\b(?!\.\d)"
)
_ELSEWHERE_NOUN = re.compile(
    r"^(?:the\s+|our\s+|an?\s+|its\s+|their\s+|that\s+|your\s+)?"
    r"(?:[A-Z“‘\"']|(?:\w+\s+){0,4}(?:act|regulations?|code|guidance|policy|handbook|contract"
    r"|document"
    r"|agreement|convention|form|statute|articles|constitution|standards?|framework|order|guide"
    r"|plan)\b)"
)
#: Before a reference into another document, such as "Bylaw 3, section 6.3".
_ELSEWHERE_BEFORE = re.compile(
    r"(?:\b(?:Bylaw|By-law|Chapter|Article|Book|Title|Volume|Module|Annex|Appendix"
    r"|CFR|Part)\s+\w{1,5}"
    r"|\b[A-Z]{2,}|[”\"’']),?\s*(?:[“\"‘'][^”\"’']{1,60}[”\"’'],?\s*)?$"
)
#: A text that names one of these may refer into it.
_OUTSIDE = re.compile(
    r"\bActs?\b|\bRegulations?\b|\bOrder \d|\bDirective\b|\bConvention\b|\bCodes? of [Pp]ractice\b"
    r"|\bKCSIE\b|Keeping [Cc]hildren|Working [Tt]ogether|\bGDPR\b|\bDfE\b|\bOfsted\b"
    r"|\b[Gg]uidance\b|\blegislation\b|\bstatut|\bArticles?\b|\b[Ss]tandards\b|Burgundy Book"
    r"|\b[Hh]andbook\b|\b(?:19|20)\d\d Act\b|\bU\.?S\.?C\b|\bCFR\b|\bISO\b|\bNIST\b"
)
#: The same words as verbs, or about our own text, where a sentence starts with them.
_FIRST_WORD = re.compile(
    r"Acts?(?=\s+[a-z])|Order(?=\s+\d{1,3}\s+[a-z])"
    r"|Guidance(?=[^.,;]{1,50}\s(?:is|are)\s+(?:(?:given|set\s+out|found)\s+)?in\s)"
)
_PART_ELSEWHERE = re.compile(
    r"\b((?:Appendix|Annex|Schedule|Part) (?:\d+|[A-Z]))\s+(?:of|to)\s+(?:the\s+)?[A-Z]"
)
#: Documents that other people write, and kinds of text that have an owner or a name as well.
_DOCUMENT = (
    r"(?:prospectus|agreement|contract|lease|licence|charter|constitution|handbook|by-?laws?"
    r"|risk\s+assessments?|(?:instrument|articles|scheme|code)\s+of\s+\w+|EHCP?(?:\s+plan)?)"
)
_OWNED = (
    r"(?:rules|plan|report|document|scheme|code|terms|conditions|strategy|standards|procedures?)"
)
_TITLED = (
    r"(?:Document|Report|Strategy|Statement|Specification|Standards|Rules|Regulations|Conditions"
    r"|Guidance|Instructions(?:\s+for(?:\s+\w+){1,3})?)"
)
_OWNER = r"(?<!\bschool)(?<!\bpolicy)(?<!\bprocedure)(?<!\bcode)[’']s\s+"
#: Before "section 2.2": the document that has it. "Rule 2.2" is ours, but "the union's rule 2.2".
_DOCUMENT_BEFORE = re.compile(
    rf"(?:(?<!\bthis\s)\b(?i:{_DOCUMENT})|{_OWNER}(?:[\w-]+\s+){{0,3}}{_OWNED}"
    rf"|(?:[A-Z][\w’'-]*\s+(?:(?:and|of|for|on)\s+)?){{1,6}}{_TITLED})"
    r"(?:\s+(?:19|20)\d\d)?[”’\"']?(?:\s*[,(:]|\s+[–-])\s*"
    r"(?:(?:section|part|appendix)\s+\w{1,3},\s*)?(?:(?:at|in|under|see)\s+)?$"
)
_OWNER_BEFORE = re.compile(rf"{_OWNER}$")
_DOCUMENT_AFTER = re.compile(rf",\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{1,5}}{_TITLED}\b")
LONGEST_SENTENCE = 600
_SENTENCE = re.compile(r"[.;!?]\s+(?=[A-Z(“‘\"'])")


def comes_from_elsewhere(text: str, start: int) -> bool:
    """Return whether the words before a reference name the document to which it belongs."""
    before = text[max(0, start - 90) : start]
    is_rule = text[start : start + len("rule")].lower() == "rule"
    if _OWNER_BEFORE.search(before) or (not is_rule and _DOCUMENT_BEFORE.search(before)):
        return True
    return bool(_ELSEWHERE_BEFORE.search(before)) or names_policy_before(before)


def leads_elsewhere(text: str, end: int) -> bool:
    """Return whether the words after a reference lead into another document."""
    if part := _OF_PART.match(text, end):
        return leads_elsewhere(text, part.end())
    hit = _OF_ELSEWHERE.match(text, end)
    if not hit:
        return _DOCUMENT_AFTER.match(text, end) is not None
    return hit[0].lstrip(" ,(").startswith("of") or bool(_ELSEWHERE_NOUN.match(hit["what"]))


def read_sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around the characters from `start` to `end`."""
    first, last = max(0, start - LONGEST_SENTENCE), min(len(text), end + LONGEST_SENTENCE)
    begin = max([hit.end() for hit in _SENTENCE.finditer(text, first, start)], default=first)
    stop = _SENTENCE.search(text, end, last)
    return text[begin : stop.start() + 1 if stop else last]


def list_parts_elsewhere(text: str) -> list[str]:
    """Return the parts that a text says another document has: "Schedule 4 to the Act"."""
    return _PART_ELSEWHERE.findall(text)


def names_outside(text: str) -> bool:
    """Return whether a text names a law or another document into which numbers may lead.

    "Act on section 2" names none, because the sentence starts with a verb.
    """
    return any(not _starts_sentence(text, hit.start()) for hit in _OUTSIDE.finditer(text))


def _starts_sentence(text: str, start: int) -> bool:
    """Return whether a sentence starts there with a word that names no other document."""
    before = text[max(0, start - 4) : start].rstrip("“‘\"'( ")
    return (not before or before[-1] in ".;:!?") and bool(_FIRST_WORD.match(text, start))


#: The name of another policy: "the Uniform Policy". "This policy" and "our policy" are none.
_KIND = r"(?:[Pp]olicy|[Pp]rocedures?|Code|[Pp]lan|[Hh]andbook|[Ss]cheme)"
_NAME = (
    r"\b(?!(?:This|The|Our|That|Any|Each|Every|No|An?|All|Such|New|School|See|Under|In)\b)"
    r"[A-Z][\w’'&-]*\s+(?:(?:and|for|of|on)\s+)?(?:[A-Z][\w’'-]*\s+){0,3}"
    r"(?:[Pp]olicy|[Pp]rocedures?|Code|Plan|Handbook|Scheme)"
)
#: Before a reference: a policy's name, at once or earlier in the sentence.
_BEFORE = re.compile(
    rf"{_NAME}\b(?:[^.;!?]|\.(?=\d))*$"
    rf"|\b(?:[Tt]he|[Oo]ur)\s+(?:[\w’'&-]+\s+){{1,4}}(?<!this\s){_KIND}"
    r"[”’\"']?(?:\s*[,(:]|\s+[–-])\s*(?:(?:at|in|under|see)\s+)?$"
)


def names_policy_before(before: str) -> bool:
    """Return whether the words before a reference name another policy, to which it belongs.

    The policy is named at once ("the uniform policy, rule 1.1") or, with a capital, earlier in
    the sentence.
    """
    return _BEFORE.search(before) is not None
