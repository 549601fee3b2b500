"""The person at the terminal: whether there is one, and what they answer."""

import contextlib
import sys
from collections.abc import Callable, Iterator


def ask(question: str) -> bool:
    """Ask the person, and return whether the answer is yes. No answer is a no."""
    try:
        return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt, OSError, RuntimeError):
        print()
        return False


@contextlib.contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """Give a function that shows words at a terminal in place of those before."""
    watched = sys.stderr.isatty()

    def show(words: str) -> None:
        if watched:
            print(f"\r{words} …", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if watched:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def has_person() -> bool:
    """Return whether a person is at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
