"""What the page reads: the connector's configuration and its monitoring views."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pandas as pd

from page import application
from page.account import Account
from page.failure import ConnectorError

_CONFIGURATION = "SELECT KEY, VALUE FROM IDENTIFIER(?)"

_REPOSITORIES = """
SELECT s.RESOURCE, s.STATUS, s.SCHEDULE, s.STATE, s.STATE_AT, s.RUN_ID, s.ROWS_COUNT, s.PAGES, s.RESUME_AT,
       s.LAST_DONE_AT, s.CODE, s.REASON, s.TABLE_NAME, s.VIEW_NAME, s.TASK_NAME,
       DATEDIFF('MINUTE', s.LAST_DONE_AT, SYSDATE()) AS AGE_MINUTES,
       COALESCE(s.EXPECTED_SINCE < DATEADD('MINUTE', -(2 * s.LONGEST_GAP_MINUTES + 10), SYSDATE()), FALSE) AS IS_LATE
FROM MONITORING.SYNC_STATUS AS s
ORDER BY s.RESOURCE
"""

# The scheduler is asked, and not the schedule: a suspended task has no next run.
_NEXT_RUNS = """
SELECT SCHEMA_NAME || '.' || NAME AS TASK_NAME, MIN(SCHEDULED_TIME) AS NEXT_AT
FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(
  SCHEDULED_TIME_RANGE_START => CURRENT_TIMESTAMP(), RESULT_LIMIT => 10000))
WHERE STATE = 'SCHEDULED'
GROUP BY SCHEMA_NAME, NAME
"""

_CONDITIONS = "SELECT CONDITION, RESOURCE, SINCE, DETAIL, WAY_OUT FROM MONITORING.CONDITIONS ORDER BY SINCE DESC"


@dataclass(frozen=True)
class Configuration:
    """What was decided; `connection` is empty before the connector is provisioned."""

    connection: dict
    paused: bool
    tested: dict
    retention_days: int = 90

    @property
    def provisioned(self) -> bool:
        return bool(self.connection)


@dataclass(frozen=True)
class Repository:
    """A repository, what was wanted of it and how it stands; instants are UTC."""

    key: str
    status: str
    schedule: str
    table: str
    view: str
    task: str | None = None
    state: str | None = None
    state_at: datetime | None = None
    run_id: str | None = None
    rows: int | None = None
    pages: int | None = None
    resume_at: str | None = None
    done_at: datetime | None = None
    age_minutes: int | None = None
    late: bool = False
    reason: str | None = None
    next_at: datetime | None = field(default=None, compare=False)

    @property
    def enabled(self) -> bool:
        return self.status == "ENABLED"

    @property
    def under_way(self) -> bool:
        """Whether a run writes now, or is to begin at once: one that was just enabled has not reported yet."""
        return self.state == "RUNNING" or (self.enabled and self.state is None)


def configuration(account: Account) -> Configuration:
    stored = {
        row["KEY"]: json.loads(row["VALUE"])
        for row in account.rows(_CONFIGURATION, application.table("APP_CONFIGURATION"))
    }
    return Configuration(
        stored.get("config", {}),
        bool(stored.get("connector", {}).get("paused")),
        stored.get("connection_test", {}),
        int(stored.get("history", {}).get("retention_days", 90)),
    )


def repositories(account: Account) -> list[Repository]:
    """All that are not deleted, by name."""
    return [_repository(row) for row in account.rows(_REPOSITORIES)]


def next_runs(account: Account) -> dict[str, datetime]:
    """When each task that is not suspended runs next; empty where the scheduler is not to be asked."""
    try:
        found = account.rows(_NEXT_RUNS)
    except ConnectorError:
        return {}
    return {row["TASK_NAME"]: row["NEXT_AT"].astimezone(UTC).replace(tzinfo=None) for row in found}


def conditions(account: Account) -> pd.DataFrame:
    """What somebody should know or do: CONDITION, RESOURCE, SINCE, DETAIL, WAY_OUT."""
    return account.frame(_CONDITIONS)


def _repository(row) -> Repository:
    return Repository(
        row["RESOURCE"],
        row["STATUS"],
        row["SCHEDULE"],
        row["TABLE_NAME"],
        row["VIEW_NAME"],
        row["TASK_NAME"],
        row["STATE"],
        row["STATE_AT"],
        row["RUN_ID"],
        _number(row["ROWS_COUNT"]),
        _number(row["PAGES"]),
        row["RESUME_AT"],
        row["LAST_DONE_AT"],
        _number(row["AGE_MINUTES"]),
        bool(row["IS_LATE"]),
        row["REASON"],
    )


def _number(value) -> int | None:
    return None if value is None else int(value)
