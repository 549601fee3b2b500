"""Say where a link or picture in a policy leads: a page, another site, or nowhere.

A list says which link schemes are allowed. A fragment names a clause (`#s4-2`) or a
heading (`#what-happens-next`).
"""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from policybook.model import (
    Clause,
    Library,
    Status,
    Version,
    addresses,
    timeline,
)
from policybook.reading.files import layout
from policybook.reading.school import contacts_yml
from policybook.reading.texts import clauses, markdown_parser
from policybook.text.strict_yaml import did_you_mean
from policybook.text.web_address import MAIL

SCHEMES = ("https", "http", "mailto", "tel")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+:[0-9a-f:.]*")
#: A web address or an e-mail address without its scheme.
_HOST_ALONE = re.compile(
    r"(?:www\.[\w-]+\.|(?:[\w-]+\.)+(?:uk|com|org|net|edu|gov|int|eu|info|io|co)(?:[/?#:]|$))",
    re.IGNORECASE,
)
#: Starts a remedy.
_TO_FOLDER = "Link to the folder of another policy, such as ../behaviour/"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A place on the site: the address of the page (empty: the same page) and the fragment."""

    address: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class WebLink:
    """A web address, an e-mail address or a telephone number."""

    url: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads to nothing, with the message and the remedy of its finding."""

    message: str
    remedy: str


ResolvedLink = SiteLink | WebLink | BrokenLink


def resolve(library: Library, version: Version, target: str) -> ResolvedLink:
    """Return where `target` leads from the text of `version`."""
    if is_role(target):
        return _resolve_role(library, target)
    if _DRIVE.match(unquote(target)):
        return BrokenLink(
            f"the link leads to a file on a private drive: {unquote(target)}",
            "Put the file where readers can reach it, or describe it in words.",
        )
    if scheme := _SCHEME.match(target):
        if scheme[1].lower() in SCHEMES:
            return _resolve_web_link(target.strip())
        return BrokenLink(
            f"the link {target} is not allowed: {scheme[1]}: is unsafe or unknown",
            f"Link to an address that starts with {', '.join(f'{s}:' for s in SCHEMES)}.",
        )
    if target.startswith("//"):
        return BrokenLink(
            f"the link {target} has no scheme, such as https:", f"Write https:{target}."
        )
    path, _, fragment = unquote(target).partition("#")
    if path:
        return _resolve_file_link(library.whole or library, version, path, fragment, target)
    return _resolve_fragment(version, fragment, target, "")


def names_file(target: str) -> bool:
    """Return whether a link leads to a file or a folder, so that it depends on other policies."""
    if is_role(target) or _DRIVE.match(unquote(target)) or _SCHEME.match(target):
        return False
    return not target.startswith(("//", "#"))


def is_role(target: str) -> bool:
    """Return whether a link names a role: `{contact: Headteacher}`."""
    return target.startswith(markdown_parser.ROLE)


def _resolve_role(library: Library, target: str) -> ResolvedLink:
    """Return the place on the page that says how to reach the role."""
    role = target.removeprefix(markdown_parser.ROLE)
    if contact := contacts_yml.find_contact(library.contacts, role):
        return SiteLink("", contacts_yml.anchor(contact))
    roles = [name for contact in library.contacts for name in (contact.role, *contact.also)]
    if not roles:
        return BrokenLink(
            f"the text names the contact “{role}”, but docs/policies/contacts.yml has no contacts",
            "Write that file, with the role, how to reach it and the day when you checked it.",
        )
    return BrokenLink(
        f"the contact “{role}” is not in docs/policies/contacts.yml",
        f"Add the role there, or use one of these: {', '.join(roles)}.{did_you_mean(role, roles)}",
    )


def _resolve_web_link(url: str) -> ResolvedLink:
    """Return a web address with a host, or an address to write to or call."""
    scheme, _, rest = url.partition(":")
    try:
        host = urlsplit(url).hostname or ""
        whole = bool(
            _HOST.fullmatch(host) if scheme.lower().startswith("http") else rest.strip("/ ")
        )
    # `urlsplit` raises for brackets that no host has.
    except ValueError:
        whole = False
    if whole:
        return WebLink(url)
    return BrokenLink(
        f"the link {url} is not a complete address",
        "Write it in full, such as https://www.gov.uk/schools.",
    )


def _resolve_fragment(version: Version, fragment: str, target: str, address: str) -> ResolvedLink:
    """Return the place of `fragment` in the text of `version`, at `address`."""
    if not fragment:
        return SiteLink(address)
    if (clause_id := find_anchor(version, fragment)) is not None:
        return SiteLink(address, clause_id)
    if fragment.startswith("note-") and not address:
        name = fragment.removeprefix("note-")
        return BrokenLink(
            f"the footnote [^{name}] has no text",
            f"Write it after an empty line, on a line of its own: [^{name}]: the words.",
        )
    return BrokenLink(
        f"the link #{fragment} names no heading and no clause here"
        if not address
        else f"the link {target} names no heading and no clause there",
        "Use the words of a heading in small letters with hyphens, "
        "such as #what-happens-next, or a clause, such as #s4-2.",
    )


def _resolve_file_link(
    library: Library, version: Version, path: str, fragment: str, target: str
) -> ResolvedLink:
    """Return where a link to the folder of a policy or to the file of a version leads."""
    whole = posixpath.normpath(posixpath.join(f"{layout.POLICIES}{version.policy}", path))
    if not f"{whole}/".startswith(layout.POLICIES) or "\\" in path:
        return BrokenLink(
            f"the link {target} leads outside the policies",
            f"{_TO_FOLDER}, or to a web address.",
        )
    parts = whole.removeprefix(layout.POLICIES).removesuffix(".md").split("/")
    versions = [v for p in library.policies if p.name == parts[0] for v in p.versions]
    versions += [v for v in library.unsound if v.policy == parts[0]]
    targets = [v for v in versions if parts[1:] in ([], [v.name])]
    if not targets:
        return _describe_missing(target, path)
    if version.facts.status is not Status.DRAFT and all(
        v.facts.status is Status.DRAFT for v in targets
    ):
        return BrokenLink(
            f"the link {target} leads to a draft, which is private",
            "Leave the link out until the other text is proposed or approved.",
        )
    if len(parts) == 2:
        other = targets[0]
        address = addresses.version(other.policy, other.name)
        # An approved text may name a clause of a version whose words were removed later.
        if timeline.removal(library, other):
            return SiteLink(address)
        return _resolve_fragment(other, fragment, target, address)
    if fragment:
        return BrokenLink(
            f"the link {target} names a place in a text that changes from version to version",
            "Link to the file of one version, such as ../behaviour/2025-09.md#s2-1, "
            "or leave out the # and what follows it.",
        )
    return SiteLink(addresses.policy(parts[0]))


def _describe_missing(target: str, path: str) -> BrokenLink:
    """Return the fault of a link to no file: it may be an address without its scheme."""
    if _HOST_ALONE.match(path):
        return BrokenLink(
            f"the link {target} has no scheme, such as https:", f"Write https://{target}."
        )
    if re.fullmatch(MAIL, path):
        return BrokenLink(
            f"the link {target} has no scheme, such as mailto:", f"Write mailto:{target}."
        )
    return BrokenLink(
        f"the link {target} leads to something that does not exist (not found)",
        f"{_TO_FOLDER}, or to the file of one version, such as ../behaviour/2025-09.md.",
    )


def find_anchor(version: Version, fragment: str) -> str | None:
    """Return the id of the clause or heading that `fragment` names; None if there is none."""
    for part in clauses.walk_parts(version):
        is_named = not isinstance(part, Clause) and bool(part.text)
        if fragment == part.id or (is_named and fragment == clauses.slug(part.text)):
            return part.id
    return None


def find_picture(library: Library, version: Version, target: str) -> str | BrokenLink:
    """Return the path of the picture that `target` names, among the pictures of the library."""
    if _SCHEME.match(target) or target.startswith("//"):
        return BrokenLink(
            f"the picture {target} is on another site (external), "
            "which could see who reads the policy",
            "Save the picture into the policy's folder, and use its name.",
        )
    path = posixpath.normpath(posixpath.join(f"{layout.POLICIES}{version.policy}", unquote(target)))
    if not path.startswith(f"{layout.POLICIES}{version.policy}/"):
        return BrokenLink(
            f"the picture {target} is outside the policy's folder",
            "Put the picture into the policy's own folder.",
        )
    if posixpath.splitext(path)[1].lower() not in layout.PICTURES:
        return BrokenLink(
            f"the picture {target} is of a kind that is not allowed: it may contain a program",
            "Save it as .png, .jpg, .gif, .webp or .svg.",
        )
    if path not in library.pictures:
        return BrokenLink(
            f"the picture {target} is missing (not found)",
            "Put the picture into the policy's folder as .png, .jpg, .gif, .webp or .svg, "
            "and write its name exactly as in the folder.",
        )
    return path
