"""What opening words ask, and how strongly."""

import pytest

from policybook.meaning.sentences.requests import Request, read_request


@pytest.mark.parametrize(
    ("sentence", "request_read"),
    [
        ("we ask that families park in the lane.", (1, False, "families")),
        ("we ask pupils not to bring toys.", (1, True, "bring")),
        ("the school kindly requests that guests do not park here.", (1, True, "guests")),
        ("we would be grateful if parents called first.", (1, False, "")),
        ("it is essential that parents tell us.", (4, False, "")),
        ("it is recommended that staff do not drive.", (1, True, "")),
        ("we ask that all phones must be off.", None),
        ("we ask for two references.", None),
        ("it is cold in the hall.", None),
    ],
)
def test_opening_words_ask(sentence: str, request_read: tuple[float, bool, str] | None) -> None:
    result = read_request(sentence)
    assert (result and _brief(result)) == request_read


def _brief(result: Request) -> tuple[float, bool, str]:
    return result.force, result.forbids, result.deed
