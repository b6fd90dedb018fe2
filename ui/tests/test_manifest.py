import pytest

import manifest

NESTED = """
manifest_version: 1
privileges:
  - EXECUTE TASK:
      description: Run the ingestion tasks
references:
  - warehouse_reference:
      label: Warehouse
      description: Runs the tasks
      privileges:
        - USAGE
      object_type: WAREHOUSE
      register_callback: PUBLIC.REGISTER_REFERENCE
"""


def test_reads_privileges_and_references(tmp_path):
    read = _read(tmp_path, NESTED)
    assert read.privileges == [manifest.AccountPrivilege("EXECUTE TASK", "Run the ingestion tasks")]
    assert read.reference("WAREHOUSE_REFERENCE").register_callback == "PUBLIC.REGISTER_REFERENCE"
    assert read.reference("warehouse_reference").privileges == ["USAGE"]


def test_reads_a_description_beside_its_privilege(tmp_path):
    """Snowflake's documents show both indentations."""
    read = _read(tmp_path, "privileges:\n  - CREATE DATABASE:\n    description: For the rows\n")
    assert read.privileges == [manifest.AccountPrivilege("CREATE DATABASE", "For the rows")]


def test_names_a_reference_that_the_manifest_lacks(tmp_path):
    with pytest.raises(KeyError, match="no reference 'other'"):
        _read(tmp_path, NESTED).reference("other")


def _read(tmp_path, text):
    path = tmp_path / "manifest.yml"
    path.write_text(text, encoding="utf-8")
    return manifest.read(path)
