"""The page's files as the application was installed with them, so that what was deployed is what runs."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from snowflake.connector import DictCursor, SnowflakeConnection

import manifest
from administration import quoted
from manifest import Manifest


@dataclass(frozen=True)
class InstalledPage:
    """The page's main file on this machine, its schema in the application, and the manifest it came with."""

    main_file: Path
    schema: str
    manifest: Manifest


def find(connection: SnowflakeConnection, application: str, name: str | None = None) -> InstalledPage:
    """Finds one of the application's Streamlits, or its default, and the version's files that it came with.

    Columns: https://docs.snowflake.com/en/sql-reference/sql/desc-streamlit
    The local account keeps those files on this machine and says where in `root_location`.
    """
    streamlits = _rows(connection, f"SHOW STREAMLITS IN APPLICATION {quoted(application)}")
    if not streamlits:
        raise LookupError(f"Application {application} has no Streamlit: did its setup.sql run to the end?")
    if name is None:
        name = _page(connection, application, streamlits[0]).manifest.default_streamlit
    for streamlit in streamlits:
        if name is None or streamlit["name"] == name.split(".")[-1].upper():
            return _page(connection, application, streamlit)
    names = ", ".join(streamlit["name"] for streamlit in streamlits)
    raise LookupError(f"Application {application} has no Streamlit {name}. It has: {names}.")


def _page(connection: SnowflakeConnection, application: str, streamlit: dict) -> InstalledPage:
    schema, name = streamlit["schema_name"], streamlit["name"]
    (described,) = _rows(connection, f"DESCRIBE STREAMLIT {quoted(application)}.{quoted(schema)}.{quoted(name)}")
    root = _directory(described["root_location"])
    return InstalledPage(root / described["main_file"].lstrip("/"), schema, manifest.read(_manifest_above(root)))


def _directory(location: str) -> Path:
    url = urlsplit(location)
    if url.scheme != "file":
        raise LookupError(f"The page's files are at {location}: only a local account's page is served here.")
    return Path(url2pathname(url.path))


def _manifest_above(root: Path) -> Path:
    for directory in (root, *root.parents):
        if (directory / "manifest.yml").is_file():
            return directory / "manifest.yml"
    raise LookupError(f"There is no manifest.yml above {root}.")


def _rows(connection: SnowflakeConnection, text: str) -> list[dict]:
    with connection.cursor(DictCursor) as cursor:
        return cursor.execute(text).fetchall()
