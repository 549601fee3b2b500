"""`check --fix`: put files into better form without changing a word, and bring numbers up to date.

The school's folder is read again after a version's file was changed.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import TextIO

from policybook import search
from policybook.checks.fix import picture_cleaning, reference_numbers, renumbering, tidy
from policybook.model.findings import format_count
from policybook.project.open import OpenedProject, open_project
from policybook.publish import atomic_file
from policybook.reading import library
from policybook.reading.files import builder_files


def fix(school: OpenedProject, is_wanted: Callable[[str], bool], out: TextIO) -> OpenedProject:
    """Correct the wanted files, and print what was done. Return the school as it is now."""
    others = _protect_policies(school, is_wanted, out)
    tidied = _tidy(school, is_wanted, out)
    if others + tidied:
        school = open_project(school.folder, school.today, by_clock=False)
    if updated := _update_references(school, is_wanted, out):
        others += updated
        school = open_project(school.folder, school.today, by_clock=False)
    versions = {
        path: renumbering.read_number_versions(school.library, school.today, path)
        for path in search.PATHS
        if is_wanted(path)
    }
    words = dict(school.library.words)
    files = renumbering.bring_up_to_date(school.sources, school.library, school.today, versions)
    for file in files:
        if file.obstacle:
            print(f"{file.path}: not changed: {file.obstacle}.", file=out)
        elif _write(school, file.path, file.data, out):
            others += 1
            words[file.path] = library.decode(file.data, file.path)[0]
            print(f"{file.path}: wrote {file.description}.", file=out)
    if tidied or not others:
        rest = "" if others else "; no word was changed"
        print(f"{format_count(tidied, 'file')} put into better form{rest}.", file=out)
    renumbered = replace(school.library, words=words)
    return replace(school, loaded=replace(school.loaded, library=renumbered))


def _protect_policies(school: OpenedProject, is_wanted: Callable[[str], bool], out: TextIO) -> int:
    """Add to settings files what keeps drafts off the sites of other programs. Count the files."""
    count = 0
    for path in builder_files.YAML_FILES:
        if not is_wanted(path) or not any(builder_files.find_open_folders(_only(school, path))):
            continue
        text = school.sources.files[path].decode("utf-8", "replace")
        new = builder_files.add_line(text)
        if new is None:
            print(f"{path}: not changed: add by hand what `check` names.", file=out)
        elif _write(school, path, new.encode(), out):
            count += 1
            print(f"{path}: added the line {builder_files.LINE}.", file=out)
    return count


def _only(school: OpenedProject, path: str) -> dict[str, bytes]:
    data = school.sources.files.get(path)
    return {} if data is None else {path: data}


def _tidy(school: OpenedProject, is_wanted: Callable[[str], bool], out: TextIO) -> int:
    """Write every file that can be put into better form. Return how many were written."""
    count = 0
    pictures = picture_cleaning.clean_files(school.sources, school.library, is_wanted)
    for file in chain(tidy.tidy_files(school.sources, school.library, is_wanted), pictures):
        if file.steps and _write(school, file.path, file.data, out):
            count += 1
            print(f"{file.path}: {', '.join(file.steps)}.", file=out)
        if file.obstacle:
            print(f"{file.path}: not changed: {file.obstacle}.", file=out)
        for line, reason in file.left:
            print(f"{file.path}:{line}: not changed: {reason}.", file=out)
    return count


def _update_references(school: OpenedProject, is_wanted: Callable[[str], bool], out: TextIO) -> int:
    """Write new numbers into the references of drafts. Return how many files were written."""
    count = 0
    files = reference_numbers.update_references(school.sources, school.library, is_wanted)
    for file in files:
        if file.obstacle:
            print(f"{file.path}: not changed: {file.obstacle}.", file=out)
        elif file.numbers and _write(school, file.path, file.data, out):
            count += 1
            words = ", ".join(f"{was} is now {number}" for was, number in file.numbers)
            print(f"{file.path}: references follow their rules: {words}.", file=out)
        for line, reason in file.left:
            print(f"{file.path}:{line}: not changed: {reason}.", file=out)
    return count


def _write(school: OpenedProject, path: str, data: bytes, out: TextIO) -> bool:
    """Write a file, unless somebody has saved it since it was read. Return whether it was."""
    file = school.folder / path
    if file.read_bytes() != school.sources.files[path]:
        print(f"{path}: not changed: somebody has just saved it.", file=out)
        return False
    atomic_file.replace(file, data)
    return True
