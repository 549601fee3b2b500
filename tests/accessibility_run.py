"""Count the tests of accessibility in a run, and write them for the statement on the site.

A test says what it checks with `@pytest.mark.accessibility("keyboard")`.
"""

import json
import re
from collections import Counter
from datetime import date
from importlib import metadata, resources
from pathlib import Path

import pytest

from policybook import __version__

FILE = Path(__file__).parents[1] / "policybook" / "data" / "accessibility.json"


class AccessibilityCounter:
    """A plugin of pytest that counts the tests by what they check."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.passed: Counter[str] = Counter()
        self.others = 0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> "object":
        report = yield
        mark = item.get_closest_marker("accessibility")
        if mark and (report.when == "call" or not report.passed):  # type: ignore[attr-defined]
            self.passed[mark.args[0]] += report.passed  # type: ignore[attr-defined]
            self.others += not report.passed  # type: ignore[attr-defined]
        return report

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the file if every test of accessibility has passed."""
        if exitstatus or self.others:
            return
        FILE.write_text(json.dumps(self._describe(), indent=2) + "\n", encoding="utf-8")

    def _describe(self) -> dict[str, object]:
        return {
            "day": date.today().isoformat(),
            "release": __version__,
            "tools": {
                "axe-core": _axe_release(),
                "Chromium": getattr(self.config, "browser_release", ""),
                "page-validation": metadata.version("page-validation"),
            },
            "passed": dict(sorted(self.passed.items())),
        }


def _axe_release() -> str:
    script = resources.files("axe_playwright_python").joinpath("axe.min.js")
    hit = re.search(r"axe v([0-9.]+)", script.read_text(encoding="utf-8")[:200])
    assert hit, "axe-core does not name its release"
    return hit[1]
