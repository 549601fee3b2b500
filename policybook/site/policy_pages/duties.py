"""Make the page, spreadsheet and data of one policy's duties.

The page says who must, should or may do what by the text in force.
"""

from collections.abc import Iterator

from policybook.analysis.duties import ACCURACY, Duty
from policybook.model import addresses
from policybook.site import dated, duty_table
from policybook.site.lists.page_links import policy_links
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView

_HEADINGS = {"": "No one named", "you": "The reader (“you”)", "school": "The school"}


def duties(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page and files of the duties in force; nothing if no text is in force."""
    view = inputs.current
    if view is None:
        return
    yield _page(inputs, renderer, view)
    rows = duty_table.rows(view, inputs.duties, renderer.url(view.address))
    data = duty_table.as_json(rows, inputs.school.name, dated.same_text(inputs))
    yield Asset(path=addresses.duties_json(view.policy), data=data)
    yield Asset(path=addresses.duties_csv(view.policy), data=duty_table.as_csv(rows))


def _page(inputs: PolicyInput, renderer: Renderer, view: VersionView) -> Page:
    return renderer.page(
        addresses.duties(view.policy),
        "policy/duties.html",
        title=f"Who must do what: {view.title}",
        description=f"The duties that the {view.title} sets, by who has them.",
        trail=((view.title, addresses.policy(view.policy)),),
        view=view,
        around=tuple(policy_links(inputs)),
        standing=dated.standings(inputs)[view.name],
        accuracy=ACCURACY,
        groups=_group_by_person(inputs.duties),
    )


def _group_by_person(duties: tuple[Duty, ...]) -> list[tuple[str, str, list[Duty]]]:
    """Return the anchor, heading and duties of each person or body, most duties first.

    The duties that name nobody come last.
    """
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(duty.who, []).append(duty)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return [
        (f"who-{number}", _HEADINGS.get(who, who[:1].upper() + who[1:]), group)
        for number, (who, group) in enumerate(ordered, 1)
    ]
