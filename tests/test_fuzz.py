"""Give every reader any bytes, and documents with a few changed bytes.

`fuzz/run.py` searches further, guided by coverage.
"""

import sys
from pathlib import Path

import pytest
from builders import TESTS, limit_examples
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

sys.path.insert(0, str(TESTS.parent / "fuzz"))
from targets import TARGETS  # type: ignore[import-not-found,unused-ignore]

SCHOOL = TESTS / "golden" / "school" / "docs" / "policies"
SEEDS = sorted(p for p in SCHOOL.rglob("*") if p.suffix in (".md", ".jsonl"))
#: Inputs that once failed, by target.
FIXED: dict[str, list[bytes]] = {
    # The redline called two signs equal, and then different. Only the space between them differed.
    "redline": [b":[\n-\0: [\n-"],
}


@st.composite
def change_bytes(draw: st.DrawFn) -> bytes:
    """Return a real file with some bytes replaced, repeated or removed."""
    data = draw(st.sampled_from([p.read_bytes() for p in SEEDS]))
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
        put = draw(
            st.binary(max_size=8)
            | st.sampled_from([b"---\n", b"\0", b"| ", b"- ", b"> ", b"# ", b"[", b"](", b"**"])
        )
        data = data[:start] + draw(st.sampled_from([put, put + data[start:end], b""])) + data[end:]
    return data


@pytest.mark.parametrize("name", TARGETS)
@limit_examples(30, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=change_bytes()
    | st.binary(max_size=300)
    | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))
)
def test_readers_survive_any_bytes(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize(("name", "data"), [(n, d) for n, every in FIXED.items() for d in every])
def test_fixed_faults_stay_fixed(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_run_script_has_every_target() -> None:
    words = Path(TESTS.parent / "fuzz" / "run.py").read_text(encoding="utf-8")
    assert all(f'"{name}"' in words for name in TARGETS)
