"""Policybook's frozen dataclasses take, say, equal and refuse what those of the standard library do."""

import copy
import dataclasses
import inspect
import pickle

import pytest

from policybook.dataclass import dataclass, field
from policybook.findings import Finding


def _point(make):
    @make(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2
        names: list[str] = field(default_factory=list, compare=False)
        z: int = field(kw_only=True, default=3, repr=False)

    return Point


OURS, THEIRS = _point(dataclass), _point(dataclasses.dataclass)
BOTH = pytest.mark.parametrize("point", [OURS, THEIRS], ids=["ours", "theirs"])


@BOTH
def test_it_takes_its_fields_and_says_them(point) -> None:
    made = point(1, z=4)
    assert (made.x, made.y, made.names, made.z) == (1, 2, [], 4)
    assert repr(made) == "_point.<locals>.Point(x=1, y=2, names=[])"
    assert point(1).names is not point(1).names
    assert list(inspect.signature(point).parameters) == ["x", "y", "names", "z"]
    assert point.__match_args__ == ("x", "y", "names") and point.__slots__ == ("x", "y", "names", "z")


@BOTH
@pytest.mark.parametrize("given", [((), {}), ((1, 2, [], 3), {}), ((1,), {"w": 1})])
def test_it_takes_nothing_else(point, given) -> None:
    with pytest.raises(TypeError, match="argument"):
        point(*given[0], **given[1])


@BOTH
def test_it_equals_its_like_alone(point) -> None:
    assert point(1, names=["a"]) == point(1, names=["b"]) != point(2)
    assert hash(point(1)) == hash((1, 2, 3)) and point(1) != (1, 2, [], 3)
    assert {point(1), point(1), point(1, 3)} == {point(1), point(1, 3)}


@BOTH
def test_it_cannot_be_changed(point) -> None:
    made = point(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        made.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del made.x
    assert dataclasses.replace(made, x=5) == point(5) and made.x == 1


@BOTH
def test_it_is_copied(point) -> None:
    made = point(1, names=["a"])
    assert copy.copy(made).names is made.names
    assert copy.deepcopy(made).names == ["a"] and copy.deepcopy(made).names is not made.names
    assert dataclasses.asdict(made) == {"x": 1, "y": 2, "names": ["a"], "z": 3}


def test_it_is_pickled() -> None:
    finding = Finding(path="a", code="b", message="c", remedy="d")
    assert pickle.loads(pickle.dumps(finding)) == finding
