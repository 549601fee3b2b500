"""Give the name of a language from its code (BCP 47), in that language and in English.

The names come from the Unicode CLDR, through the package `babel`.
"""

import functools


def native_name(tag: str) -> str:
    """Return the name in the language itself: `polski` for `pl`, `اردو` for `ur`.

    Return the code where the CLDR does not know the language. The name leaves out the
    region.
    """
    return _find_names(tag)[0]


def english_name(tag: str) -> str:
    """Return the English name: `Polish` for `pl`."""
    return _find_names(tag)[1]


@functools.cache
def _find_names(tag: str) -> tuple[str, str]:
    # Only translations need it, and it is slow to import.
    """Return the name in the language itself and the English name; else the code twice."""
    from babel import Locale, UnknownLocaleError

    language, *others = tag.split("-")
    script = next((part.title() for part in others if len(part) == 4 and part.isalpha()), None)
    try:
        locale = Locale.parse(
            "_".join([language.lower(), script] if script else [language.lower()])
        )
    except (UnknownLocaleError, ValueError):
        return tag, tag
    return locale.get_display_name() or tag, locale.get_display_name("en") or tag
