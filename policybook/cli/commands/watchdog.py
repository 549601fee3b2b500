"""A build that stands still is ended, so that nobody waits for ever: a PDF renderer that hangs is the case that is known."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator

SECONDS = 60.0  # for one file; the longest PDF that the checks let through takes a tenth of it


@contextlib.contextmanager
def patience() -> Iterator[Callable[[], None]]:
    """Give a function to be called whenever a file is done. If, after the first, none is done for `SECONDS`, the process says so
    and ends with 1; what it was building is left beside the site, and the next build clears it away."""
    over, last = threading.Event(), [0.0]
    watch = threading.Thread(target=_wait, args=(over, last), daemon=True)

    def beat() -> None:
        last[0] = (
            time.monotonic()
        )  # a number, not an event: a thread that is woken for each file costs more than some of them
        if not watch.ident:
            watch.start()

    try:
        yield beat
    finally:
        over.set()


def _wait(over: threading.Event, last: list[float]) -> None:
    while (left := last[0] + SECONDS - time.monotonic()) > 0:
        if over.wait(left):
            return
    print(
        f"One file was not done after {SECONDS:.0f} seconds; the PDF renderer may hang. Nothing was published; the site is as it was. "
        "Build again, or without PDFs: --no-pdf.",
        flush=True,
    )
    os._exit(1)
