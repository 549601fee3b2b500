"""Findings about sections that model policies have: what the author can still do."""

import pytest
from builders import PATH, list_findings, make_approved_text, make_sources, make_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (make_text(title="Social media"), "this draft"),
        (make_text(title="Social media", status="consultation"), "this proposed text"),
        (make_approved_text(title="Social media"), "the next version"),
    ],
)
def test_remedy_names_where_to_write(text: str, place: str) -> None:
    path = PATH.replace("behaviour", "social-media")
    gaps = [f for f in list_findings(make_sources({path: text})) if f.code == "gap"]
    assert gaps
    assert all(f"write it in {place}. Source: " in finding.remedy for finding in gaps)
