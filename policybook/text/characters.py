"""Name characters that nobody sees, and letters that look like those of another alphabet.

One table serves texts, facts, summaries, settings, ordinary pages and the redline. Some
invisible characters are needed: joiners in Arabic or Hindi, signs after an emoji.

    list(find_invisible("a\\u200bb"))     # [(1, "\\u200b")]
    name_character("\\u200b")             # "U+200B ZERO WIDTH SPACE"
    find_look_alike("S\\u043ecial")       # "\\u043e"
"""

import re
import unicodedata
from collections.abc import Iterator

#: Characters without a shape of their own: Unicode's property Default_Ignorable_Code_Point
#: (DerivedCoreProperties 16.0), marks of annotations, and the blank Braille pattern. As
#: ranges inside a pattern.
UNSEEN = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
#: Control characters, separators of lines, halves of pairs of surrogates (a terminal sends
#: one for a byte that is no letter), and the two signs for what was lost, too.
_INVISIBLE = f"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffc\ufffd\ufffe\uffff{UNSEEN}"
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
#: It replaces a byte that could not be read as a letter.
REPLACEMENT = "\ufffd"
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SOFT_HYPHEN = "\xad"
_JOINERS = "\u200c\u200d"
_MARKS_OF_DIRECTION = "\u061c\u200e\u200f"
_ZERO_WIDTH_SPACE = "\u200b"
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TAG = re.compile("[\U000e0020-\U000e007f]")
_BLACK_FLAG = "\U0001f3f4"
_FLAG = re.compile(f"{_BLACK_FLAG}[\U000e0020-\U000e007e]{{1,6}}\U000e007f")
#: Marks and joiners between two letters; more are no writing.
_MOST_MARKS = 8
#: Scripts in which a joiner changes how a word is written, by the start of Unicode's names.
_JOINING = re.compile(
    "ARABIC|SYRIAC|MONGOLIAN|NKO|MANDAIC|DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|"
    "KANNADA|MALAYALAM|SINHALA|TIBETAN|MYANMAR|KHMER|BALINESE|JAVANESE|CHAKMA|MEETEI"
)
#: Scripts that put no spaces between words.
_WITHOUT_SPACES = frozenset(("THAI", "LAO", "KHMER", "MYANMAR"))
_NAMES = {"\x00": "NUL", "\x07": "BELL", "\x1b": "ESCAPE", "\x7f": "DELETE"}


def name_character(character: str) -> str:
    """Return the number and the name of a character: `U+200B ZERO WIDTH SPACE`."""
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def describe_invisible(character: str) -> str:
    """Return what an invisible character is, with its number and name."""
    if character == REPLACEMENT:
        what = "the sign of a letter that was lost"
    elif _DIRECTION.match(character):
        what = "a character that changes the direction of writing"
    elif unicodedata.category(character) == "Cs":
        what = "half of a character"
    elif unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cn"):
        what = "a control character"
    else:
        what = "an invisible character"
    return f"{what}, {name_character(character)}"


def find_invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield each invisible character with its index, except where writing needs it."""
    if text.isascii() and text.isprintable():
        return
    for match in INVISIBLE.finditer(text):
        if not _is_needed(text, match.start()):
            yield match.start(), match[0]


def _is_needed(text: str, index: int) -> bool:
    """Return whether the invisible character at `index` belongs to what is around it."""
    character = text[index]
    before, after = _find_letter(text, index, -1), _find_letter(text, index, 1)
    if character == _SOFT_HYPHEN:
        return bool(text[index - 1 : index].strip() and text[index + 1 : index + 2].strip())
    if character in _JOINERS:
        return _JOINING.fullmatch(_script(before)) is not None or (
            character == "\u200d" and _is_emoji(before) and _is_emoji(after)
        )
    if character in _MARKS_OF_DIRECTION:
        letters = filter(str.isalpha, _line(text, index))
        return any(unicodedata.bidirectional(c) in ("R", "AL") for c in letters)
    if character == _ZERO_WIDTH_SPACE:
        return _script(before) in _WITHOUT_SPACES and _script(after) in _WITHOUT_SPACES
    if _TAG.match(character):
        start = text.rfind(_BLACK_FLAG, max(0, index - _MOST_MARKS), index)
        return start >= 0 and _FLAG.match(text, start) is not None
    if "\u180b" <= character <= "\u180f":
        return _script(before) == "MONGOLIAN"
    return bool(_VARIATION.match(character)) and _takes_variation(text[index - 1 : index])


def _find_letter(text: str, index: int, step: int) -> str:
    """Return the next character in one direction that is no mark and no joiner; or nothing."""
    index += step
    for _ in range(_MOST_MARKS):
        if not 0 <= index < len(text):
            break
        character = text[index]
        if not (unicodedata.combining(character) or INVISIBLE.match(character)) and (
            unicodedata.category(character) not in ("Mn", "Mc", "Sk")
        ):
            return character
        index += step
    return ""


def _script(character: str) -> str:
    """Return the first word of a letter's name, which is its script."""
    return unicodedata.name(character, "").partition(" ")[0] if character else ""


def _is_emoji(character: str) -> bool:
    """Return whether a character can be part of an emoji of several characters."""
    return bool(character) and unicodedata.category(character) == "So"


def _takes_variation(before: str) -> bool:
    """Return whether a sign of variation may follow: after symbols, digits and ideographs."""
    return bool(before) and (
        unicodedata.category(before) in ("So", "Sm", "Sk", "Po", "Pd")
        or before in "#*0123456789\xa9\xae\u2139"
        or _script(before) in ("CJK", "MONGOLIAN", "MYANMAR", "EMOJI")
    )


def _line(text: str, index: int) -> str:
    """Return at most 200 characters of the line around `index`."""
    start = max(text.rfind("\n", 0, index) + 1, index - 100)
    end = text.find("\n", index)
    return text[start : min(end if end >= 0 else len(text), index + 100)]


# ---------- letters that look like others

#: Letters that look like Latin ones (Unicode's confusables.txt 16.0, single letters).
_CYRILLIC = "аеорсухіјѕһԁԛԝӏѵҮүАВЕЅІЈКМНОРСТХҮԌԚԜӀЅ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυρικϲϳ"
_ARMENIAN = "օոսհցզԱՍՕՏՈ"
_OTHER = "ɑɡıᴄᴏᴠᴡᴢꓐꓑꓒꓓ"
LOOK_ALIKES = frozenset(_CYRILLIC + _GREEK + _ARMENIAN + _OTHER) - {"ı"}
_LOOK_ALIKE = re.compile(f"[{''.join(sorted(LOOK_ALIKES))}]")
#: Letters in bold, script or double-struck shape, and those as wide as Chinese signs.
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile("[A-Za-z\xc0-\u024f]")
#: A letter of another alphabet that looks like no Latin one: its word is what it seems.
_PLAINLY_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f\u0530-\u058f]")


def find_look_alike(line: str) -> tuple[str, str] | None:
    """Return the first word with a letter that passes for a Latin one, and that letter.

    A word of another alphabet is fine in a text of that alphabet.
    """
    if line.isascii() or not (_LOOK_ALIKE.search(line) or _STYLED.search(line)):
        return None
    is_other_text = any(c not in LOOK_ALIKES for c in _PLAINLY_OTHER.findall(line))
    for match in _WORD.finditer(line):
        word = match[0]
        letter = _LOOK_ALIKE.search(word)
        if letter and (_LATIN.search(word) or _passes_for_latin(word, line, is_other_text)):
            return word, letter[0]
        if styled := _STYLED.search(word):
            return word, styled[0]
    return None


def _passes_for_latin(word: str, line: str, is_other_text: bool) -> bool:
    """Return whether a whole word looks Latin, in a line that has Latin words."""
    return (
        len(word) > 1
        and not is_other_text
        and all(c in LOOK_ALIKES for c in word)
        and _LATIN.search(line) is not None
    )
