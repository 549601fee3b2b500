"""Make Word files: of a redline, for the site and `diff`; of a version, for `export`."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from policybook.model import Library, Mark, Policy, School, Version
from policybook.reading.files import clean_pictures
from policybook.reading.references import link_search, links
from policybook.redline import Redline
from policybook.site import version_view
from policybook.site.elsewhere import Elsewhere, elsewhere_in
from policybook.word import outgoing

#: The pictures of each version, by its name; those of a version by path.
PicturesByVersion = Mapping[str, Mapping[str, bytes]]


def redline_word_file(
    changes: Redline, school: School, elsewhere: Elsewhere, pictures: PicturesByVersion
) -> bytes:
    """Return a redline as a Word file with tracked changes. Their author is the school."""
    both = (changes.old, changes.new)
    shown = [pictures_by_target(version, elsewhere, pictures) for version in both]
    return outgoing.redline_file(
        changes,
        author=school.name,
        language=school.language,
        href=partial(_web_address, elsewhere, changes.new),
        pictures={**shown[0], **shown[1]},
    )


def version_word_file(library: Library, policy: Policy, version: Version, today: date) -> bytes:
    """Return a version as a Word file, with what its page says of it on `today`."""
    view, elsewhere = version_view.view_of(library, policy, version, today), elsewhere_in(library)
    cover = outgoing.CoverSheet(
        school=library.school.name,
        title=view.title,
        version=view.name,
        badge="" if view.binds else view.badge,
        notice="" if view.binds else f"{view.standing_phrase}.",
        facts=tuple((str(row), words) for row, words in version_view.cover_rows(view)),
        language=view.facts.language or library.school.language,
    )
    pictures = {version.name: link_search.find_pictures(library, version)}
    return outgoing.policy_file(
        elsewhere.linked(version),
        cover,
        href=partial(_address, elsewhere, version),
        pictures=pictures_by_target(version, elsewhere, pictures),
    )


def redline_in_library(changes: Redline, library: Library) -> bytes:
    """Return the same file as the site has, without reading anything but the library."""
    both = (changes.old, changes.new)
    pictures = {version.name: link_search.find_pictures(library, version) for version in both}
    return redline_word_file(changes, library.school, elsewhere_in(library), pictures)


def pictures_by_target(
    version: Version, elsewhere: Elsewhere, pictures: PicturesByVersion
) -> dict[str, bytes]:
    """Return the pictures of a version by their targets in its text."""
    targets = {p.target for _, p in link_search.find_links(version) if p.mark is Mark.IMAGE}
    paths = {target: elsewhere.picture(version, target) for target in targets}
    return {
        target: clean_pictures.clean(pictures[version.name][path])
        for target, path in paths.items()
        if isinstance(path, str)
    }


def _address(elsewhere: Elsewhere, version: Version, target: str) -> str | None:
    """Return the address of a link to the web, or `#` and the id of a clause of this text."""
    where = elsewhere.where(version, target)
    if isinstance(where, links.SiteLink):
        return f"#{where.fragment}" if where.fragment and not where.address else None
    return where.url if isinstance(where, links.WebLink) else None


def _web_address(elsewhere: Elsewhere, version: Version, target: str) -> str | None:
    """Return the address of a link to the web; the other links of a text have no place here."""
    where = elsewhere.where(version, target)
    return where.url if isinstance(where, links.WebLink) else None
