"""Plan what an import writes: which policy and version a file becomes, and its draft."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType

from policybook.model import Library, Policy, Status, Version, timeline
from policybook.project.open import OpenedProject
from policybook.project.scaffold import next_name, next_year
from policybook.reading import library
from policybook.reading.fields.field_types import Next
from policybook.reading.fields.fields import FIELDS
from policybook.reading.files import file_names, layout
from policybook.reading.texts.version_words import walk_words
from policybook.word.incoming import structure
from policybook.word.incoming.document import IncomingDocument, walk_paragraphs
from policybook.word.incoming.draft.imported_draft import DraftRequest, ImportedDraft, make_draft
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.pdf.tagged_pdf import list_page_texts, read_pdf
from policybook.word.incoming.tracked_changes import Decision
from policybook.word.incoming.word_count import count_words
from policybook.word.incoming.word_file import read_word_file

#: Words in the name of a file that are no part of a title.
_NO_TITLE = re.compile(
    r"(?i)\b(?:final|draft|copy|new|updated|latest|signed|approved|v(?:ersion)? ?\d[\d.]*"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d(?:[-–/ ](?:19|20)?\d\d)?|\(\d+\))"
)
_DOCUMENTS = (".docx", ".doc", ".docm", ".pdf")
_ENDING = re.compile(r"-policy$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedImport:
    """What an import of one file writes: the draft and its pictures, by their paths.

    `in_force` is the version that the draft would replace, or None. `was_decided` says
    whether tracked changes of the file were accepted or rejected.
    """

    path: str
    files: Mapping[str, bytes]
    draft: ImportedDraft
    in_force: Version | None
    sha256: str
    was_decided: bool = False


def read_file(data: bytes, name: str, decision: Decision) -> IncomingDocument:
    """Return the content of a Word file, or of a tagged PDF.

    Raises `UnreadableFile` and `OpenChanges`, as `read_word_file` does.
    """
    if PurePath(name).suffix.lower() != ".pdf" and not data.startswith(b"%PDF"):
        return read_word_file(data, decision)
    document = read_pdf(data)
    return replace(document, words_in=count_words(list_page_texts(data)))


def read_text(data: bytes, name: str) -> str:
    """Return the words of a document, a paragraph a line: a Word file's, or a text file's.

    Numbers of paragraphs, and what belongs to the printed pages, are left out. Raises
    `UnreadableFile`, also for a text that is not in UTF-8, and `OpenChanges`.
    """
    if is_document(name):
        document = read_file(data, name, Decision.REFUSE)
        known = structure.find_structure(document, read_title(name))
        _refuse_unread(document, known)
        notes = (p for paragraphs in document.notes.values() for p in paragraphs)
        paragraphs = [*walk_paragraphs(known.blocks), *notes]
        return "\n".join(p.text for p in paragraphs)
    text, faults = library.decode(data, name)
    if faults or not text.strip():
        raise UnreadableFile("It holds no plain text. Save its words as a text file in UTF-8.")
    return text


def is_document(name: str) -> bool:
    """Return whether a file of this name is a Word file or a PDF, and no plain text."""
    return PurePath(name).suffix.lower() in _DOCUMENTS


def _refuse_unread(document: IncomingDocument, known: structure.StructuredDocument) -> None:
    """Raise `UnreadableFile` if the file has words that its reader did not find."""
    paragraphs = [*walk_paragraphs(known.blocks), *(p for n in document.notes.values() for p in n)]
    texts = [known.title, *(f"{p.label} {p.text}" for p in paragraphs)]
    texts += [entry.text for entry in known.left_out]
    unread = Counter(document.words_in) - count_words(texts)
    if unread:
        words = ", ".join(list(unread)[:8])
        raise UnreadableFile(f"Words of it could not be read: {words}. Save it again in Word.")


def plan_import(
    school: OpenedProject,
    data: bytes,
    name: str,
    decision: Decision,
    policy: str = "",
    version: str = "",
    written: Mapping[str, str] = MappingProxyType({}),
) -> PlannedImport:
    """Return what an import would write. Nothing is written.

    `name` is the file's. `policy` and `version` are empty where nobody said them.
    `written` names, for each path that this run wrote, its file. Raises `UnreadableFile`
    also where the draft cannot have its name, and `OpenChanges`.
    """
    document = read_file(data, name, decision)
    file_title = read_title(name)
    title = structure.find_structure(document, file_title).title or file_title
    policy = policy or find_policy_name(school.library, title)
    existing = next((p for p in school.library.policies if p.name == policy), None)
    version = version or next_name(existing, school.today)
    folder = f"{layout.POLICIES}{policy}/"
    path = f"{folder}{version}.md"
    if file := written.get(path):
        raise UnreadableFile(
            f"It has the title of {file}, “{title}”. Give it alone, with --policy or --version."
        )
    _refuse_version(school, policy, version, existing)
    draft = make_draft(document, _make_request(school, policy, version, existing, file_title))
    _refuse_same_words(existing, draft)
    files = {folder + name: content for name, content in draft.pictures.items()}
    return PlannedImport(
        path=path,
        files={**files, path: draft.text.encode()},
        draft=draft,
        in_force=timeline.version_in_force(existing, school.today) if existing else None,
        sha256=hashlib.sha256(data).hexdigest(),
        was_decided=decision is not Decision.REFUSE,
    )


def _refuse_same_words(existing: Policy | None, draft: ImportedDraft) -> None:
    """Raise `UnreadableFile` if the policy has a version with the words of the draft already."""
    for version in reversed(existing.versions if existing else ()):
        if draft.version and _read_texts(version) == _read_texts(draft.version):
            raise UnreadableFile(
                f"It has the words of {version.policy} {version.name}, so there is nothing to "
                "import."
            )


def _read_texts(version: Version) -> list[str]:
    return [" ".join(words.split()) for _, words in walk_words(version)]


def _make_request(
    school: OpenedProject, policy: str, version: str, existing: Policy | None, title: str
) -> DraftRequest:
    """Return the facts of a draft where its file does not say them."""
    current = timeline.version_in_force(existing, school.today) if existing else None
    folder = f"{layout.POLICIES}{policy}/"
    return DraftRequest(
        policy=policy,
        version=version,
        title=title,
        review_year=next_year(school.today),
        facts=_read_facts(current or (existing.versions[-1] if existing else None)),
        taken={p.removeprefix(folder) for p in school.sources.files if p.startswith(folder)},
    )


def read_title(name: str) -> str:
    """Return the title that the name of a file suggests: `Behaviour Policy FINAL v3.docx`."""
    words = re.sub(r"[_+]|%20", " ", PurePath(name).stem)
    words = re.sub(r"(?<=\w)-(?=\w)", " ", _NO_TITLE.sub(" ", words))
    title = " ".join(words.split()).strip(" -–,.")
    return title[:1].upper() + title[1:] if title else "Policy"


def find_policy_name(library: Library, title: str) -> str:
    """Return the folder of the policy with a title; else a new one, such as `behaviour`."""
    wanted = title.casefold()
    for policy in library.policies:
        if any(version.facts.title.casefold() == wanted for version in policy.versions):
            return policy.name
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    name = _ENDING.sub("", name) or name
    if len(name) > file_names.LONGEST_NAME:
        name = name[: file_names.LONGEST_NAME].rpartition("-")[0]
    return name or "policy"


def _refuse_version(
    school: OpenedProject, policy: str, version: str, existing: Policy | None
) -> None:
    """Raise `UnreadableFile` if the draft cannot have this name: nothing is ever replaced."""
    if fault := file_names.name_fault(policy, "policy"):
        raise UnreadableFile(f"{fault} Give --policy.")
    if fault := file_names.name_fault(version, "version"):
        raise UnreadableFile(f"{fault} Give --version.")
    path = f"{layout.POLICIES}{policy}/{version}.md"
    if path in school.sources.files or (school.folder / path).exists():
        raise UnreadableFile(
            f"There is a version {version} of {policy} already, and an import replaces nothing. "
            "Give --version with another name, or --policy."
        )
    if existing and layout.sort_key(version) <= layout.sort_key(existing.versions[-1].name):
        raise UnreadableFile(
            f"Versions are in order of their names, and {version} would come before "
            f"{existing.versions[-1].name}. Give --version with a later name."
        )


def _read_facts(old: Version | None) -> dict[str, object]:
    """Return the values of front matter that the file itself does not say."""
    values: dict[str, object] = {}
    for field in FIELDS:
        copied = field.value(old.facts) if old and field.next_version is Next.COPIED else None
        if copied is not None and field.name != "numbering":
            values[field.name] = copied
        elif Status.DRAFT in field.required or (old and field.next_version is Next.WRITTEN_ANEW):
            values[field.name] = field.read_example()
    return values
