"""Recognise the copies that shared drives, computers and people make beside a file.

Two computers change a file at once, and the drive keeps both: one of them under a new
name. Such a copy is no version. This module must not know a file's content.
"""

import re
from collections.abc import Callable

#: What programs put after the name, before its ending. Each names the program.
_PLAIN = re.compile(
    r"(?P<name>.+?)(?:"
    r" ?\((?:[^()]*\bconflict[^()]*|[^()]*konflikt[^()]*|[^()]*conflit[^()]*|Case Conflict[^()]*"
    r"|SFConflict[^()]*)\)"  # Dropbox, Nextcloud, Seafile, pCloud
    r"|[ ._-]?\[conflicted[^\]]*\]"  # pCloud
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]+)?"  # Syncthing
    r"|_conflict-[0-9-]+"  # ownCloud
    r"|\.[Cc]onflict(?:\.[0-9]+)?"  # Resilio
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_[0-9]+"  # git mergetool
    r")(?P<more> ?\([0-9]+\))?"
)
#: Such a name is a copy only if the file without it is there too.
_BESIDE = re.compile(
    r"(?P<name>.+?)(?:"
    r" ?\([0-9]{1,3}\)"  # Google Drive, browsers
    r"| [0-9]{1,3}"  # iCloud
    r"| ?[-–] ?(?:[Cc]opy|Kopie|Copie)(?: ?\([0-9]+\))?"  # Windows
    r"| (?:copy|kopie|copie)(?: [0-9]+)?"  # macOS
    r"|-[A-Z][A-Z0-9-]{2,14}"  # OneDrive: the computer's name
    r"|[ ._-](?:bak|backup|old|orig)"
    r"| \([^()]{1,40}\)"  # Box: a person's name
    r")"
)
_BEFORE = re.compile(r"(?:Copy of|Kopie von|Copie de|Backup of) (?P<name>.+)")


def find_original(name: str, is_there: Callable[[str], bool]) -> str:
    """Return the name of the file that `name` is a copy of; empty if it seems to be none.

    `is_there` says whether the folder has a file of that name.
    """
    stem, dot, ending = name.rpartition(".")
    if match := _PLAIN.fullmatch(stem):
        return f"{match['name']}{dot}{ending}"
    for pattern in (_BEFORE, _BESIDE):
        match = pattern.fullmatch(stem)
        if match and is_there(original := f"{match['name']}{dot}{ending}"):
            return original
    return ""
