"""The JSON Schemas of what a school types, so that an editor can complete and check it while it is written."""

from collections.abc import Iterator

from policybook.model import Library, addresses
from policybook.reading import json_schema
from policybook.site.render.renderer import Asset, Page, Press


def schemas(library: Library, press: Press) -> Iterator[Page | Asset]:
    for name, made in json_schema.every().items():
        yield Asset(path=addresses.schema(name), data=json_schema.written(made).encode())
