"""The register puts what needs somebody first, and what is over last."""

import pytest
from bs4 import BeautifulSoup
from builders import make_approved_text

from tests.site.school_pages.test_worried import build_pages


@pytest.mark.parametrize("order", ["", "by-name/", "by-group/", "by-owner/"])
def test_withdrawn_policies_come_last(order: str) -> None:
    gone = make_approved_text(
        title="Aprons", status="withdrawn", withdrawn_on="2026-03-10", reason="Over."
    )
    files = {
        "docs/policies/aprons/2020-09.md": gone,
        "docs/policies/zoo/2025-09.md": make_approved_text(title="Zoo"),
    }
    page = BeautifulSoup(build_pages(files)[f"review/{order}index.html"], "html.parser")
    titles = [link.get_text() for link in page.select(".pb-register--policies tbody th a")]
    assert list(dict.fromkeys(titles)) == ["Zoo", "Aprons"]


def test_readers_see_no_setting() -> None:
    page = build_pages({"docs/policies/zoo/2025-09.md": make_approved_text(title="Zoo")})
    words = BeautifulSoup(page["review/index.html"], "html.parser").get_text()
    assert "has not said in which nation it is" in words
    assert "`" not in words and "school.yml" not in words
