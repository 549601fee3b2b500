"""Test that policies with one title are named, and each only once."""

from builders import list_findings, make_approved_text, make_sources, make_text


def list_codes(first: str, second: str) -> list[str]:
    files = {
        "docs/policies/behaviour/2025-09.md": first,
        "docs/policies/conduct/2025-09.md": second,
    }
    return [f.path for f in list_findings(make_sources(files)) if f.code == "same-title"]


def test_same_title_is_named_once() -> None:
    text = make_approved_text(title="Behaviour policy")
    other = make_approved_text(title="Behaviour  Policy.")
    assert list_codes(text, other) == ["docs/policies/conduct/2025-09.md"]


def test_drafts_and_other_titles_are_different() -> None:
    text = make_approved_text(title="Behaviour policy")
    assert list_codes(text, make_approved_text(title="Behaviour policy for nurseries")) == []
    assert list_codes(text, make_text(title="Behaviour policy", status="draft")) == []
