"""Make the JSON Schemas with which an editor completes and checks what a school types."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.reading import json_schema
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput


def json_schemas(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield a schema for each kind of file."""
    for name, schema in json_schema.build_schemas().items():
        yield Asset(path=addresses.schema(name), data=json_schema.format_schema(schema).encode())
