"""Make the review register for governors: a page for each order, JSON, CSV and a calendar.

A page is one table. Links sort it (a page for each order) and filter it (the style sheet).
"""

from collections.abc import Iterator
from typing import Any

from policybook.analysis import reading_ages, statutory
from policybook.model import addresses, dates
from policybook.site import dated
from policybook.site.lists.page_links import GOVERNORS_PAGES
from policybook.site.lists.register_lines import (
    ORDERS,
    RegisterLine,
    RegisterOrder,
    change_counts,
    register_lines,
    state_counts,
)
from policybook.site.lists.register_terms import review_months, term_agendas
from policybook.site.lists.shown_findings import count_problems
from policybook.site.margin_notes import Matrix, MovedCitation
from policybook.site.notices.review_calendar import review_calendar
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text import csv_file, json_file

_FIELDS = (
    "policy title version standing approved_by approved_on owner review_year review_by "
    "review_state proposal address sha256"
).split()


def review_register(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the register's pages, one for each order, and its files."""
    lines = register_lines(inputs, count_problems(inputs, drafts=renderer.settings.drafts))
    common = _list_common(inputs, lines)
    for order in ORDERS:
        yield _page(renderer, order, lines, common)
    readings = [reading for row in inputs.register for reading in row.readings]
    ages = reading_ages.as_json(readings, inputs.span)
    yield Asset(path=addresses.READABILITY, data=ages.encode())
    cells = [_cells(renderer, row) for row in inputs.register]
    yield Asset(path=addresses.REGISTER_JSON, data=_data(inputs, renderer, cells).encode())
    spreadsheet = csv_file.as_csv(_FIELDS, (line.values() for line in cells))
    yield Asset(path=addresses.REGISTER_CSV, data=spreadsheet)
    yield Asset(path=addresses.CALENDAR, data=review_calendar(inputs, renderer))


def _list_common(inputs: SchoolInput, lines: list[RegisterLine]) -> dict[str, Any]:
    """Return the values that the page has in each order."""
    return {
        "span": dated.parts((inputs.span,))[0],
        "doubtful": inputs.doubt,
        "has_groups": any(line.group for line in lines),
        "states": state_counts(inputs, lines),
        "agendas": term_agendas(inputs, lines),
        "changes": change_counts(inputs, lines),
        "months": review_months(inputs),
        "shelf": inputs.shelf,
        "missing": statutory.list_missing(inputs.shelf),
    }


def _page(
    renderer: Renderer, order: RegisterOrder, lines: list[RegisterLine], common: dict[str, Any]
) -> Page:
    is_first = order is ORDERS[0]
    return renderer.page(
        order.address,
        "policy/review.html",
        title="Review register" if is_first else f"Review register, {order.words}",
        description="Every policy with its standing and review date.",
        trail=() if is_first else (("Review register", addresses.REVIEW),),
        listed=is_first,
        canonical=addresses.REVIEW,
        order=order,
        orders=ORDERS,
        around=GOVERNORS_PAGES,
        lines=sorted(lines, key=lambda line: (line.is_withdrawn, order.key(line), line.review_key)),
        **common,
    )


# ---------- the register as data


def _cells(renderer: Renderer, row: PolicyRow) -> dict[str, Any]:
    view, facts = row.shown, row.shown.facts
    cells = (
        row.name,
        facts.title,
        view.name,
        str(view.standing),
        facts.approved_by or "",
        dates.format_iso_day(facts.approved_on),
        facts.owner,
        dates.format_academic_year(facts.review_year),
        view.review_last_day.isoformat(),
        str(view.review_state) if view.binds else "",
        row.proposal.name if row.proposal else "",
        renderer.url(addresses.policy(row.name)),
        view.digest,
    )
    return dict(zip(_FIELDS, cells, strict=True))


def _data(inputs: SchoolInput, renderer: Renderer, lines: list[dict[str, Any]]) -> str:
    return json_file.as_json(
        {
            "schema_version": 1,
            **inputs.span.as_data(),
            "school": inputs.school.name,
            "policies": lines,
            "law": [
                _law(renderer, note)
                for row in inputs.policies
                for moves in row.moves
                for note in moves.notes
            ],
            "models": [_model(row.matrix) for row in inputs.policies if row.matrix],
        }
    )


def _law(renderer: Renderer, note: MovedCitation) -> dict[str, Any]:
    """Return a note on a citation as data."""
    return {
        "policy": note.view.policy,
        "version": note.view.name,
        "clause": note.number,
        "line": note.line,
        "words": note.words,
        "says": note.description,
        "source": note.source,
        "out_of_date": note.weighs,
        "address": f"{renderer.url(note.view.address)}#{note.anchor}",
    }


def _model(matrix: Matrix) -> dict[str, Any]:
    """Return the versions of a policy compared with a model policy, as data."""
    return {
        "policy": matrix.columns[0].view.policy,
        "model": matrix.model.name,
        "sections": [
            {
                "name": wanted.name,
                "need": "required" if wanted.required else "recommended",
                "versions": {
                    column.view.name: {
                        "state": str(look.state),
                        "why": look.why,
                        "clauses": [rule.number for rule in look.rules if rule.number],
                    }
                    for column, look in zip(matrix.columns, looks, strict=True)
                },
            }
            for wanted, looks in matrix.rows
        ],
    }
