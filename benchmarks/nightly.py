"""What the nightly build sends on the day when a text comes into force, and on the day after.

    python benchmarks/nightly.py

Copies the small school of the golden tests, approves a new version of a policy from the next day on, publishes the site into a folder on the day
before, and lists what `publish --dry-run` would send on that day and on the day after. Files that differ in nothing but the day (“As of …”) are counted, not listed.
"""

import re
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
_DAY = re.compile(rb"[456] January 2027|2027-01-0[456]|2027010[456]")


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


def measure(project: Path, www: Path, day: str) -> None:
    """List what a publication on `day` sends, and send it."""
    words = ("publish", str(www), "--project", str(project), "--today", day)
    lines = [line.split(": ", 1) for line in run(*words, "--dry-run").splitlines() if ": " in line]
    site, old = read_site(project / "site"), read_site(www)
    paths = [path for word, path in lines if word in ("new", "changed", "removed")]
    only_day = [
        path
        for path in paths
        if path in old and path in site and _DAY.sub(b"", old[path]) == _DAY.sub(b"", site[path])
    ]
    print(
        f"\n{day}: {len(paths)} of {len(site)} files, {sum(len(site.get(p, b'')) for p in paths):,} bytes"
    )
    print(f"  {len(only_day)} differ in the day alone")
    for word, path in lines:
        if path in paths and path not in only_day:
            print(f"  {word}: {path}")
    run(*words)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project, www = Path(folder, "school"), Path(folder, "www")
        shutil.copytree(SCHOOL, project)
        approve(project)
        run("publish", str(www), "--project", str(project), "--today", BEFORE)
        for day in (DAY, AFTER):
            measure(project, www, day)


if __name__ == "__main__":
    main()
