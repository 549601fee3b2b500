"""Read signs that Word takes from a font of pictures, such as a box that is ticked."""

#: By the last byte of the code. The fonts are those of Word and Windows.
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐",
    0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xD0: "∠", 0xD7: "·", 0xDE: "→",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
#: The codes of such fonts are in the private area from here on.
_PRIVATE = range(0xF000, 0xF100)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raise_figures(text: str) -> str:
    """Return raised figures as Unicode has them; other raised words stay as they are."""
    return text.translate(_RAISED) if text.strip().isdecimal() else text


def read_sign(font: str, code: str) -> str:
    """Return the sign of a `w:sym`, or `□` where the font or its code is not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return "□"
    return _FONTS.get(font.strip().lower(), {}).get(place & 0xFF, "□")


def replace_private(text: str, font: str) -> str:
    """Return words with the signs that an old file keeps in the private area of Unicode."""
    if not any(ord(sign) in _PRIVATE for sign in text):
        return text
    table = _FONTS.get(font.strip().lower(), {**_SYMBOL, **_WINGDINGS})
    return "".join(
        table.get(ord(sign) & 0xFF, "□") if ord(sign) in _PRIVATE else sign for sign in text
    )
