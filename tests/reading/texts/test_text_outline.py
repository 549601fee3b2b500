"""A text and its clauses: the documents in `cases`, and what holds for any text."""

import re
from collections.abc import Iterator

import pytest
from builders import FencedBlock, list_documents, read_blocks
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Clause, Group, Outline, Section
from policybook.reading.texts import clauses, markdown, text_outline


def pairs() -> Iterator[tuple[FencedBlock, FencedBlock]]:
    for document in list_documents("cases", "clauses*.md"):
        findings = list(read_blocks(document))
        texts, outlines = findings[::2], findings[1::2]
        assert (
            findings
            and {b.info for b in texts} == {"md"}
            and all(b.info.startswith("outline") for b in outlines)
        )
        yield from zip(texts, outlines, strict=True)


def list_lines(outline: Outline) -> Iterator[str]:
    for section in outline.sections:
        yield f"{section.number} {section.id} section {section.title}"
        for part in section.parts:
            if isinstance(part, Group):
                yield f"- {part.id} heading{part.level} {part.text}"
            else:
                for clause in clauses.walk_clause(part):
                    marks = ".ordered" * clause.ordered + ".quoted" * clause.quoted
                    yield f"{clause.number} {clause.id} {clause.kind}{marks} {clause.text}"
    yield from (f"{line} - title {words}" for line, words in outline.titles)


@pytest.mark.parametrize(
    ("source", "expected"), list(pairs()), ids=lambda b: f"line {b.line}" if b.info == "md" else ""
)
def test_outlines(source: FencedBlock, expected: FencedBlock) -> None:
    project = [" ".join(line.split()) for line in list_lines(text_outline.parse(source.text))]
    last = int(expected.info.partition("last ")[2] or len(project))
    assert project[len(project) - last :] == [
        " ".join(line.split()) for line in expected.text.splitlines()
    ]


# ---------- any text

WORD = st.from_regex(r"[a-zé][a-z0-9éł]{0,5}", fullmatch=True)

WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)

PHRASE = st.one_of(
    WORDS,
    WORDS.map("*{}*".format),
    WORDS.map("**{}**".format),
    WORDS.map("`{}`".format),
    WORDS.map("[{}](https://x.example/)".format),
    WORDS.map("![{}](plan.png)".format),
    WORDS.map("[{}]".format),
    WORDS.map("<b>{}".format),
    WORDS.map("{}:".format),
    WORDS.map("{}\\".format),
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "`",
            "``",
            "[",
            "](",
            ")",
            "!",
            "<",
            ">",
            "&",
            "\\",
            "|",
            "~~~",
            "[^",
            "]:",
            "<!--",
            "&amp;",
        ]
    ),
)

LINE = st.lists(PHRASE, min_size=1, max_size=3).map(" ".join)

STARTS = [
    "",
    "## ",
    "### ",
    "###### ",
    "- ",
    "* ",
    "  - ",
    "    - ",
    "  ",
    "    ",
    "\t",
    "> ",
    "> > ",
    "- - ",
    "> - ",
    "- > ",
    "- ## ",
    "> ## ",
]

ROW = st.lists(WORDS, min_size=2, max_size=2).map(" | ".join).map("| {} |".format)

TABLE = st.lists(ROW, min_size=1, max_size=3).map(
    lambda rows: "\n".join([rows[0], "|---|:-:|", *rows[1:]])
)

PIECE = st.one_of(
    st.tuples(st.sampled_from(STARTS), LINE).map("".join),
    st.just(""),
    st.just(""),
    st.just("---"),
    TABLE.map(lambda t: f"\n{t}\n"),
    TABLE.map(lambda t: "\n- x\n\n  " + t.replace("\n", "\n  ") + "\n"),
    WORDS.map("```\n{}\n```".format),
    WORDS.map("``` {}".format),
)

TEXT = st.lists(PIECE, max_size=12).map("\n".join)

_WORD = re.compile(r"[a-zé][a-z0-9éł]*")


def sentences(outline: Outline) -> Iterator[str]:
    """The words of an outline in reading order, without its titles; a table's header before its first row."""
    table = 0
    for section in outline.sections:
        yield section.title
        for part in section.parts:
            for item in [part] if isinstance(part, Group) else clauses.walk_clause(part):
                if isinstance(item, Clause) and item.table not in (0, table):
                    yield from (markdown.plain_text(cell) for cell in item.header)
                table = item.table if isinstance(item, Clause) and item.table else table
                yield item.text


def read_words(source: str) -> list[str]:
    without_addresses = re.sub(r"\]\((https://x\.example/|plan\.png)\)", "] ", source).replace(
        "&amp;", "&"
    )
    return _WORD.findall(without_addresses)


@given(TEXT)
def test_no_word_is_lost(source: str) -> None:
    outline = text_outline.parse(source)
    if not outline.too_deep and not outline.titles:
        contacts = [
            w
            for w in read_words(source)
            if w not in ("https", "x", "example", "plan", "png", "amp")
        ]
        remaining = [
            w
            for words in sentences(outline)
            for w in _WORD.findall(words)
            if w not in ("https", "x", "example", "plan", "png", "amp")
        ]
        assert remaining == contacts


@pytest.mark.parametrize("nothing", ["\u00a0", "&nbsp;"])
def test_list_after_blank_paragraph(nothing: str) -> None:
    outline = text_outline.parse(
        f"- Staff must:\n  - lock phones\n\n{nothing}\n\n1. Lend no keys.\n"
    )
    sentences = [
        clause.text for clause in clauses.walk_sections(outline.sections) if clause.text.strip()
    ]
    assert sentences == ["Staff must:", "lock phones", "1. Lend no keys."]


ANY = st.one_of(
    TEXT,
    st.text(st.characters()),
    st.lists(st.sampled_from(list("#->|`*_[]()!<&\\\n\t 1.:=~x\u00a0\r\x00")), max_size=60).map(
        "".join
    ),
)


@given(ANY, st.integers(1, 50))
def test_any_outline_has_unique_ids(source: str, first: int) -> None:
    outline = text_outline.parse(source, first)
    last = first + source.count("\n") + source.count("\r")
    findings = list(clauses.walk_sections(outline.sections))
    groups = [p for s in outline.sections for p in s.parts if isinstance(p, Group)]
    ids = [x.id for x in (*outline.sections, *findings, *groups)]
    assert len(ids) == len(set(ids))
    assert len({c.number for c in findings}) == len(findings)
    for item in (*outline.sections, *findings, *groups):
        assert first <= item.lines[0] <= last
        assert item.lines[0] <= item.lines[1] <= last + 1
    assert all(first <= line <= last for line, _ in outline.titles)
    assert outline.too_deep is None or first <= outline.too_deep <= last
    for section in outline.sections:
        _fits(section)


def _fits(section: Section) -> None:
    """Numbers, labels and ids fit each other; a clause without words has something else."""
    owners = [part for part in section.parts if isinstance(part, Clause)]
    for count, owner in enumerate(owners, 1):
        assert owner.number == owner.label == f"{section.number}.{count}"
        for clause in clauses.walk_clause(owner):
            assert clause.id == "s" + re.sub(r"\W+", "-", clause.number).removesuffix("-")
            assert all(child.number == clause.number + child.label for child in clause.children)
            assert clause.text.strip() or clause.children or clause.inlines or clause.cells


@pytest.mark.parametrize(
    "deep",
    [
        "> " * 3000 + "x",
        "- " * 3000 + "x",
        "[" * 3000 + "x" + "]" * 3000,
        "*" * 3000 + "x" + "*" * 3000,
    ],
)
def test_deep_nesting_is_reported(deep: str) -> None:
    outline = text_outline.parse(f"## Rules\n\n{deep}\n", 5)
    assert outline.too_deep == 7 or "x" in " ".join(
        c.text for c in clauses.walk_sections(outline.sections)
    )


def test_ten_levels_of_lists_stay() -> None:
    outline = text_outline.parse("\n".join("  " * n + f"- level {n}" for n in range(10)))
    assert outline.too_deep is None
    assert sum(1 for _ in clauses.walk_sections(outline.sections)) == 10


def test_lines_are_of_the_file() -> None:
    (section,) = text_outline.parse("\n## Rules\n\nBe\nkind:\n\n- walk\n", 10).sections
    assert isinstance(section, Section) and section.lines == (11, 12)
    assert [c.lines for c in clauses.walk_section(section)] == [(13, 15), (16, 17)]
