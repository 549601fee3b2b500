"""Read the files of `policybook/data`, which come with Policybook."""

import tomllib
from importlib.resources import files
from typing import Any

import yaml


def read_text(name: str) -> str:
    """Return the text of a file."""
    return files("policybook").joinpath("data", name).read_text(encoding="utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of a file."""
    return tomllib.loads(read_text(name))


def read_yaml(name: str) -> Any:
    """Return the lists and mappings of a file. Every value in them is text."""
    return yaml.load(read_text(name), Loader=yaml.BaseLoader)
