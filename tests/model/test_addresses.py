"""Test the addresses of pages and files, and the names that they reserve."""

import pytest
from builders import make_version

from policybook.model import Reader, Summary, addresses, reserved_names

PUPILS = Reader.PUPILS


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.policy("behaviour"), "policies/behaviour/"),
        (addresses.version("behaviour", "2025-09"), "policies/behaviour/2025-09/"),
        (addresses.summary("behaviour", PUPILS), "policies/behaviour/pupils/"),
        (addresses.summary("behaviour", PUPILS, "1", "cy"), "policies/behaviour/1/pupils/cy/"),
        # addresses have small letters only
        (addresses.summary("behaviour", PUPILS, "", "pt-BR"), "policies/behaviour/pupils/pt-br/"),
        (addresses.redline("behaviour", "1", "2"), "policies/behaviour/changes/1..2/"),
        (addresses.rule("links", "link"), "help/checks/links/#link"),
        (addresses.file_of(addresses.HOME), "index.html"),
        (addresses.file_of(addresses.policy("a")), "policies/a/index.html"),
        (addresses.file_of(addresses.FEED), "feed.xml"),
    ],
)
def test_addresses(address: str, expected: str) -> None:
    assert address == expected


@pytest.mark.parametrize(
    ("language", "name"), [("", "a-2025-09-pupils.pdf"), ("pt-BR", "a-2025-09-pupils-pt-br.pdf")]
)
def test_summary_pdf_names_its_language(language: str, name: str) -> None:
    summary = Summary(
        path="",
        policy="a",
        version=make_version("2025-09").name,
        reader=PUPILS,
        language=language,
        reviewed=None,
        groups=(),
    )
    assert addresses.summary_pdf(summary) == f"policies/a/{name}"


@pytest.mark.parametrize(
    ("name", "is_reserved"),
    [
        ("review", True),
        ("404", True),  # the page of `docs/404.md`
        ("assets", True),
        ("help/checks", True),
        ("help", False),  # the school adds pages there
        ("about", False),
    ],
)
def test_build_reserves_its_addresses(name: str, is_reserved: bool) -> None:
    assert (name in reserved_names.RESERVED) is is_reserved


@pytest.mark.parametrize("name", ["changes", "duties", "pictures", "print", "index", *Reader])
def test_policy_reserves_its_pages(name: str) -> None:
    assert name in reserved_names.RESERVED_IN_A_POLICY
