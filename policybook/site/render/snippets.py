"""Lay out a small template once and fill it in many times, for example for each rule."""

import re
from typing import Any

import jinja2
from markupsafe import Markup

_HOLE = re.compile("\ue001([a-z_]+)\ue001")


class Form:
    """The template `name`, laid out with `fixed` values and a gap for each of `fields`.

    The value of a gap is HTML. If the template tests a field, instead of showing it,
    the field belongs to `fixed`.
    """

    def __init__(
        self, environment: jinja2.Environment, name: str, fields: tuple[str, ...], **fixed: Any
    ) -> None:
        holes = {field: Markup(f"\ue001{field}\ue001") for field in fields}
        laid = environment.get_template(name).render(**holes, **fixed)
        words = _HOLE.split(laid)
        self._order = [fields.index(field) for field in words[1::2]]
        self._form = "%s".join(part.replace("%", "%%") for part in words[0::2])

    def filled(self, *values: str) -> str:
        """Return the template with `values`, in the order of its fields."""
        return self._form % tuple([values[index] for index in self._order])
