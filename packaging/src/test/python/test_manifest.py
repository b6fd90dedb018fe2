"""The generated manifests keep to a schema written from Snowflake's reference."""

import copy
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[4]
SCHEMA = json.loads((Path(__file__).parent / "manifest.schema.json").read_text())
APPROVED = ROOT / "packaging/src/approved/manifest.yml"
MANIFESTS = [
    APPROVED,
    *sorted(ROOT.glob("sqlgen/processor/src/test/resources/cases/*/expected/manifest.yml")),
]


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda path: path.parts[-3])
def test_the_manifest_keeps_to_the_schema(manifest):
    jsonschema.validate(yaml.safe_load(manifest.read_text()), SCHEMA)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda manifest: manifest.pop("artifacts"),
        lambda manifest: manifest.update(manifest_version=3),
        lambda manifest: manifest["privileges"].append({"EXECUTE TASKS": {"description": "x"}}),
        lambda manifest: manifest["privileges"].append({"READ SESSION": {}}),
        lambda manifest: manifest["references"][0]["warehouse_reference"].pop("label"),
        lambda manifest: manifest["references"][0]["warehouse_reference"].update(object_type="SECRET"),
        lambda manifest: manifest["artifacts"].update(default_streamlit="PAGE"),
    ],
)
def test_a_spoiled_manifest_is_refused(spoil):
    manifest = copy.deepcopy(yaml.safe_load(APPROVED.read_text()))
    spoil(manifest)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(manifest, SCHEMA)
