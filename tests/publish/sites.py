"""Small sites: filled, published and compared."""

import os
from pathlib import Path

import pytest

from policybook.publish import (
    publish,
    stage_site,
    swap,
    verify,
    write_manifest,
)

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")

PAGES = ("index.html", "policies/behaviour/index.html")


def fill_site(folder: Path, word: str, head: str = "0" * 64) -> None:
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{word} {name}", encoding="utf-8")
    write_manifest(folder, head)


def build_site(
    site: Path, word: str, exchange: swap.Exchange = swap.exchange, rename: swap.Rename = os.rename
) -> None:
    with stage_site(site) as staged:
        fill_site(staged, word)
        publish(staged, site, exchange=exchange, rename=rename)


def read_state(site: Path) -> str:
    """`old` or `new` for a whole site, else what is wrong."""
    wrong = verify(site)
    return ", ".join(wrong) if wrong else (site / "index.html").read_text("utf-8").split()[0]


def no_exchange(_path: Path, _other: Path) -> bool:
    return False


def list_neighbours(site: Path) -> list[str]:
    return sorted(name for name in os.listdir(site.parent) if name != site.name)


def fail_rename(number: int, fault: OSError) -> swap.Rename:
    """A rename that fails at its `number`th call, and at all later ones where negative."""
    calls = 0

    def rename(item: Path, other: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == number or calls >= -number > 0:
            raise fault
        os.rename(item, other)

    return rename


def make_environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
