"""What a text of a few words cites."""

from datetime import date

from builders import (
    PATH,
    TODAY,
    load_library,
    make_text,
)

from policybook.analysis import law
from policybook.analysis.law import Cite
from policybook.reading.files import layout


def list_cites(
    body: str, today: date = TODAY, rows: str = "", nation: str = "England"
) -> tuple[Cite, ...]:
    place = f"nation: {nation}\n" if nation else ""
    library = load_library(
        {
            layout.SCHOOL: f"name: Hill View School\n{place}",
            PATH: make_text(f"## Rules\n\n{body}\n"),
            **({"docs/policies/law.yml": rows} if rows else {}),
        }
    )
    return law.cites(library.policies[0].versions[0], law.full_register(library), today)
