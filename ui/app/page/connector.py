"""The connector as the page sees it: its state tables read, its procedures called, every value bound."""

import json
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from snowflake.snowpark import Row, Session
from snowflake.snowpark.exceptions import SnowparkClientException

from page import application
from page.failure import ConnectorError, readable

_CONFIGURATION = "SELECT VALUE FROM IDENTIFIER(?) WHERE KEY = 'config'"

_RESOURCES = "SELECT KEY, VALUE FROM IDENTIFIER(?) ORDER BY KEY"

# SEQUENCE breaks the tie of two entries of one instant.
_LATEST_STATES = """
SELECT KEY AS REPOSITORY,
       VALUE:state::STRING AS STATE,
       VALUE:ingestion:rows_count::NUMBER AS ROWS_COUNT,
       VALUE:reason::STRING AS REASON,
       TIMESTAMP AS SINCE
FROM IDENTIFIER(?)
QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY ORDER BY TIMESTAMP DESC, SEQUENCE DESC) = 1
ORDER BY KEY
"""

_COUNTS = """
SELECT COUNT(*) AS ALL_ROWS, COUNT_IF(IS_PULL_REQUEST) AS PULL_REQUESTS, COUNT_IF(STATE = 'open') AS OPEN_ROWS
FROM IDENTIFIER(?)
"""

_FLATTENED = "SELECT * FROM IDENTIFIER(?) ORDER BY NUMBER DESC LIMIT 10"

_RAW = "SELECT ID, RAW FROM IDENTIFIER(?) ORDER BY ID DESC LIMIT 10"


@dataclass(frozen=True)
class Configuration:
    """What the administrator decided; stored by PROVISION_CONNECTOR."""

    destination_database: str
    secret_name: str
    external_access_integration_name: str
    api_base_url: str | None


@dataclass(frozen=True)
class Resource:
    """A repository and the objects it owns; the names are the stored full ones, never derived here."""

    key: str
    name: str
    status: str
    schedule: str
    table: str
    view: str

    @property
    def enabled(self) -> bool:
        return self.status == "ENABLED"


@dataclass(frozen=True)
class ResourceState:
    """Where one repository stands; the instant is UTC, None before its first run has reported."""

    repository: str
    state: str
    rows: int | None
    reason: str | None
    since: datetime | None


@dataclass(frozen=True)
class Comparison:
    """What comparing a repository with GitHub found."""

    listed: int
    gone: int
    mended: int


@dataclass(frozen=True)
class Counts:
    """What a repository's table holds."""

    issues: int
    pull_requests: int
    open: int


class Connector:
    """All SQL of the page. Raises ConnectorError with a readable text."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def configuration(self) -> Configuration | None:
        """What was configured, or None before the connector is provisioned."""
        rows = self._rows(_CONFIGURATION, application.table("APP_CONFIGURATION"))
        if not rows:
            return None
        stored = json.loads(rows[0]["VALUE"])
        return Configuration(
            stored["destination_database"],
            stored["secret_name"],
            stored["external_access_integration_name"],
            stored.get("api_base_url"),
        )

    def resources(self) -> list[Resource]:
        """The repositories of the connector, by name; those deleted without their data keep a row, and are left out."""
        stored = [
            _resource(row["KEY"], json.loads(row["VALUE"]))
            for row in self._rows(_RESOURCES, application.table("RESOURCE_CONFIGURATION"))
        ]
        return [resource for resource in stored if resource.status != "DELETED"]

    def latest_states(self) -> list[ResourceState]:
        """One entry for each key that ever reported."""
        return [
            ResourceState(
                row["REPOSITORY"],
                row["STATE"],
                None if row["ROWS_COUNT"] is None else int(row["ROWS_COUNT"]),
                row["REASON"],
                row["SINCE"],
            )
            for row in self._rows(_LATEST_STATES, application.table("APP_STATE"))
        ]

    def provision(self, setting: Configuration) -> str:
        """Provisions the connector; an empty base URL is left out, so that the connector's own applies."""
        stored = {
            "destination_database": setting.destination_database,
            "secret_name": setting.secret_name,
            "external_access_integration_name": setting.external_access_integration_name,
        }
        if setting.api_base_url:
            stored["api_base_url"] = setting.api_base_url
        return self._call(application.call("PROVISION_CONNECTOR"), json.dumps(stored))

    def enable(self, repository: str) -> str:
        """Enables a repository, which starts its first ingestion."""
        return self._call(application.call("ENABLE_RESOURCE"), repository)

    def run_now(self, resource: Resource) -> str:
        """Starts a run besides the schedule."""
        return self._call(application.call("RUN_NOW"), resource.key)

    def disable(self, resource: Resource) -> str:
        """Suspends the schedule of a repository; its data stays."""
        return self._call(application.call("DISABLE_RESOURCE"), resource.key)

    def resume(self, resource: Resource) -> str:
        """Starts the schedule of a disabled repository again."""
        return self._call(application.call("RESUME_RESOURCE"), resource.key)

    def reload(self, resource: Resource) -> str:
        """Reads a repository from its first issue again."""
        return self._call(application.call("FULL_RELOAD"), resource.key)

    def schedule(self, resource: Resource, schedule: str) -> str:
        """Sets when a repository runs."""
        return self._call(application.call("SET_SCHEDULE"), resource.key, schedule)

    def delete(self, resource: Resource, with_data: bool) -> str:
        """Takes a repository out of the connector."""
        return self._call(application.full_call("DELETE_RESOURCE"), resource.key, with_data)

    def compare(self, resource: Resource) -> Comparison:
        """Compares a repository's table with all that GitHub has, which takes a request for 100 issues."""
        found = json.loads(self._call(application.call("RECONCILE_RESOURCE"), resource.key))["extras"]
        return Comparison(found["fetched"], found["marked_deleted"], found["inserted"] + found["updated"])

    def pause(self) -> str:
        """Suspends every schedule."""
        return self._call(application.call("PAUSE_CONNECTOR"))

    def resume_all(self) -> str:
        """Starts the schedules of enabled repositories again."""
        return self._call(application.call("RESUME_CONNECTOR"))

    def counts(self, resource: Resource) -> Counts:
        """Rows by kind."""
        row = self._rows(_COUNTS, resource.view)[0]
        pull_requests = int(row["PULL_REQUESTS"])
        return Counts(int(row["ALL_ROWS"]) - pull_requests, pull_requests, int(row["OPEN_ROWS"]))

    def flattened(self, resource: Resource) -> pd.DataFrame:
        """The ten newest rows of the view."""
        return self._frame(_FLATTENED, resource.view)

    def raw(self, resource: Resource) -> pd.DataFrame:
        """The ten newest documents as GitHub sent them."""
        return self._frame(_RAW, resource.table)

    def _call(self, text: str, *values: str | bool) -> str:
        return str(self._rows(text, *values)[0][0])

    def _rows(self, text: str, *values: str | bool) -> list[Row]:
        try:
            return self._session.sql(text, params=list(values)).collect()
        except SnowparkClientException as error:
            raise ConnectorError(readable(error)) from error

    def _frame(self, text: str, *values: str) -> pd.DataFrame:
        try:
            return self._session.sql(text, params=list(values)).to_pandas()
        except SnowparkClientException as error:
            raise ConnectorError(readable(error)) from error


def _resource(key: str, stored: dict) -> Resource:
    return Resource(
        key,
        stored.get("current_name", key),
        stored.get("status") or ("ENABLED" if stored.get("enabled") else "PREPARING"),
        stored.get("schedule", "30 MINUTES"),
        stored["table"],
        stored["view"],
    )
