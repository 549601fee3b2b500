"""Write the 20 pairs of the frozen redline sample: `python benchmarks/redline_sample.py`.

The folder `--shared` holds the generator of pairs with known truth (`synth.py`). The base text is
four sections of Oakfield's policy. `tests/redline/test_frozen_sample.py` scores the pairs. The same
seeds give the same file, so run this only to change the sample.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT)]

from policybook.redline.types import Part
from policybook.redline.units import read_units
from tests.redline.comparisons import make_version

BASE = ROOT / "docs" / "policies" / "social-media" / "2023-11.md"
SAMPLE = ROOT / "tests" / "redline" / "frozen_sample.json"
SECTIONS = ("Introduction", "Purpose", "Personal use of social media", "Cyber Bullying")
# Profiles of the generator, each with its seeds. In so short a text two sections often change places,
# which can be read either way, so these are seeds with one reading.
PROFILES = {
    "identity": (1,),
    "format": (1, 2),
    "light": (1, 2),
    "annual": (1, 10),
    "restructure": (2, 7),
    "moves": (7, 11),
    "hard": (2, 6, 10),
    "brutal": (2, 9),
    "only_split": (1,),
    "only_merge": (1,),
    "only_rename": (1,),
    "only_move_reword": (1,),
}
Make = Callable[[str, int, str], tuple[str, str, Mapping[str, Any]]]


def main() -> int:
    """Write the sample."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "redline")
    make = _load(options.parse_args().shared / "synth.py").make
    base = _base()
    pairs = [_pair(make, base, name, seed) for name, seeds in PROFILES.items() for seed in seeds]
    old = pairs[0]["old"]
    assert all(pair.pop("old") == old for pair in pairs)  # so it is stored once
    text = json.dumps({"old": old, "pairs": pairs}, ensure_ascii=False, indent=0)
    SAMPLE.write_text(f"{text}\n", encoding="utf-8")
    print(f"{len(pairs)} pairs, {len(text.encode()):,} bytes")
    return 0


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("synth", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _base() -> str:
    _, *sections = BASE.read_text("utf-8").split("\n## ")
    return "".join(f"## {text}\n" for text in sections if text.startswith(SECTIONS))


def _pair(make: Make, base: str, profile: str, seed: int) -> dict[str, Any]:
    old, new, truth = make(base, seed, profile)
    places = {
        **_places(truth["old_units"], old),
        **_places(truth["new_units"], new),
    }
    origins: dict[int, list[int]] = {}
    kinds: dict[int, tuple[str, bool]] = {}
    for pair in truth["pairs"]:
        at = places[pair["new"]]
        origins.setdefault(at, []).append(places[pair["old"]])
        kinds[at] = pair["class"], pair["moved"]
    return {
        "name": f"{profile}-{seed}",
        "old": old.split("\n"),
        "new": new.split("\n"),
        "origins": [
            f"{kinds[at][0]}{' moved' * kinds[at][1]} {' '.join(map(str, origins[at]))}"
            if at in kinds
            else "added"
            for at in range(len(truth["new_units"]))
        ],
    }


def _places(truth: Sequence[Mapping[str, Any]], text: str) -> dict[str, int]:
    """The place of each unit of the generator among those of the redline, which are the same."""
    found = [unit for unit in read_units(make_version(text)) if unit.part is not Part.HEADER]
    assert len(found) == len(truth)
    return {unit["id"]: at for at, unit in enumerate(truth)}


if __name__ == "__main__":
    sys.exit(main())
