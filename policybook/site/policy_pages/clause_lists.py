"""List the sections and clauses of each version as data, in the order of the page."""

import json
from collections.abc import Iterator

from policybook.model import Section, Version, addresses
from policybook.model.text import Group
from policybook.reading.texts import clauses, table_grid
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.text import json_file

#: The keys of a row: see `docs/help/data.md`.
ClauseRow = dict[str, str]


def clause_lists(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield `clauses.json` for each version whose text was not removed."""
    for version, view in inputs.versions:
        if not view.removed:
            address = addresses.clauses_data(view.policy, view.name)
            yield Asset(path=address, data=make_file(version).encode())


def make_file(version: Version) -> str:
    """Return the published file: the rows of `clause_rows`, with their `schema_version`."""
    return json_file.as_json({"schema_version": 1, "clauses": clause_rows(version)})


def as_json(version: Version) -> str:
    """Return the rows of `clause_rows` as a JSON array with a row a line, for the terminal.

    Programs read the plain list from there, so it has no `schema_version`.
    """
    rows = (json.dumps(row, ensure_ascii=False) for row in clause_rows(version))
    return "[\n" + ",\n".join(rows) + "\n]\n"


def clause_rows(version: Version) -> Iterator[ClauseRow]:
    """Yield each section, sub-heading and clause of a version as the page shows it.

    A row has `id` (the anchor on the page), `number` (what a reader cites, such as
    `4.2(a)`), `label` (what is in the margin, such as `(a)`), `kind`, `section` (the
    title of its section) and `text`. A sub-heading has a number only
    with `numbering`; a line of a printed cover has none. A row has the words of the cells
    above that reach down to it as `above`.
    """
    repeats = table_grid.find_repeats(clauses.walk_text(version))
    cover, title = {line.id for line in version.cover_lines}, ""
    for part in clauses.walk_parts(version):
        number, kind = part.label, "section"
        if isinstance(part, Section):
            title = part.title
        else:
            number = part.number
            kind = "heading" if isinstance(part, Group) else str(part.kind)
        if part.text or not isinstance(part, Section):
            above = {"above": " | ".join(words.values())} if (words := repeats.get(part.id)) else {}
            yield {
                "id": part.id,
                "number": number,
                "label": part.label,
                "kind": "cover" if part.id in cover else kind,
                "section": title,
                "text": part.text,
                **above,
            }
