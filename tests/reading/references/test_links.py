"""Where links and pictures lead: to a clause, a policy, another site, or nowhere, with the reason."""

import pytest
from builders import PATH, load_library, make_text

from policybook.model import Library, Version
from policybook.reading.references import links
from policybook.reading.references.links import BrokenLink, SiteLink, WebLink

PNG = b"\x89PNG"
BODY = """Before.

## Purpose

Be kind.

## What happens next?

Pupils must:

- walk

### Late home

Wait.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(
        {
            PATH: make_text(BODY, status="consultation"),
            "docs/policies/behaviour/2026-12.md": make_text(status="draft", changes="All."),
            "docs/policies/behaviour/hall plan.png": PNG,
            "docs/policies/behaviour/pictures/gate.jpg": PNG,
            "docs/policies/uniform/2024-09.md": make_text(
                "## Shirts\n\nWear one.\n", status="consultation"
            ),
            "docs/policies/uniform/shirt.png": PNG,
            "docs/policies/secret/2026-12.md": make_text(status="draft"),
        }
    )


@pytest.fixture(scope="module")
def version(library: Library) -> Version:
    return library.policies[0].versions[0]


@pytest.mark.parametrize(
    ("target", "where"),
    [
        ("#s1", SiteLink("", "s1")),
        ("#s2-1-a", SiteLink("", "s2-1-a")),
        ("#s0-1", SiteLink("", "s0-1")),
        ("#purpose", SiteLink("", "s1")),
        ("#what-happens-next", SiteLink("", "s2")),
        ("#late-home", SiteLink("", "s2-g1")),
        ("#s2-g1", SiteLink("", "s2-g1")),
        ("#what%2Dhappens%2Dnext", SiteLink("", "s2")),
        ("2025-09.md", SiteLink("policies/behaviour/2025-09/")),
        ("2025-09.md#purpose", SiteLink("policies/behaviour/2025-09/", "s1")),
        ("../behaviour/", SiteLink("policies/behaviour/")),
        ("../uniform", SiteLink("policies/uniform/")),
        ("../uniform/", SiteLink("policies/uniform/")),
        ("../uniform/2024-09.md#shirts", SiteLink("policies/uniform/2024-09/", "s1")),
        ("../uniform/2024-09", SiteLink("policies/uniform/2024-09/")),
        ("./../uniform/./2024-09.md", SiteLink("policies/uniform/2024-09/")),
        ("https://www.gov.uk/a?b=c#d", WebLink("https://www.gov.uk/a?b=c#d")),
        ("HTTPS://www.gov.uk", WebLink("HTTPS://www.gov.uk")),
        ("http://localhost:8000/", WebLink("http://localhost:8000/")),
        ("https://xn--tda.example/", WebLink("https://xn--tda.example/")),
        ("http://[::1]/", WebLink("http://[::1]/")),
        ("mailto:office@school.example", WebLink("mailto:office@school.example")),
        ("tel:+441632960000", WebLink("tel:+441632960000")),
    ],
)
def test_good_links_resolve(library: Library, version: Version, target: str, where: object) -> None:
    assert links.resolve(library, version, target) == where


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("#purpos", "names no heading"),
        ("#s9", "names no heading"),
        ("#s1-1-a", "names no heading"),
        ("#Purpose", "names no heading"),
        ("2031-01.md", "does not exist"),
        ("../uniforms/", "does not exist"),
        ("../uniform/2024-09/print.md", "does not exist"),
        ("../uniform/#shirts", "changes from version to version"),
        ("../uniform/2024-09.md#trousers", "names no heading and no clause there"),
        ("2026-12.md", "a draft"),
        ("../secret/", "a draft"),
        ("../secret/2026-12.md", "a draft"),
        ("../../index.md", "outside the policies"),
        ("../../../../etc/passwd", "outside the policies"),
        ("..%2f..%2f..%2fsecret.txt", "outside the policies"),
        ("/etc/passwd", "outside the policies"),
        ("..\\uniform\\2024-09.md", "outside the policies"),
        ("C:\\Users\\form.docx", "private drive"),
        ("C:%5CUsers%5Cform.docx", "private drive"),
        ("c:/Users/form.docx", "private drive"),
        ("\\\\server\\share\\form.docx", "private drive"),
        ("%5C%5Cserver%5Cshare", "private drive"),
        ("file:///etc/passwd", "private drive"),
        ("FILE:x", "private drive"),
        ("javascript:alert(1)", "not allowed"),
        (" JaVaScRiPt:alert(1)", "not allowed"),
        ("data:text/html,x", "not allowed"),
        ("vbscript:x", "not allowed"),
        ("ftp://x.example/", "not allowed"),
        ("//x.example/", "Write https://x.example/."),
        ("https://", "not a complete address"),
        ("https:www.gov.uk", "not a complete address"),
        ("https:/www.gov.uk", "not a complete address"),
        ("http://[x", "not a complete address"),
        ("https://gov uk/", "not a complete address"),
        ("https://.", "not a complete address"),
        ("mailto:", "not a complete address"),
        ("tel: ", "not a complete address"),
    ],
)
def test_bad_links_are_nowhere(library: Library, version: Version, target: str, words: str) -> None:
    where = links.resolve(library, version, target)
    assert isinstance(where, BrokenLink)
    assert words in f"{where.message} {where.remedy}"


def test_empty_link_stays_on_page(library: Library, version: Version) -> None:
    assert links.resolve(library, version, "") == SiteLink("")


def test_draft_may_link_to_draft(library: Library) -> None:
    draft = library.policies[0].versions[1]
    assert links.resolve(library, draft, "../secret/") == SiteLink("policies/secret/")


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("hall%20plan.png", "docs/policies/behaviour/hall plan.png"),
        ("./pictures/gate.jpg", "docs/policies/behaviour/pictures/gate.jpg"),
        ("../behaviour/pictures/gate.jpg", "docs/policies/behaviour/pictures/gate.jpg"),
    ],
)
def test_pictures_resolve(library: Library, version: Version, target: str, path: str) -> None:
    assert links.find_picture(library, version, target) == path


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("gate.jpg", "missing"),
        ("pictures/GATE.jpg", "exactly as in the folder"),
        ("", "outside the policy's folder"),
        ("../uniform/shirt.png", "outside"),
        ("../../../../secret.txt", "outside"),
        ("..%2f..%2f..%2fsecret.png", "outside"),
        ("/docs/policies/behaviour/pictures/gate.jpg", "outside"),
        ("https://tracker.example/x.png", "another site"),
        ("//tracker.example/x.png", "another site"),
        ("data:image/png;base64,x", "another site"),
    ],
)
def test_bad_pictures_are_nowhere(
    library: Library, version: Version, target: str, words: str
) -> None:
    where = links.find_picture(library, version, target)
    assert isinstance(where, BrokenLink)
    assert words in f"{where.message} {where.remedy}"
