"""Name the copies of removed words that remain, in the project and beyond it."""

from collections.abc import Iterator

from policybook.model import Version
from policybook.reading import library
from policybook.reading.files.snapshot import Sources

#: Shorter lines may be in other files by chance. In characters.
_SHORTEST_LINE = 25
#: Copies that no command here can reach.
REMAINING_COPIES = (
    "The words are removed from the files of this folder. They may still be in these places, which "
    "only you can reach:",
    "1. The published site. Build now, delete the whole old site at the web host, then copy the "
    "new folder there. If you copy over the old site, its PDFs and comparisons stay. Delete "
    "site-drafts/ too.",
    "2. The history of git, if this folder is in git. Every older commit still holds the words, "
    "in every copy, and a new commit does not remove them. Either start a new history from this "
    "folder as it is now (delete the folder .git, then git init). Or ask somebody who knows git "
    "to rewrite the history (git filter-repo --replace-text), push it by force, ask the host to "
    "delete old commits from its caches, and have every other copy deleted.",
    "3. Backups, e-mails, printed copies, and the caches of search engines and web archives.",
)


def find_copies(
    sources: Sources, version: Version, deletions: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """Yield other files with lines of the text, and how many.

    Short lines do not count, because they may be there by chance.
    """
    words = map(str.strip, version.text.split("\n"))
    lines = {line for line in words if len(line) >= _SHORTEST_LINE}
    for path, data in sorted(sources.files.items()):
        if path.endswith((".md", ".yml")) and path != version.path and path not in deletions:
            text = library.decode(data, path)[0]
            if count := len(lines.intersection(map(str.strip, text.split("\n")))):
                yield path, count
