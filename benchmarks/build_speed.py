"""How many CPU seconds a build takes, beside the bar, and whether the cost grows in line with the pages.

    python benchmarks/build_speed.py [--library ../shared/benchmark/library.py] [--sizes 10x4 50x4] [--pdf] [--all-pairs]

Writes a library of POLICIESxVERSIONS with the given script, enters it in its record, builds it into a folder that is not there yet, and
prints user + system time of the whole process tree, pages and peak memory.

Machines differ, and one machine differs from hour to hour. So each build stands beside a yardstick, measured just before and just after it:
what Python-Markdown takes for one text of the library. The bars of `perf.md` were measured where that took 5.1 ms; `scaled` is the build's
CPU seconds at that speed, which is what may be compared with a bar.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import markdown

ROOT = Path(__file__).parent.parent
BAR = {"50x4": 2.4, "500x5": 25.0}
YARDSTICK_MS = 5.1  # of Python-Markdown for one text, on the machine and day of the bars


def yardstick(texts: list[str]) -> float:
    """CPU milliseconds that Python-Markdown takes for a text, the least of five rounds."""
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            markdown.markdown(text, extensions=["tables", "attr_list", "toc"])
        rounds.append(1000 * (time.process_time() - start) / len(texts))
    return min(rounds)


def some_texts(folder: Path) -> list[str]:
    files = sorted((folder / "docs" / "policies").glob("*/[0-9]*-[0-9][0-9].md"))[:20]
    return [file.read_text(encoding="utf-8").split("---\n", 2)[2] for file in files]


def timed(command: list[str]) -> tuple[float, float]:
    """CPU seconds of a command and all that it starts, and wall seconds. Raises where it fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=kept)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - start


def measured(size: str, library: Path, options: list[str]) -> str:
    policies, versions = size.split("x")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        subprocess.run(
            [sys.executable, str(library), folder, policies, versions], check=True, stdout=subprocess.DEVNULL
        )
        build = [sys.executable, "build.py"]
        record, _ = timed([*build, "approve", "--all", "--yes", "--project", folder, "--today", "2026-11-22"])
        texts = some_texts(place)
        before = yardstick(texts)
        cpu, wall = timed([*build, "--project", folder, "--today", "2026-11-22", *options])
        slow = (before + yardstick(texts)) / 2 / YARDSTICK_MS
        pages = sum(1 for _ in (place / "site").rglob("*.html"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    bar = f"{BAR[size]:6.1f}" if size in BAR else "     –"
    return f"{size:>8} {pages:7d} {cpu:8.2f} {slow:9.2f} {cpu / slow:7.2f} {bar} {1000 * cpu / slow / pages:9.2f} {wall:7.2f} {peak:8.0f} {record:8.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, default=ROOT.parent / "shared" / "benchmark" / "library.py")
    parser.add_argument("--sizes", nargs="+", default=["10x4", "50x4"], metavar="POLICIESxVERSIONS")
    parser.add_argument("--pdf", action="store_true", help="make the PDFs too")
    parser.add_argument("--all-pairs", action="store_true", help="redlines of every pair, not of neighbours only")
    asked = parser.parse_args()
    options = [*([] if asked.pdf else ["--no-pdf"]), *([] if asked.all_pairs else ["--redlines", "neighbours"])]
    print(
        f"{'size':>8} {'pages':>7} {'CPU s':>8} {'slowness':>9} {'scaled':>7} {'bar':>6} {'ms a page':>9} {'wall s':>7} {'peak MB':>8} {'record s':>8}"
    )
    for size in asked.sizes:
        print(measured(size, asked.library, options), flush=True)


if __name__ == "__main__":
    main()
