"""Tracked changes and comments: all are found with their place; accepted or rejected as in Word."""

import pytest

from policybook.word.incoming.document import walk_paragraphs
from policybook.word.incoming.tracked_changes import Decision, OpenChange, OpenChanges
from policybook.word.incoming.word_file import read_word_file
from tests.word.incoming.word_files import NS, cell, make_docx, p, table

BY = 'w:id="1" w:author="Chair" w:date="2026-10-01T09:00:00Z"'


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def ins(words: str) -> str:
    return f"<w:ins {BY}>{run(words)}</w:ins>"


def gone(words: str) -> str:
    return f"<w:del {BY}>{run(words, 'delText')}</w:del>"


def marked(kind: str, content: str) -> str:
    """Return a paragraph whose mark is tracked."""
    return f"<w:p><w:pPr><w:rPr><w:{kind} {BY}/></w:rPr></w:pPr>{content}</w:p>"


def move(kind: str, words: str) -> str:
    start = f'<w:{kind}RangeStart {BY} w:name="m1"/>'
    return marked(kind, f"{start}<w:{kind} {BY}>{run(words)}</w:{kind}><w:{kind}RangeEnd/>")


HEADING = p("Duties", "Heading1")
CASES = {
    "words": (
        f"<w:p>{run('in ')}{gone('five')}{ins('three')}{run(' days')}</w:p>",
        ["in three days"],
        ["in five days"],
    ),
    "a paragraph put in": (p("One") + marked("ins", ins("Two")) + p("Three"),
                           ["One", "Two", "Three"], ["One", "Three"]),
    "a paragraph taken out": (p("One") + marked("del", gone("Two")) + p("Three"),
                              ["One", "Three"], ["One", "Two", "Three"]),
    "a paragraph divided": (marked("ins", run("One ")) + p("two"), ["One ", "two"], ["One two"]),
    "paragraphs joined": (marked("del", run("One ")) + p("two"), ["One two"], ["One ", "two"]),
    "a move": (move("moveFrom", "Moved") + p("Stays") + move("moveTo", "Moved") + p("End"),
               ["Stays", "Moved", "End"], ["Moved", "Stays", "End"]),
    "a row put in": (
        table(cell("a")).replace("</w:tbl>", f"<w:tr><w:trPr><w:ins {BY}/></w:trPr>"
                                 f"{cell('b')}</w:tr></w:tbl>"),
        ["a", "b"], ["a"],
    ),
    "a look": (
        f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t>"
        "</w:r></w:p>", ["x"], ["x"],
    ),
}  # fmt: skip


def read(body: str, decision: Decision) -> list[str]:
    document = read_word_file(make_docx(body), decision)
    return [paragraph.text for paragraph in walk_paragraphs(document.blocks)]


def find(body: str, **more: object) -> tuple[OpenChange, ...]:
    with pytest.raises(OpenChanges) as refusal:
        read_word_file(make_docx(body, **more))  # type: ignore[arg-type]
    return refusal.value.changes


@pytest.mark.parametrize("name", CASES)
def test_change_is_refused_accepted_or_rejected(name: str) -> None:
    body, new, old = CASES[name]
    changes = find(HEADING + body)
    assert changes and all(change.author == "Chair" for change in changes)
    assert read(body, Decision.ACCEPT) == new
    assert read(body, Decision.REJECT) == old


def test_place_and_words_of_a_change_are_named() -> None:
    first, second = find(HEADING + CASES["words"][0])
    assert (str(first.kind), first.text, first.heading) == ("deleted", "five", "Duties")
    assert (str(second.kind), second.text) == ("inserted", "three")
    assert second.paragraph == "in three days"
    assert second.date == "2026-10-01T09:00:00Z"


def test_comment_names_its_words() -> None:
    comments = ("comments", f"<w:comments {NS}><w:comment {BY}>{p('Why five?')}</w:comment>"
                "</w:comments>")  # fmt: skip
    body = (
        f'<w:p><w:commentRangeStart w:id="1"/>{run("in five")}<w:commentRangeEnd w:id="1"/>'
        f'<w:r><w:commentReference w:id="1"/></w:r>{run(" days")}</w:p>'
    )
    (comment,) = find(HEADING + body, parts={"comments": comments})
    assert (str(comment.kind), comment.text, comment.on) == ("comment", "Why five?", "in five")
    assert comment.heading == "Duties"


def test_look_is_put_back_when_rejected() -> None:
    document = read_word_file(make_docx(CASES["a look"][0]), Decision.REJECT)
    assert [r.bold for p in walk_paragraphs(document.blocks) for r in p.runs] == [False]


def test_changes_in_notes_are_found() -> None:
    notes = ("footnotes", f'<w:footnotes {NS}><w:footnote w:id="2"><w:p>{ins("New")}</w:p>'
             "</w:footnote></w:footnotes>")  # fmt: skip
    body = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    (change,) = find(body, parts={"footnotes": notes})
    assert change.text == "New"
