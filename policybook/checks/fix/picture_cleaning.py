"""Write pictures with their pixels alone, before an approval counts their bytes."""

from collections.abc import Callable, Iterator

from policybook.checks import recorded_versions
from policybook.checks.fix.tidy import TidiedFile
from policybook.checks.rules.pictures import can_be_shown
from policybook.model import Library
from policybook.reading.files import clean_pictures, layout
from policybook.reading.files.snapshot import Sources


def clean_files(
    sources: Sources, project: Library, is_wanted: Callable[[str], bool]
) -> Iterator[TidiedFile]:
    """Yield each wanted picture that has more than its pixels. A recorded one stays as it is."""
    recorded = recorded_versions.list_pictures(project)
    for path, data in sources.files.items():
        is_picture = layout.classify(path).kind is layout.FileKind.PICTURE
        if not is_picture or path in recorded or not is_wanted(path):
            continue
        if path.lower().endswith(".svg") or not can_be_shown(path, data):
            continue
        cleaned = clean_pictures.clean(data)
        if cleaned and cleaned != data:
            step = "removed everything but its pixels"
            yield TidiedFile(path=path, data=cleaned, steps=(step,))
