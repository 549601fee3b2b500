"""The CMU Pronouncing Dictionary -> `policybook/data/syllables.txt.gz`.

Line n of the file has the words of n syllables, sorted, with a space between two. The tool keeps
the first pronunciation of each word. It leaves out words without a vowel, such as `hmm`. The same
dictionary gives the same bytes. Usage, with the dictionary's file `cmudict.dict`:

    uv run python tools/syllables.py cmudict.dict

The notice of the dictionary is in `policybook/data/NOTICE`: bring it up to date as well.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

TARGET = Path(__file__).parents[1] / "policybook" / "data" / "syllables.txt.gz"
_ANOTHER = re.compile(r"\(\d+\)$")  # `tomato(2)`: another pronunciation


def count_syllables(lines: Iterable[str]) -> dict[str, int]:
    """Return each word with its syllables: the sounds that carry a stress, 0 to 2."""
    counts: dict[str, int] = {}
    for line in lines:
        word, *sounds = line.partition("#")[0].split() or [""]
        count = sum(sound[-1].isdigit() for sound in sounds)
        if count and not _ANOTHER.search(word):
            counts.setdefault(word, count)
    return counts


def as_text(counts: dict[str, int]) -> str:
    """Return the text of the data file."""
    rows = defaultdict(list)
    for word in sorted(counts):
        rows[counts[word]].append(word)
    return "".join(" ".join(rows[n]) + "\n" for n in range(1, max(rows, default=0) + 1))


def main(dictionary: str) -> None:
    """Write the data file from the dictionary at the path `dictionary`."""
    lines = Path(dictionary).read_text(encoding="utf-8").splitlines()
    TARGET.write_bytes(gzip.compress(as_text(count_syllables(lines)).encode("ascii"), 9, mtime=0))


if __name__ == "__main__":
    main(sys.argv[1])
