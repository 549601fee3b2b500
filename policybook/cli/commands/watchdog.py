"""Stop a build that makes no progress. Known cause: a PDF renderer that hangs."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator

SECONDS = 60.0  # for one file; the longest PDF that the checks allow takes a tenth of it


@contextlib.contextmanager
def stop_when_stuck() -> Iterator[Callable[[], None]]:
    """Yield a function to call whenever a file is finished.

    After its first call, the process stops with exit code 1 when no file has been finished for
    `SECONDS`. The unfinished folder stays beside the site, and the next build removes it.
    """
    over, last = threading.Event(), [0.0]
    thread = threading.Thread(target=_wait, args=(over, last), daemon=True)

    def restart() -> None:
        # A number, not an event: waking a thread for each file costs more than some files.
        last[0] = time.monotonic()
        if not thread.ident:
            thread.start()

    try:
        yield restart
    finally:
        over.set()


def _wait(over: threading.Event, last: list[float]) -> None:
    while (left := last[0] + SECONDS - time.monotonic()) > 0:
        if over.wait(left):
            return
    print(
        f"One file was not finished after {SECONDS:.0f} seconds; the PDF renderer may hang. "
        "Nothing was published; the site is as it was. Build again, or without PDFs: --no-pdf.",
        flush=True,
    )
    os._exit(1)
