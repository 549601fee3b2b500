"""Groups of a summary come in the order in which the reader needs them."""

import pytest

from policybook.model import Reader
from policybook.site.summary_order import arrange


@pytest.mark.parametrize(
    ("reader", "written", "before", "after"),
    [
        (
            Reader.PARENTS,
            ["What the school does", "What it means for you", "What we ask of you", "If it fails"],
            ["What it means for you"],
            ["What we ask of you", "What the school does", "If it fails"],
        ),
        (
            Reader.PARENTS,  # "what you can ask for" asks nothing of a parent
            ["What we do with facts", "What you can ask for"],
            [],
            ["What we do with facts", "What you can ask for"],
        ),
        (
            Reader.PARENTS,  # a proposal, in the order in which the school wrote it
            ["If you are worried", "What we would ask of you", "What you could expect from us"],
            [],
            ["If you are worried", "What we would ask of you", "What you could expect from us"],
        ),
        (
            Reader.PUPILS,
            ["Tell someone if", "Who to tell", "Never", "Good to know", "Our rules"],
            [],
            ["Our rules", "Never", "Good to know", "Tell someone if", "Who to tell"],
        ),
    ],
)
def test_groups_come_as_needed(
    reader: Reader, written: list[str], before: list[str], after: list[str]
) -> None:
    meanings, groups = arrange(reader, written)
    assert [written[place] for place in meanings] == before
    assert [written[place] for place in groups] == after
