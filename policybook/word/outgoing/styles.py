"""Give our Word files their styles and settings."""

from functools import lru_cache
from importlib.resources import files

from policybook.word.outgoing.xml_parts import Element, make, quote


@lru_cache(maxsize=8)
def styles_part(language: str) -> Element:
    """Return the styles of `data/word_styles.xml`, with the language of the text."""
    text = files("policybook").joinpath("data/word_styles.xml").read_text("utf-8")
    styles = "".join(line.strip() for line in text.splitlines())
    return Element(styles.replace("$language", quote(language)))


def settings_part(*, has_notes: bool) -> Element:
    """Return the settings: what Word must know to show the file as we wrote it."""
    compatible = make(
        "w:compatSetting",
        {
            "w:name": "compatibilityMode",
            "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
        },
    )
    inside = [make("w:defaultTabStop", {"w:val": "510"})]
    if has_notes:
        inside.append(
            make("w:footnotePr", None, *(make("w:footnote", {"w:id": i}) for i in ("-1", "0")))
        )
    return make("w:settings", None, *inside, make("w:compat", None, compatible))
