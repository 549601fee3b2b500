"""The values that a reader of files makes: blocks, their words, and what is left out.

Both readers, of Word files and of tagged PDFs, make an `IncomingDocument`. The rest of
the import knows only these values. Nothing here knows a file format or Markdown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Furniture(StrEnum):
    """What is left out of the text, because it belongs to the printed pages."""

    HEADER = "header"
    FOOTER = "footer"
    CONTENTS = "contents"
    PAGE_NUMBER = "page number"
    COVER = "cover"
    WATERMARK = "watermark"
    HIDDEN = "hidden text"
    BULLET = "typed bullet"
    RULE = "line without words"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words that stand in the file and not in the draft."""

    what: Furniture
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAt:
    """Something that a person should look at, with its words."""

    what: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture. `data` is empty if the file does not hold it. `words` describe it."""

    name: str
    data: bytes
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRun:
    """Words of one look. A line break is `\\n`.

    `address` is a link's. `bookmark` is the place that a cross-reference of Word names.
    `note` is the key of a footnote, and the run has no words then; nor has a picture.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    highlighted: bool = False
    address: str = ""
    bookmark: str = ""
    note: str = ""
    picture: Picture | None = None


class ListKind(StrEnum):
    """What stands before a paragraph that a list, or a typed sign, makes an item."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph looks: what a heading without a style is judged by.

    `size` is in half points, 0 where unknown. `indent` is in twentieths of a point.
    """

    size: int = 0
    bold: bool = False
    capitals: bool = False
    indent: int = 0
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph.

    `label` is its number as the file shows it, which its runs lack: `4.2`, `(a)`,
    `Appendix B`. `heading` is the level of a heading, 1 and up, or 0. `depth` is that of
    an item of the list `list_id`, from 0. `places` are the bookmarks in it. `origin` is `text box`,
    `content control` or empty. `title` marks the title of the document.
    """

    runs: tuple[TextRun, ...]
    label: str = ""
    list_kind: ListKind = ListKind.NONE
    depth: int = 0
    list_id: str = ""
    heading: int = 0
    look: Look = Look()
    places: tuple[str, ...] = ()
    origin: str = ""
    is_title: bool = False
    is_quote: bool = False

    @property
    def text(self) -> str:
        """The words, without a number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: its blocks, the columns that it takes, and whether it goes on from above."""

    blocks: tuple["Block", ...] = ()
    columns: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. The first `header_rows` of its rows are its header."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingDocument:
    """A file as it was read. `title` and `properties` are what the file says of itself.

    `words_in` counts each word of the file, furniture and notes included (`word_count`).
    """

    title: str
    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    look_at: tuple[LookAt, ...] = ()
    words_in: Mapping[str, int] = field(default_factory=dict)


def walk_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph in reading order, with those in the cells of tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from walk_paragraphs(cell.blocks)
