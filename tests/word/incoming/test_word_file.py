"""A Word file is read whole: words, links, notes, fields, boxes, tables and printed pages."""

import pytest

from policybook.word.incoming.document import (
    Furniture,
    IncomingDocument,
    Paragraph,
    Table,
    walk_paragraphs,
)
from policybook.word.incoming.word_count import count_words
from policybook.word.incoming.word_file import read_word_file
from tests.word.incoming.word_files import NS, cell, make_docx, p, table


def read(body: str, **more: object) -> IncomingDocument:
    return read_word_file(make_docx(body, **more))  # type: ignore[arg-type]


def texts(document: IncomingDocument) -> list[str]:
    return [paragraph.text for paragraph in walk_paragraphs(document.blocks)]


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    return (
        f"{char % 'begin'}<w:r><w:instrText> {code} </w:instrText></w:r>{char % 'separate'}"
        f"{run(shown)}{char % 'end'}"
    )


def test_cut_words_are_joined() -> None:
    document = read(f"<w:p>{run('be')}{run('hav')}{run('iour', '<w:b/>')}</w:p>")
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert [(r.text, r.bold) for r in block.runs] == [("behav", False), ("iour", True)]
    assert document.words_in == {"behaviour": 1}


def test_soft_hyphens_go_and_fixed_ones_stay() -> None:
    body = "<w:p><w:r><w:t>com\u00adplain e</w:t><w:noBreakHyphen/><w:t>safety</w:t></w:r></w:p>"
    assert texts(read(body)) == ["complain e-safety"]


def test_style_can_be_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong text"/><w:rPr><w:b/>'
        "</w:rPr></w:style>"
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="Strong"/></w:pPr>{run("a")}'
    body += f"{run('b', '<w:b w:val=' + chr(34) + '0' + chr(34) + '/>')}</w:p>"
    (block,) = read(body, styles=styles).blocks
    assert isinstance(block, Paragraph)
    assert [(r.text, r.bold) for r in block.runs] == [("a", True), ("b", False)]


def test_links_keep_their_addresses() -> None:
    body = f'<w:p><w:hyperlink r:id="a">{run("the office")}</w:hyperlink>'
    body += field('HYPERLINK "https://school.example/a" \\l "form"', "the form") + "</w:p>"
    (block,) = read(body, links={"a": "mailto:office@school.example"}).blocks
    assert isinstance(block, Paragraph)
    assert [(r.text, r.address) for r in block.runs] == [
        ("the office", "mailto:office@school.example"),
        ("the form", "https://school.example/a#form"),
    ]


def test_cross_references_keep_their_places() -> None:
    body = '<w:p><w:bookmarkStart w:id="1" w:name="_Ref1"/>' + run("Rule") + "</w:p>"
    body += "<w:p>" + run("See ") + field("REF _Ref1 \\r \\h", "4.2") + "</w:p>"
    first, second = read(body).blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert first.places == ("_Ref1",)
    assert [(r.text, r.bookmark) for r in second.runs] == [("See ", ""), ("4.2", "_Ref1")]


@pytest.mark.parametrize("form", ["field", "control", "style"])
def test_contents_are_left_out_and_listed(form: str) -> None:
    entry = f"<w:p>{run('Aims')}<w:r><w:tab/></w:r>{field('PAGEREF _Toc1', '2')}</w:p>"
    char = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    code = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    if form == "field":
        body = f"<w:p>{char % 'begin'}{code}{char % 'separate'}{run('Aims')}</w:p>"
        body += f"<w:p>{run('Duties')}{char % 'end'}</w:p>"
        listed = ["Aims", "Duties"]
    elif form == "control":
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        body = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{entry}</w:sdtContent></w:sdt>"
        listed = ["Aims"]
    else:
        body, listed = p("Aims\t2", "TOC1"), ["Aims 2"]
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = read(body + p("Aims"), styles=styles)
    assert texts(document) == ["Aims"]
    contents = [e.text for e in document.left_out if e.what is Furniture.CONTENTS]
    assert contents == listed


def test_header_and_footer_are_listed_once() -> None:
    header = ("header", f"<w:hdr {NS}>{p('Hill View')}</w:hdr>")
    numbered = f"<w:p>{run('Page ')}{field('PAGE', '3')}</w:p>"
    footer = ("footer", f"<w:ftr {NS}>{numbered}</w:ftr>")
    document = read(p("Be kind."), parts={"h1": header, "h2": header, "f1": footer})
    assert [(str(e.what), e.text) for e in document.left_out] == [
        ("header", "Hill View"),
        ("footer", "Page 3"),
    ]


def test_notes_are_read_where_they_are_called() -> None:
    notes = (
        "footnotes",
        f'<w:footnotes {NS}><w:footnote w:id="7">{p("In force today.")}</w:footnote>'
        f'<w:footnote w:id="8">{p("Called by nobody.")}</w:footnote></w:footnotes>',
    )
    body = f'<w:p>{run("Guidance")}<w:r><w:footnoteReference w:id="7"/></w:r>{run(".")}</w:p>'
    document = read(body, parts={"footnotes": notes})
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert [r.note for r in block.runs] == ["", "1", ""]
    assert [p.text for p in document.notes["1"]] == ["In force today."]
    assert document.words_in == count_words(["Guidance. In force today."])


def test_text_box_is_read_once() -> None:
    words = p("Hill View School")
    box = f"<w:txbxContent>{words}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('After')}</w:p>"
    )
    document = read(body)
    assert texts(document) == ["Hill View School", "After"]
    assert [(d.what, d.text) for d in document.look_at] == [("text box", "Hill View School")]
    assert document.words_in == count_words(["Hill View School After"])


def test_hidden_words_are_listed() -> None:
    document = read(f"<w:p>{run('Seen')}{run(' hidden', '<w:vanish/>')}</w:p>")
    assert texts(document) == ["Seen"]
    assert [(str(e.what), e.text) for e in document.left_out] == [("hidden text", " hidden")]


def test_content_control_that_nobody_filled_is_named() -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    inner = f"<w:sdtContent>{run('Click here to enter a date.')}</w:sdtContent>"
    document = read(f"<w:p>{run('Date: ')}<w:sdt>{prompt}{inner}</w:sdt></w:p>")
    assert texts(document) == ["Date: Click here to enter a date."]
    assert document.look_at[0].text == "Click here to enter a date."


def test_signs_of_wingdings_are_read() -> None:
    body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r></w:p>'
    assert texts(read(body)) == ["☑ yes"]


def test_formula_keeps_its_words() -> None:
    document = read("<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>")
    assert texts(document) == ["a+b"]
    assert document.look_at[0].what == "formula"


def test_table_has_spans_and_header() -> None:
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Aim") + cell("Who") + "</w:tr>"
    rows = table(
        cell("Both", '<w:gridSpan w:val="2"/>'),
        cell("Down", '<w:vMerge w:val="restart"/>') + cell("x"),
        cell("", "<w:vMerge/>") + cell(table(cell("inner"))),
    ).replace("<w:tblGrid/>", f"<w:tblGrid/>{head}")
    (block,) = read(rows).blocks
    assert isinstance(block, Table)
    assert block.header_rows == 1
    assert [[(c.columns, c.continues) for c in row] for row in block.rows] == [
        [(1, False), (1, False)],
        [(2, False)],
        [(1, False), (1, False)],
        [(1, True), (1, False)],
    ]


def test_empty_numbered_paragraph_is_named() -> None:
    assert texts(read(p("") + p("Be kind."))) == ["Be kind."]


def test_deep_tables_are_read_or_named() -> None:
    inner = p("deep")
    for _ in range(40):
        inner = table(cell(inner))
    document = read(inner)
    assert document.look_at[0].what.startswith("table too deep inside others")
    assert texts(document)[0].split() == ["deep"]
