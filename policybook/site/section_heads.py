"""Name sections and their sub-headings for a list of contents."""

from typing import NamedTuple

from policybook.model import Group, Section


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
    groups = [part for part in section.parts if isinstance(part, Group)]
    highest = min((group.level for group in groups), default=0)
    return SectionHead(
        section.id,
        section.number,
        section.title,
        section.margin_label,
        tuple(GroupHead(g.id, g.number, g.text) for g in groups if g.level == highest),
    )
