"""Find where the sentences of a text end, even where a pasted text lacks full stops."""

import re

from policybook.analysis.duties import sentence_words as kinds

_SENTENCE_END = re.compile(r"[.!?](?P<gap>[”\"'’)]?\s+)(?=[A-Z“\"'‘(])")
_CELL_END = re.compile(r" \| ")
#: Where a pasted text continues without a full stop: after a heading in capitals, and before
#: "The", "All" and similar words.
_RUNS_ON = re.compile(
    r"(?:^|[.!?:;)\d]\s+)(?=[A-Z\s,&]*[A-Z]{5})[A-Z]{2,}(?:,?\s+(?:&\s+)?[A-Z]{2,})+"
    r"(?P<gap>\s+)(?=[A-Z][a-z])"
    r"|(?<![\w'’)])(?P<word>[\w'’)]{1,40})(?P<space>\s+)(?=(?:The|All|Every|Each|Any|No"
    r"|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b)"
)
#: Where `_RUNS_ON` can find something: a quick look before it is tried at every word.
_CAPITALS = re.compile(r"[A-Z]{5}")
_MAY_RUN_ON = re.compile(
    r"\s(?=[TAENO])(?:The|All|Every|Each|Any|No|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b"
)
#: After these a capital begins a name: "see The Code", "of The Carpentries".
_BEFORE_NAMES = kinds.word_list("before_names")


def sentence_breaks(text: str) -> list[tuple[int, int]]:
    """Return where each sentence but the last ends, and where the next begins."""
    ends = {hit.span("gap") for hit in _SENTENCE_END.finditer(text)}
    if " | " in text:
        ends.update(hit.span() for hit in _CELL_END.finditer(text))
    if not _MAY_RUN_ON.search(text) and not _CAPITALS.search(text):
        return sorted(ends)
    for hit in _RUNS_ON.finditer(text):
        if hit["gap"] or hit["word"].lower() not in _BEFORE_NAMES:
            ends.add(hit.span("gap") if hit["gap"] else hit.span("space"))
    return sorted(ends)
