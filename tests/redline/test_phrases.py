"""Texts that share a phrase are paired, wherever they are."""

import pytest

from policybook.redline.alignment_state import Alignment, prepare_texts
from policybook.redline.phrases import pair_by_phrase

from .comparisons import make_version

PHRASE = "hand the phone to the office"


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        # six words in a row
        (["Be kind.", f"All pupils {PHRASE}."], [f"They {PHRASE} daily."], {1: 0}),
        # five words are too few
        (["Pupils hand the phone to the clerk."], ["They hand the phone to the head."], {}),
        # a phrase that two clauses have tells them apart from none
        ([f"All {PHRASE}.", f"Some {PHRASE}."], [f"They {PHRASE} daily."], {}),
        # six words of thirty are too small a share
        (
            [f"{PHRASE} {' '.join(f'a{n}' for n in range(24))}"],
            [f"{PHRASE} {' '.join(f'b{n}' for n in range(24))}"],
            {},
        ),
    ],
)
def test_long_unique_phrases_pair(old: list[str], new: list[str], pairs: dict[int, int]) -> None:
    texts = [prepare_texts(make_version("\n\n".join(side))) for side in (old, new)]
    alignment = Alignment(*texts)
    pair_by_phrase(alignment)
    assert alignment.to_new == pairs
