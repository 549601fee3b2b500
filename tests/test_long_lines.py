"""Long lines of repeated characters: every reader, check and comparison takes linear time."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from builders import TODAY, load_project, make_text

from policybook import redline, search
from policybook.analysis.duties import duties
from policybook.checks import levels
from policybook.reading.library import LoadedProject

OLD, NEW = "docs/policies/behaviour/2024-09.md", "docs/policies/behaviour/2025-09.md"
SIGNS = " *_[(`|#-19.<&~:/@aA\t’"
#: Words and marks that patterns look for. Each is repeated.
WORDS = (
    "1.",
    "1. ",
    "(a) ",
    "](",
    "![",
    "[a](",
    "http://",
    "www.a.",
    "a@",
    "&#",
    "2026-",
    "{{",
    "{+",
    "must ",
    "must not ",
    "section 1, ",
    "the ",
    "Mr A ",
    "Act ",
    "within 1 ",
    "£1 ",
    "or and ",
    "xx/",
    "\u00a0",
    "\u200b",
    "…",
    "“",
    "[ ] ",
    "DSL ",
    "a. A",
    "no ",
)
#: Seconds of the processor. A pattern whose time grows with the square takes minutes.
_MOST_SECONDS = 4.0


@contextmanager
def limit(doing: str) -> Iterator[None]:
    start = time.process_time()
    yield
    seconds = time.process_time() - start
    assert seconds < _MOST_SECONDS, f"{doing}: {seconds:.1f} s"


def read_all(body: str, before: str = "") -> None:
    """Do what a build does with a text that follows the text `before`, within the limit."""
    old = make_text(before) if before else make_text()
    files = {OLD: old, NEW: make_text(body, changes="A rule.")}
    with limit("load"):
        loaded = load_project(files)
    steps: dict[str, Callable[[LoadedProject], object]] = {
        "checks": lambda project: levels.list_findings(project, TODAY),
        "redline": lambda project: compare(project),
        "search": lambda project: search.index(
            search.documents_not_in_force(project.library, TODAY), ()
        ),
        "duties": lambda project: [
            list(duties(version, "Oakfield"))
            for policy in project.library.policies
            for version in policy.versions
        ],
    }
    for doing, step in steps.items():
        with limit(doing):
            assert step(loaded) is not None


def compare(project: LoadedProject) -> object:
    (policy,) = project.library.policies
    old, new = policy.versions
    return redline.effects(redline.redline(old, new))


@pytest.mark.parametrize("sign", [*SIGNS, *WORDS])
@pytest.mark.parametrize("length", [29_000, pytest.param(100_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("start", ["", "x "])
def test_one_line_takes_linear_time(sign: str, length: int, start: str) -> None:
    line = start + sign * (length // len(sign))
    read_all(f"## Rules\n\nBe kind.\n\n{line}\n")


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNS)
def test_pairs_take_linear_time(sign: str) -> None:
    lines = [f"x {(sign + other) * 1500}" for other in SIGNS if other != sign]
    read_all("## Rules\n\nBe kind.\n\n" + "\n\n".join(lines) + "\n")


@pytest.mark.parametrize("sign", ["1. ", "£1 ", "Mr A ", "Act ", "DSL ", "Staff must go. "])
def test_two_long_texts_take_linear_time(sign: str) -> None:
    line, half = sign * (29_000 // len(sign)), sign * (14_500 // len(sign))
    sentences = ["".join(f"{sign.rstrip('. ')} {x}{n}. " for n in range(2_500)) for x in "xyz"]
    before = f"## Rules\n\n{line}\n\n{sentences[0]}\n\n{sentences[1]}\n"
    after = f"## Rules\n\n{half} now {half}\n\n{sentences[2]}\n\nNo {sentences[0]}\n"
    read_all(after, before)
