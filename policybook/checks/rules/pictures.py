"""Pictures: the file is complete, of the right kind, and gives no location away."""

import io
import struct
import warnings
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from policybook.checks import recorded_versions
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Finding, Library
from policybook.reading.files import clean_pictures, svg_drawings
from policybook.reading.references import link_search

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}
#: More than a sheet of A3 at 300 pixels to the inch. A pixel takes 3 or 4 bytes to decode.
_MOST_PIXELS = 25_000_000
_SAVE_AGAIN = "Save the picture again from the program that made it."
_SAVE_PLAIN = "Save it as plain SVG, with its words as text and no links. Or save it as .png."
_MAKE_SMALLER = "Make it smaller: 2,000 pixels wide is enough."
#: Bytes at the end of a file that say nothing.
_BLANK = b"\0\r\n\t "
_CLEAN = "Run policybook check --fix, which writes the picture with its pixels alone."
#: The Exif tag of the place where a photograph was taken (Exif 2.32, GPSInfo).
_GPS_TAG = 0x8825


def pictures_can_be_shown(library: Library, today: date) -> Iterator[Finding]:
    """A picture is complete, of the kind in its name, and small enough for a phone.

    It does not say where it was taken.

    Bad: a web page or an SVG named `plan.png`; an SVG drawing with a program; half a
    photograph; 100,000 by 100,000 pixels; a photograph straight from a phone.
    Good: a PNG of the playground, 1,600 pixels wide; a flow chart as plain SVG; a
    photograph saved without its location.
    Remedy: Save the picture again as PNG or JPEG, smaller. `policybook check --fix`
    removes its location.
    Protects: nobody may learn from a picture where a child was, and every page must
    show it whole.
    Codes: picture, picture-place.
    """
    if not library.pictures:
        return
    for path, data in sorted(_find_pictures(library).items()):
        fault, has_location = _inspect_picture(path, data)
        if fault:
            yield finding_at_line(path, 1, "picture", fault[0], fault[1])
        if has_location:
            message = "the picture says where it was taken (GPS), and anybody could read that"
            yield finding_at_line(path, 1, "picture-place", message, _CLEAN)


def pictures_are_pixels_alone(library: Library, today: date) -> Iterator[Finding]:
    """A picture's file has its pixels alone: no notes, no small copy, no cut-off parts.

    The site publishes the pixels alone, whatever the file has. The hash of an approval
    covers the file, so both should be the same. An approved picture stays as it is.

    Bad: a photograph with its day and camera; a screenshot whose cut-off parts follow
    its end.
    Good: the same picture after `policybook check --fix`.
    Remedy: `policybook check --fix` writes the picture with its pixels alone.
    Codes: picture-notes.
    """
    recorded = recorded_versions.list_pictures(library)
    for path, data in sorted(_find_pictures(library).items()):
        fault, has_location = _inspect_picture(path, data)
        is_reported = path in recorded or path.lower().endswith(".svg") or fault or has_location
        if not is_reported and clean_pictures.clean(data).rstrip(_BLANK) != data.rstrip(_BLANK):
            yield report_warning(
                path,
                1,
                "picture-notes",
                "the file has more than its pixels, such as notes or cut-off parts, which "
                "the site does not publish",
                _CLEAN,
            )


def can_be_shown(path: str, data: bytes) -> bool:
    """Return whether a picture is whole, of its kind and not too large."""
    return _inspect_picture(path, data)[0] is None


def _find_pictures(library: Library) -> dict[str, bytes]:
    pictures: dict[str, bytes] = {}
    for version in library.walk_versions():
        pictures |= link_search.find_pictures(library, version)
    return pictures


def _inspect_drawing(data: bytes) -> tuple[str, str] | None:
    """Return the fault of an SVG drawing with its remedy, or None."""
    fault = svg_drawings.read_drawing(data).fault
    return (f"the drawing cannot be shown: {fault}", _SAVE_PLAIN) if fault else None


def _inspect_picture(path: str, data: bytes) -> tuple[tuple[str, str] | None, bool]:
    """Return a picture's fault with its remedy, and whether it holds a location."""
    is_drawing = path.lower().endswith(".svg")
    return (_inspect_drawing(data), False) if is_drawing else _inspect_pixels(path, data)


@lru_cache(maxsize=256)
def _inspect_pixels(path: str, data: bytes) -> tuple[tuple[str, str] | None, bool]:
    """Return the same for a picture of pixels."""
    # Pillow is slow to import, so it is loaded only for pictures.
    from PIL import Image, UnidentifiedImageError

    suffix = PurePosixPath(path).suffix.lower()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=tuple(set(_FORMATS.values()))) as picture:
                if picture.format != _FORMATS[suffix]:
                    return (
                        f"the file is named {suffix}, but it is a {picture.format} picture",
                        "Change the end of its name to match.",
                    ), False
                if picture.width * picture.height > _MOST_PIXELS:
                    return (
                        f"the picture is too large to show ({picture.width:,} by "
                        f"{picture.height:,} pixels)",
                        _MAKE_SMALLER,
                    ), False
                picture.load()
                return None, bool(picture.getexif().get_ifd(_GPS_TAG))
        except UnidentifiedImageError:
            return (
                f"the file is named {suffix}, but it is not a picture of that kind",
                _SAVE_AGAIN,
            ), False
        except Image.DecompressionBombError:
            return ("the picture is too large to show", _MAKE_SMALLER), False
        # Pillow's decoders raise all of these.
        except (
            OSError,
            SyntaxError,
            ValueError,
            LookupError,
            struct.error,
        ) as fault:
            return (f"the picture is damaged: {fault}", _SAVE_AGAIN), False
