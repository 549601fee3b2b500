"""Make the JSON Schemas of what a school types, and of the data files of the site."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.reading import json_schema
from policybook.site import data_schemas
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput


def json_schemas(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield a schema for each kind of file."""
    typed, data = json_schema.build_schemas(), data_schemas.build_data_schemas()
    for name, schema in {**typed, **data}.items():
        yield Asset(path=addresses.schema(name), data=json_schema.format_schema(schema).encode())
