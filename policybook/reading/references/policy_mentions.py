"""Notice that a sentence names another policy: "the Uniform Policy says in rule 1.1"."""

import re

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
