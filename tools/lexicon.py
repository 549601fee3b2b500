"""WordNet's verbs and words for people -> `policybook/data/lexicon.txt.gz`.

The first line of the file has words for people. The second has verbs that are seldom nouns, the
third verbs that are more often something else, such as `book`. WordNet counts how often each sense of a
word occurs in texts that people marked: a word is taken by its most frequent sense. Only words
of our dictionary of syllables are taken, which leaves out what nobody uses. The same dictionary
gives the same bytes. Usage, with the folder that has `index.sense`, `data.noun` and `data.verb`:

    uv run python tools/lexicon.py FOLDER

The notice of WordNet is in `policybook/data/NOTICE`: bring it up to date as well.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

DATA = Path(__file__).parents[1] / "policybook" / "data"
TARGET = DATA / "lexicon.txt.gz"
#: WordNet's file of nouns for people.
_PERSON = 18
_WORD = re.compile(r"[a-z]{2,}")
#: Parts of speech, as the keys of `index.sense` number them.
_NOUN, _VERB, _ADJECTIVES = "1", "2", ("3", "5")
_Senses = Mapping[str, list[tuple[int, str]]]


def read_senses(lines: Iterator[str]) -> dict[str, _Senses]:
    """Return for each word and part of speech how often each sense occurs, and its place."""
    senses: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        key, offset, rank, count = line.split()
        word, _, rest = key.partition("%")
        if _WORD.fullmatch(word):
            senses[word][rest[0]].append((int(count) * 100 - int(rank), offset))
    return {word: dict(by_part) for word, by_part in senses.items()}


def read_people(lines: Iterator[str]) -> dict[str, set[str]]:
    """Return the senses that mean people: each with its words in small letters."""
    people = {}
    for line in lines:
        fields = line.split(" ")
        if not line.startswith("  ") and int(fields[1]) == _PERSON:
            count = int(fields[3], 16)
            people[fields[0]] = {fields[4 + 2 * index] for index in range(count)}
    return people


def _count(senses: _Senses, part: str) -> int:
    """Return how often a word occurs as a part of speech."""
    return sum(max(0, (weight + 99) // 100) for weight, _ in senses.get(part, []))


def list_words(senses: Mapping[str, _Senses], people: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the words for people, the verbs, and the verbs that are more often nouns."""
    persons, verbs, mixed = [], [], []
    for word, by_part in sorted(senses.items()):
        nouns = sorted(by_part.get(_NOUN, []), reverse=True)
        verb, noun = _count(by_part, _VERB), _count(by_part, _NOUN)
        adjective = max(_count(by_part, part) for part in _ADJECTIVES)
        if nouns and word in people.get(nouns[0][1], ()) and noun >= max(verb, adjective):
            persons.append(word)
        if verb:
            (verbs if verb > max(noun, adjective) else mixed).append(word)
    return [persons, verbs, mixed]


def main(folder: str) -> None:
    """Write the data file from WordNet's files in `folder`."""
    place = Path(folder)
    packed = (DATA / "syllables.txt.gz").read_bytes()
    usual = set(gzip.decompress(packed).decode("ascii").split())
    with (place / "index.sense").open(encoding="utf-8") as index:
        senses = {word: by for word, by in read_senses(index).items() if word in usual}
    with (place / "data.noun").open(encoding="utf-8") as nouns:
        people = read_people(nouns)
    text = "".join(" ".join(words) + "\n" for words in list_words(senses, people))
    TARGET.write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))


if __name__ == "__main__":
    main(sys.argv[1])
