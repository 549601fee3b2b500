"""Make the one small file that names the day of the build, and the day of the next one."""

from collections.abc import Iterator

from policybook.model import addresses, coming_changes
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text import json_file


def build_day(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the file. No page names the day, so a build that finds no change sends none."""
    due = coming_changes.next_changes(inputs.changes)
    data = {
        "schema_version": 1,
        "made_on": inputs.today.isoformat(),
        "publish_again_by": due[0].day.isoformat(),
        "because": [change.words for change in due],
    }
    yield Asset(path=addresses.BUILD, data=json_file.as_json(data).encode())
