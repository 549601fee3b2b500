"""Which texts are read with tables."""

from policybook.reading.texts import markdown_parser
from policybook.reading.texts.markdown_parser import MOST_PASSAGES


def test_too_many_strokes_are_one_paragraph() -> None:
    table = "|a|\n|-|\n"
    assert markdown_parser.may_have_tables(table)
    text = table + "| " * 4 * MOST_PASSAGES
    assert not markdown_parser.may_have_tables(text)
    parser = markdown_parser.block_parser(with_tables=False)
    assert next(token.type for token in parser.parse(text)) == "paragraph_open"
