"""Find the marks of a text that were meant as signs: all that do not plainly mark words."""

import re
from collections.abc import Sequence

from policybook.model import Inline, Mark
from policybook.reading.texts import markdown
from policybook.text.syllables import is_word

SIGNS = {Mark.EMPHASIS: "*", Mark.STRONG: "**", Mark.CODE: "`"}
#: What stands around a sign that is alone in quotation marks or brackets.
_ENCLOSED = ("()", "[]", '""', "''", "“”", "‘’")
#: Words say something. Blanks to fill in, stops and dashes do not.
_SAYS = re.compile(r"[^\s_/.,:;…–—()\[\]-]")
_SAYS_BOLD = re.compile(r"[^\s.,:;…–—()\[\]-]")
#: What emphasis does not start with: the end of a file’s name, a stop, the bar of a code.
_ENDING = re.compile(r"\.\w|[/\\]|[:;,.)]\s")
#: What stands beside a sign of a name or a file: `@_Hill_`, `_Form_.docx`.
_BEFORE_NAME = re.compile(r"[\w@/\\#$£=)]\Z")
_AFTER_NAME = re.compile(r"[\w@/\\=]|\.[^\W\d_]")
#: A blank before an ordinal, between words, or after a figure that the page shows: `20__`.
_BLANK = re.compile(r"\A(?:st|nd|rd|th)\b|__|(?<!\w)_")
_SHOWN_BLANK = re.compile(r"[^\W_]__(?!_)")
#: Figures with `*` or `#` among them, as in `*#62*`.
_DIALLED = re.compile(r"[\d*#+]*\Z")
_FIGURES = re.compile(r"\d[*#]\d")
#: The start of an address or a path that goes on to the mark.
_ADDRESS = re.compile(r"(?:\w+://|www\.|\S*@)\S*\Z")
_ORDINALS = ("st", "nd", "rd", "th")
#: A star that the page shows before a word: `*1 or *2*`.
_SHOWN_STAR = re.compile(r"(?<!\S)\*\w")


def find_eaten(inlines: Sequence[Inline], source: str) -> list[tuple[str, str]]:
    """Return the words around each mark that is not plainly emphasis, and what the page shows."""
    nothing, result = Inline(mark=Mark.TEXT), []
    padded = (nothing, *inlines, nothing)
    for before, piece, after in zip(padded, padded[1:], padded[2:], strict=False):
        found = find_eaten(piece.children, source)
        result += found
        sign = SIGNS.get(piece.mark, "")
        inside = piece.text or markdown.plain_text(piece.children)
        left, right = map(_read_beside, (before, after))
        if not sign or not inside.strip() or (found and len(piece.children) == 1):
            continue
        signs = (sign, sign.replace("*", "_"))
        as_typed = next((typed for typed in signs if f"{typed}{inside}" in source), "")
        typed = as_typed or signs["*" not in source]
        is_twice = typed == "__" and any(one.mark is Mark.STRONG for one in piece.children)
        is_code = as_typed and sign != "`" and _is_code_of_signs(typed, left, inside, right)
        if sign == "`" and before.mark is not Mark.TEXT:
            continue
        if is_code or is_twice or not _is_meant(typed, left, inside, right):
            start = "" if left[-1:].isspace() else "".join(left.split()[-1:])
            end = "" if start or " " in inside else typed
            first = inside.split()[0]
            tries = (f"{start}{typed}{first}{end}", f"{typed}{first}", f"{start}{typed}")
            words = next((words for words in tries if words in source), typed)
            result.append((words, f"{start}{first}"))
    return result


def _is_code_of_signs(sign: str, left: str, inside: str, right: str) -> bool:
    """Return whether a sign stands again in what is between two, or all is a number to ring."""
    run = f"{''.join(left.rsplit(' ', 1)[-1:])}{inside}{right.split(' ', 1)[0]}"
    if "_" in sign:
        is_blank = _BLANK.search(inside) or (sign == "__" and _SHOWN_BLANK.search(left + right))
        return bool(is_blank) or ("_" in inside and " " not in inside)
    if _FIGURES.search(inside) or (sign == "*" and "*" in inside):
        return True
    is_dialled = "#" in run and _DIALLED.match(run)
    return bool(is_dialled) and sum(map(str.isdigit, run)) > 1


def _read_beside(piece: Inline) -> str:
    """Return the words beside a mark. Those of a link are its own, unless they are its address."""
    words = markdown.plain_text((piece,))
    return words if piece.mark is not Mark.LINK or _ADDRESS.match(words) else ""


def _is_meant(sign: str, left: str, inside: str, right: str) -> bool:
    """Return whether a mark is plainly one: around whole words, or a part of one word.

    `sign` is how it was typed.
    """
    opens, closes = f"{left[-1:]}{inside[:1]}", f"{inside[-1:]}{right[:1]}"
    if sign == "`":
        return not left[-1:].isalpha()
    if any(len(pair) == 2 and pair.isdigit() for pair in (opens, closes)):
        return False
    if _ADDRESS.match(left.split(" ")[-1]):
        return False
    if opens in _ENCLOSED:
        return False
    if sign == "**":
        return bool(_SAYS_BOLD.search(inside)) and f"{inside}{right[:1]}" != "//"
    is_cut = left.endswith("(") and ")" in inside[:-1] and "(" not in inside
    if not _SAYS.search(inside) or is_cut:
        return False
    if "_" in sign:
        # A bar alone is between two marks: `_his_/_hers_`.
        is_name = left != "/" and _BEFORE_NAME.search(left)
        return not is_name and (right == "/" or not _AFTER_NAME.match(right))
    if _ENDING.match(inside) or (inside.isdigit() and _SHOWN_STAR.search(left + right)):
        return False
    if left[-1:].isalnum() or right[:1].isalnum():
        return _is_part_of_word(left, inside, right)
    return not {left[-1:], right[:1]} & {"_", "=", "\\"}


def _is_part_of_word(left: str, inside: str, right: str) -> bool:
    """Return whether letters that touch emphasis make a word with it: `un*fair*ly`, `1*st*`."""
    before, after = re.findall(r"\w*\Z", left)[0], re.findall(r"\A\w*", right)[0]
    if inside in _ORDINALS or (after in _ORDINALS and inside.isdigit()):
        return True
    whole = f"{before}{inside}{after}"
    if is_word(whole) and len(whole) > len(_ORDINALS):
        return inside.islower() or not before
    if (before and (after or inside[0] not in "([")) or (before + after).isdigit():
        return False
    return re.sub(r"[ ().,\[\]]", "", inside).isalpha()
