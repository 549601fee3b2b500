"""The commands that write files to start from: new policies and new versions."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from policybook.cli.commands.options import (
    Refused,
    find_policy,
    open_school,
    read_options,
    short_path,
)
from policybook.cli.program import say
from policybook.model import Policy, Version, timeline
from policybook.project import scaffold
from policybook.project.open import OpenedProject
from policybook.reading import library
from policybook.reading.files import file_names, layout


def new(options: argparse.Namespace) -> int:
    common = read_options(options)
    if fault := file_names.name_fault(options.policy, "policy"):
        raise Refused(fault)
    folder = common.project / layout.POLICIES / options.policy
    if folder.exists():
        raise Refused(
            f"There is a policy {options.policy} already. "
            f"Its next version: policybook new-version {options.policy} VERSION"
        )
    school = open_school(common)
    required = school.library.school.required_sections
    sections = (*required.get("", ()), *required.get(options.policy, ()))
    texts = scaffold.start_policy(
        options.policy,
        f"{school.today:%Y-%m}",
        sections,
        scaffold.next_year(school.today),
        school.library.school.numbering,
    )
    return _write({common.project / path: text.encode() for path, text in texts.items()}, school)


def new_version(options: argparse.Namespace) -> int:
    school = open_school(read_options(options))
    policy = find_policy(school.library, options.policy)
    name = scaffold.next_name(policy, school.today)
    if fault := file_names.name_fault(options.version, "version", name, policy.versions[-1].name):
        raise Refused(fault)
    folder = school.folder / layout.POLICIES / policy.name
    if (folder / f"{options.version}.md").exists():
        raise Refused(
            f"There is a version {options.version} of {policy.name} already. "
            f"Name the new one by its month, such as {name}."
        )
    _refuse_name(policy, options.version, name)
    old = timeline.version_in_force(policy, school.today) or policy.versions[-1]
    files = _copy_version(school, old, options.version)
    return _write(files, school)


def _refuse_name(policy: Policy, name: str, better: str) -> None:
    """Raise `Refused` if a new version cannot have this name; `better` is one that is free."""
    newest = policy.versions[-1].name
    if layout.sort_key(name) <= layout.sort_key(newest):
        raise Refused(
            f"Versions are in order of their names, and {name} would come before {newest}. "
            f"Name it by its month, such as {better}."
        )
    if all(v.name[:4].isdecimal() for v in policy.versions) and not name[:4].isdecimal():
        raise Refused(
            f"The versions of {policy.name} are named by year and month, such as {better}."
        )


def _copy_version(school: OpenedProject, old: Version, name: str) -> dict[Path, bytes]:
    """Return the files of the next version: the draft and its summaries.

    Raise `Refused` if a file to copy is not saved as UTF-8.
    """
    paths = [summary.path for summary in old.summaries]
    for fault in school.loaded.findings:
        if fault.code == "encoding" and fault.path in (old.path, *paths):
            raise Refused(f"{fault.path}: {fault.message}. {fault.remedy}")
    folder = school.folder / layout.POLICIES / old.policy
    source, _ = library.decode((school.folder / old.path).read_bytes(), old.path)
    draft = scaffold.next_version(source, old, scaffold.next_year(school.today))
    files = {folder / f"{name}.md": draft.encode()}
    for path in paths:
        ending = path.rpartition("/")[2].removeprefix(old.name)
        files[folder / f"{name}{ending}"] = scaffold.next_summary(
            (school.folder / path).read_bytes()
        )
    return files


def _write(files: Mapping[Path, bytes], school: OpenedProject) -> int:
    """Write the files. Say whether another program that builds sites would publish the draft."""
    for file, data in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            out.write(data)
        print(f"Wrote {short_path(file)}")
    print("It is a draft, and private, until its status is consultation or approved.")
    for finding in school.loaded.findings:
        if finding.code == "exclude-docs":
            say(f"{finding.path}: {finding.message}. {finding.remedy}")
    return 0
