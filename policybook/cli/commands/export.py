"""The command that writes a version for people who work in Word."""

import argparse
from pathlib import Path

from policybook.cli.commands.options import (
    Refused,
    find_policy,
    find_version,
    open_school_aloud,
    read_options,
    write_new_file,
)
from policybook.model import timeline
from policybook.site import word_files


def export(options: argparse.Namespace) -> int:
    if not options.docx:
        raise Refused("Say in which form: policybook export POLICY VERSION --docx")
    school = open_school_aloud(read_options(options))
    policy = find_policy(school.library, options.policy)
    version = find_version(policy, options.version)
    if timeline.removal(school.library, version):
        raise Refused(f"The text of {policy.name} {version.name} was removed.")
    data = word_files.version_word_file(school.library, policy, version, school.today)
    return write_new_file(options.output or Path(f"{policy.name}-{version.name}.docx"), data)
