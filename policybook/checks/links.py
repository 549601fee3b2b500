"""Links and pictures lead to something that is there, and to nothing that harms."""

from collections.abc import Iterator
from datetime import date

from policybook import links
from policybook.findings import Finding
from policybook.model import Library, Mark, Version


def _every(library: Library) -> Iterator[Version]:
    for policy in library.policies:
        yield from policy.versions
    yield from library.unsound


def links_lead_somewhere(library: Library, today: date) -> Iterator[Finding]:
    """A link leads to a heading or clause, another policy, or a web address; a picture is in the policy's own folder.

    Bad: `[the form](C:\\Users\\Office\\form.docx)`, `![logo](https://elsewhere.example/logo.png)`.
    Good: `[behaviour](../behaviour/)`, `[GOV.UK](https://www.gov.uk/)`, `![Plan](plan.png)`.
    """
    for version in _every(library):
        for line, piece in links.used(version):
            where = (
                links.resolve(library, version, piece.target)
                if piece.mark is Mark.LINK
                else links.picture(library, version, piece.target)
            )
            if isinstance(where, links.Nowhere):
                yield Finding(
                    path=version.path,
                    line=_line_of(version, line, piece.target),
                    code="link",
                    message=where.message,
                    remedy=where.remedy,
                )


def pictures_are_described(library: Library, today: date) -> Iterator[Finding]:
    """A picture has a description for those who cannot see it.

    Bad: `![](plan.png)`.
    Good: `![Plan of the playground with the two gates](plan.png)`.
    """
    for version in _every(library):
        for line, piece in links.used(version):
            if piece.mark is Mark.IMAGE and not piece.text.strip():
                yield Finding(
                    path=version.path,
                    line=_line_of(version, line, piece.target),
                    code="picture-description",
                    message=f"the picture {piece.target} has no description",
                    remedy="Write one between the square brackets: `![what it shows](file.png)`.",
                )


def _line_of(version: Version, start: int, target: str) -> int:
    """The first line from `start` on that holds the link's target as it is written; `start` where none does."""
    lines = version.text.split("\n")[start - version.body_line :]
    return next((start + i for i, line in enumerate(lines[:200]) if target in line), start)
