"""Write and read one line of the record of approvals: its keys, its JSON and its hash.

A line is a JSON object and an LF. Its keys are those of `Entry` except `line`, sorted. Some
are there only if they have a value.

- `form` is the number of the form of the entry and of its text; an entry without it has the
  first. `entered` is when the entry was written, in UTC to the minute.
- `text` is the canonical text of the version; `sha256` is the SHA-256 of its UTF-8.
- `file` is the whole file as it was approved; `file_sha256` is the SHA-256 of its UTF-8.
- `hash` is the SHA-256 of the same object without `hash`, `text` and `file`.
- `previous` is the `hash` of the line before. On the first line it is 64 zeros.
- `joined` is the `hash` of the end of another record, which this line joins to this one.
- `summaries` are the hashes of a version's summaries as they were approved; `summary` and
  `summary_sha256` are those of one that was changed later.
- `source_sha256` is the SHA-256 of the words of the document of an adoption, one word a line
  (`words_digest`). `source_file_sha256` is that of its file.
"""

import json
from collections.abc import Mapping

from policybook.model import Entry, EntryKind
from policybook.reading.record import canonical_forms
from policybook.reading.record.approved_text import sha256

#: Every line has these keys.
KEYS = frozenset(
    {"by", "hash", "kind", "minute", "on", "policy", "previous", "sha256", "text", "version"}
)
#: The keys that no hash of a line covers: the words can leave, and the chain stays valid.
WORDS = frozenset({"hash", "text", "file"})
#: How the fault ends of a line that a newer release wrote.
IS_NEWER = "which this release does not know"
#: Lines of the newest form may have these too.
_OF_THE_FORM = frozenset({"form", "entered"})
#: A line has both of these keys, or neither.
_FILE = frozenset({"file", "file_sha256"})
_SOURCE = frozenset({"adopted_from", "source_sha256"})
#: The other extra keys that a kind of line may have: all of one set, or none.
_BESIDES: Mapping[str, tuple[frozenset[str], ...]] = {
    EntryKind.APPROVED: (_SOURCE, _SOURCE | {"source_file_sha256"}),
    EntryKind.REVIEWED: (frozenset({"outcome", "review_year"}),),
    EntryKind.WITHDRAWN: (frozenset({"reason"}), frozenset({"reason", "removed"})),
    EntryKind.JOINED: (frozenset({"joined"}),),
    EntryKind.SUMMARY: (frozenset({"summary", "summary_sha256"}),),
}
#: These lines say nothing without their extra keys.
_NEEDED = (EntryKind.JOINED, EntryKind.SUMMARY)


def format_line(values: Mapping[str, str]) -> str:
    """Return the line for these values in the newest form, with its hash and LF."""
    values = {**values, "form": canonical_forms.NEWEST}
    return format_json({**values, "hash": hash_values(values)}) + "\n"


def format_json(values: Mapping[str, str]) -> str:
    """Return values as the JSON of a line: keys sorted, characters not escaped."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def hash_values(values: Mapping[str, str]) -> str:
    """Return the hash of a line from its values."""
    covered = {key: value for key, value in values.items() if key not in WORDS}
    return sha256(format_json(covered).encode())


def hashed_values(entry: Entry) -> dict[str, str]:
    """Return the values of an entry that its hash covers, by key."""
    values = {
        name: str(getattr(entry, name))
        for name in Entry.__slots__
        if name != "line" and name not in WORDS
    }
    return {name: words for name, words in values.items() if words or name in KEYS}


def read_values(line: bytes) -> dict[str, str] | str:
    """Return the values of a line by key, or in words what is wrong with it."""
    try:
        values = json.loads(line.decode())
        if b"\\u" in line:
            # Raises for an escaped half of a pair of surrogates, which is not text.
            format_json(values).encode()
    except (ValueError, RecursionError):
        return (
            f"the record is damaged: this line {'cannot be read' if line.strip() else 'is empty'}"
        )
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return "the record is damaged: this line is not an entry of words"
    if missing := ", ".join(sorted(KEYS - values.keys())):
        return f"the record is damaged: this line lacks {missing}"
    if values.get("form", canonical_forms.FIRST) not in canonical_forms.FORMS:
        return f"this line has form {values['form']}, {IS_NEWER}"
    return _explain_extra_keys(values) or values


def _explain_extra_keys(values: Mapping[str, str]) -> str:
    """Return in words which keys do not belong to this kind of line; empty if all do."""
    kind, extra = values["kind"], values.keys() - KEYS
    if "form" in extra:
        extra -= _OF_THE_FORM
        if kind == EntryKind.APPROVED:
            extra -= {"summaries"}
    if extra >= _FILE and kind == EntryKind.APPROVED:
        extra -= _FILE
    if extra in _BESIDES.get(kind, ()) or not (extra or kind in _NEEDED):
        return ""
    if not extra:
        return f"the record is damaged: this line does not say what was {kind}"
    return f"the record is damaged: this line also has {', '.join(sorted(extra))}"


def read_faults(values: Mapping[str, str], line: str, wordless: bool) -> str:
    """Return what is wrong with the content of a line; empty if nothing is.

    If `wordless` is true, the line may lack the text.
    """
    if values["kind"] not in list(EntryKind):
        return f"the record has an entry of an unknown kind, “{values['kind']}”"
    if hash_values(values) != values["hash"]:
        return "the record was altered: the hash of this line does not match its content"
    for key, digest in (("text", "sha256"), ("file", "file_sha256")):
        words = values.get(key, "")
        if (
            key in values
            and not (wordless and not words)
            and sha256(words.encode()) != values[digest]
        ):
            return f"the record was altered: the {key} in this line does not match its hash"
    if line != format_json(values):
        return "the record was altered: this line has the same content, but its characters changed"
    return ""
