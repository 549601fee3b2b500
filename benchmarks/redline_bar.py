"""Score the redline against its bar: `python benchmarks/redline_bar.py [--shared ../shared/redline]`.

The folder holds the generator of pairs with known truth (`synth.py`, `gen.sh`), the scorer (`score.py`) and real pairs
(`pairs/`). The pairs are generated afresh in a folder of their own. `--base` generates them from another policy than
the folder's `seed.md`.
"""

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import redline_differ

from policybook.model import Version
from policybook.redline import redline

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the bar; `beyond` is None where there is no second column."""

    name: str
    value: float | None
    bar: float
    beyond: float | None
    at_most: bool = False

    def reaches(self, target: float | None) -> bool:
        if self.value is None or target is None:
            return self.value is None
        return self.value <= target if self.at_most else self.value >= target


def main() -> int:
    """Print every row; 0 if each is at its bar."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared" / "redline")
    options.add_argument(
        "--base", type=Path, help="a policy in Markdown to generate the pairs from"
    )
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        synth = _generated(given.shared, given.base, Path(folder))
        score = _load(given.shared / "score.py")
        every = _scored(score, synth, given.shared / "pairs")
        calm = _scored(score, _without_brutal(synth, Path(folder) / "calm"), None)
        speed = list(_speed(given.shared, synth))
    rows = [*_synthetic(every["synth"], calm["synth"]), *_real(every["real"]), *speed]
    for row in rows:
        print(_line(row))
    failed = every["synth"]["failed"] + every["real"]["failed"]
    print(f"failed or too slow: {failed}")
    return int(bool(failed) or not all(row.reaches(row.bar) for row in rows))


def _line(row: Target) -> str:
    sign, value = "≤" if row.at_most else "≥", "–" if row.value is None else f"{row.value:.4g}"
    line = f"{row.name:44} {value:>8}   bar {sign} {row.bar:<6g} {'yes' if row.reaches(row.bar) else 'NO'}"
    if row.beyond is None:
        return line
    return f"{line:72} beyond {sign} {row.beyond:<6g} {'yes' if row.reaches(row.beyond) else 'no'}"


# --- pairs with known truth, and real ones


def _generated(shared: Path, base: Path | None, folder: Path) -> Path:
    for name in ("synth.py", "gen.sh", "seed.md"):
        shutil.copyfile(shared / name, folder / name)
    if base:
        shutil.copyfile(base, folder / "seed.md")
    subprocess.run(["sh", "gen.sh"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "synth"


def _without_brutal(synth: Path, folder: Path) -> Path:
    for pair in synth.iterdir():
        if "brutal" not in pair.name:
            shutil.copytree(pair, folder / pair.name)
    return folder


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scored(score: ModuleType, synth: Path, pairs: Path | None) -> dict[str, Any]:
    result: dict[str, Any] = score.run(
        redline_differ.diff, str(synth), str(pairs) if pairs else None
    )
    return result


def _synthetic(every: Row, calm: Row) -> Iterator[Target]:
    found, profiles = every["all"], every["by_profile"]
    yield Target("lossless, every pair", found["lossless"], 1, None)
    yield Target("label, all profiles", found["label"], 0.96, 0.98)
    yield Target("label, without brutal", calm["all"]["label"], 0.99, 0.995)
    yield Target("alignment of reworded, split, merged, moved", found["alignHard"], 0.97, 0.985)
    yield Target("section F1", found["secF1"], 0.995, None)
    yield Target("move precision", found["moveP"], 0.99, 0.995)
    yield Target("move recall", found["moveR"], 0.93, 0.97)
    yield Target("formatting precision", found["fmtP"], 0.99, None)
    yield Target("formatting recall", found["fmtR"], 0.99, None)
    yield Target("noise", found["noise"], 0.001, 0, at_most=True)
    yield Target(
        "noise, identical and renumbered", profiles["identity"]["noise"], 0, None, at_most=True
    )
    yield Target("edit", found["edit"], 1.10, 1.03, at_most=True)
    yield Target("runs", found["runs"], 1.05, 1.0, at_most=True)
    yield Target("crumbs", found["crumbs"], 0.05, 0, at_most=True)
    yield Target("section counts exact (no bar)", found["counts"], 0, None)


def _real(found: Row) -> Iterator[Target]:
    hundred = 100 / found["pairs"]
    yield Target("real: lossless", found["lossless"], 1, None)
    yield Target("real: twins a hundred pairs", found["twins"] * hundred, 6, 0, at_most=True)
    yield Target("real: near twins a hundred pairs", found["near"] * hundred, 3, 0, at_most=True)
    yield Target("real: mixed a hundred pairs", found["mixed"] * hundred, 22, 10, at_most=True)


# --- speed


def _speed(shared: Path, synth: Path) -> Iterator[Target]:
    """The redline of two parsed versions: of generated pairs in the median, and of real ones one after the other."""
    pairs = [
        [_version((pair / name).read_text("utf-8")) for name in ("old.md", "new.md")]
        for pair in sorted(synth.iterdir())
    ]
    middle = statistics.median(
        _milliseconds(lambda o=old, n=new: redline(o, n), 3) for old, new in pairs
    )
    yield Target(
        f"CPU ms for {len(pairs[0][0].text.split()):,} words, median of generated pairs",
        middle,
        20,
        None,
        at_most=True,
    )
    for count, bar in ((500, 5), (5_000, 40), (50_000, 400)):
        old, new = map(_version, _long(shared / "pairs", count))
        words = len(old.text.split())
        yield Target(
            f"CPU ms for {words:,} words of real pairs",
            _milliseconds(lambda o=old, n=new: redline(o, n)),
            bar,
            None,
            at_most=True,
        )


def _version(text: str) -> Version:
    return redline_differ.Source(text).version


def _long(pairs: Path, count: int) -> tuple[str, str]:
    """The latest two versions of real policies, over and over in other words, until `count` words are there."""
    olds, news, turn = "", "", 0
    folders = sorted(folder for folder in pairs.iterdir() if folder.is_dir())
    while len(olds.split()) < count:
        folder = folders[turn % len(folders)]
        *_, old, new = sorted(folder.glob("*.md"))
        for line in old.read_text("utf-8").split("\n"):
            olds += _other(line, turn) + "\n"
        for line in new.read_text("utf-8").split("\n"):
            news += _other(line, turn) + "\n"
        turn += 1
        if len(olds.split()) > count:
            return _cut(olds, count), _cut(news, count)
    return olds, news


def _other(line: str, turn: int) -> str:
    """The line with its long words marked, so that no two copies of a policy are the same text."""
    return " ".join(f"{w}{turn}" if len(w) > 6 and w.isalpha() else w for w in line.split(" "))


def _cut(text: str, count: int) -> str:
    kept, words = [], 0
    for line in text.split("\n"):
        kept.append(line)
        words += len(line.split())
        if words >= count:
            break
    return "\n".join(kept)


def _milliseconds(work: Callable[[], object], times: int = 7) -> float:
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return 1000 * statistics.median(found)


if __name__ == "__main__":
    sys.exit(main())
