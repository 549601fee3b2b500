"""Open pages in Chromium: one of each kind, of Oakfield and the sample school; sizes of screens."""

import datetime

from playwright.sync_api import Browser, Locator, Page

POLICY = "policies/social-media/"
REDLINE = POLICY + "changes/2023-11..2026-12/"
KINDS = {
    "home": "",
    "for parents": "parents/",
    "for governors": "governors/",
    "worried": "worried/",
    "card of a situation": "worried/adult-at-school/",
    "statutory": "statutory/",
    "text in force": POLICY,
    "proposal": POLICY + "2026-12/",
    "parents": POLICY + "parents/",
    "pupils": POLICY + "pupils/",
    "print": POLICY + "print/",
    "pupils print": POLICY + "pupils/print/",
    "pupils slip": POLICY + "pupils/slip/",
    "parents print": POLICY + "parents/print/",
    "history": POLICY + "changes/",
    "on a day": POLICY + "on/",
    "redline": REDLINE,
    "pack": REDLINE + "pack/",
    "duties": POLICY + "duties/",
    "register": "review/",
    "search": "search/?q=phone",
    "verify": "verify/",
    "sheet": "check/1eaedb311e69/",
    "get updates": "get-updates/",
    "accessibility": "accessibility/",
    "help": "help/office/",
    "help on a check": "help/checks/asked/",
    "not found": "404.html",
}
SAMPLE_REDLINE = "policies/behaviour/changes/2025-07..2026-11/"
#: Pages of the sample school: what Oakfield's one policy does not have.
SAMPLE_KINDS = {
    "home with groups": "",
    "merged cells": "policies/mobile-phones/",
    "own numbers": "policies/complaints/",
    "lists in cells": "policies/data-protection/",
    "upcoming version": "policies/behaviour/2026-11/",
    "withdrawn policy": "policies/photographs/",
    "withdrawn version": "policies/photographs/2021-09/",
    "parents of a proposal": "policies/complaints/2026-12/parents/",
    "redline of forty": SAMPLE_REDLINE,
    "pack of forty": SAMPLE_REDLINE + "pack/",
    "minor redline": "policies/data-protection/changes/2025-11..2026-02/",
    "worried, with numbers": "worried/",
    "card of the school": "worried/locked-phone/",
    "full register": "review/",
    "duties of the school": "review/duties/",
    "statutory": "statutory/",
    "search of four": "search/?q=phone",
    "print of a wide table": "policies/complaints/print/",
}
SMALL, PHONE, DESKTOP = (
    {"width": 320, "height": 640},
    {"width": 360, "height": 740},
    {"width": 1280, "height": 900},
)

#: Pages show what holds on the reader's day. That is the day of the build here.
NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)

_TABS: dict[str, Page] = {}


def tab(browser: Browser, name: str, script: bool = True) -> Page:
    """Return a tab that stays open. A new context costs Chromium ten times what a page costs."""
    if name not in _TABS:
        context = browser.new_context(java_script_enabled=script, reduced_motion="reduce")
        if script:
            context.clock.set_fixed_time(NOW)
        _TABS[name] = context.new_page()
    return _TABS[name]


def open_page(browser: Browser, address: str, size: dict[str, int], script: bool = True) -> Page:
    """Return the page, loaded anew. Its scripts have run: they are deferred, and `goto` waits."""
    page = tab(browser, "scripts" if script else "no scripts", script)
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="light")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(address)
    return page


def choose(page: Page, switch: str) -> None:
    """Check a switch of a redline. On a phone it is folded, so it is opened first."""
    fold = page.locator(f"details.pb-how:has({switch}) > summary")
    if fold.is_visible() and not page.locator(switch).is_visible():
        fold.click()
    page.check(switch)


def in_view(target: Locator) -> None:
    """Wait until the top of the element is on the screen. Scrolling ends after the call."""
    handle = target.element_handle()
    target.page.wait_for_function(
        """e => { const top = e.getBoundingClientRect().top;
        return 0 <= top && top < innerHeight; }""",
        arg=handle,
    )


def boxes(first: Locator, second: Locator) -> list[dict[str, float]]:
    """Return the boxes of two elements of a page at the same moment."""
    script = "elements => elements.map(e => e.getBoundingClientRect().toJSON())"
    handles = [first.element_handle(), second.element_handle()]
    return list(first.page.evaluate(script, handles))
