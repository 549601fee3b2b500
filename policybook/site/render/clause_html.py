"""Turn the clauses of a version into HTML, with notes beside single clauses.

Several pages show the text of a version. It is laid out once, with a gap beside each
clause.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from policybook.model import Clause, ClauseKind, Group, Inline, Version
from policybook.reading.texts import clauses
from policybook.reading.texts.clause_numbers import shown_inlines
from policybook.reading.texts.cover_block import list_shown_lines
from policybook.site.elsewhere import Elsewhere
from policybook.site.proofs import text_balance
from policybook.site.render import inline_html
from policybook.site.render.link_targets import targets_of
from policybook.site.render.renderer import Renderer
from policybook.site.render.snippets import Form

#: This mark is on both sides of a clause's id where a note may go beside the clause.
_HOLE = "\ue000beside\ue000"
_FIELDS = ("id", "number", "label", "words", "more", "beside")
_LAID_BY_TEMPLATE = (ClauseKind.CODE, ClauseKind.NOTE)
_NOTHING: Mapping[str, str] = {}


class InlineRenderer:
    """Turn the inline pieces of one version into HTML, for templates."""

    def __init__(self, targets: inline_html.LinkTargets) -> None:
        self.targets = targets

    def __call__(self, inlines: Sequence[Inline]) -> Markup:
        return Markup(self.text(inlines))

    def text(self, inlines: Sequence[Inline]) -> str:
        """Return HTML as plain `str`, to be joined before a template gets it."""
        return inline_html.text(inlines, self.targets)


def text_html(
    renderer: Renderer,
    elsewhere: Elsewhere,
    version: Version,
    beside: Mapping[str, str] = _NOTHING,
) -> Markup:
    """Return the text of a version. `placed` fits its links to a page.

    `beside` has the notes beside clauses, as HTML by the clause's id.
    """
    parts = list(_laid_out(renderer, elsewhere, version))
    for place in range(1, len(parts), 2):
        html = beside.get(parts[place])
        parts[place] = f'<div class="pb-beside">{html}</div>' if html else ""
    return Markup("".join(parts))


def cover_html(
    renderer: Renderer, elsewhere: Elsewhere, version: Version, *, folded: bool
) -> Markup:
    """Return the lines of a version's printed cover; empty if it has none.

    `folded` is for a screen. On paper nothing is folded. `placed` fits the links.
    """
    lines = list_shown_lines(version)
    if not lines:
        return Markup()
    html = renderer.fragment(
        "policy/cover.html",
        lines=lines,
        words=InlineRenderer(targets_of(elsewhere, version)),
        folded=folded,
        language=version.facts.language or renderer.school.language,
    )
    text_balance.refuse_cover(version, html)
    return html


# A build makes the pages of one policy together. Few policies have more versions than this.
@lru_cache(maxsize=64)
def _laid_out(renderer: Renderer, elsewhere: Elsewhere, version: Version) -> tuple[str, ...]:
    """Return the HTML of a version's text and the ids of its clauses, in alternation.

    Raises `Unbalanced` if the text has not exactly the words of the version.
    """
    layout = _ClauseLayout(renderer, InlineRenderer(targets_of(elsewhere, version)))
    html = renderer.fragment(
        "policy/clauses.html",
        version=elsewhere.linked(version),
        words=layout.words,
        shown=shown_inlines,
        hole=lambda clause_id: Markup(f"{_HOLE}{clause_id}{_HOLE}"),
        laid=layout.parts,
        rule=lambda clause: Markup(layout.clause(clause, below=True)),
    )
    parts = tuple(str(html).split(_HOLE))
    text_balance.refuse_html(version, parts[::2])
    return parts


class _ClauseLayout:
    """Lay out the clauses that have only words. The template lays out all others."""

    def __init__(self, renderer: Renderer, words: InlineRenderer) -> None:
        self.words = words
        self._forms: dict[tuple[bool, bool], Form] = {
            (below, named): renderer.form("policy/clause.html", _FIELDS, below=below, named=named)
            for below in (False, True)
            for named in (False, True)
        }

    def parts(self, parts: Sequence[Clause | Group]) -> list[Markup | list[Clause | Group]]:
        """Return the parts of a section: clauses of words as HTML, rows of a table together."""
        result: list[Markup | list[Clause | Group]] = []
        for run in clauses.group_table_rows(parts):
            html = self.clause(run[0], below=False) if isinstance(run[0], Clause) else ""
            result.append(Markup(html) if html else run)
        return result

    def clause(self, clause: Clause, *, below: bool) -> str:
        """Return a clause of words with its children; empty if one of them has more than words."""
        if clause.quoted or clause.table or clause.kind in _LAID_BY_TEMPLATE or not clause.inlines:
            return ""
        inside = [self.clause(child, below=True) for child in clause.children]
        if not all(inside):
            return ""
        more = "\n".join([*inside, "\n"]) if inside else ""
        beside = "" if below else _HOLE + clause.id + _HOLE
        words = self.words.text(shown_inlines(clause))
        typed = clause.ordinal
        if typed and words.startswith(f"{typed} "):
            # The label is another number, so the words hang behind the typed one.
            words = f'<span class="pb-ordinal">{typed}</span>{words.removeprefix(typed)}'
        named = clause.label != clause.number
        return self._forms[below, named].filled(
            clause.id, clause.number, clause.label, words, more, beside
        )
