"""No character is lost or altered between a source and its clauses, and a loss is noticed."""

from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from policybook.model import Clause, Inline, Mark, Numbering, Outline, Section, Version
from policybook.reading.fields.front_matter import UNKNOWN_FACTS
from policybook.reading.texts import character_balance, text_outline

_SIGNS = [
    "a", "b", " ", "\n", "\n\n", "\n    ", "- ", "+ ", "* ", "1. ", "15) ", "> ", "# ", "## ",
    "### ", "`", "``", "```\n", "~~~\n", "*", "**", "_", "__", "[", "]", "(", ")", "](x)",
    '[a](b "t")', "![alt](p.png)", "<http://a.b/c%20d>", "<x>", "&amp;", "&#65;", "&nbsp;",
    "&none;", "\\", "\\*", "\\\n", "|", "| a | b |\n|---|---|\n| c | d |\n", "---\n", "===\n",
    "***\n", "\t", "\u00a0", "!", "{contact: Head}", "é", "\u200b", "2026. ", "-", "=", "#",
    "\0", "~", ":",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(_SIGNS), max_size=25).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=200),
)


def make_version(text: str, numbering: Numbering | None = None) -> Version:
    return Version(
        policy="behaviour",
        name="2025-09",
        path="docs/policies/behaviour/2025-09.md",
        facts=UNKNOWN_FACTS,
        text=text,
        outline=text_outline.read_later(text, numbering=numbering),
    )


@given(TEXTS)
@example("15. school days of the letter.")
@example("2026.\n")
@example("1. # #")
@example("| a | b |\n|---|---|\n| c | d | lost |\n")
@example("\\\\|||\n-|-")
@example("<https://school.example/a%20b>")
def test_any_text_keeps_its_characters(text: str) -> None:
    assert character_balance.find_imbalance(make_version(text)) is None


@given(TEXTS)
@example("- 1. a\n- 1. b")
@example("- - 1. (a) b")
def test_own_numbers_keep_every_character(text: str) -> None:
    assert character_balance.find_imbalance(make_version(text, Numbering.OWN)) is None


@pytest.mark.parametrize(
    "text", ["## 4. Aims", "## Appendix B: Form", "4.1 Ask.", "4.1 Ask:\n\n- (a) x", "1. x\n2. y"]
)
def test_lost_own_number_is_noticed(text: str) -> None:
    version = make_version(text, Numbering.OWN)
    assert character_balance.find_imbalance(version) is None
    sections = tuple(map(_without_numbers, version.sections))
    assert character_balance.find_imbalance(version.with_sections(sections)) is not None


def _without_numbers(section: Section) -> Section:
    def strip(clause: Clause) -> Clause:
        return replace(clause, typed="", children=tuple(map(strip, clause.children)))

    parts = tuple(strip(p) if isinstance(p, Clause) else p for p in section.parts)
    return replace(section, typed="", parts=parts)


@pytest.mark.parametrize("words", ["15. school days", "Be kind.", "x"])
@pytest.mark.parametrize("before", ["", "- ", "> ", "1. ", "## Rules\n\n"])
def test_lost_first_character_is_noticed(before: str, words: str) -> None:
    version = _without_a_character(make_version(before + words))
    assert character_balance.find_imbalance(version) is not None


@given(TEXTS, st.data())
def test_lost_letter_is_noticed(text: str, data: st.DataObject) -> None:
    version = make_version(text)
    words = character_balance.characters(version.sections)
    places = [n for n, sign in enumerate(words) if sign.isalnum()]
    assume(places and version.too_long is None and version.too_deep is None and "|" not in text)
    place = data.draw(st.sampled_from(places))
    altered = _one_paragraph(version, words[:place] + words[place + 1 :])
    assume(words[place] not in "15206")  # `&#65;` and `1. 1. ` read the same without a figure
    assert character_balance.find_imbalance(altered) is not None


def test_imbalance_names_the_line() -> None:
    version = make_version("## Rules\n\nBe kind.\n\nBe fair.\n")
    section = version.sections[0]
    last = section.parts[-1]
    assert isinstance(last, Clause)
    unfair = replace(last, inlines=(Inline(mark=Mark.TEXT, text="Be unfair."),))
    version = version.with_sections((replace(section, parts=(*section.parts[:-1], unfair)),))
    place = character_balance.find_imbalance(version)
    assert place is not None and (place.line, place.source) == (5, "Be fair.")


def _without_a_character(version: Version) -> Version:
    return _one_paragraph(version, character_balance.characters(version.sections)[1:])


def _one_paragraph(version: Version, words: str) -> Version:
    """The version with `words` in place of all its clauses."""
    outline = text_outline.parse("x")
    (section,) = outline.sections
    clause = section.parts[0]
    assert isinstance(clause, Clause)
    words_alone = replace(clause, inlines=(Inline(mark=Mark.TEXT, text=words),))
    outline = Outline(sections=(replace(section, parts=(words_alone,)),))
    return replace(version, outline=lambda: outline)
