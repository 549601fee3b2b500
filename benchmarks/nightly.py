"""What the nightly build sends on the day when a text comes into force, and on the day after.

    python benchmarks/nightly.py

Copies the small school of the golden tests, approves a new version of a policy from the next day on, publishes the site into a folder on the day
before, and lists what `publish --dry-run` would send on that day and on the day after. On the day after, nothing falls due: more than five files are a failure.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = [sys.executable, str(ROOT / "build.py")]
BEFORE, DAY, AFTER = "2027-01-04", "2027-01-05", "2027-01-06"
SCHOOL = ROOT / "tests" / "golden" / "school"
VERSION = ("behaviour", "2027-01")
#: How many files may change on a day on which nothing falls due.
MOST = 5


def run(*words: str) -> str:
    done = subprocess.run([*BUILD, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def approve(project: Path) -> None:
    """Start a version with other words and approve it; it comes into force on DAY."""
    policy, version = VERSION
    options = ("--today", BEFORE, "--project", str(project))
    run("new-version", policy, version, *options)
    file = project / "docs" / "policies" / policy / f"{version}.md"
    text = file.read_text("utf-8").replace("a kind school", "a very kind school", 1)
    text = text.replace("Say here what changes and why", "We say how kind we are", 1)
    file.write_text(text.replace("applies_to:", f"effective_from: {DAY}\napplies_to:", 1), "utf-8")
    words = ("--by", "Governing Body", "--on", "2026-12-03", "--yes")
    run("approve", policy, version, *words, *options)


def read_site(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def measure(project: Path, www: Path, day: str) -> int:
    """List what a publication on `day` sends, and send it. Return how many files it sends."""
    words = ("publish", str(www), "--project", str(project), "--today", day)
    lines = [line.split(": ", 1) for line in run(*words, "--dry-run").splitlines() if ": " in line]
    site = read_site(project / "site")
    paths = [path for word, path in lines if word in ("new", "changed", "removed")]
    print(
        f"\n{day}: {len(paths)} of {len(site)} files, {sum(len(site.get(p, b'')) for p in paths):,} bytes"
    )
    for word, path in lines:
        if path in paths:
            print(f"  {word}: {path}")
    run(*words)
    return len(paths)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project, www = Path(folder, "school"), Path(folder, "www")
        shutil.copytree(SCHOOL, project)
        approve(project)
        run("publish", str(www), "--project", str(project), "--today", BEFORE)
        measure(project, www, DAY)
        if measure(project, www, AFTER) > MOST:
            sys.exit(f"More than {MOST} files changed on a day on which nothing falls due.")


if __name__ == "__main__":
    main()
