"""Read a reply: its paragraphs as they were, and as they are with the chosen changes."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from policybook.word.incoming import settled_changes, tracked_changes
from policybook.word.incoming.body import BodyReader
from policybook.word.incoming.document import Paragraph, walk_paragraphs
from policybook.word.incoming.names import CORE, W, child, value
from policybook.word.incoming.package import UnreadableFile, WordPackage
from policybook.word.incoming.reply.reply_choices import ReplyChange, list_choices
from policybook.word.incoming.runs import WordParts
from policybook.word.incoming.styles import WordStyles
from policybook.word.incoming.word_file import read_sent_version
from policybook.word.incoming.word_numbering import WordNumbering

_TERMS = "{http://purl.org/dc/terms/}"
#: Names the place of each paragraph, so that it is known again after changes.
_PLACE = "_policybook_"
_TAKEN = "policybook-taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyParagraph:
    """A paragraph of a reply. `name` stays the same, whatever changes are taken."""

    name: str
    paragraph: Paragraph


class WordReply:
    """A Word file that came back. `changes` and `comments` are in reading order;
    `in_notes` are the changes in its footnotes, which a person must make.

    The changes that Policybook itself wrote, with the file's own author and day, count as
    accepted: they are the redline that was sent out. `sent_version` is the version that
    was sent, or empty where the file does not say it.
    """

    def __init__(self, data: bytes) -> None:
        """Read the file. Raise `UnreadableFile` for what is no sound Word document."""
        package = WordPackage(data)
        self._package = package
        self._styles = WordStyles(package.read_part("styles"))
        root = package.read_xml(package.main)
        if root is None or root.find(f"{W}body") is None:
            raise UnreadableFile("It has no text. Open it in Word, and save it again.")
        self._root = root
        for count, paragraph in enumerate(root.iter(f"{W}p")):
            mark = etree.Element(f"{W}bookmarkStart")
            mark.set(f"{W}name", f"{_PLACE}{count}")
            paragraph.insert(0 if child(paragraph, "pPr") is None else 1, mark)
        sender = package.read_property(f"{CORE}creator"), package.read_property(f"{_TERMS}created")
        self.sent_version = read_sent_version(package)
        settled_changes.settle(root, lambda m: True if _is_by(m, sender) else None)
        self.changes: tuple[ReplyChange, ...] = list_choices(root, self._styles, self._count())
        comments = package.read_part("comments")
        found = tracked_changes.find_changes([root], comments, self._styles, self._count())
        notes = [package.read_part(kind) for kind in ("footnotes", "endnotes")]
        in_notes = tracked_changes.find_changes(
            [part for part in notes if part is not None], None, self._styles, self._count()
        )
        self.in_notes: tuple[tracked_changes.OpenChange, ...] = tuple(in_notes)
        rest = [change for change in found if change.kind in _NO_CHOICE]
        self.comments: tuple[tracked_changes.OpenChange, ...] = tuple(
            change for change in rest if change.kind is tracked_changes.TrackedKind.COMMENT
        )
        self.forms: tuple[tracked_changes.OpenChange, ...] = tuple(
            change for change in rest if change.kind is not tracked_changes.TrackedKind.COMMENT
        )

    def read_paragraphs(self, chosen: Sequence[ReplyChange]) -> list[ReplyParagraph]:
        """Return the paragraphs with the chosen changes, and without all the others."""
        for choice in self.changes:
            for mark in choice.marks:
                mark.set(_TAKEN, "1" if choice in chosen else "0")
        root = copy.deepcopy(self._root)
        settled_changes.settle(root, lambda mark: mark.get(_TAKEN) == "1")
        parts = WordParts(self._package, self._styles, dict(self._package.relations))
        reader = BodyReader(parts, self._count())
        body = root.find(f"{W}body")
        blocks = tuple(reader.read_blocks(body)) if body is not None else ()
        return [
            ReplyParagraph(name=name, paragraph=paragraph)
            for paragraph in walk_paragraphs(blocks)
            if (name := _find_name(paragraph.places))
        ]

    def _count(self) -> WordNumbering:
        return WordNumbering(self._package.read_part("numbering"), self._styles)


_NO_CHOICE = (tracked_changes.TrackedKind.COMMENT, tracked_changes.TrackedKind.FORMATTED)


def _find_name(places: Sequence[str]) -> str:
    # The names of paragraphs that were joined to this one stand before its own.
    names = [place for place in places if place.startswith(_PLACE)]
    return names[-1] if names else ""


def _is_by(mark: etree._Element, sender: tuple[str, str]) -> bool:
    author, date = value(mark, "author"), value(mark, "date")
    return bool(author) and (author, date) == sender
