"""Read a Word file: its text, notes, and what belongs to its printed pages."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from policybook.word.incoming import tracked_changes
from policybook.word.incoming.body import BodyReader
from policybook.word.incoming.document import (
    Block,
    Furniture,
    IncomingDocument,
    LeftOut,
    LookAt,
    Paragraph,
    walk_paragraphs,
)
from policybook.word.incoming.names import CORE, VML, W, child, value
from policybook.word.incoming.package import UnreadableFile, WordPackage
from policybook.word.incoming.runs import WordParts
from policybook.word.incoming.styles import WordStyles
from policybook.word.incoming.tracked_changes import Decision, OpenChange, TrackedKind, read_text
from policybook.word.incoming.word_count import count_words, read_raw_words
from policybook.word.incoming.word_numbering import WordNumbering

_SENT_VERSION = re.compile(r"Version (\S+)")
#: The styles of the sheet's paragraphs, as `data/word/styles.xml` names them.
_COVER_STYLES = frozenset({"Subtitle", "Notice", "CoverName", "Separator"})
_TITLE = "Title"


def read_sent_version(package: WordPackage) -> str:
    """Return the version that Policybook wrote into the properties of the file, or nothing."""
    hit = _SENT_VERSION.fullmatch(package.read_property(f"{CORE}subject").strip())
    return hit[1] if hit else ""


def _leave_out_cover(package: WordPackage, body: etree._Element) -> Iterator[LeftOut]:
    """Take out the first sheet of a file that Policybook wrote, and yield its words.

    The title stays. The facts of the sheet come from the version, and would be there twice.
    """
    if not read_sent_version(package):
        return
    for element in list(body):
        style = value(child(element, "pPr", "pStyle"))
        if element.tag == f"{W}p" and style == _TITLE:
            continue
        if element.tag != f"{W}tbl" and style not in _COVER_STYLES:
            return
        text = " ".join(read_text(element).split())
        body.remove(element)
        if text:
            yield LeftOut(what=Furniture.COVER, text=text)


#: Titles that a program gave, and no person.
_NO_TITLE = re.compile(r"(?i)(microsoft word|document\d*|untitled.*|.*\.docx?|powerpoint.*)\s*")


def read_word_file(data: bytes, decision: Decision = Decision.REFUSE) -> IncomingDocument:
    """Return the content of a Word file.

    Raises `UnreadableFile` for what is no sound Word document, and `OpenChanges` for one
    with tracked changes or comments, unless `decision` says what becomes of them.
    """
    package = WordPackage(data)
    styles = WordStyles(package.read_part("styles"))
    root = package.read_xml(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise UnreadableFile("It has no text. Open it in Word, and save it again.")
    notes = {kind: package.read_part(f"{kind}s") for kind in _NOTES}
    comments = package.read_part("comments")
    roots = [root, *(r for r in notes.values() if r is not None)]
    lists = package.read_part("numbering")
    count = WordNumbering(lists, styles)
    changes = tracked_changes.settle(roots, comments, decision, styles, count)
    cover = list(_leave_out_cover(package, body))
    parts = WordParts(package, styles, dict(package.relations))
    reader = BodyReader(parts, WordNumbering(lists, styles))
    blocks = tuple(reader.read_blocks(body))
    if not any(p.text.strip() for p in walk_paragraphs(blocks)):
        raise UnreadableFile("It has no words. If it is a scan, it must be typed first.")
    note_texts = _read_notes(package, parts, reader, notes)
    furniture = [*cover, *_read_furniture(package, parts, root), *_list_contents(parts)]
    unread = (*_find_other_files(package, root), *_list_comments(changes))
    return IncomingDocument(
        title=_read_title(package),
        blocks=blocks,
        notes=note_texts,
        left_out=(*furniture, *parts.left_out),
        look_at=(*unread, *parts.look_at, *_find_boxes(blocks)),
        words_in=_count_words(root, notes, parts, furniture),
    )


_NOTES = ("footnote", "endnote")
_UNREAD = {
    "aFChunk": "other file inside this one, whose words are not read",
    "chart": "chart, whose words are not read",
    "chartEx": "chart, whose words are not read",
    "oleObject": "embedded file, which is not read",
    "package": "embedded file, which is not read",
}
#: These words are not in the text of the file, or were taken out of it before it was read.
_OF_PAGES = (Furniture.HEADER, Furniture.FOOTER, Furniture.COVER)


def _read_notes(
    package: WordPackage,
    parts: WordParts,
    reader: BodyReader,
    roots: Mapping[str, etree._Element | None],
) -> dict[str, tuple[Paragraph, ...]]:
    """Return the notes by the keys that the runs have. A note can call another."""
    elements = {
        (kind, value(note, "id")): note
        for kind, root in roots.items()
        for note in (root if root is not None else ())
        if note.tag == f"{W}{kind}"
    }
    texts: dict[str, tuple[Paragraph, ...]] = {}
    done = 0
    while done < len(parts.notes):
        kind, name = parts.notes[done]
        done += 1
        note = elements.get((kind, name))
        parts.relations = dict(package.read_relations(package.find_part(f"{kind}s")))
        blocks = tuple(reader.read_blocks(note)) if note is not None else ()
        texts[str(done)] = tuple(walk_paragraphs(blocks))
    parts.relations = dict(package.relations)
    return texts


def _read_furniture(
    package: WordPackage, parts: WordParts, root: etree._Element
) -> Iterator[LeftOut]:
    """Yield the words of headers and footers, each once."""
    seen: set[tuple[Furniture, str]] = set()
    for relation in package.relations.values():
        if relation.kind not in ("header", "footer") or relation.is_outside:
            continue
        what = Furniture(relation.kind)
        part = package.read_xml(relation.target)
        if part is None:
            continue
        parts.relations = dict(package.read_relations(relation.target))
        parts.keeps_page_numbers = True
        reader = BodyReader(parts, WordNumbering(None, parts.styles))
        blocks = tuple(reader.read_blocks(part))
        parts.relations, parts.keeps_page_numbers = dict(package.relations), False
        for paragraph in walk_paragraphs(blocks):
            text = " ".join(paragraph.text.split())
            if text and (what, text) not in seen:
                seen.add((what, text))
                yield LeftOut(what=what, text=text)


def _count_words(
    body: etree._Element,
    notes: Mapping[str, etree._Element | None],
    parts: WordParts,
    furniture: Iterable[LeftOut],
) -> Mapping[str, int]:
    """Count the words straight from the XML: a second reader, so that none is lost unseen."""
    called = [
        note
        for kind, root in notes.items()
        for note in (root if root is not None else ())
        if (kind, value(note, "id")) in parts.notes
    ]
    texts = [read_raw_words(element) for element in (body, *called)]
    of_pages = (e.text for e in furniture if e.what in _OF_PAGES)
    return count_words([*texts, *of_pages])


def _list_contents(parts: WordParts) -> Iterator[LeftOut]:
    for line in "".join(parts.contents).split("\n"):
        if text := " ".join(line.split()):
            yield LeftOut(what=Furniture.CONTENTS, text=text)


def _find_other_files(package: WordPackage, root: etree._Element) -> Iterator[LookAt]:
    """Yield what holds words that no reader of Word files reads."""
    for relation in package.relations.values():
        if what := _UNREAD.get(relation.kind):
            yield LookAt(what=what, text=relation.target.rpartition("/")[2])
    for art in root.iter(f"{VML}textpath"):
        yield LookAt(what="drawn words, not read", text=str(art.get("string", "")))


def _list_comments(changes: Iterable[OpenChange]) -> Iterator[LookAt]:
    """Yield the comments of a file whose changes somebody decided: they are in no draft."""
    for change in changes:
        if change.kind is TrackedKind.COMMENT:
            about = f" on “{change.on}”" if change.on else ""
            yield LookAt(what="comment, left out", text=f"{change.author}{about}: {change.text}")


def _find_boxes(blocks: tuple[Block, ...]) -> Iterator[LookAt]:
    for paragraph in walk_paragraphs(blocks):
        if paragraph.origin == "text box" and paragraph.text.strip():
            yield LookAt(what="text box", text=" ".join(paragraph.text.split()))


def _read_title(package: WordPackage) -> str:
    """Return the title in the properties of the file, unless a program gave it."""
    title = " ".join(package.read_property(f"{CORE}title").split())
    return "" if _NO_TITLE.fullmatch(title) else title
