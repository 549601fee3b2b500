"""Look for bytes that break a reader, guided by which of its branches they reach (atheris: Linux, `uv sync --group fuzz`).

    uv run --group fuzz python fuzz/run.py                           # 5 seconds for each target, as CI does
    uv run --group fuzz python fuzz/run.py --seconds 600 redline     # ten minutes for one

What breaks is written below fuzz/found/; put it into tests/test_fuzz.py as an example, and mend what it shows.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHOOL = HERE.parent / "tests" / "golden" / "school" / "docs" / "policies"
SEEDS = {"record": "*.jsonl", "summary": "*/*.p*s.md"}


def one(name: str, seconds: int) -> None:
    """Run a target in this process until the time is over; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["policybook"]):
        from targets import TARGETS
    found = HERE / "found"
    corpus = found / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in SCHOOL.glob(SEEDS.get(name, "*/*.md")):
        data = seed.read_bytes()
        (corpus / seed.name).write_bytes(
            data + b"\0" + data.replace(b"must", b"should") if name == "redline" else data
        )
    settings = [
        f"-max_total_time={seconds}",
        "-max_len=20000",
        "-timeout=20",
        f"-artifact_prefix={found}/{name}-",
    ]
    atheris.Setup([sys.argv[0], *settings, "-verbosity=0", str(corpus)], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", default=["front_matter", "body", "summary", "redline", "record"]
    )
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--here", action="store_true", help="in this process, one target alone")
    asked = parser.parse_args()
    if asked.here:
        one(asked.names[0], asked.seconds)
    failed = []
    for name in asked.names:
        command = [sys.executable, __file__, name, "--here", "--seconds", str(asked.seconds)]
        done = subprocess.run(
            command, check=False, cwd=HERE, capture_output=True, encoding="utf-8", errors="replace"
        )
        if done.returncode:
            failed.append(name)
            print(done.stdout[-4000:] + done.stderr[-4000:])
        print(
            f"{name}: {'broken, see fuzz/found' if name in failed else 'nothing found'}", flush=True
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
