"""The schemas of data files: each published JSON file fits its own, and says its version."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from builders import make_approved_text, make_record, make_sources

from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.publish import manifest
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.build import Site
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
SETTINGS = Settings(url="https://x.example/", pdf=False)
SCHEMAS = {
    path.stem: json.loads(path.read_bytes())
    for path in (ROOT / "policybook" / "data" / "schemas").glob("*.json")
}
#: Files for this site's own scripts and for editors.
APART = ("assets/", "schemas/")


def with_kept_policy() -> Site:
    files: dict[str, str | bytes] = {
        "docs/policies/behaviour/2025-09.md": make_approved_text(),
        "docs/policies/keys/2025-09.md": make_approved_text(kept_internally="true"),
    }
    files[layout.RECORD] = make_record(files)
    return build.build(make_sources(files), read_templates(ROOT), TODAY, SETTINGS)


def of_folder(folder: Path) -> Site:
    return build.build(read_sources(folder), read_templates(folder), TODAY, SETTINGS)


SITES = {
    "oakfield": lambda: of_folder(ROOT),
    "small school": lambda: of_folder(ROOT / "tests" / "golden" / "school"),
    "kept in school": with_kept_policy,
}


@cache
def read_data(name: str) -> dict[str, object]:
    """Return what each data file of a site holds, by its path."""
    return {
        asset.path: json.loads(asset.data)
        for asset in SITES[name]().files()
        if asset.path.endswith(".json") and not asset.path.startswith(APART)
    }


def kind_of(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".json")


@pytest.mark.parametrize("name", SITES)
def test_each_data_file_fits_its_schema(name: str) -> None:
    data = read_data(name)
    assert data
    for path, value in data.items():
        jsonschema.Draft202012Validator(SCHEMAS[kind_of(path)]).validate(value)
        assert isinstance(value, dict) and value["schema_version"] == 1, path


def test_each_schema_has_its_file() -> None:
    kinds = {kind_of(path) for name in SITES for path in read_data(name)}
    # `publish` writes the manifest after all other files.
    assert kinds | {"manifest"} == set(SCHEMAS)


def test_manifest_fits_its_schema(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Hello")
    manifest.write_manifest(tmp_path, "", private=True, checkpoint=("a", "b"))
    value = json.loads((tmp_path / addresses.MANIFEST).read_bytes())
    jsonschema.Draft202012Validator(SCHEMAS["manifest"]).validate(value)


def test_schemas_refuse_other_fields() -> None:
    value = {"schema_version": 1, "kept_in_school": [], "more": 1}
    errors = [*jsonschema.Draft202012Validator(SCHEMAS["kept"]).iter_errors(value)]
    assert [error.validator for error in errors] == ["additionalProperties"]


def test_published_schemas_are_sound() -> None:
    published = {
        asset.path: asset.data for asset in of_folder(ROOT).files() if "schemas/" in asset.path
    }
    for name in SCHEMAS:
        schema = json.loads(published[addresses.schema(name)])
        jsonschema.Draft202012Validator.check_schema(schema)
