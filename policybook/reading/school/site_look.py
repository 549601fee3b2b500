"""Read what a school chooses about the look of its site: the setting `look` of `school.yml`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from policybook.model.findings import Finding, Severity
from policybook.model.look import NamedLink, SiteLook
from policybook.reading.fields import field_types, values
from policybook.reading.files import svg_drawings
from policybook.text import contrast
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

#: The colours that Material for MkDocs has by name (its “primary colours”).
COLOURS = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue grey": "#546d78",
    "black": "#000000",
}
_PICTURES = (".png", ".svg", ".jpg", ".jpeg", ".webp", ".gif")
_ICONS = (*_PICTURES, ".ico")
_SERVICES = {
    "bsky.app": "Bluesky",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "threads.net": "Threads",
    "tiktok.com": "TikTok",
    "twitter.com": "X",
    "x.com": "X",
    "youtube.com": "YouTube",
}


def combine(chosen: SiteLook, fallback: SiteLook) -> SiteLook:
    """Return `chosen`, with each choice that it leaves out taken from `fallback`."""
    missing = [part.name for part in fields(chosen) if not getattr(chosen, part.name)]
    return replace(chosen, **{name: getattr(fallback, name) for name in missing})


def read_look(value: Value) -> SiteLook:
    """Return the look. Raise `InvalidValueError` for a choice that cannot be used."""
    if value.fields is None:
        raise InvalidValueError(
            "must name what you choose", f"Below it, write one a line: {', '.join(FIELDS)}."
        )
    chosen: dict[str, Any] = {}
    for name, choice in value.fields.items():
        line = value.key_lines[name]
        if name not in FIELDS:
            raise InvalidValueError(
                f"has no choice `{name}`",
                f"Use {', '.join(FIELDS)}.{did_you_mean(name, FIELDS)}",
                line=line,
            )
        try:
            chosen[name] = FIELDS[name].read(choice)
        except InvalidValueError as wrong:
            message = f"has a `{name}` that {wrong.message}"
            raise InvalidValueError(message, wrong.remedy, line=wrong.line or line) from wrong
    return SiteLook(**chosen)


def read_sound_choices(value: Value) -> SiteLook:
    """Return the choices that can be used, whatever the others are."""
    chosen: dict[str, Any] = {}
    for name, choice in (value.fields or {}).items():
        if name in FIELDS:
            with suppress(InvalidValueError):
                chosen[name] = FIELDS[name].read(choice)
    return SiteLook(**chosen)


def read_colour(value: Value) -> str:
    """Return a colour as `#rrggbb`. Raise `InvalidValueError` for anything else."""
    word = (value.text or "").strip()
    plain = word.lower().replace("-", " ").replace("gray", "grey")
    colour = COLOURS.get(plain) or contrast.read_hex(word)
    if not colour:
        raise InvalidValueError(
            f"is “{word}”, which is not a colour" if word else "is empty, as # starts a comment",
            'Write its six digits in quotation marks, such as "#7a1f3d", or one of these: '
            f"{', '.join(COLOURS)}.{did_you_mean(plain, COLOURS)}",
        )
    return colour


def read_picture(value: Value) -> str:
    """Return the path of a picture below `docs/`. Raise `InvalidValueError` for another file."""
    return _read_path(value, _PICTURES)


def read_icon(value: Value) -> str:
    """Return the path of a browser's icon. Raise `InvalidValueError` for another file."""
    return _read_path(value, _ICONS)


def read_style_sheet(value: Value) -> str:
    """Return the path of a style sheet. Raise `InvalidValueError` for another file."""
    return _read_path(value, (".css",))


def _read_path(value: Value, endings: tuple[str, ...]) -> str:
    """Return a path below `docs/` with one of `endings`."""
    word = values.read_text(value).removeprefix("docs/")
    path = PurePosixPath(word)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in word
    if not inside or ":" in word or path.suffix.lower() not in endings:
        raise InvalidValueError(
            f"is “{word}”, which is not such a file in the folder docs",
            "Put the file into docs/assets and write its path from docs, such as "
            f"assets/school{endings[0]}. It may end in {', '.join(endings)}.",
        )
    return str(path)


def read_social(value: Value) -> tuple[NamedLink, ...]:
    """Return the school's pages on other services. Raise `InvalidValueError` for other values."""
    items = (value,) if value.items is None else value.items
    return tuple(values.read_item(item, read_profile) for item in items)


def read_profile(value: Value) -> NamedLink:
    """Return one page on another service, with the name of the service."""
    address = values.read_text(value)
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    if not host or parts.scheme != "https" or "@" in parts.netloc or " " in address:
        raise InvalidValueError(
            f"is “{address}”, which is not a web address",
            "Write the whole address, starting with https://.",
        )
    return NamedLink(name=_SERVICES.get(host, host), target=address)


def find_missing_files(
    look: SiteLook, files: Mapping[str, bytes], pages: Iterable[str]
) -> Iterator[Finding]:
    """Yield a finding for each file that `look` names and that cannot be used.

    `files` are the sources by path, and `pages` the paths of the ordinary pages.
    """
    shown = drop_missing_pages(look, pages).menu
    for entry in (entry for entry in look.menu if entry not in shown):
        yield _make_finding(
            f"docs/{entry.target}",
            "the menu (`nav` in mkdocs.yml) names this page, but there is no such page",
            "Write the page, or take it out of `nav`. The menu leaves it out.",
        )
    for path in _list_files(look):
        data = files.get(f"docs/{path}")
        if data is None:
            yield _make_finding(
                f"docs/{path}",
                "the look of the site names this file, but there is none of at most 1 MB",
                "Put the file there, or take it out of `look` in school.yml and of mkdocs.yml.",
            )
        elif path.lower().endswith(".svg") and (fault := svg_drawings.read_drawing(data).fault):
            yield _make_finding(
                f"docs/{path}",
                f"this drawing is not shown: {fault}",
                "Save it again as a plain SVG drawing, or as PNG.",
            )
        elif path.lower().endswith(".css") and _LOADS.search(data):
            yield _make_finding(
                f"docs/{path}",
                "this style sheet loads something from another site, which browsers refuse here",
                "Put fonts and pictures into docs/assets, or remove the line.",
            )


def drop_missing_pages(look: SiteLook, pages: Iterable[str]) -> SiteLook:
    """Return the look without the pages of the menu that are not among `pages`."""
    known_pages = frozenset(pages)
    menu = (e for e in look.menu if "://" in e.target or f"docs/{e.target}" in known_pages)
    return replace(look, menu=tuple(menu))


def accept_named_files(findings: Iterable[Finding], look: SiteLook) -> list[Finding]:
    """Return the findings without those that call a named file of the look unpublished."""
    named = {f"docs/{path}" for path in _list_files(look)}
    return [f for f in findings if f.code != "stray-file" or f.path not in named]


def _list_files(look: SiteLook) -> tuple[str, ...]:
    """Return the paths below `docs/` of the files that `look` names."""
    return tuple(path for path in (look.logo, look.icon, *look.style_sheets) if path)


def _make_finding(path: str, message: str, remedy: str) -> Finding:
    return Finding(
        path=path, severity=Severity.WARNING, code="setting", message=message, remedy=remedy
    )


#: What a style sheet loads from another site.
_LOADS = re.compile(rb"(?:url\(\s*|@import\s+(?:url\(\s*)?)[\"']?(?:[a-z]+:)?//", re.IGNORECASE)
_PATH: field_types.Schema = {"type": "string"}
_ADDRESS: field_types.Schema = {"type": "string", "pattern": "^https://"}
FIELDS: Mapping[str, field_types.InputType] = {
    "colour": field_types.InputType(read=read_colour, schema={"type": "string"}),
    "logo": field_types.InputType(read=read_picture, schema=_PATH),
    "icon": field_types.InputType(read=read_icon, schema=_PATH),
    "footer": field_types.TEXT,
    "social": field_types.InputType(
        read=read_social, schema={"anyOf": [_ADDRESS, {"type": "array", "items": _ADDRESS}]}
    ),
}
SCHEMA = field_types.make_mapping_schema({name: row.schema for name, row in FIELDS.items()}, [])
