"""A language's code (BCP 47) -> its name, in itself and in English. The names are those of the Unicode CLDR, which the package `babel` carries."""

import functools


def own_name(tag: str) -> str:
    """`polski` for `pl`, `اردو` for `ur`; the code itself where nobody knows the language. A region is not named."""
    return _names(tag)[0]


def english_name(tag: str) -> str:
    """`Polish` for `pl`."""
    return _names(tag)[1]


@functools.cache
def _names(tag: str) -> tuple[str, str]:
    from babel import Locale, UnknownLocaleError  # here, as only translations need it

    language, *others = tag.split("-")
    script = next((part.title() for part in others if len(part) == 4 and part.isalpha()), None)
    try:
        locale = Locale.parse(
            "_".join([language.lower(), script] if script else [language.lower()])
        )
    except (UnknownLocaleError, ValueError):
        return tag, tag
    return locale.get_display_name() or tag, locale.get_display_name("en") or tag
