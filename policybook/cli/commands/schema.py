"""The command that writes the JSON Schemas with which an editor checks what you type."""

import argparse

from policybook.cli.commands.options import short_path
from policybook.publish import atomic_file
from policybook.reading import json_schema


def schema(options: argparse.Namespace) -> int:
    folder = options.folder or options.project.resolve() / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in json_schema.build_schemas().items():
        file = folder / f"{name}.json"
        atomic_file.replace(file, json_schema.format_schema(content).encode())
        print(f"Wrote {short_path(file)}.")
    return 0
