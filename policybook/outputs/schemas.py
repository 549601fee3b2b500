"""The JSON Schemas of what a school types, so that an editor can complete and check it while it is written."""

from collections.abc import Iterator

from policybook import schema
from policybook.model import Library, addresses
from policybook.press import Asset, Page, Press


def schemas(library: Library, press: Press) -> Iterator[Page | Asset]:
    for name, made in schema.every().items():
        yield Asset(path=addresses.schema(name), data=schema.written(made).encode())
