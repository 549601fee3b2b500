"""How many CPU seconds a build takes, beside the bar, and whether the cost grows in line with the pages.

    python benchmarks/build_speed.py [--library ../shared/benchmark/library.py] [--sizes 10x4 50x4] [--pdf] [--all-pairs]

Writes a library of POLICIESxVERSIONS with the given script, enters it in its record, builds it into a folder that is not there yet, and
prints user + system time of the whole process tree, pages and peak memory.

Machines differ, and one machine differs from hour to hour. So each build of ours stands beside one of stock Material with the same texts
(`stock.py`), one just before and one just after; `of stock` is ours as a share of theirs. The bar of `perf.md` for 50x4 is 2.4 s where stock
Material at its best took 5.6: a share of .43.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
STOCK = Path(__file__).parent / "stock.py"
BAR = {"50x4": 2.4 / 5.6}


def stock_cpu(library: str) -> float:
    """CPU seconds of stock Material with the texts of a library."""
    with tempfile.TemporaryDirectory() as out:
        timed([sys.executable, str(STOCK), library, out])
        cpu, _, _ = timed([sys.executable, "-m", "mkdocs", "build", "-q"], out)
    return cpu


def timed(command: list[str], folder: str | Path = ROOT) -> tuple[float, float, float]:
    """CPU seconds of a command and all that it starts, wall seconds and its peak memory in MB. Raises where it fails."""
    start = time.perf_counter()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept["NO_MKDOCS_2_WARNING"] = "1"
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=kept)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


def measured(size: str, library: Path, options: list[str]) -> str:
    policies, versions = size.split("x")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        subprocess.run(
            [sys.executable, str(library), folder, policies, versions], check=True, stdout=subprocess.DEVNULL
        )
        build = [sys.executable, "build.py"]
        record, _, _ = timed([*build, "approve", "--all", "--yes", "--project", folder, "--today", "2026-11-22"])
        before = stock_cpu(folder)
        cpu, wall, peak = timed([*build, "--project", folder, "--today", "2026-11-22", *options])
        share = 2 * cpu / (before + stock_cpu(folder))
        pages = sum(1 for _ in (place / "site").rglob("*.html"))
    bar = f"{BAR[size]:8.2f}" if size in BAR else "       –"
    each = 1000 * cpu / pages
    return f"{size:>8} {pages:7d} {cpu:8.2f} {share:9.2f} {bar} {each:9.2f} {wall:7.2f} {peak:8.0f} {record:8.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, default=ROOT.parent / "shared" / "benchmark" / "library.py")
    parser.add_argument("--sizes", nargs="+", default=["10x4", "50x4"], metavar="POLICIESxVERSIONS")
    parser.add_argument("--pdf", action="store_true", help="make the PDFs too")
    parser.add_argument("--all-pairs", action="store_true", help="redlines of every pair, not of neighbours only")
    asked = parser.parse_args()
    options = [*([] if asked.pdf else ["--no-pdf"]), *([] if asked.all_pairs else ["--redlines", "neighbours"])]
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
