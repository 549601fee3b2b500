"""Compiled templates: how they run, and where they are kept, so that a build does not compile them again: as Python keeps its modules, in
`__pycache__`."""

import contextlib
import os
import re
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

_FOLDER = Path(__file__).resolve().parent / "__pycache__" / "templates"


def kept(folder: Path = _FOLDER) -> BytecodeCache | None:
    """The cache; None where Python keeps no compiled code either (`PYTHONDONTWRITEBYTECODE`), or the folder cannot be written.

    An entry is used only for the very text that it was compiled from (Jinja compares a hash of it). Never raises.
    """
    if sys.dont_write_bytecode:
        return None
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return _Kept(str(folder), f"%s.{sys.implementation.cache_tag}")
    return None


class _Kept(FileSystemBytecodeCache):
    """A cache that a full disk, or a file that cannot be read, only makes useless."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


class Template(jinja2.Template):
    """A template of an environment that has one set of globals for all its templates.

    What it shows is joined at once, so that it need not be wrapped as `Markup` value by value; what it imports is made once, whoever imports it.
    """

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = _escaped
        return made

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()  # Jinja would look whether `ctx` has globals of its own


_SPECIAL = re.compile("[&<>'\"]")


def _escaped(value: object) -> str:
    """`markupsafe.escape`, as plain `str` where that is enough."""
    if type(value) is str:
        return escape(value) if _SPECIAL.search(value) else value
    return value if type(value) is Markup else escape(value)
