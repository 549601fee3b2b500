"""Schools with a proposal, for the tests of the governors' pack."""

from datetime import date
from functools import cache
from pathlib import Path

from builders import make_approved_text, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.redline import Redline
from policybook.site import build
from policybook.site.build import Site
from policybook.site.policy_input import PolicyInput
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
URL = "https://oakfield.example/"
PAIRS = sorted((ROOT / "tests" / "redline" / "pairs").glob("*.old.md"))


@cache
def oakfield() -> Site:
    return build.build(read_sources(ROOT), read_templates(ROOT), TODAY, Settings(url=URL))


@cache
def sample_school() -> Site:
    """Return the sample school, whose pair of Behaviour Policies never changes unnoticed."""
    folder = ROOT / "tests" / "sample-school"
    return build.build(read_sources(folder), read_templates(ROOT), TODAY, Settings(url=URL))


def of_texts(old: str, new: str, **fields: str | None) -> Site:
    """Return a school whose governors decide whether `new` takes the place of `old`."""
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(old, approved_on="2024-09"),
        "docs/policies/behaviour/2026-12.md": make_text(
            new, **{"status": "consultation", "changes": "Much.", **fields}
        ),
    }
    return build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))


def proposal(site: Site) -> tuple[PolicyInput, Redline]:
    """Return the input of the first policy, and the redline of its only pack."""
    inputs = site.policy_input(site.published.policies[0])
    (pair,) = inputs.packs
    return inputs, inputs.redlines[pair]
