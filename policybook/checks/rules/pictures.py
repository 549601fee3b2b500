"""Pictures are what their names say, can be decoded, and tell nothing that the school did not mean to say."""

import io
import struct
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from policybook.model import Library
from policybook.model.findings import Finding, Severity
from policybook.reading import link_search

#: The address of this family of checks below `/help/checks/`.
NAME = "pictures"

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}
_MOST_PIXELS = 25_000_000  # pixels: more than a sheet of A3 at 300 to the inch; each takes 3 or 4 bytes to decode
_SAVE_AGAIN = "Save the picture anew from the program that made it."
_MAKE_SMALLER = "Make it smaller: 2,000 pixels wide is plenty."
_GPS_TAG = 0x8825  # the Exif tag of the place where a photograph was taken (Exif 2.32, GPSInfo)


def pictures_can_be_shown(library: Library, today: date) -> Iterator[Finding]:
    """A picture is of the kind that its name says, whole, of a size that a phone can show, and keeps the place where it was taken to itself.

    Bad: a web page or an SVG named `plan.png`; half a photograph; 100,000 by 100,000 pixels; a photograph straight from a phone.
    Good: a PNG of the playground, 1,600 pixels wide; a photograph saved without its location.
    Remedy: Save the picture again as PNG or JPEG, smaller, and without the place where it was taken.
    Protects: nobody may learn from a picture where a child was, and every page must show whole.
    Codes: picture, picture-place.
    """
    if not library.pictures:
        return
    for path, data in sorted(_find_pictures(library).items()):
        fault, tells_the_place = _inspect_picture(path, data)
        if fault:
            yield Finding(path=path, code="picture", message=fault[0], remedy=fault[1])
        if tells_the_place:
            severity = (
                Severity.WARNING if path in _find_recorded_pictures(library) else Severity.ERROR
            )
            message = (
                "the picture carries the place where it was taken (GPS), which everybody could read"
            )
            remedy = "Save it without its location: in Windows, Properties, Details, Remove Properties; or take a screenshot of it."
            yield Finding(
                path=path, severity=severity, code="picture-place", message=message, remedy=remedy
            )


def _find_pictures(library: Library) -> dict[str, bytes]:
    pictures: dict[str, bytes] = {}
    for version in (*(v for p in library.policies for v in p.versions), *library.unsound):
        pictures |= link_search.find_pictures(library, version)
    return pictures


def _find_recorded_pictures(library: Library) -> set[str]:
    """Pictures of approved texts, which cannot be changed any more."""
    recorded = {(e.policy, e.version) for e in library.record}
    versions = (v for p in library.policies for v in p.versions if (v.policy, v.name) in recorded)
    return {path for v in versions for path in link_search.find_pictures(library, v)}


def _inspect_picture(path: str, data: bytes) -> tuple[tuple[str, str] | None, bool]:
    """What is wrong with a picture and its remedy, and whether it tells where it was taken."""
    from PIL import Image, UnidentifiedImageError  # only where there are pictures

    suffix = PurePosixPath(path).suffix.lower()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=tuple(set(_FORMATS.values()))) as picture:
                if picture.format != _FORMATS[suffix]:
                    return (
                        f"the file is named {suffix}, but holds a {picture.format} picture",
                        "Rename it by what it is.",
                    ), False
                if picture.width * picture.height > _MOST_PIXELS:
                    return (
                        f"the picture is too large to be shown ({picture.width:,} by {picture.height:,} pixels)",
                        _MAKE_SMALLER,
                    ), False
                picture.load()
                return None, bool(picture.getexif().get_ifd(_GPS_TAG))
        except UnidentifiedImageError:
            return (f"the file is named {suffix}, but holds no such picture", _SAVE_AGAIN), False
        except Image.DecompressionBombError:
            return ("the picture is too large to be shown", _MAKE_SMALLER), False
        except (
            OSError,
            SyntaxError,
            ValueError,
            LookupError,
            struct.error,
        ) as fault:  # what Pillow's decoders raise
            return (f"the picture is damaged: {fault}", _SAVE_AGAIN), False
