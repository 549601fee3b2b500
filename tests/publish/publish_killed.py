"""Publish a site by journalled renames or in one step, and be killed (SIGKILL) at a chosen point.

    python publish_killed.py PARENT POINT

POINT is `before-1`, `after-1`, `before-2`, `after-2` (the renames), `before-exchange`, `after-exchange`, `filling`,
`removing` (the old site half removed), `journal` (while it is written), or `none`.
"""

import os
import signal
import sys
from pathlib import Path

from policybook.publish import publish, stage_site, swap, write_manifest


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_fsync(fd: object) -> None:
    die()


class Killed:
    """The renames and the exchange, with a death at one point."""

    def __init__(self, point: str) -> None:
        self.point, self.count = point, 0

    def place(self, point: str) -> None:
        if self.point == point:
            die()

    def rename(self, item: Path, other: Path) -> None:
        self.count += 1
        self.place(f"before-{self.count}")
        os.rename(item, other)
        self.place(f"after-{self.count}")

    def exchange(self, item: Path, other: Path) -> bool:
        if not self.point.endswith("exchange"):
            return False
        self.place("before-exchange")
        done = swap.exchange(item, other)
        self.place("after-exchange")
        return done


def remove_half(folder: Path) -> None:
    (folder / "index.html").unlink()
    die()


def main() -> None:
    parent, point = Path(sys.argv[1]), sys.argv[2]
    killed = Killed(point)
    if point == "removing":
        swap.remove = remove_half
    if point == "journal":
        os.fsync = die_at_fsync
    with stage_site(parent / "site") as staged:
        for name in ("index.html", "policies/behaviour/index.html"):
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            (staged / name).write_text(f"new {name}", encoding="utf-8")
            killed.place("filling")
        write_manifest(staged, "1" * 64)
        publish(staged, parent / "site", exchange=killed.exchange, rename=killed.rename)


if __name__ == "__main__":
    main()
