"""Make the JSON Schemas of what a school types, and of the data files of the site."""

from collections.abc import Iterator
from importlib.resources import files

from policybook.model import addresses
from policybook.reading import json_schema
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput


def json_schemas(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield a schema for each kind of file."""
    for name, schema in json_schema.build_schemas().items():
        yield Asset(path=addresses.schema(name), data=json_schema.format_schema(schema).encode())
    schemas = files("policybook").joinpath("data/schemas").iterdir()
    for file in sorted(schemas, key=lambda file: file.name):
        name = file.name.removesuffix(".json")
        yield Asset(path=addresses.schema(name), data=file.read_bytes())
