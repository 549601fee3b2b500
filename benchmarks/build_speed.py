"""How many CPU seconds a build takes, beside the bar, and whether the cost grows in line with the pages.

    python benchmarks/build_speed.py [--library ../shared/benchmark/library.py] [--sizes 10x4 50x4] [--pdf] [--all-pairs] [--instructions]

Writes a library of POLICIESxVERSIONS with the given script, enters it in its record, builds it into a folder that is not there yet, and
prints user + system time of the whole process tree, pages and peak memory.

Machines differ, and one machine differs from hour to hour. So each build of ours stands beside one of stock Material with the same texts
(`stock.py`), one just before and one just after; `of stock` is ours as a share of theirs. The bar of `perf.md` for 50x4 is 2.4 s where stock
Material at its best took 5.6: a share of .43.

With `--instructions` it is not time that is measured, but how many machine instructions Python carries out, with `valgrind` (Debian's package of that
name): fifteen times as slow, and the same to a thousandth however busy the machine is. What the system does, such as writing files, is not in it.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
STOCK = Path(__file__).parent / "stock.py"
BAR = {"50x4": 2.4 / 5.6}
COUNT = [
    "valgrind",
    "--tool=cachegrind",
    "--cache-sim=no",
    "--branch-sim=no",
    "--cachegrind-out-file=/dev/null",
]
BUILD = [sys.executable, "build.py"]
DAY = ["--today", "2026-11-22"]
MATERIAL = [sys.executable, "-m", "mkdocs", "build", "-q"]


def stock(library: str, measure: Callable[[list[str], str], float]) -> float:
    """What stock Material takes with the texts of a library."""
    with tempfile.TemporaryDirectory() as out:
        timed([sys.executable, str(STOCK), library, out])
        return measure(MATERIAL, out)


def stock_cpu(library: str) -> float:
    """CPU seconds of stock Material with the texts of a library."""
    return stock(library, lambda command, out: timed(command, out)[0])


def counted(command: list[str], folder: str | Path = ROOT) -> float:
    """How many thousand million instructions a command carries out. Raises where it fails."""
    done = subprocess.run(
        [*COUNT, *command], cwd=folder, env=_environment() | {"PYTHONHASHSEED": "0"},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    hit = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if not hit:
        raise RuntimeError(f"valgrind counted nothing: {done.stderr[-300:]}")
    return int(hit[1].replace(",", "")) / 1e9


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}


def timed(command: list[str], folder: str | Path = ROOT) -> tuple[float, float, float]:
    """CPU seconds of a command and all that it starts, wall seconds and its peak memory in MB. Raises where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=_environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


def made(size: str, library: Path, folder: str) -> float:
    """Write a library of POLICIESxVERSIONS, enter it in its record, and return the CPU seconds of that."""
    policies, versions = size.split("x")
    subprocess.run(
        [sys.executable, str(library), folder, policies, versions],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for file in Path(folder).glob("docs/policies/*/*.md"):
        file.write_text(outdented(file.read_text("utf-8")), "utf-8")
    return timed([*BUILD, "approve", "--all", "--yes", "--project", folder, *DAY])[0]


def outdented(text: str) -> str:
    """Move each item that lost the item above it to the left, so that it is no computer code.

    The script removes rules at random, and the items below them stay where they were.
    """
    lines, deepest = [], 0
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if line.lstrip(" ").startswith("- "):
            indent = min(indent, deepest)
            line, deepest = " " * indent + line.lstrip(" "), indent + 4
        else:
            deepest = 0
        lines.append(line)
    return "\n".join(lines)


def measured(size: str, library: Path, options: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        record = made(size, library, folder)
        before = stock_cpu(folder)
        cpu, wall, peak = timed([*BUILD, "--project", folder, *DAY, *options])
        share = 2 * cpu / (before + stock_cpu(folder))
        pages = sum(1 for _ in (Path(folder) / "site").rglob("*.html"))
    bar = f"{BAR[size]:8.2f}" if size in BAR else "       –"
    each = 1000 * cpu / pages
    return f"{size:>8} {pages:7d} {cpu:8.2f} {share:9.2f} {bar} {each:9.2f} {wall:7.2f} {peak:8.0f} {record:8.2f}"


def instructions(size: str, library: Path, options: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        made(size, library, folder)
        timed(
            [*BUILD, "--project", folder, *DAY, *options]
        )  # so that nothing is compiled while it is counted
        shutil.rmtree(Path(folder) / ".cache")  # the build that is counted makes everything
        (ours, theirs) = (
            counted([*BUILD, "--project", folder, *DAY, *options]),
            stock(folder, counted),
        )
    return f"{size:>8} {ours:14.2f} {theirs:14.2f} {ours / theirs:9.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--library", type=Path, default=ROOT.parent / "shared" / "benchmark" / "library.py"
    )
    parser.add_argument("--sizes", nargs="+", default=["10x4", "50x4"], metavar="POLICIESxVERSIONS")
    parser.add_argument("--pdf", action="store_true", help="make the PDFs too")
    parser.add_argument(
        "--all-pairs", action="store_true", help="redlines of every pair, not of neighbours only"
    )
    parser.add_argument(
        "--instructions", action="store_true", help="count instructions, with valgrind"
    )
    asked = parser.parse_args()
    options = [
        *([] if asked.pdf else ["--no-pdf"]),
        *([] if asked.all_pairs else ["--redlines", "neighbours"]),
        "--workers",
        "1",
    ]
    if asked.instructions:
        print(f"{'size':>8} {'ours, 10^9':>14} {'stock, 10^9':>14} {'of stock':>9}")
        for size in asked.sizes:
            print(instructions(size, asked.library, options), flush=True)
        return
    names = (
        ("size", 8),
        ("pages", 7),
        ("CPU s", 8),
        ("of stock", 9),
        ("bar", 8),
        ("ms a page", 9),
        ("wall s", 7),
        ("peak MB", 8),
    )
    print(" ".join(f"{name:>{width}}" for name, width in (*names, ("record s", 8))))
    for size in asked.sizes:
        print(measured(size, asked.library, options), flush=True)


if __name__ == "__main__":
    main()
