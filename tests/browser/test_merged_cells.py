"""Merged cells on screen and on paper: every cell is below the headings that it names."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import PATH, make_approved_text, make_record, make_sources, write_files
from playwright.sync_api import Browser

from policybook.reading.files import layout
from tests.browser.pages import DESKTOP, open_page

POLICY = "policies/behaviour/"
TABLES = 40

#: Return how many cells with words were measured, and those that are not below their headings.
MISPLACED = """() => {
  const faults = [];
  let count = 0;
  for (const table of document.querySelectorAll('.pb-table--cards table')) {
    const heads = Object.fromEntries([...table.tHead.rows[0].cells]
      .map(cell => [cell.textContent.trim(), cell.getBoundingClientRect()]));
    for (const cell of table.tBodies[0].querySelectorAll('td[data-head]')) {
      if (!cell.checkVisibility()) continue;
      const box = cell.getBoundingClientRect();
      const over = cell.dataset.head.split(', ').map(name => heads[name]);
      const left = over[0].left, right = over[over.length - 1].right;
      count += 1;
      if (Math.abs(box.left - left) > 1.5 || Math.abs(box.right - right) > 1.5)
        faults.push(`${cell.closest('tr').id} ${cell.dataset.head}: ${cell.textContent}`);
    }
  }
  return {count, faults};
}"""


def make_table(chance: random.Random) -> Iterator[str]:
    """Yield the lines of a table whose cells reach to the right, down, or both."""
    columns, rows = chance.randint(4, 7), chance.randint(2, 5)
    yield "| " + " | ".join(f"Head {place}" for place in range(columns)) + " |"
    yield "|---" * columns + "|"
    for row in range(rows):
        signs = ["<<", "^^", "", "cell"] if row else ["<<", "", "cell"]
        first = chance.choice(["row", "^^"]) if row else "row"
        cells = [first, *chance.choices(signs, [3, 3, 1, 6][-len(signs) :], k=columns - 1)]
        yield "| " + " | ".join(f"cell {row}" if c == "cell" else c for c in cells) + " |"


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a school whose policy has many tables with merged cells."""
    from in_process import TODAY, run_command  # it knows MkDocs

    chance = random.Random(43)
    tables = ["\n".join(make_table(chance)) for _ in range(TABLES)]
    body = "".join(
        f"## Part {place}\n\nWords.\n\n{table}\n\n" for place, table in enumerate(tables)
    )
    files: dict[str, str | bytes] = {PATH: make_approved_text(body)}
    files[layout.RECORD] = make_record(files)
    folder = tmp_path_factory.mktemp("merged")
    write_files(make_sources(files).files, folder / "school")
    arguments = ["--site-dir", folder / "site", "--today", TODAY, "--no-pdf"]
    done = run_command("--project", folder / "school", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return serve(folder / "site")


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("address", [POLICY, POLICY + "print/"])
def test_cells_are_below_their_headings(
    browser: Browser, merged: str, address: str, media: str
) -> None:
    page = open_page(browser, merged + address, DESKTOP)
    page.emulate_media(media=media)  # type: ignore[arg-type]
    result = page.evaluate(MISPLACED)
    assert result["faults"] == []
    assert result["count"] > 5 * TABLES


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("address", ["policies/mobile-phones/", "policies/mobile-phones/print/"])
def test_merged_cells_have_lines(
    browser: Browser, sample_root: str, address: str, media: str
) -> None:
    page = open_page(browser, sample_root + address, DESKTOP)
    page.emulate_media(media=media)  # type: ignore[arg-type]
    reaching = page.locator(".pb-table td:is([colspan], [rowspan])")
    sides = reaching.evaluate_all(
        "cells => cells.map(e => getComputedStyle(e).borderInlineStartWidth)"
    )
    assert len(sides) >= 5
    assert "0px" not in sides


def test_sheet_holds_its_wide_tables(browser: Browser, sample_root: str) -> None:
    page = open_page(browser, sample_root + "policies/mobile-phones/print/", DESKTOP)
    outside = page.locator(".pb-table--wide").evaluate_all(
        """tables => tables.filter(table => {
          const box = table.getBoundingClientRect();
          const sheet = document.body.getBoundingClientRect();
          return box.left < sheet.left || box.right > sheet.right;
        }).length"""
    )
    assert page.locator(".pb-table--wide").count()
    assert outside == 0
