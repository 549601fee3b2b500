"""Compare two texts of one file: return whether they mean the same.

The facts, clauses and words must be equal, apart from form.

    Proof(path, sealed).has_same_meaning(before, after)
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from policybook.model import Outline, Version, VersionFacts
from policybook.reading import summaries
from policybook.reading.fields import front_matter
from policybook.reading.files import layout
from policybook.reading.record import approved_text
from policybook.reading.texts import markdown, text_outline

#: Signs that word processors put before list items. Ticks and dashes may be part of the text.
BULLET_SIGNS = "•·▪◦●■‣\uf0a7\uf0b7"


class MeaningComparison:
    """Compares two texts of one file.

    If the file is sealed, the text that the record of approvals counts must be equal too.
    """

    def __init__(self, path: str, sealed: bool) -> None:
        self.path, self.what, self.sealed = path, layout.classify(path), sealed

    def has_same_meaning(self, before: str, after: str) -> bool:
        """Return whether facts and clauses are the same: numbers, words, marks, links and lines.

        For a sealed file, the text that the record counts is the same too.
        """
        return self.read(before) == self.read(after)

    def has_same_words(self, before: str, after: str) -> bool:
        """Return whether facts and words are the same, apart from new list markers.

        A list marker may replace a typed bullet or letter.
        """
        if self.sealed or front_matter.split(before).block != front_matter.split(after).block:
            return False
        (old, old_form), (new, new_form) = _read_words(before), _read_words(after)
        pairs = zip(before.split("\n"), after.split("\n"), strict=True)
        markers = [a.split()[0] for a, b in pairs if a != b]
        letters = [marker for marker in markers if marker[0] not in BULLET_SIGNS]
        removed_signs = sum(old.count(sign) - new.count(sign) for sign in BULLET_SIGNS)
        if old_form != new_form or removed_signs != len(markers) - len(letters):
            return False
        return _differs_only_by(letters, _remove_signs(old), _remove_signs(new))

    def is_same_without_breaks(self, before: str, after: str) -> bool:
        """Return whether facts and words are the same; page breaks do not count."""
        if self.sealed or front_matter.split(before).block != front_matter.split(after).block:
            return False
        (old, old_form), (new, new_form) = _read_words(before), _read_words(after)
        return old_form == new_form and old.split() == new.split()

    def read(self, text: str) -> object:
        """Return what a reader understands of a text, for comparison."""
        parted = front_matter.split(text)
        if self.what.kind is layout.FileKind.SUMMARY:
            return summaries.read(text, self.path, self.what)
        facts, faults = front_matter.read(parted, self.path)
        numbering = facts.numbering if facts else None
        outline = text_outline.parse(parted.body, parted.body_line, numbering)
        recorded_text = (
            approved_text.canonical_text(self.version(parted, facts), {}) if self.sealed else ""
        )
        return facts, [(f.code, f.message) for f in faults], outline, recorded_text

    def version(self, parted: front_matter.FileParts, facts: VersionFacts | None) -> Version:
        """Return the version as the record of approvals would count it."""
        return Version(
            policy=self.what.policy,
            name=self.what.version,
            path=self.path,
            facts=facts or front_matter.UNKNOWN_FACTS,
            text=parted.body,
            outline=Outline,
        )


def _differs_only_by(removed: Sequence[str], old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether `new` is `old` without the words `gone`, in the same order."""
    remaining, rest = list(reversed(new)), list(reversed(removed))
    for word in old:
        if remaining and word == remaining[-1]:
            remaining.pop()
        elif rest and word == rest[-1]:
            rest.pop()
        else:
            return False
    return not remaining and not rest


def _remove_signs(words: str) -> list[str]:
    return words.translate(dict.fromkeys(map(ord, BULLET_SIGNS))).split()


def _read_words(text: str) -> tuple[str, list[tuple[str, int, list[str]]]]:
    """Return a file's words in order, and its headings, tables and blocks of code."""
    blocks = list(_walk_blocks(markdown.read(front_matter.split(text).body).blocks))
    block_words = [
        (
            block,
            " ".join(markdown.plain_text(cells) for cells in (block.inlines, *chain(*block.rows))),
        )
        for block in blocks
    ]
    form = [
        (b.kind, b.level, _remove_signs(words))
        for b, words in block_words
        if b.kind in ("heading", "table", "code")
    ]
    return " ".join(words for _, words in block_words), form


def _walk_blocks(blocks: Sequence[markdown.Block]) -> Iterator[markdown.Block]:
    for block in blocks:
        yield block
        yield from _walk_blocks(block.children)
