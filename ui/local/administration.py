"""What an administrator does for an installed application, as statements to the account."""

from snowflake.connector import DictCursor, SnowflakeConnection

from manifest import Manifest, ReferenceDefinition


class Administration:
    """One application, seen by the administrator whose connection this is. Stateless: the account knows."""

    def __init__(self, connection: SnowflakeConnection, application: str, manifest: Manifest) -> None:
        self._connection = connection
        self.application = application
        self.manifest = manifest

    def granted_privileges(self) -> set[str]:
        """Those of the manifest's privileges that the application holds.

        Columns: https://docs.snowflake.com/en/sql-reference/sql/show-privileges
        """
        rows = self._rows(f"SHOW PRIVILEGES IN APPLICATION {quoted(self.application)}")
        return {row["privilege"] for row in rows if str(row["is_granted"]).lower() == "true"}

    def grant(self, privileges: list[str]) -> None:
        """Grants privileges on the account; they must be in the manifest."""
        for name in self.known_privileges(privileges):
            self._rows(f"GRANT {name} ON ACCOUNT TO APPLICATION {quoted(self.application)}")

    def known_privileges(self, privileges: list[str]) -> list[str]:
        """The same names, in upper case. Raises ValueError for one that the manifest lacks."""
        known = {privilege.name.upper() for privilege in self.manifest.privileges}
        for name in privileges:
            if name.upper() not in known:
                raise ValueError(f"The manifest does not ask for the privilege '{name}'.")
        return [name.upper() for name in privileges]

    def associations(self, reference: str) -> list[str]:
        """The aliases of the objects bound to a reference; empty when none is.

        Columns: https://docs.snowflake.com/en/sql-reference/sql/show-references
        """
        name = self.manifest.reference(reference).name
        rows = self._rows(f"SHOW REFERENCES IN APPLICATION {quoted(self.application)}")
        return [row["alias"] for row in rows if row["name"].upper() == name.upper() and row["alias"]]

    def objects(self, object_type: str) -> list[str]:
        """Names of the account's objects that a reference of this type may be bound to."""
        if object_type.upper() != "WAREHOUSE":
            raise NotImplementedError(f"The local account's pop-up does not support references to {object_type}.")
        return [row["name"] for row in self._rows("SHOW WAREHOUSES")]

    def bind(self, definition: ReferenceDefinition, object_name: str) -> None:
        """Makes a persistent reference and hands it to the application's callback."""
        callback = ".".join([quoted(self.application), *map(quoted, definition.register_callback.upper().split("."))])
        holders = ", ".join(["?"] * len(definition.privileges))
        self._rows(
            f"CALL {callback}(?, 'ADD', SYSTEM$REFERENCE(?, ?, 'PERSISTENT', {holders}))",
            definition.name,
            definition.object_type,
            quoted(object_name),
            *definition.privileges,
        )

    def _rows(self, text: str, *values: str) -> list[dict]:
        with self._connection.cursor(DictCursor) as cursor:
            return cursor.execute(text, values or None).fetchall()


def quoted(identifier: str) -> str:
    """The identifier as it is, in double quotes."""
    return '"' + identifier.replace('"', '""') + '"'
