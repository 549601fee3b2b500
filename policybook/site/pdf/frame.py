"""Turn a cover into what every PDF has around its body, as plain data."""

import re

from policybook.site.pdf.cover import Cover
from policybook.site.pdf.inlines import break_at_signs

Node = dict[str, object]


def frame(cover: Cover) -> Node:
    """Return what every document has around its body."""
    return {
        "language": _language(cover.language),
        "day": cover.day.isoformat(),
        "cover": _cover_values(cover),
        "words": _template_words(cover),
    }


def _cover_values(cover: Cover) -> Node:
    words = cover.words
    return {
        "school": cover.school,
        "kicker": cover.kicker,
        "title": cover.title,
        "standing": keep_days_whole(cover.standing),
        "version": words.version.format(version=cover.version),
        "head": cover.head,
        "notice": cover.notice,
        "facts": [[label, keep_days_whole(value)] for label, value in cover.facts],
        "sheet": keep_days_whole(cover.sheet),
        "address": cover.address,
        "short": break_at_signs(cover.short_address),
        "fingerprint": words.fingerprint.format(hash=cover.hash12),
        "code": _code(cover.address),
    }


def _template_words(cover: Cover) -> Node:
    words = cover.words
    return {
        "language": _language(words.language),
        "contents": words.contents,
        "page": words.page,
        "address": words.address,
        "printed": words.printed,
        "code": words.code.format(address=cover.address),
        "slip": words.slip if cover.signed else "",
        "slip_lines": list(words.slip_lines),
    }


def keep_days_whole(words: str) -> str:
    """Return `words` with a fixed space between a day and its month."""
    return re.sub(r"\b(\d{1,2}) (?=\w+ \d{4}\b)", "\\1\u00a0", words)


def _code(address: str) -> str:
    """Return a QR code of the address, as SVG; empty unless the address is absolute."""
    if "://" not in address:
        return ""
    # Only a build with PDFs needs this.
    import segno

    return str(
        segno.make(address, error="m", micro=False).svg_inline(border=0, scale=4, omitsize=True)
    )


def _language(tag: str) -> Node:
    """Return language and region for Typst, which wants 2 or 3 letters and 2: from `en-GB`."""
    language, *others = tag.replace("_", "-").split("-")
    region = next((part.upper() for part in others if len(part) == 2 and part.isalpha()), None)
    is_known = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return {"lang": language.lower() if is_known else "und", "region": region}
