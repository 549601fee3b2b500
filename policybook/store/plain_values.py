"""Write values of ours as bytes, and read them back without running any code.

The form is that of Python's `pickle`, read by a reader that makes nothing but frozen values
of this package, dates and safe strings. It imports no module and calls no other function, so
bytes from a stranger's folder cannot do anything.
"""

import io
import pickle
import sys
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from markupsafe import Markup

_OTHERS = {(c.__module__, c.__qualname__): c for c in (date, Markup)}


class NotPlain(Exception):
    """The bytes are not plain values of this release, or a value is not plain."""


def dump(value: Any) -> bytes:
    """Return `value` as bytes. Raise `NotPlain` for anything but plain values."""
    out = io.BytesIO()
    try:
        _Writer(out, protocol=5).dump(value)
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as fault:
        raise NotPlain(str(fault)) from fault
    return out.getvalue()


def load(data: bytes) -> Any:
    """Return the value that `dump` wrote. Raise `NotPlain` for any other bytes."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception as fault:  # damaged bytes make a reader raise almost anything
        raise NotPlain(str(fault)) from fault


class _Writer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return type(value), (value.value,)
        if (isinstance(value, type) and not _is_plain(value)) or type(value) in _FUNCTIONS:
            raise pickle.PicklingError(f"{value!r} is no plain value")
        return NotImplemented


_FUNCTIONS = (type(dump), type(len))


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """Return a class of plain values. Raise `NotPlain` for any other name."""
        if other := _OTHERS.get((module, name)):
            return other
        named = getattr(sys.modules.get(module), name, None) if name.isidentifier() else None
        if isinstance(named, type) and _is_plain(named):
            return named
        raise NotPlain(f"{module}.{name} is not a plain class")


def _is_plain(kind: type) -> bool:
    """Return whether making a value of this class runs no code of its own."""
    if not kind.__module__.startswith("policybook."):
        return kind in _OTHERS.values()
    if issubclass(kind, Enum):
        return True
    if issubclass(kind, tuple):
        return hasattr(kind, "_fields")
    return (
        is_dataclass(kind)
        and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        and not hasattr(kind, "__post_init__")
    )
