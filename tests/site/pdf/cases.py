"""Versions and covers for the tests of PDFs."""

from datetime import date
from pathlib import Path

from policybook.model import AcademicYear, Status, Version, VersionFacts
from policybook.reading.texts import text_outline
from policybook.site.pdf.cover import Cover

PDF = Path(__file__).parents[3] / "templates" / "pdf"

RICH = """Text before the first heading.

## Rules for phones

Use *care*, **think first**, see [the guidance](https://www.gov.uk/kcsie) and [rule 2.1](#s2-1). Ring `01234 567890`.\\
A hard break here.

> A quoted paragraph that goes on for long enough to need a second line of its own when it is set on a page of A4 paper.

Staff must:

- lock away phones
- tell the office when:
  - a phone is lost
    1. at home
    2. at school

  A second paragraph of the item.

### Who does what

| Role | Does | When |
|---|---|:-:|
| Headteacher | Decides on sanctions | termly |
| Office | |
| Teacher | Tells [LADO](https://lado.example/) | same day |

```
def hello():
    print("a line of code that is rather long and needs to wrap somewhere because it does not fit")
```

## Pictures

Our poster: ![A child with a phone](poster.png) in the line, and gone: ![Missing picture](none.png).
#let x = 1 $y$ @ref <b>

## Empty section

## Long words

Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and
https://www.example.org/a/very/long/address/that/does/not/end?with=parameters&and=more&and=evenmore#fragment
"""


def version_of(text: str) -> Version:
    facts = VersionFacts(
        title="Phones",
        status=Status.APPROVED,
        owner="Headteacher",
        review_year=AcademicYear(start=2024),
        applies_to=("staff",),
    )
    return Version(
        policy="phones",
        name="2023-11",
        path="x.md",
        facts=facts,
        text=text,
        outline=text_outline.read_later(text),
    )


def cover_of(
    title: str = "Mobile Phone Policy", language: str = "en-GB", kicker: str = "", notice: str = ""
) -> Cover:
    return Cover(
        school="Oakfield Primary School",
        title=title,
        version="2023-11",
        standing="In force since November 2023",
        sheet="Approved by the Governing Body, November 2023. Review by 31 August 2025.",
        address="https://oakfield.example/policies/phones/2023-11/",
        short_address="oakfield.example/policies/phones/2023-11/",
        hash12="3f2a91bc7d01",
        day=date(2023, 11, 1),
        kicker=kicker,
        notice=notice,
        facts=(("Approved by", "Governing Body, November 2023"), ("Owner", "Headteacher")),
        language=language,
    )
