"""Name the pictures of a draft: each file once, also if the text shows it twice."""

from collections.abc import Collection, Iterable, Iterator

from policybook.word.incoming.document import Paragraph, Picture, TextRun


class DraftPictures:
    """The pictures of a draft by the names of their files, such as `2027-01-picture-1.png`."""

    def __init__(
        self, version: str, paragraphs: Iterable[Paragraph], taken: Collection[str]
    ) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        count = 0
        for picture in _walk(paragraphs):
            if not picture.data or picture.data in self._names:
                continue
            suffix = picture.name[picture.name.rfind(".") :]
            count += 1
            while f"{version}-picture-{count}{suffix}" in taken:
                count += 1
            name = f"{version}-picture-{count}{suffix}"
            self._names[picture.data] = name
            self.files[name] = picture.data

    def name(self, run: TextRun) -> str:
        """Return the file's name for the picture of a run; nothing if no browser can show it."""
        return self._names.get(run.picture.data, "") if run.picture is not None else ""


def _walk(paragraphs: Iterable[Paragraph]) -> Iterator[Picture]:
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.picture is not None:
                yield run.picture
