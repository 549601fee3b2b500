"""What axe finds wrong with a page in Chromium, at each width, in light and dark."""

from collections.abc import Iterator, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT = Axe().axe_script
#: In dark, only the rules on colour are run. `test_schemes_change_only_colours` shows that
#: nothing else changes.
RUN = """async ([tags, colour]) => {
  const rules = axe.getRules(["cat.color"]).filter(r => r.tags.some(t => tags.includes(t))).map(r => r.ruleId);
  if (!rules.includes("color-contrast")) return ["axe has no rule of contrast"];
  const runOnly = colour ? {type: "rule", values: rules} : {type: "tag", values: tags};
  const found = await axe.run({runOnly, resultTypes: ["violations"]});
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 120)}`));
}"""


def faults(page: Page, sizes: Sequence[dict[str, int]] = ()) -> Iterator[str]:
    """Yield every fault with its width and colour scheme. Without `sizes`, use the page's own."""
    page.evaluate(SCRIPT)
    for size in sizes or (page.viewport_size,):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is (
                scheme == "dark"
            )
            for fault in page.evaluate(RUN, [RULES, scheme == "dark"]):
                yield f"{size['width']} px, {scheme}: {fault}"  # type: ignore[index]
