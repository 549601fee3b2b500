"""Print each row of the table of bars that can be measured here, with stock Material in the same run.

    python benchmarks/bars.py [--library ../shared/benchmark/library.py] [--large]

M has 50 policies of 4 versions, S150 has 150. An edit adds a rule to a text that is out for consultation. With `--large`, L has
500 policies of 5 versions, which takes minutes. Times are CPU seconds of the whole process tree; the preview's are wall seconds,
from the moment a file is saved until a browser that waits for changes has the new page.
"""

import argparse
import filecmp
import gzip
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from build_speed import BUILD, DAY, ROOT, made, stock_cpu, timed

QUICK = ["--no-pdf", "--redlines", "neighbours", "--workers", "1"]
PORT = 8793


def row(name: str, figure: str, bar: str) -> None:
    print(f"| {name} | {figure} | {bar} |", flush=True)


def build(folder: str, *more: str) -> tuple[float, float, float]:
    return timed([*BUILD, "--project", folder, *DAY, *QUICK, *more])


def propose(folder: str) -> Path:
    """Add a text for consultation to the first policy, and return its file."""
    policy = sorted((Path(folder) / "docs" / "policies").glob("*/"))[0]
    newest = sorted(path for path in policy.glob("*.md") if path.name.count(".") == 1)[-1]
    text = newest.read_text("utf-8").replace("status: approved", "status: consultation")
    file = policy / "2027-01.md"
    file.write_text(re.sub(r"approved_(on|by): .*\n", "", text), "utf-8")
    return file


def edit(file: Path) -> str:
    words = f"Edit {time.time_ns()}"
    file.write_text(f"{file.read_text('utf-8')}\nStaff must read {words}.\n", "utf-8")
    return words


def same_trees(first: Path, second: Path) -> bool:
    one, other = ({p.relative_to(f) for p in f.rglob("*")} for f in (first, second))
    same = filecmp.cmpfiles(
        first, second, [str(p) for p in one if (first / p).is_file()], shallow=False
    )
    return one == other and not same[1] and not same[2]


def measure_builds(folder: str, name: str, bar: str) -> float:
    """Print the rows about cold and warm builds. Return the CPU seconds of the cold one."""
    file = propose(folder)
    cold, _, peak = build(folder)
    edits = []
    for _ in range(3):
        edit(file)
        edits.append(build(folder)[0])
    median = statistics.median(edits)
    row(f"{name}: cold", f"{cold:.2f} s", "")
    row(f"{name}: one edit", f"{median:.2f} s, {median / cold:.2f} of cold", bar)
    row(f"{name}: memory of a cold build", f"{peak:.0f} MB", "150 MB at L")
    shutil.rmtree(Path(folder) / ".cache")
    build(folder, "--site-dir", str(Path(folder) / "cold"))
    same = same_trees(Path(folder) / "site", Path(folder) / "cold")
    row(f"{name}: warm build = cold build", "yes" if same else "NO", "byte for byte")
    return cold


def measure_workers(folder: str, name: str, *more: str) -> None:
    """Print the wall seconds of a cold build by two processes, as a share of one."""
    walls = []
    for workers in ("1", "2"):
        shutil.rmtree(Path(folder) / ".cache")
        words = ["--redlines", "neighbours", "--workers", workers, *more]
        walls.append(timed([*BUILD, "--project", folder, *DAY, *words])[1])
    share = f"{walls[1]:.1f} s, {walls[1] / walls[0]:.2f} of one process"
    row(f"{name}: cold, wall, two processes", share, "≤ .60")


def measure_preview(folder: str) -> None:
    file = sorted((Path(folder) / "docs" / "policies").glob("*/2027-01.md"))[0]
    address = f"http://127.0.0.1:{PORT}/"
    page = f"policies/{file.parent.name}/2027-01/"
    words = ["serve", "--project", folder, "--port", str(PORT), "--no-pdf", *DAY]
    with subprocess.Popen(
        [*BUILD, *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            waits = [_wait_for_edit(address, page, file) for _ in range(7)]
        finally:
            process.terminate()
    row(
        "preview, saved → page ready, 50 policies",
        f"{statistics.median(waits):.2f} s",
        "≤ .4 s",
    )


def _wait_for_edit(address: str, page: str, file: Path) -> float:
    shown = _fetch(address + page)
    live = re.search(r"livereload\((\d+), (\d+)\)", shown)
    assert live, "the preview does not tell browsers of changes"
    time.sleep(0.6)
    words, start = edit(file), time.perf_counter()
    _fetch(f"{address}livereload/{live[1]}/{live[2]}")
    assert words in _fetch(address + page)
    return time.perf_counter() - start


def _fetch(address: str) -> str:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=120) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def measure_check(library: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made("150x4", library, folder)
        file = sorted(Path(folder).glob("docs/policies/*/20*.md"))[0]
        (Path(folder) / ".cache" / "policybook" / "objects").mkdir(
            parents=True
        )  # as a build leaves it
        check = [*BUILD, "check", str(file), "--project", folder, *DAY]
        cold, warm = timed(check)[0], timed(check)[0]
    row("`check ONE-FILE` at 150 policies, cold; again", f"{cold:.2f}; {warm:.2f} s", "≤ .4 s")


def measure_sizes(folder: str, name: str) -> None:
    for page in ("index.html", "review/index.html", "verify/index.html"):
        data = (Path(folder) / "site" / page).read_bytes()
        size = len(gzip.compress(data, 9)) / 1000
        row(f"{name}: {page}, gzip", f"{size:.0f} kB", "≤ 60 kB at L")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    library = ROOT.parent / "shared" / "benchmark" / "library.py"
    parser.add_argument("--library", type=Path, default=library)
    parser.add_argument("--large", action="store_true", help="measure L too")
    asked = parser.parse_args()
    print("| | figure | bar |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        made("50x4", asked.library, folder)
        before = stock_cpu(folder)
        cold = measure_builds(folder, "M", "≤ .25 of cold")
        share = 2 * cold / (before + stock_cpu(folder))
        row("M: cold beside stock Material", f"{share:.2f}", "≤ .60")
        measure_preview(folder)
        measure_workers(folder, "M", "--no-pdf")
        measure_workers(folder, "M with PDFs")
    measure_check(asked.library)
    if asked.large:
        with tempfile.TemporaryDirectory() as folder:
            made("500x5", asked.library, folder)
            measure_builds(folder, "L", "≤ 2.1 s")
            measure_sizes(folder, "L")


if __name__ == "__main__":
    sys.exit(main())
