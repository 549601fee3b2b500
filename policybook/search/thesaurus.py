"""Read a thesaurus in YAML: what people type, and what policies say.

A row is `same` (each phrase finds the others), `say` and `means` (one way only), or `say` and
`is` (one way, and as sure as a synonym: earrings are jewellery). The index compiles it: a row
becomes a term whose postings are the clauses with one of the phrases that it finds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from policybook.model import Library
from policybook.model.findings import Finding
from policybook.reading.files import layout
from policybook.search.english import STOP
from policybook.search.stemming import drop_light, stem, words
from policybook.text import strict_yaml
from policybook.text.list_labels import CLAUSE_NUMBER
from policybook.text.strict_yaml import Value

PATH = "data/thesaurus.yml"
# This key is no theme: it says to which versions the numbers in the rows belong.
NUMBERS_OF = "numbers_of"
#: The word before a subject in a row, `about attendance`: it finds what is under such a heading or
#: title.
ABOUT = "about"
#: The field of a row whose phrases are kinds of what it names: `say: earrings`, `is: jewellery`.
KIND = "is"
_CLAUSE = re.compile(
    rf"([a-z][a-z0-9-]*) ({CLAUSE_NUMBER}(?: \([a-z0-9.-]+\))?)"
)  # `social-media 5.2 (2023-11)`
#: The forms of line in the shipped thesaurus: rows of one or two lines, themes, comments, blanks.
_LINES = re.compile(r"  - same: (.+)\n|  - say: (.+)\n    (means|is): (.+)\n|(?:#.*|[a-z, ]+:)?\n")
Phrase = tuple[str, ...]  # stems in order
STOP_STEMS = frozenset(stem(word) for word in STOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesaurusRow:
    """A row. `says` are phrases that a query may hold, `finds` the phrases of a policy for them.

    `same` says that a rule with one of `finds` is about what `says` names. `clauses` are
    single clauses that a school's own row names: (policy, number).
    """

    says: tuple[str, ...]
    finds: tuple[str, ...]
    same: bool
    clauses: tuple[tuple[str, str], ...] = ()
    line: int = field(default=1, compare=False)

    @property
    def is_subject(self) -> bool:
        """Return whether the row means only what headings and titles are about."""
        return all(text.startswith(f"{ABOUT} ") for text in self.finds) and not self.clauses


@cache
def shipped_rows() -> tuple[ThesaurusRow, ...]:
    """Return the thesaurus of UK school life. Raise ValueError where it is malformed.

    It uses few forms of line (`_LINES`), so that a build need not read it as YAML. A
    test compares it with `read_thesaurus`.
    """
    text = files("policybook").joinpath(PATH).read_text(encoding="utf-8")
    rows: list[ThesaurusRow] = []
    line, start = 1, 0
    while line_match := _LINES.match(text, start):
        same, say, form, means = line_match.groups()
        if same:
            phrases = _phrases(same)
            rows.append(ThesaurusRow(says=phrases, finds=phrases, same=True, line=line))
        elif say:
            says, finds = _phrases(say), _phrases(means)
            rows.append(ThesaurusRow(says=says, finds=finds, same=form == KIND, line=line))
        line += 2 if say else 1
        start = line_match.end()
    if start < len(text):
        raise ValueError(
            f"policybook/{PATH}:{line}: not a line of the thesaurus that comes with Policybook"
        )
    return tuple(rows)


def read_thesaurus(text: str, path: str) -> tuple[tuple[ThesaurusRow, ...], tuple[Finding, ...]]:
    """Return the rows of a thesaurus, themes in order, and the faults in its form. Never raises."""
    root, faults = strict_yaml.read(text, path, what="file")
    findings = list(faults)
    rows = [
        _row(value, path, findings)
        for theme in _themes(root, path, findings)
        for value in theme.items or ()
    ]
    return tuple(row for row in rows if row), tuple(findings)


def school_rows(library: Library) -> tuple[tuple[ThesaurusRow, ...], tuple[Finding, ...]]:
    """Return the school's own rows, `vocabulary.yml`, and the faults in their form."""
    text = library.words.get(layout.VOCABULARY, "")
    return ((), ()) if strict_yaml.is_blank(text) else read_thesaurus(text, layout.VOCABULARY)


@cache
def phrase(text: str) -> Phrase:
    """Return the stems of a phrase, including stop words."""
    return tuple(stem(word) for word in words(text))


@cache
def key(text: str) -> Phrase:
    """Return the stems of a phrase as a query knows it.

    Articles and pronouns are left out, if two stems or more remain.
    """
    whole = phrase(text)
    left = drop_light(whole)
    return left if len(left) > 1 else whole


@cache
def opening(stems: Phrase) -> str:
    """Return the stem that looks up a phrase: its first that is no stop word's.

    If all are stop words' stems, it is the first that is no stop word itself: "mean".
    """
    content = [stem for stem in stems if stem not in STOP]
    return next((stem for stem in content if stem not in STOP_STEMS), content[0])


def _themes(root: Value | None, path: str, findings: list[Finding]) -> Iterator[Value]:
    """Yield the themes of a thesaurus."""
    for name, theme in (root.fields or {}).items() if root else ():
        if name == NUMBERS_OF:
            continue
        if theme.items is None:
            findings.append(_fault(path, theme.line, f"the theme “{name}” is not a list of rows"))
        else:
            yield theme


def _row(value: Value, path: str, findings: list[Finding]) -> ThesaurusRow | None:
    """Return one row, or None with a finding."""
    parts = {name: _phrases(part.text or "") for name, part in (value.fields or {}).items()}
    if set(parts) == {"same"} and len(parts["same"]) > 1:
        return ThesaurusRow(says=parts["same"], finds=parts["same"], same=True, line=value.line)
    if set(parts) == {"say", KIND} and all(parts.values()):
        return ThesaurusRow(says=parts["say"], finds=parts[KIND], same=True, line=value.line)
    if set(parts) == {"say", "means"} and parts["say"] and value.fields:
        meanings = (value.fields["means"].text or "").split(",")
        clauses = tuple(
            (hit[1], hit[2]) for part in meanings if (hit := _CLAUSE.fullmatch(part.strip()))
        )
        finds = _phrases(",".join(p for p in meanings if not _CLAUSE.fullmatch(p.strip())))
        if finds or clauses:
            return ThesaurusRow(
                says=parts["say"], finds=finds, same=False, clauses=clauses, line=value.line
            )
    if small := _find_small_words(value):
        findings.append(_small_words_fault(path, value.line, *small))
        return None
    findings.append(
        _fault(
            path,
            value.line,
            "a row has neither `same` with two phrases or more, nor `say` with `means` or `is`",
        )
    )
    return None


def clean_phrase(text: str) -> str:
    """Return words as one phrase that a row may say, without commas.

    Return an empty text where all are small words.
    """
    cleaned = " ".join(text.replace(",", " ").split())
    return cleaned if _phrases(cleaned) else ""


def _find_small_words(value: Value) -> tuple[str, str] | None:
    """Return the field whose words are all stop words, and those words."""
    fields = value.fields or {}
    if set(fields) not in ({"say", "means"}, {"say", KIND}, {"same"}):
        return None
    left = (
        (n, f.text)
        for n, f in fields.items()
        if f.text and words(f.text) and len(_phrases(f.text)) < (n == "same") + 1
    )
    return next(((name, text) for name, text in left if name != "same" or "," in text), None)


def _small_words_fault(path: str, line: int, name: str, text: str) -> Finding:
    """Return a finding about a phrase of small words."""
    message = (
        f"`{name}: {text}` has only small words, such as “with” and “any”, which search leaves out"
    )
    if name == "same":
        message = (
            f"of the phrases in `same: {text}` fewer than two are left, because search "
            "leaves out small words, such as “with” and “any”"
        )
    remedy = (
        "Add a word that says what it is about, such as `say: put up with any "
        "bullying` in place of `say: put up with any`."
    )
    return Finding(path=path, line=line, code="thesaurus", message=message, remedy=remedy)


def _phrases(text: str) -> tuple[str, ...]:
    """Return the phrases between commas, each once, without phrases of stop words ("outing")."""
    parts = [words(part) for part in text.split(",")]
    return tuple(
        dict.fromkeys(
            [
                " ".join(p)
                for p in parts
                if not STOP.issuperset(p) and not STOP.issuperset(map(stem, p))
            ]
        )
    )


def _fault(path: str, line: int, message: str) -> Finding:
    """Return a finding about a row."""
    remedy = (
        "Write `- same: mum, dad, parent`, or `- say: insta` and below it `means: social media`."
    )
    return Finding(path=path, line=line, code="thesaurus", message=message, remedy=remedy)
