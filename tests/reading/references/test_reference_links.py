"""Links over the references of a text."""

from builders import load_library, make_text

from policybook.model import Inline, Mark, Version
from policybook.reading.references import reference_links
from policybook.reading.texts import clauses, markdown

BODY = (
    "## A\n\nPupils **obey rule 2.1**, and [rule 2.1](#s2-1) is clear. "
    "The Mobile Phones Policy and the Staff Mobile Phones Policy apply.\n\n"
    "## B\n\nBe kind (see rule 1.1, and `rule 1.1`).\n"
)


def link() -> tuple[Version, Version]:
    """Return a version of two policies, and the same with links on its references."""
    library = load_library(
        {
            "docs/policies/behaviour/2025-09.md": make_text(
                BODY, status="consultation", title="Behaviour Policy"
            ),
            "docs/policies/phones/2025-09.md": make_text(
                status="consultation", title="Mobile Phones Policy"
            ),
        }
    )
    (version,) = library.policies[0].versions
    titles = reference_links.read_titles(library)
    return version, reference_links.link_references(titles, version)


def links(inlines: tuple[Inline, ...]) -> list[tuple[str, str]]:
    """Return the words and targets of all links."""
    return [
        pair
        for piece in inlines
        for pair in (
            [(markdown.plain_text(piece.children), piece.target)]
            if piece.mark is Mark.LINK
            else links(piece.children)
        )
    ]


def test_references_become_links() -> None:
    _, linked = link()
    assert [links(clause.inlines) for clause in clauses.walk_sections(linked.sections)] == [
        [("rule 2.1", "#s2-1"), ("rule 2.1", "#s2-1"), ("Mobile Phones Policy", "../phones/")],
        [("rule 1.1", "#s1-1")],
    ]


def test_words_stay_the_same() -> None:
    version, linked = link()
    texts = [
        [markdown.plain_text(clause.inlines) for clause in clauses.walk_sections(v.sections)]
        for v in (version, linked)
    ]
    assert texts[0] == texts[1]


def test_title_without_its_ending_links() -> None:
    library = load_library(
        {
            "docs/policies/phones/2025-09.md": make_text(
                "## A\n\nThe Behaviour Policy applies.\n", status="consultation", title="Phones"
            ),
            "docs/policies/behaviour/2025-09.md": make_text(
                status="consultation", title="Behaviour"
            ),
        }
    )
    version = library.policies[1].versions[0]
    linked = reference_links.link_references(reference_links.read_titles(library), version)
    (clause,) = clauses.walk_sections(linked.sections)
    assert links(clause.inlines) == [("Behaviour Policy", "../behaviour/")]
