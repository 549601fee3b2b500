"""Addresses of links that lead elsewhere than they show."""

from datetime import date

import pytest
from builders import make_approved_text, make_sources

from policybook.checks import levels
from policybook.reading import library

TODAY = date(2026, 11, 22)
HONEST = [
    "[gov.uk](https://www.gov.uk/guidance/x)",
    "[GOV.UK guidance](https://assets.publishing.service.gov.uk/x.pdf)",
    "[www.nspcc.org.uk](https://nspcc.org.uk/)",
    "[https://a.uk/x](https://a.uk/x/)",
    "[a.uk/x](https://a.uk/x?y=1)",
    "[office@school.uk](mailto:Office@School.uk?subject=Hello)",
    "[office@school.uk](https://www.school.uk/contact)",
    "[j.o’brien@school.uk](mailto:j.o'brien@school.uk)",
    "j.o'brien@school.uk, or <first&last@school.uk>",
    "https://www.gov.uk/\nfor more",
    "[01632 960000](tel:+441632960000)",
    "[0808 800 5000](https://www.nspcc.org.uk/)",
    "[form.docx](https://a.uk/form)",
    "[node.js](https://nodejs.org/)",
    "[us](https://школа.укр/)",  # a whole host in its own script
    "[us](https://café.fr/)",
]
DISGUISED = [
    ("[gov.uk](https://www.gov.uk@elsewhere.example/)", "leads to elsewhere.example"),
    ("first&last@school.uk", "first&last@school.uk is no link"),
    ("https://www.gov.uk/x—or", "https://www.gov.uk/x—or. is no link"),
    ("https://www.gov.uk/keeping-\nchildren-safe", "so children-safe. is no part"),
    ("[us](https://good.example%5C@elsewhere.example/)", "backslash"),
    ("[us](https://аррӏе.com/)", "U+0430"),
    ("[us](https://xn--80ak6aa92e.com/)", "another alphabet"),
    ("[us](https://gооgle.com/)", "another alphabet"),
    ("[us](tel:*21*123%23)", "codes"),
    ("[01632 960000](tel:01632960001)", "01632960001"),
    ("[us](mailto:a@b.uk?bcc=c@d.uk)", "hidden copy"),
    ("[a@b.uk](mailto:c@d.uk)", "mailto:c@d.uk"),
    ("[www.a.uk](https://b.uk/)", "https://b.uk/"),
    ("[https://a.uk/x](https://a.uk/y)", "another page"),
    ("[www.a.uk](#rules)", "#rules"),
]


def list_messages(text: str) -> list[str]:
    sources = make_sources(
        {"docs/policies/behaviour/2025-09.md": make_approved_text(f"## Rules\n\nSee {text}.\n")}
    )
    findings = levels.list_findings(library.load(sources), TODAY)
    return [f.message for f in findings if f.code == "link-address"]


@pytest.mark.parametrize("text", HONEST)
def test_honest_address_passes(text: str) -> None:
    assert list_messages(text) == []


@pytest.mark.parametrize(("text", "words"), DISGUISED)
def test_disguise_is_named(text: str, words: str) -> None:
    (message,) = list_messages(text)
    assert words in message
