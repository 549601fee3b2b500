"""The form of the model's commonest values: dataclasses that nobody changes, and that are made as quickly as those which somebody may."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """`cls` as a frozen dataclass with slots and keywords. That no field is set again is held by mypy, not at run time: to set each
    field past the guard of `frozen=True` takes longer than all else in the making of a value, of which a library has hundreds of thousands."""
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)
