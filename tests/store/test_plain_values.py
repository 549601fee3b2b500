"""What the store's values may be: nothing that can run."""

import os
import pickle
from datetime import date

import pytest
from markupsafe import Markup

from policybook.model import Status
from policybook.model.facts import Day
from policybook.site.dated import When
from policybook.store.plain_values import NotPlain, dump, load


@pytest.mark.parametrize(
    "value",
    [
        ("a", 1, 1.5, None, True, b"b", frozenset({"x"}), {"k": ["v"]}),
        Day(date=date(2026, 1, 1)),
        When(((None, date(2026, 1, 1)),), True),
        Status.APPROVED,
        Markup("<b>"),
    ],
)
def test_plain_values_come_back(value: object) -> None:
    again = load(dump(value))
    assert again == value
    assert type(again) is type(value)


class _Malicious:
    def __reduce__(self) -> tuple[object, ...]:
        return os.getcwd, ()


class _Stranger:
    pass


@pytest.mark.parametrize("value", [_Malicious(), os.getcwd, len, _Stranger(), _Stranger, lambda: 1])
def test_other_values_are_refused(value: object) -> None:
    with pytest.raises(NotPlain):
        dump(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        pickle.dumps(_Malicious()),
        pickle.dumps(os.getcwd),
        pickle.dumps(_Stranger()),
        b"cbuiltins\neval\n(V1\ntR.",
        b"cpolicybook.store.objects\nStore\n(V/\ntR.",
        b"cpolicybook.store.objects\nos.system\n(Vls\ntR.",
        b"cpolicybook.store.objects\nshutil\n.",
        b"cpolicybook.__main__\nmain\n.",
    ],
)
def test_foreign_bytes_run_nothing(data: bytes) -> None:
    with pytest.raises(NotPlain):
        load(data)
