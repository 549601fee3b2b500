"""The numbers of rules, sections and items as sentences have them, as patterns."""

from policybook.text.ordinals import INSERTED

#: An item in brackets.
INSIDE = r"(?:\((?:[a-z]{1,5}|[A-Z]|\d{1,2})\))"
#: `3.1`, and `3.1(b)` or `3.1(2)`. Without a point, `(2)` is of a law.
DOTTED = rf"\d{{1,2}}[A-Z]?(?:\.\d{{1,3}}){{1,3}}(?:{INSERTED}(?!\w))?"
_ITEMS = r"(?:\((?:[a-z]{1,5}|\d{1,2})\))"
DOTTED_ITEM = rf"{DOTTED}{_ITEMS}*"
#: `3.1b` after a noun is the item 3.1(b).
FIGURE = (
    rf"(?:{DOTTED}[a-z](?![\w(])|{DOTTED_ITEM}"
    r"|\d{1,2}(?:\([a-z]{1,5}\)(?:\(\d{1,2}\))?)*)"
)
#: A rule of an appendix: `B.1`.
LETTERED_RULE = rf"[A-Z](?:\.\d{{1,3}}){{1,2}}{_ITEMS}*"
_LETTER = rf"(?:{LETTERED_RULE}|[A-Z]|[IVX]{{2,4}})"
NUMBER = rf"(?:{FIGURE}|{_LETTER})"
#: A number in a policy that brings its own.
OWN_NUMBER = (
    rf"(?:\d{{1,2}}[A-Z]?(?:\.\d{{1,3}}){{1,3}}(?:{INSERTED}|[a-z])?(?!\w){INSIDE}*"
    rf"|\d{{1,2}}[A-Z]?(?![\w.]\w){INSIDE}*|{INSIDE}+"
    rf"|(?:[A-Z](?:\.\d{{1,3}})*|[IVX]{{2,4}}){INSIDE}*)"
)
#: What no number of a policy has after it: more figures, a letter (17A), a law's (1), %.
END = r"(?![\w%£]|\.\d|\((?:\d|[a-z]{1,5}\))|-[^\W\d])"
#: "§ 3" and "s. 3" name a section.
SHORT_SECTION = r"(?:§§?|(?-i:ss?\.)|secs?\.?)(?=\s*\d{1,2}(?!\.?\d))"
#: Between the numbers of a list. A name may come before: "sections 2 (Limits) and 3 (Lunch)".
JOIN = (
    r"(?:[’']s)?(?:\s(?:\([^()\d]{3,60}\)|\[[^\[\]()\d]{3,60}\]))?"
    r"(?:\s*(?:,|;(?=\s*\w+\.\d))\s*(?:(?:and(?:\s+also)?|or|but\s+not|then)\s+)?"
    r"|\s*(?:–|-|—|&|/|\+)\s*|\s+(?:and(?:\s+also)?|or|to|and/or|nor|plus|through|then|vs\.?|versus"
    r"|up\s+to(?:\s+and\s+including)?|as\s+well\s+as|(?:together|along)\s+with|rather\s+than"
    r"|but\s+not"
    r"|except)\s+)"
)
#: An item of the number before it: "(b)" in "rules 1.1(a)–(b)".
MORE = rf"{_ITEMS}+"
