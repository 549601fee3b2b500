"""The person at the terminal: whether there is one, and what they answer."""

import sys


def ask(question: str) -> bool:
    """Ask the person, and return whether the answer is yes. No answer is a no."""
    try:
        return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt, OSError, RuntimeError):
        print()
        return False


def has_person() -> bool:
    """Return whether a person is at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
