"""Make the page on accessibility: what was tested, and what was not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from policybook.model import Day, addresses, dates
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput


def accessibility(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page on accessibility."""
    yield renderer.page(
        addresses.ACCESSIBILITY,
        "policy/accessibility.html",
        title="Accessibility",
        description="What was tested, and what was not.",
        run=read_last_run(),
    )


#: What each kind of test checks, in the order of the statement.
KINDS: Mapping[str, str] = {
    "rules": "Rules of WCAG 2.0 to 2.2, levels A and AA, that software can check: each kind of "
    "page, on a phone and a desktop, in light and dark",
    "keyboard": "Menu, search, results and languages by keyboard alone; each stop in view",
    "screens": "Nothing is cut off, from 320 to 1,920 pixels wide",
    "scripts": "The pages do their work without JavaScript",
    "paper": "PDFs against PDF/UA-1, the standard for accessible PDFs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityRun:
    """One run of the tests, in which every test of accessibility passed.

    `tools` are programs with their releases. `results` has the words for each kind of
    test and the number of tests.
    """

    day: Day
    release: str
    tools: tuple[str, ...]
    results: tuple[tuple[str, int], ...]


@cache
def read_last_run() -> AccessibilityRun:
    """Return the last run. Raise `KeyError` or `ValueError` if our own file is damaged."""
    file = resources.files("policybook").joinpath("data/accessibility.json")
    values = json.loads(file.read_text(encoding="utf-8"))
    day = dates.read_day(values["day"])
    if day is None:
        raise ValueError(f"{values['day']} is not a day")
    return AccessibilityRun(
        day=day,
        release=values["release"],
        tools=tuple(f"{name} {release}" for name, release in values["tools"].items()),
        results=tuple((words, values["passed"][kind]) for kind, words in KINDS.items()),
    )
