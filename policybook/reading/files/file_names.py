"""Find faults in the names of policies, versions, summaries and ordinary pages.

A good name is an address on the site and a file name on Windows, macOS and Linux.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from pathlib import PurePosixPath

from policybook.model import Finding, reserved_names
from policybook.reading.files import copied_files
from policybook.reading.files.layout import POLICIES, FileKind, FileName, classify, sort_key
from policybook.reading.files.months_in_words import read_month

#: Windows reserves these names, with any ending (Microsoft, "Naming Files, Paths, and
#: Namespaces").
_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")

_POLICY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")
_VERSION = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
#: A name that was meant for a summary: `2026-09.parents (1)`, `2026-09.Parents`.
_LIKE_SUMMARY = re.compile(r"(?i)([^.]+)\.(parents|pupils)\b(.*)")
_MONTH = re.compile(r"(?:19|20)\d\d-(\d{1,2})(?!\d)")
#: The greatest length of the name of a policy or version. The path of a page below
#: "C:\Users\…" then stays under the 260 characters of Windows.
LONGEST_NAME = 60


def find_name_faults(paths: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each bad name of a version, policy or picture among `paths`."""
    folders: dict[str, str] = {}
    pictures: dict[str, str] = {}
    places: dict[tuple[str, object], str] = {}
    policies: set[str] = set()
    every = sorted(paths)
    names = {classify(path).policy for path in every}
    versions = {f"{what.policy}/{what.version}" for what in map(classify, every)}
    for path in every:
        what = classify(path)
        if what.kind is FileKind.PICTURE:
            yield from _find_case_clash(path, "pictures", path.removeprefix(POLICIES), pictures)
        if what.kind not in (FileKind.VERSION, FileKind.SUMMARY):
            continue
        if what.policy not in policies:
            policies.add(what.policy)
            yield from _find_folder_faults(path, what.policy, names)
            yield from _find_case_clash(path, "folders", what.policy, folders)
        if what.kind is FileKind.VERSION:
            yield from _find_version_faults(path, what, places, versions)
        elif what.language and not _LANGUAGE.fullmatch(what.language):
            yield _fault(
                path,
                f"“{what.language}” in the name of the summary is not a language code",
                f"Rename it {what.version}.{what.reader}.md, "
                f"or use a code, such as {what.version}.{what.reader}.pl.md.",
            )


def _find_folder_faults(path: str, name: str, names: Set[str]) -> Iterator[Finding]:
    """Yield the fault in the name of a policy's folder. `names` are those of all folders."""
    original = copied_files.find_original_folder(name, lambda other: other in names)
    if program := copied_files.name_program(name):
        yield _fault(
            path,
            f"the folder “{name}” is no policy: it is a folder of {program}",
            "Delete the folder here, or move it outside docs/.",
        )
    elif original and not _POLICY.fullmatch(name):
        yield _fault(
            path,
            f"the folder “{name}” looks like a copy of {original}, which a program or a person "
            "made",
            f"Compare the two, put the right words into {original}, and delete this folder or "
            "move it outside docs/.",
        )
    else:
        slug = _slug(name).replace(".", "-")
        yield from _find_word_faults(
            path,
            "name of the policy's folder",
            name,
            _POLICY,
            "a-z, 0-9 and -",
            slug,
            slug in names,
        )


def _find_version_faults(
    path: str, what: FileName, places: dict[tuple[str, object], str], versions: Set[str]
) -> Iterator[Finding]:
    """Yield the faults in the name of a version.

    `places` has the sort keys so far, and `versions` each `POLICY/VERSION`.
    """
    if summary := _LIKE_SUMMARY.fullmatch(what.version):
        yield _describe_summary(path, summary[1], summary[2], summary[3])
        return
    slug = read_month(what.version) or _slug(what.version)
    is_taken = f"{what.policy}/{slug}" in versions
    yield from _find_word_faults(
        path, "version's name", what.version, _VERSION, "a-z, 0-9, . and -", slug, is_taken
    )
    if _has_wrong_month(what.version):
        yield _fault(
            path, f"the version's name, “{what.version}”, has a month that does not exist",
            "Name it by its year and month. The months are 01 to 12.",
        )  # fmt: skip
    if what.version in reserved_names.RESERVED_IN_A_POLICY or what.version in (".", ".."):
        yield _clash(
            path,
            f"the name “{what.version}” is reserved: another page of the policy has this address",
            "Name the version by its year and month, with a hyphen between them.",
        )
    first = places.setdefault((what.policy, sort_key(what.version)), what.version)
    if first != what.version:
        yield _clash(
            path,
            f"the versions {first} and {what.version} have the same place in the order, "
            "because digits count as numbers",
            "Rename one of them.",
        )


def _describe_summary(path: str, version: str, reader: str, rest: str) -> Finding:
    """Return the fault of a name that was meant for the summary of a version."""
    cause = (
        f"“{rest}” is more than the reader’s name" if rest else f"“{reader}” has capital letters"
    )
    name = f"{version}.{reader.lower()}.md"
    return _fault(
        path,
        f"the file's name fits no summary: {cause}",
        f"If it is the summary for {reader.lower()}, rename it {name}. If that file is there "
        "already, compare the two, and delete this one.",
    )


def _find_word_faults(
    path: str,
    what: str,
    name: str,
    form: re.Pattern[str],
    letters: str,
    slug: str,
    is_taken: bool,
) -> Iterator[Finding]:
    """Yield the fault of one name.

    `what` says what has the name, `form` is the pattern and `letters` says what it
    allows. `slug` is a name of that form, if the name has one; `is_taken` says that
    another file has it.
    """
    hidden = next((c for c in name if unicodedata.category(c) in {"Cc", "Cf", "Cs"}), None)
    if len(name) > LONGEST_NAME:
        yield _fault(
            path,
            f"the {what} is too long ({len(name)} characters; Windows allows a path of 260)",
            f"Use at most {LONGEST_NAME} characters.",
        )
    elif _WINDOWS.fullmatch(name):
        yield _fault(path, f"the {what}, “{name}”, is reserved by Windows", "Choose another name.")
    elif hidden:
        yield _fault(
            path,
            f"the {what} contains an invisible character, U+{ord(hidden):04X}",
            "Rename it: delete the name and type it again.",
        )
    elif not form.fullmatch(name):
        is_good = form.fullmatch(slug) and not _WINDOWS.fullmatch(slug) and slug != name
        is_good = is_good and not (form is _VERSION and _has_wrong_month(slug))
        hint = f": {slug}" if is_good and not is_taken else ""
        remedy = f"Name it with {letters} only{hint}."
        if is_taken:
            remedy = f"If it is a copy of {slug}, delete it. Otherwise name it with {letters} only."
        yield _fault(path, f"the {what}, “{name}”, cannot be an address", remedy)


def name_fault(name: str, what: str, example: str = "2026-09", after: str = "") -> str:
    """Return why a typed name cannot name a policy or version (`what`); empty if it can.

    The sentence suggests a good name: what was meant if it comes `after` that name, or `example`.
    """
    form = _POLICY if what == "policy" else _VERSION
    if form.fullmatch(name) and not _WINDOWS.fullmatch(name) and not _has_wrong_month(name):
        if len(name) <= LONGEST_NAME and name not in reserved_names.RESERVED_IN_A_POLICY:
            return ""
        return f"The name {name} is too long or taken."
    if what == "policy":
        near, example = _slug(name).replace(".", "-"), "behaviour"
    else:
        near = read_month(name) or _slug(name)
    is_good = form.fullmatch(near) and near != name and not _has_wrong_month(near)
    is_later = not after or sort_key(near) > sort_key(after)
    rule = "Use small letters, figures and hyphens"
    if what == "version" and _has_wrong_month(name):
        rule = "Its month does not exist: use one from 01 to 12"
    return (
        f"“{name}” cannot be the name of a {what}. {rule}, such as "
        f"{near if is_good and is_later else example}."
    )


def _has_wrong_month(name: str) -> bool:
    """Return whether a name starts with a year and a month that does not exist."""
    month = _MONTH.match(name)
    return month is not None and not 0 < int(month[1]) < 13


def _slug(name: str) -> str:
    """Return a name as an address: `Attendance Policy` gives `attendance-policy`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")


def _find_case_clash(path: str, what: str, name: str, paths: dict[str, str]) -> Iterator[Finding]:
    """Yield a finding if another path has the same name but for case or form."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    if folded in paths:
        yield _clash(
            path,
            f"the {what} “{paths[folded]}” and “{name}” differ only by case or form, "
            "so Windows takes them as the same name",
            "Rename one of them.",
        )
    paths.setdefault(folded, name)


def find_page_faults(pages: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each ordinary page (`docs/**.md`) with a bad name.

    The name may be no address, or give an address of the build or of another page.
    """
    paths: dict[str, str] = {}
    for path in sorted(pages):
        parts = PurePosixPath(path.removesuffix(".md")).parts[1:]
        lower = [part.lower() for part in parts]
        for address in {lower[0], "/".join(lower[:2])} & reserved_names.RESERVED:
            yield _fault(
                path,
                f"the build makes a page at the address /{address}/",
                "Rename the page.",
            )
        for part in parts:
            yield from _find_page_word_faults(path, part)
        address = unicodedata.normalize("NFKC", "/".join(parts)).casefold()
        address = "/".join(p for p in address.split("/") if p not in ("index", "readme"))
        if address in paths or path.lower() == "docs/readme.md":
            other = paths.get(address, "the site's home page")
            yield _fault(
                path,
                f"the page would have the same address as {other}",
                "Rename or remove one of them.",
            )
        paths.setdefault(address, path)


def _find_page_word_faults(path: str, part: str) -> Iterator[Finding]:
    """Yield the fault in one part of the path of an ordinary page.

    Here capitals, spaces and letters of other languages are allowed.
    """
    hidden = next((c for c in part if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Cn"}), None)
    if hidden:
        yield _fault(
            path,
            f"the page's name contains an invisible character, U+{ord(hidden):04X}",
            "Rename the page.",
        )
    elif _WINDOWS.fullmatch(part) or part.endswith((".", " ")) or re.search(r'[<>:"|?*\\]', part):
        yield _fault(
            path, f"the page's name, “{part}”, is not possible on Windows", "Rename the page."
        )
    elif len(part) > LONGEST_NAME * 2:
        yield _fault(
            path, f"the page's name is too long ({len(part)} characters)", "Rename the page."
        )


def _clash(path: str, message: str, remedy: str) -> Finding:
    """Return a finding about an address that another page or file has."""
    return Finding(path=path, line=1, code="name-clash", message=message, remedy=remedy)


def _fault(path: str, message: str, remedy: str) -> Finding:
    """Return a finding about the name of a file."""
    return Finding(path=path, line=1, code="name", message=message, remedy=remedy)
