"""A small template that is laid out once and filled in thousands of times: what a page has one of for each of its rules."""

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any

import jinja2
from markupsafe import Markup

_HOLE = re.compile("\ue001([a-z_]+)\ue001")


def _pick(order: tuple[int, ...], count: int) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """What puts `count` values into the order of the holes."""
    if order == tuple(range(count)):
        return tuple
    return (
        itemgetter(*order)
        if len(order) > 1
        else lambda values: tuple([values[index] for index in order])
    )


class Form:
    """The template `name`, laid out with `fixed` values and with a hole for each of `fields`.

    What fills a hole is HTML. A field that the template tests, instead of showing it, is not a hole: it belongs among the fixed values.
    """

    def __init__(
        self, environment: jinja2.Environment, name: str, fields: tuple[str, ...], **fixed: Any
    ) -> None:
        holes = {field: Markup(f"\ue001{field}\ue001") for field in fields}
        laid = environment.get_template(name).render(**holes, **fixed)
        words = _HOLE.split(laid)
        self._pick = _pick(tuple([fields.index(field) for field in words[1::2]]), len(fields))
        self._form = "%s".join(part.replace("%", "%%") for part in words[0::2])

    def filled(self, *values: str) -> str:
        """The form with `values`, in the order of its fields."""
        return self._form % self._pick(values)
