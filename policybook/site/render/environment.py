"""Run compiled templates in Jinja's sandbox, and keep them in `__pycache__`, as Python does.

A school's template may lay out values. It cannot open a file, start a program or change a
value. What it does wrong is a `TemplateFailure` that names the template.
"""

import contextlib
import os
import sys
from collections.abc import Mapping, Sized
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FOLDER = Path(__file__).resolve().parent / "__pycache__" / "templates"


def bytecode_cache(folder: Path = _FOLDER) -> BytecodeCache | None:
    """Return the cache of compiled templates, or None.

    None if Python keeps no compiled code (`PYTHONDONTWRITEBYTECODE`) or the folder is
    not writable. Jinja compares a hash, so an entry serves only the text that it was
    compiled from. Never raises.
    """
    if sys.dont_write_bytecode:
        return None
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return _Kept(str(folder), f"%s.sandboxed.{sys.implementation.cache_tag}")
    return None


class _Kept(FileSystemBytecodeCache):
    """A cache that survives a full disk or an unreadable file: it then keeps nothing."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


class TemplateFailure(jinja2.TemplateError):
    """A template cannot be laid out. The message names it, with its line if that is known."""


#: The sandbox gives these methods of a text another form each time.
_FORMATTERS = ("format", "format_map")
#: A product of a text or a list, and a power, may not be larger. In characters, or bits.
_LARGEST_PRODUCT = 1_000_000


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox for speed: a page has hundreds of values and calls.

    Whether an attribute is safe depends on its name and the type alone, so each pair is
    judged once.
    """

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, templates: Mapping[str, str]) -> None:
        super().__init__(
            loader=jinja2.DictLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=bytecode_cache(),
        )
        self.template_class = _Template
        self._safe: set[tuple[type, str]] = set()

    def getattr(self, obj: Any, attribute: str) -> Any:
        pair = (type(obj), attribute)
        if pair in self._safe:
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return super().getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        if attribute not in _FORMATTERS and not isinstance(value, Undefined):
            self._safe.add(pair)
        return value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return a product or a power. Raise `SecurityError` if it would fill the memory."""
        if _measure_product(operator, left, right) > _LARGEST_PRODUCT:
            raise SecurityError(f"the result of {operator} would be too large")
        return super().call_binop(context, operator, left, right)


class _Template(jinja2.Template):
    """A template that releases its values when it is laid out."""

    def render(self, *args: Any, **values: Any) -> str:
        context = self.new_context(dict(*args, **values))
        try:
            result = self.environment.concat(self.root_render_func(context))
        except (jinja2.TemplateError, ArithmeticError, RecursionError) as fault:
            raise _name_failure(fault, self.name or "") from fault
        # Macros and their context refer to each other. Otherwise the values of a page, such
        # as a whole redline, would wait for the garbage collector.
        context.parent.clear()
        context.vars.clear()
        return result


def _measure_product(operator: str, left: Any, right: Any) -> int:
    """Return the length of a repeated text or list, or the bits of a power; else 0."""
    if operator == "**":
        are_whole = isinstance(left, int) and isinstance(right, int)
        return abs(right) * left.bit_length() if are_whole else 0
    for repeated, times in ((left, right), (right, left)):
        if isinstance(repeated, Sized) and isinstance(times, int):
            return len(repeated) * times
    return 0


def _name_failure(fault: Exception, name: str) -> TemplateFailure:
    """Return a failure that names the innermost template in which `fault` was raised."""
    if isinstance(fault, TemplateFailure):
        return fault
    if isinstance(fault, jinja2.TemplateSyntaxError):
        return TemplateFailure(f"{fault.name or name}:{fault.lineno}: {fault.message}")
    place, step = name, fault.__traceback__
    while step:
        template = step.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template):
            line = template.get_corresponding_lineno(step.tb_lineno)
            place = f"{template.name}:{line}"
        step = step.tb_next
    return TemplateFailure(f"{place}: {fault}")
