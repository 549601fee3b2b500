"""Turn the changes of a governors' pack into HTML, each with a small template."""

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from policybook.redline import PASSAGES
from policybook.site.pack.types import PackSection
from policybook.site.redline_page.html import lay_out, lay_out_notes
from policybook.site.redline_page.types import ChangeRow
from policybook.site.render.snippets import Form

_CHANGE = ("count", "total", "label", "numbers", "notes", "words")
_NEW = ("count", "number", "words")


class PackLayout:
    """The changes of one pack as HTML. `total` counts the changes of the redline."""

    def __init__(self, form: Callable[..., Form], total: int) -> None:
        self._form, self._total = form, str(total)

    def body(self, section: PackSection) -> Markup:
        """Return the changes of a section. The heading of a new section is not among them."""
        if section.whole:
            return Markup("".join([self._new(row) for row in section.rows[1:]]))
        return Markup("".join([self._change(row) for row in section.rows]))

    def _new(self, row: ChangeRow) -> str:
        is_heading = row.change.part not in PASSAGES
        form = self._form("policy/pack-new.html", _NEW, heading=is_heading)
        return form.filled(
            str(row.change.count), escape(row.new_number), lay_out(row.words, row.columns)
        )

    def _change(self, row: ChangeRow) -> str:
        is_heading = row.change.part not in PASSAGES
        form = self._form("policy/pack-change.html", _CHANGE, tone=row.tone, heading=is_heading)
        return form.filled(
            str(row.change.count),
            self._total,
            escape(row.label),
            escape(row.numbers),
            lay_out_notes(row),
            lay_out(row.words, row.columns),
        )
