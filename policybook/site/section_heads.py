"""Name sections and their sub-headings for a list of contents."""

from typing import NamedTuple

from policybook.model import Section


class GroupHead(NamedTuple):
    """A sub-heading in a list of contents. `number` is empty unless it is numbered."""

    id: str
    number: str
    title: str


class SectionHead(NamedTuple):
    """A section in a list of contents. `number` is 0 for text before the first heading."""

    id: str
    number: int
    title: str
    label: str
    groups: tuple[GroupHead, ...] = ()


def section_head(section: Section) -> SectionHead:
    """Return a section for a list of contents, with its sub-headings of the first level."""
    highest = min((group.level for group in section.groups), default=0)
    return SectionHead(
        section.id,
        section.number,
        section.title,
        section.margin_label,
        tuple(GroupHead(g.id, g.number, g.text) for g in section.groups if g.level == highest),
    )
