"""List the sections and clauses of each version as data, in the order of the page."""

import json
from collections.abc import Iterable, Iterator

from policybook.model import Clause, Version, addresses
from policybook.model.text import Group
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page

#: The keys of a row: see `docs/help/data.md`.
ClauseRow = dict[str, str]


def clause_lists(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield `clauses.json` for each version whose text was not removed."""
    for version, view in inputs.versions:
        if not view.removed:
            address = addresses.clauses_data(view.policy, view.name)
            yield Asset(path=address, data=as_json(version).encode())


def as_json(version: Version) -> str:
    """Return the rows of `clause_rows` as a JSON array with a row a line."""
    rows = (json.dumps(row, ensure_ascii=False) for row in clause_rows(version))
    return "[\n" + ",\n".join(rows) + "\n]\n"


def clause_rows(version: Version) -> Iterator[ClauseRow]:
    """Yield each section, sub-heading and clause of a version as the page shows it.

    A row has `id` (the anchor on the page), `number` (what a reader cites, such as
    `4.2(a)`), `label` (what is in the margin, such as `(a)`), `kind`, `section` (the
    title of its section) and `text`. A sub-heading has a number only
    with `numbering`; a line of a printed cover has none.
    """
    for line in version.cover_lines:
        yield _row(line.id, "", "", "cover", "", line.text)
    for section in version.sections:
        if section.title:
            number = section.label
            yield _row(section.id, number, number, "section", section.title, section.title)
        for part in section.parts:
            if isinstance(part, Group):
                yield _row(part.id, part.number, part.number, "heading", section.title, part.text)
            else:
                yield from _clause_rows([part], section.title)


def _clause_rows(clauses: Iterable[Clause], title: str) -> Iterator[ClauseRow]:
    for clause in clauses:
        kind = str(clause.kind)
        yield _row(clause.id, clause.number, clause.label, kind, title, clause.text)
        yield from _clause_rows(clause.children, title)


def _row(id: str, number: str, label: str, kind: str, title: str, text: str) -> ClauseRow:
    return {
        "id": id,
        "number": number,
        "label": label,
        "kind": kind,
        "section": title,
        "text": text,
    }
