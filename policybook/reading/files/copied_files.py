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
    r"|_conflict(?:-[0-9-]+)?"  # ownCloud
    r"|[ ._]conflict(?:ed)?(?:[ ._-](?:copy|[0-9-]+))*"
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
#: The same for a folder, which has no ending.
_FOLDER_BESIDE = re.compile(r"(?P<name>.+?)(?:[ ._-](?:new|neu|\d{8}|(?:19|20)\d\d-\d\d-\d\d)|~)")
#: Folders that systems make, by their names in small letters.
_PROGRAM_FOLDERS = {
    "__macosx": "macOS, in a packed file",
    "@eadir": "a Synology drive",
    "#recycle": "a Synology drive, for deleted files",
    "#snapshot": "a Synology drive",
    "@recycle": "a QNAP drive, for deleted files",
    "@recently-snapshot": "a QNAP drive",
    "$recycle.bin": "Windows, for deleted files",
    "recycler": "Windows, for deleted files",
    "system volume information": "Windows",
    "lost+found": "Linux, for damaged files",
    "__pycache__": "Python",
    "network trash folder": "macOS, for deleted files",
    "temporary items": "macOS",
}
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


def find_original_folder(name: str, is_there: Callable[[str], bool]) -> str:
    """Return the name of the folder that `name` is a copy of; empty if it seems to be none."""
    for pattern in (_PLAIN, _BEFORE, _BESIDE, _FOLDER_BESIDE):
        match = pattern.fullmatch(name)
        if match and is_there(match["name"]):
            return match["name"]
    return ""


def name_program(folder: str) -> str:
    """Return who makes a folder of that name for its own use; empty if nobody is known to."""
    return _PROGRAM_FOLDERS.get(folder.casefold(), "")
