"""Forms of one verb have one stem."""

import pytest

from policybook.meaning.words.stems import stem
from policybook.meaning.words.verb_forms import verb_stem


@pytest.mark.parametrize(
    "forms",
    [
        "send sends sent",
        "keep keeps kept",
        "write writes written",
        "stop stops stopped",
        "copy copies copied",
        "call calls called",
        "sign signs signed",
        "pay pays paid",
    ],
)
def test_forms_share_their_stem(forms: str) -> None:
    assert len({verb_stem(stem(form) or "") for form in forms.split()}) == 1


def test_other_verbs_stay_apart() -> None:
    assert verb_stem("send") != verb_stem("lend")
