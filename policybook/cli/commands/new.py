"""The commands that write the school's own files: new policies and new versions."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from policybook.cli.commands.options import Refused, asked_for, policy_of, shown, understood
from policybook.model import AcademicYear, Reader, timeline
from policybook.project import scaffold
from policybook.reading import layout


def new(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    if wrong := layout.why_not(options.policy, "policy"):
        raise Refused(wrong)
    folder, version = asked.project / layout.POLICIES / options.policy, f"{asked.today:%Y-%m}"
    if folder.exists():
        raise Refused(
            f"There is a policy {options.policy} already. Its next version: {layout.COMMAND} new-version {options.policy} VERSION"
        )
    required = understood(asked).library.school.required_sections
    sections = (*required.get("", ()), *required.get(options.policy, ()))
    files = {
        folder / f"{version}.md": scaffold.new_policy(
            options.policy, sections, _next_year(asked.today)
        ).encode()
    }
    files |= {
        folder / f"{version}.{reader}.md": scaffold.new_summary(reader).encode()
        for reader in Reader
    }
    return _written(files)


def new_version(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    if wrong := layout.why_not(options.version, "version"):
        raise Refused(wrong)
    policy = policy_of(understood(asked), options.policy)
    folder = asked.project / layout.POLICIES / policy.name
    if (folder / f"{options.version}.md").exists():
        raise Refused(f"There is a version {options.version} of {policy.name} already.")
    old = scaffold.source_version(policy, timeline.in_force(policy, asked.today))
    if layout.order(options.version) <= layout.order(policy.versions[-1].name):
        raise Refused(
            f"Versions run by name, and {options.version} would not come after {policy.versions[-1].name}. "
            f"Name it by its month, such as {asked.today:%Y-%m}."
        )
    if all(v.name[:4].isdecimal() for v in policy.versions) and not options.version[:4].isdecimal():
        raise Refused(
            f"The versions of {policy.name} are named by year and month, such as {policy.versions[-1].name}."
        )
    source = (asked.project / old.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    files = {
        folder / f"{options.version}.md": scaffold.next_version(
            source, old, _next_year(asked.today)
        ).encode()
    }
    for summary in old.summaries:
        ending = summary.path.rpartition("/")[2].removeprefix(old.name)
        files[folder / f"{options.version}{ending}"] = scaffold.next_summary(
            (asked.project / summary.path).read_bytes()
        )
    return _written(files)


def _next_year(today: date) -> AcademicYear:
    """The academic year after the one that `today` lies in: a year's life is what the DfE recommends."""
    return AcademicYear(start=today.year + (1 if today.month >= 9 else 0))


def _written(files: Mapping[Path, bytes]) -> int:
    for file, data in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            out.write(data)
        print(f"Wrote {shown(file)}")
    print("It is a draft, and private, until its status is consultation or approved.")
    return 0
