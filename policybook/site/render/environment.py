"""Run compiled templates, and keep them for the next build in `__pycache__`, as Python does."""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

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
            return _Kept(str(folder), f"%s.{sys.implementation.cache_tag}")
    return None


class _Kept(FileSystemBytecodeCache):
    """A cache that survives a full disk or an unreadable file: it then keeps nothing."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


class TemplateEnvironment(jinja2.Environment):
    """An environment for speed: a page has hundreds of values and calls.

    Its templates do not change during a build. Only macros may ask for their context.
    Jinja would look both up again for each value.
    """

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
        self.template_class, self.context_class = _Template, _Context
        self._loaded: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent)
        return self._loaded[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


class _Template(jinja2.Template):
    """A template that joins its output at once and then releases its values.

    Jinja would wrap each value as `Markup`.
    """

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        result = super().from_code(environment, code, globals, uptodate)
        result.root_render_func.__globals__["escape"] = _escape_value
        return result

    def render(self, *args: Any, **values: Any) -> str:
        context = self.new_context(dict(*args, **values))
        try:
            result = self.environment.concat(self.root_render_func(context))
        except Exception:
            self.environment.handle_exception()
        # Macros and their context refer to each other. Otherwise the values of a page, such
        # as a whole redline, would wait for the garbage collector.
        context.parent.clear()
        context.vars.clear()
        return result


class _Context(Context):
    def call(
        self,
        called: Any,
        /,
        *values: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **named: Any,
    ) -> Any:
        return (
            called(self.eval_ctx, *values, **named)
            if type(called) is Macro
            else called(*values, **named)
        )


_SPECIAL = re.compile("[&<>'\"]")


def _escape_value(value: object) -> str:
    """Return `markupsafe.escape(value)`, as plain `str` if nothing needs escaping."""
    if type(value) is str:
        return escape(value) if _SPECIAL.search(value) else value
    return value if type(value) is Markup else escape(value)
