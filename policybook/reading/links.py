"""Where a link or picture in a policy leads: an address of the site, another site that may be named, or nowhere.

Link schemes are allowed by list. A fragment names a clause (`#s4-2`) or a heading (`#what-happens-next`).
"""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from policybook.model import (
    Clause,
    Group,
    Library,
    Status,
    Version,
    addresses,
    timeline,
)
from policybook.reading import clauses, contacts_yml, layout, markdown
from policybook.text.strict_yaml import did_you_mean

SCHEMES = ("https", "http", "mailto", "tel")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+:[0-9a-f:.]*")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inside:
    """A place on the site: the page's address (empty: the same page) and the fragment."""

    address: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    url: str


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A link that leads to nothing, in words: `message` and `remedy`."""

    message: str
    remedy: str


Where = Inside | Outside | Nowhere


def resolve(library: Library, version: Version, target: str) -> Where:
    """Say where `target` leads from the text of `version`."""
    if is_role(target):
        return _role(library, target)
    if _DRIVE.match(unquote(target)):
        return Nowhere(
            f"the link leads to a file on somebody's own drive: {unquote(target)}",
            "Put the file where readers can reach it, or name it in words.",
        )
    if scheme := _SCHEME.match(target):
        if scheme[1].lower() in SCHEMES:
            return _resolve_web_link(target.strip())
        return Nowhere(
            f"the link {target} is not allowed: {scheme[1]}: is unsafe or unknown",
            f"Link to an address that starts with {', '.join(f'{s}:' for s in SCHEMES)}.",
        )
    if target.startswith("//"):
        return Nowhere(f"the link {target} does not say how to get there", f"Write https:{target}.")
    path, _, fragment = unquote(target).partition("#")
    return (
        _resolve_file_link(library, version, path, fragment, target)
        if path
        else _resolve_anchor(version, fragment, target, "")
    )


def is_role(target: str) -> bool:
    """Whether a link stands for a role: `{contact: Headteacher}`."""
    return target.startswith(markdown.ROLE)


def _role(library: Library, target: str) -> Where:
    """Where a page says how to reach whoever has the role."""
    role = target.removeprefix(markdown.ROLE)
    if found := contacts_yml.of_role(library.contacts, role):
        return Inside("", contacts_yml.anchor(found))
    roles = [name for contact in library.contacts for name in (contact.role, *contact.also)]
    if not roles:
        return Nowhere(f"the text names the contact “{role}”, but docs/policies/contacts.yml names nobody",
                       "Write that file, with the role, how to reach it and the day that it was checked.")  # fmt: skip
    return Nowhere(f"the contact “{role}” is not in docs/policies/contacts.yml",
                   f"Enter the role there, or use one that is there: {', '.join(roles)}.{did_you_mean(role, roles)}")  # fmt: skip


def _resolve_web_link(url: str) -> Where:
    """An address with a host, or one to write or ring to."""
    scheme, _, rest = url.partition(":")
    try:
        host = urlsplit(url).hostname or ""
        whole = bool(
            _HOST.fullmatch(host) if scheme.lower().startswith("http") else rest.strip("/ ")
        )
    except ValueError:  # brackets that no host has
        whole = False
    if whole:
        return Outside(url)
    return Nowhere(
        f"the link {url} is not a whole address",
        "Write it out, such as https://www.gov.uk/schools.",
    )


def _resolve_anchor(version: Version, fragment: str, target: str, address: str) -> Where:
    if not fragment:
        return Inside(address)
    if (clause_id := anchor(version, fragment)) is not None:
        return Inside(address, clause_id)
    return Nowhere(
        f"the link #{fragment} names no heading and no clause here"
        if not address
        else f"the link {target} names no heading and no clause there",
        "Use a heading's words in small letters with hyphens, such as #what-happens-next, or a clause such as #s4-2.",
    )


def _resolve_file_link(
    library: Library, version: Version, path: str, fragment: str, target: str
) -> Where:
    """A link to another policy, by its folder or by the file of one version."""
    whole = posixpath.normpath(posixpath.join(f"{layout.POLICIES}{version.policy}", path))
    if not f"{whole}/".startswith(layout.POLICIES) or "\\" in path:
        return Nowhere(
            f"the link {target} leads outside the policies",
            "Link to another policy's folder, such as ../behaviour/, or to a web address.",
        )
    parts = whole.removeprefix(layout.POLICIES).removesuffix(".md").split("/")
    there = [
        v
        for v in (*(v for p in library.policies for v in p.versions), *library.unsound)
        if v.policy == parts[0]
    ]
    versions = there if len(parts) == 1 else [v for v in there if [v.policy, v.name] == parts]
    if (
        versions
        and version.facts.status is not Status.DRAFT
        and all(v.facts.status is Status.DRAFT for v in versions)
    ):
        return Nowhere(
            f"the link {target} leads to a draft, which is private",
            "Leave the link out until the other text is proposed or approved.",
        )
    if versions and len(parts) == 2:
        address = addresses.version(*parts)
        if timeline.removal(library, versions[0]):
            return Inside(
                address
            )  # a text that was approved may go on to name a clause whose words were taken out
        return _resolve_anchor(versions[0], fragment, target, address)
    if versions and fragment:
        return Nowhere(
            f"the link {target} names a place in a text that changes from version to version",
            "Link to one version's file, such as ../behaviour/2025-09.md#s2-1, or leave out what follows the #.",
        )
    if versions:
        return Inside(addresses.policy(parts[0]))
    return Nowhere(
        f"the link {target} leads to something that is not there (not found)",
        "Link to another policy's folder, such as ../behaviour/, or to one version's file, such as ../behaviour/2025-09.md.",
    )


def anchor(version: Version, fragment: str) -> str | None:
    """The id that a fragment names in `version`."""
    for section in version.sections:
        if fragment in (section.id, clauses.slug(section.title) if section.title else None):
            return section.id
        for part in section.parts:
            if isinstance(part, Group) and fragment in (part.id, clauses.slug(part.text)):
                return part.id
            if isinstance(part, Clause) and any(
                c.id == fragment for c in clauses.with_children(part)
            ):
                return fragment
    return None


def picture(library: Library, version: Version, target: str) -> str | Nowhere:
    """The path, among the library's pictures, of the picture that `target` names."""
    if _SCHEME.match(target) or target.startswith("//"):
        return Nowhere(
            f"the picture {target} is on another site (external), which would learn who reads the policy",
            "Save the picture into the policy's folder, and name it there.",
        )
    path = posixpath.normpath(posixpath.join(f"{layout.POLICIES}{version.policy}", unquote(target)))
    if not path.startswith(f"{layout.POLICIES}{version.policy}/"):
        return Nowhere(
            f"the picture {target} is outside the policy's folder",
            "Put the picture into the policy's own folder.",
        )
    if posixpath.splitext(path)[1].lower() not in layout.PICTURES:
        return Nowhere(
            f"the picture {target} is of a kind that is not shown: an SVG or another file may carry a program",
            "Save it as .png, .jpg, .gif or .webp.",
        )
    if path not in library.pictures:
        return Nowhere(
            f"the picture {target} is missing (not found)",
            "Put the picture into the policy's folder as .png, .jpg, .gif or .webp, and name it as it is spelt there.",
        )
    return path
