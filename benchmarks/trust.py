"""What a trust's nights cost: many schools, each built by one process with a store of its own.

    python benchmarks/trust.py [--schools 30] [--policies 60] [--versions 2] [--at-once 2]

Each school's texts come from `library.py` with another seed. Four nights follow one another: the first, the same day again,
the next day without a change, and a day on which one text of each school was edited. Prints CPU seconds of the process
tree, wall seconds of the whole night and the memory of the largest process.
"""

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter

from bars import edit, propose, row
from build_speed import BUILD, DAY, ROOT, outdented, timed

NEXT_DAY = ["--today", "2026-11-23"]
OPTIONS = ["--no-pdf", "--redlines", "neighbours", "--workers", "1"]


def write_school(folder: Path, library: Path, policies: int, versions: int, seed: int) -> Path:
    """Write a school, enter it in its record, and return the file of a text for consultation."""
    words = [str(folder), str(policies), str(versions), "--seed", str(seed)]
    subprocess.run([sys.executable, str(library), *words], check=True, stdout=subprocess.DEVNULL)
    for file in folder.glob("docs/policies/*/*.md"):
        file.write_text(outdented(file.read_text("utf-8")), "utf-8")
    timed([*BUILD, "approve", "--all", "--yes", "--project", str(folder), *DAY])
    return propose(str(folder))


def build_school(folder: Path, day: list[str]) -> tuple[float, float]:
    """Build a school. Return CPU seconds and peak memory in MB."""
    cpu, _, peak = timed([*BUILD, "--project", str(folder), *OPTIONS, *day])
    return cpu, peak


def measure_night(name: str, schools: list[Path], day: list[str], at_once: int) -> None:
    """Build all schools, `at_once` at a time, and print the row of this night."""
    start = perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        figures = list(pool.map(partial(build_school, day=day), schools))
    wall = perf_counter() - start
    each = sum(cpu for cpu, _ in figures) / len(figures)
    row(name, f"{each:.1f} s", f"{wall:.0f} s | {max(peak for _, peak in figures):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    library = ROOT.parent / "shared" / "benchmark" / "library.py"
    parser.add_argument("--library", type=Path, default=library)
    parser.add_argument("--schools", type=int, default=30)
    parser.add_argument("--policies", type=int, default=60)
    parser.add_argument("--versions", type=int, default=2)
    parser.add_argument("--at-once", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as parent:
        schools = [Path(parent, f"school-{number}") for number in range(asked.schools)]
        size = (asked.library, asked.policies, asked.versions)
        files = [write_school(school, *size, seed) for seed, school in enumerate(schools, 1)]
        print("| night | CPU s a school | wall s, all | largest process |\n|---|--:|--:|--:|")
        measure_night("first", schools, DAY, asked.at_once)
        measure_night("same day again", schools, DAY, asked.at_once)
        measure_night("next night, no change", schools, NEXT_DAY, asked.at_once)
        for file in files:
            edit(file)
        measure_night("one text edited in each school", schools, NEXT_DAY, asked.at_once)


if __name__ == "__main__":
    sys.exit(main())
