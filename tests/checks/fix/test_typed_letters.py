"""Typed letters become items that keep their letters, or stay and say why."""

import pytest
from builders import PATH, make_text

from tests.checks.tidied_files import tidy_files, tidy_text

#: A list of letters that stays; what its first line says.
LEFT = [
    # as an item inside step 1, it would be (i)
    ("Do this:\n\n1. one;\na. sub one;\nb. sub two;\n2. two.\n", "another letter"),
    ("Staff:\n\na) lock;\nb) shut;\nd) set;\ne) go.\n", "do not follow"),
    ("Staff:\n\ni) lock;\nii) shut.\n", "does not count a, b"),
    ("Staff:\n\na) lock;\nb) shut, as in point a.\n", "refers to its letter"),
]


@pytest.mark.parametrize(("body", "reason"), LEFT)
def test_letters_stay_with_a_reason(body: str, reason: str) -> None:
    text = make_text(f"## Rules\n\n{body}")
    file = tidy_files({PATH: text})[PATH]
    assert file.data.decode() == text
    assert reason in file.left[0][1]


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            "1. Lock up:\n(a) the door\n(b) the gate\n2. Go home.\n",
            "1. Lock up:\n   - the door\n   - the gate\n2. Go home.\n",
        ),
        (
            "1. one;\n   a. sub one;\n   b. sub two;\n2. two.\n",
            "1. one;\n   - sub one;\n   - sub two;\n2. two.\n",
        ),
        # bullets below a number are inside its item
        (
            "1. Lock up:\n• the door\n• the gate\n2. Go home.\n",
            "1. Lock up:\n   - the door\n   - the gate\n2. Go home.\n",
        ),
        ("- Bring:\n• a coat\n• a hat\n", "- Bring:\n  - a coat\n  - a hat\n"),
        ("- coat\n• hat\n", "- coat\n- hat\n"),
        (
            "1. Lock up:\n- the door\n- the gate\n2. Go home.\n",
            "1. Lock up:\n   - the door\n   - the gate\n2. Go home.\n",
        ),
    ],
)
def test_items_stay_in_their_item(body: str, after: str) -> None:
    assert tidy_text(make_text(f"## Rules\n\n{body}")) == make_text(f"## Rules\n\n{after}")


@pytest.mark.parametrize(
    "body",
    [
        "Meals cost £2.\n\n* see the note.\n",
        "A coat is worn*\n\n* except in June\n* except in July\n",
        "Ages are shown.\n\n+ means over.\n",
    ],
)
def test_notes_keep_their_signs(body: str) -> None:
    text = make_text(f"## Rules\n\n{body}")
    assert tidy_text(text) == text


@pytest.mark.parametrize("words", ["Form 3A is for them.", "Ask Class 3a first.", "Vitamin B"])
def test_name_is_no_reference_to_a_letter(words: str) -> None:
    text = make_text(f"## Rules\n\n{words}\n\na) one\nb) two\n")
    assert "- one\n- two" in tidy_text(text)
