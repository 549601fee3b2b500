"""Make small PDFs by hand: objects, a page's content, and tags."""

import zlib
from collections.abc import Sequence

FONTS = (
    b"<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>",
    b"<</Type/Font/Subtype/TrueType/BaseFont/Arial-Bold/Encoding/WinAnsiEncoding>>",
)
#: The objects of `make_pdf` before the tags: catalogue, pages, page, content, root of tags, fonts.
PAGE, FIRST_TAG = b"3 0 R", 8


def make_file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count + rows
    return (
        out
        + table
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (count, trailer, len(out))
    )


def make_stream(data: bytes, words: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
        words,
        len(packed),
        packed,
    )


def make_pdf(
    content: bytes,
    tags: bytes | None,
    objects: Sequence[bytes] = (),
    roles: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A file of one page. `tags` is the list of tags at the root; None for a file without."""
    root = b"" if tags is None else b"/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>"
    head = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % root,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 6 0 R/F2 7 0 R>>>>>>",
        make_stream(content),
        b"<</Type/StructTreeRoot/RoleMap<<%s>>/K[%s]>>" % (roles, tags or b""),
        *FONTS,
    ]
    return make_file([*head, *objects], trailer)


def make_page(*lines: tuple[str, str]) -> bytes:
    """A content with a mark for each line, in order. A line has an operator's look and its words."""
    parts = []
    for number, (look, words) in enumerate(lines):
        font, size, x, y = look.split()
        text = words.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(
            b"/P<</MCID %d>>BDC BT /%s %s Tf %s %s Td (%s) Tj ET EMC"
            % (number, font.encode(), size.encode(), x.encode(), y.encode(), text)
        )
    return b"\n".join(parts)


def tag(name: str, *kids: int | bytes, more: str = "") -> bytes:
    """An element of the tree. A number is the mark of words on the page."""
    inside = b" ".join(b"%d" % kid if isinstance(kid, int) else kid for kid in kids)
    return b"<</S/%s/Pg %s/K[%s]%s>>" % (name.encode(), PAGE, inside, more.encode())
