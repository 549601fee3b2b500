"""Frozen dataclasses, made quickly. Knows nothing of policies.

The standard library writes and compiles six methods for each frozen dataclass. For a hundred classes that was a quarter of the time that any
command needs to start, and the `__init__` that it writes looks each field up by name. Here `__init__` alone is compiled, and it fills the
slots straight; what a class takes, says, equals and hashes to stays the same.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field"]

if TYPE_CHECKING:
    from dataclasses import dataclass  # to whoever checks types it is the very same
else:

    def dataclass(*, frozen: bool = False, order: bool = False, eq: bool = True, **how: bool) -> Callable[[type], type]:
        """`dataclasses.dataclass`; one that is frozen, with slots, is made here."""
        if not frozen or order or not how.get("slots"):
            return dataclasses.dataclass(frozen=frozen, order=order, eq=eq, **how)
        plain = dataclasses.dataclass(init=False, repr=False, eq=False, **how)
        return lambda cls: _frozen(plain(cls), eq)


def _frozen(cls: Any, eq: bool) -> Any:
    """`cls`, which has its slots and nothing else, with the methods of a frozen dataclass."""
    fields = dataclasses.fields(cls)
    cls.__init__ = _init(cls, fields)
    cls.__repr__ = _repr
    cls.__setattr__, cls.__delattr__ = _refuse_to_set, _refuse_to_delete
    cls.__getstate__, cls.__setstate__ = _state, _set_state
    if eq:
        compared = _values([one.name for one in fields if one.compare])
        hashed = _values([one.name for one in fields if (one.compare if one.hash is None else one.hash)])
        cls.__eq__ = lambda self, other: (
            compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented
        )
        cls.__hash__ = lambda self: hash(hashed(self))
    return cls


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _init(cls: Any, fields: tuple[Field[Any], ...]) -> Any:
    """`__init__` for fields that are given in order, then those that are given by name."""
    known: dict[str, Any] = {"_unsaid": MISSING} | {
        f"_set_{one.name}": getattr(cls, one.name).__set__ for one in fields
    }
    for one in fields:
        known[f"_else_{one.name}"] = one.default if one.default_factory is MISSING else one.default_factory
    given = [_parameter(one) for one in fields if not one.kw_only]
    named = [_parameter(one) for one in fields if one.kw_only]
    taken = ", ".join(["self", *given, *(["*", *named] if named else [])])
    lines = "".join(f"\n _set_{one.name}(self, {_value(one)})" for one in fields)
    exec(f"def __init__({taken}):{lines or ' pass'}", known)
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _parameter(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        return f"{one.name}=_unsaid"
    return one.name if one.default is MISSING else f"{one.name}=_else_{one.name}"


def _value(one: Field[Any]) -> str:
    if one.default_factory is MISSING:
        return one.name
    return f"_else_{one.name}() if {one.name} is _unsaid else {one.name}"


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
