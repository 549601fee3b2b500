"""Any bytes, and documents with a few bytes changed, given to every reader. `fuzz/run.py` looks further, guided by coverage."""

import sys
from pathlib import Path

import pytest
from builders import HERE, examples
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

sys.path.insert(0, str(HERE.parent / "fuzz"))
from targets import TARGETS  # type: ignore[import-not-found,unused-ignore]

SCHOOL = HERE / "golden" / "school" / "docs" / "policies"
SEEDS = sorted(p for p in SCHOOL.rglob("*") if p.suffix in (".md", ".jsonl"))
#: What was found, so that it stays mended.
FOUND: dict[str, list[bytes]] = {
    # signs that differ by the space between them alone were said to be equal, and then that they were not
    "redline": [b":[\n-\0: [\n-"],
}


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A real file with some of its bytes replaced, repeated or gone."""
    data = draw(st.sampled_from([p.read_bytes() for p in SEEDS]))
    for _ in range(draw(st.integers(0, 4))):
        at, end = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
        put = draw(
            st.binary(max_size=8)
            | st.sampled_from([b"---\n", b"\0", b"| ", b"- ", b"> ", b"# ", b"[", b"](", b"**"])
        )
        data = data[:at] + draw(st.sampled_from([put, put + data[at:end], b""])) + data[end:]
    return data


@pytest.mark.parametrize("name", TARGETS)
@examples(30, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=changed()
    | st.binary(max_size=300)
    | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_found_fault_with(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize(("name", "data"), [(n, d) for n, every in FOUND.items() for d in every])
def test_what_was_found_stays_mended(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_every_target_is_run_by_hand_too() -> None:
    words = Path(HERE.parent / "fuzz" / "run.py").read_text(encoding="utf-8")
    assert all(f'"{name}"' in words for name in TARGETS)
