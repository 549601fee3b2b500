"""Units prepared for alignment, and the pairs so far."""

from policybook.redline.alignment_state import Alignment, prepare_texts

from .comparisons import make_version

BODY = "# Phones\n\n## A\n\n1.1 Be kind.\n\n| Who | When |\n| - | - |\n| Office | Daily |\n"
TEXTS = prepare_texts(make_version(BODY))


def test_sorts_keep_units_apart() -> None:
    assert [(text.sort, " ".join(text.words), text.first_cell) for text in TEXTS] == [
        ("heading", "phones", ""),
        ("heading", "a", ""),
        ("clause", "be kind", ""),  # without the number that an author typed
        ("header", "who when", "who"),
        ("row", "office daily", "office"),
    ]


def test_places_are_free_until_paired() -> None:
    alignment = Alignment(TEXTS, TEXTS[:3])
    alignment.pair(2, 1)
    alignment.with_old[0] = 1
    alignment.with_new[0] = 2
    assert (alignment.is_free(0, 0), alignment.is_free(2, 0), alignment.is_free(0, 1)) == (
        True,
        False,
        False,
    )
    assert (alignment.free_old(), alignment.free_old([2, 4])) == ([1, 3, 4], [4])
    assert (alignment.free_new(), alignment.free_new([0, 1])) == ([2], [])
