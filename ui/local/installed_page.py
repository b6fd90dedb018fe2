"""The page's files as the application was installed with them, so that what was deployed is what runs."""

from dataclasses import dataclass
from pathlib import Path

from snowflake.connector import DictCursor, SnowflakeConnection

from administration import quoted
from manifest import Manifest


@dataclass(frozen=True)
class InstalledPage:
    """The page's main file on this machine, its schema in the application, and the manifest it came with."""

    main_file: Path
    schema: str
    manifest: Manifest


def fetch(connection: SnowflakeConnection, application: str, directory: Path) -> InstalledPage:
    """Finds the application's Streamlit and copies the files of its version into a directory.

    Columns: https://docs.snowflake.com/en/sql-reference/sql/desc-streamlit
    """
    streamlits = _rows(connection, f"SHOW STREAMLITS IN APPLICATION {quoted(application)}")
    if not streamlits:
        raise LookupError(f"Application {application} has no Streamlit: was it installed by setup.sql to the end?")
    schema, name = streamlits[0]["schema_name"], streamlits[0]["name"]
    described = _rows(connection, f"DESCRIBE STREAMLIT {quoted(application)}.{quoted(schema)}.{quoted(name)}")[0]
    raise NotImplementedError(described)


def _rows(connection: SnowflakeConnection, text: str) -> list[dict]:
    with connection.cursor(DictCursor) as cursor:
        return cursor.execute(text).fetchall()
