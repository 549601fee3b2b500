"""Stop a build that makes no progress: a template without an end, or a PDF renderer that hangs.

A second thread looks at the first. It needs no signals, so it works on Windows too.
"""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType

import jinja2

#: For one file; the longest PDF that the checks allow takes a tenth of it.
SECONDS = 60.0
#: The index of search grows with the school. That of so many policies has as long as one file.
POLICIES_A_FILE = 100
#: For one template of one page. The longest page of a large school takes a tenth of it.
TEMPLATE_SECONDS = 12.0
_LOOK_EVERY = 0.5
_UNCHANGED = "Nothing was published; the site is as it was."


@contextlib.contextmanager
def stop_when_stuck(policies: int) -> Iterator[Callable[[], None]]:
    """Yield a function to call whenever a file is finished.

    The process stops with exit code 1 when one page has been in its template for
    `TEMPLATE_SECONDS`, and after the first call, when no file has been finished for
    `SECONDS`; a school of many `policies` has longer. The unfinished folder stays beside the
    site, and the next build removes it.
    """
    over, last = threading.Event(), [0.0]
    limit = SECONDS * max(1.0, policies / POLICIES_A_FILE)
    builder = threading.get_ident()
    thread = threading.Thread(target=_watch, args=(over, last, builder, limit), daemon=True)
    thread.start()

    def restart() -> None:
        # A number, not an event: waking a thread for each file costs more than some files.
        last[0] = time.monotonic()

    try:
        yield restart
    finally:
        over.set()


def _watch(over: threading.Event, last: list[float], builder: int, limit: float) -> None:
    page: FrameType | None = None
    since = time.monotonic()
    while not over.wait(_LOOK_EVERY):
        now = time.monotonic()
        frames = list(_list_template_frames(builder))
        # The frame of a page lives as long as the page is being laid out.
        if not frames or frames[-1] is not page:
            page, since = frames[-1] if frames else None, now
        elif now - since > TEMPLATE_SECONDS:
            _stop(_describe_template(frames))
        if last[0] and now - last[0] > limit:
            _stop(
                f"One file was not finished after {limit:.0f} seconds; the PDF renderer may "
                f"hang. {_UNCHANGED} Build again, or without PDFs: --no-pdf."
            )


def _list_template_frames(builder: int) -> Iterator[FrameType]:
    """Yield where a template is being laid out, the innermost first."""
    frame = sys._current_frames().get(builder)
    while frame:
        if isinstance(frame.f_globals.get("__jinja_template__"), jinja2.Template):
            yield frame
        frame = frame.f_back


def _describe_template(frames: list[FrameType]) -> str:
    template = frames[0].f_globals["__jinja_template__"]
    line = template.get_corresponding_lineno(frames[0].f_lineno)
    return (
        f"The template {template.name}, line {line}, did not come to an end in "
        f"{TEMPLATE_SECONDS:.0f} seconds. {_UNCHANGED} Correct templates/{template.name}."
    )


def _stop(message: str) -> None:
    print(message, flush=True)
    os._exit(1)
