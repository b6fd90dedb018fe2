"""What an installed application's manifest asks the administrator for."""

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class AccountPrivilege:
    """A privilege on the account, and why the application wants it."""

    name: str
    description: str


@dataclass(frozen=True)
class ReferenceDefinition:
    """An object of the account that the application wants to use, and the procedure that is told about it."""

    name: str
    label: str
    description: str
    object_type: str
    privileges: list[str]
    register_callback: str


@dataclass(frozen=True)
class Manifest:
    """The part of manifest.yml that Snowflake's pop-ups show."""

    privileges: list[AccountPrivilege]
    references: list[ReferenceDefinition]
    default_streamlit: str | None = None

    def reference(self, name: str) -> ReferenceDefinition:
        """The definition by name, in any case. Raises KeyError when the manifest has none."""
        for definition in self.references:
            if definition.name.upper() == name.upper():
                return definition
        raise KeyError(f"The manifest defines no reference '{name}'.")


def read(path: Path) -> Manifest:
    """Reads manifest.yml as Snowflake documents it: lists of one-key mappings.

    https://docs.snowflake.com/en/developer-guide/native-apps/manifest-reference
    """
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Manifest(
        [_privilege(entry) for entry in document.get("privileges") or []],
        [_reference(entry) for entry in document.get("references") or []],
        (document.get("artifacts") or {}).get("default_streamlit"),
    )


def _privilege(entry: dict) -> AccountPrivilege:
    name, body = next(iter(entry.items()))
    return AccountPrivilege(name, (body or {}).get("description") or entry.get("description") or "")


def _reference(entry: dict) -> ReferenceDefinition:
    name, body = next(iter(entry.items()))
    return ReferenceDefinition(
        name,
        body["label"],
        body["description"],
        body["object_type"],
        list(body["privileges"]),
        body["register_callback"],
    )
