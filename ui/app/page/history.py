"""The views of what has run, as the charts need them."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from page import application
from page.account import Account

_HOURLY = """
SELECT HOUR, RUNS, FAILED, INSERTED, UPDATED, REQUESTS, SECONDS, CREDITS_XS
FROM MONITORING.RUNS_HOURLY
WHERE HOUR >= DATEADD('HOUR', -?, SYSDATE())
ORDER BY HOUR
"""

_LIMIT = "SELECT HOURLY_LIMIT, HEADROOM FROM MONITORING.RATE_LIMIT"

_ERRORS = """
SELECT CODE, OCCURRENCES, RESOURCES, LAST_AT, LAST_RESOURCE, LAST_REASON
FROM MONITORING.ERRORS
ORDER BY LAST_AT DESC
"""

_RUNS = """
SELECT RESOURCE, KIND, STATE, STARTED_AT, SECONDS, INSERTED, UPDATED, UNCHANGED, MARKED_DELETED, PARKED,
       ROWS_PER_SECOND, REQUESTS, UNCHANGED_ANSWERS, BYTES, CREDITS_XS, RUN_ID, ENDED_AT
FROM MONITORING.RUNS
WHERE ENDED_AT >= DATEADD('HOUR', -?, SYSDATE())
  AND (? = '' OR RESOURCE = ?)
  AND (? = FALSE OR STATE = 'FAILED')
ORDER BY ENDED_AT DESC
LIMIT 200
"""

_STEPS = """
SELECT TIMESTAMP AS AT, VALUE['state']::VARCHAR AS STATE, VALUE['ingestion']['extras']['pages']::NUMBER AS PAGES,
       VALUE['ingestion']['extras']['requests']::NUMBER AS REQUESTS,
       VALUE['ingestion']['extras']['fetched']::NUMBER AS FETCHED,
       VALUE['ingestion']['extras']['current_page_link']::VARCHAR AS PAGE, VALUE['reason']::VARCHAR AS REASON
FROM IDENTIFIER(?)
WHERE VALUE['run_id']::VARCHAR = ?
ORDER BY SEQUENCE DESC
LIMIT 200
"""

WORKSHEET = """
SELECT * FROM MONITORING.CONDITIONS;
SELECT * FROM MONITORING.RUNS_HOURLY ORDER BY HOUR DESC;
SELECT * FROM MONITORING.RATE_LIMIT;
SELECT * FROM MONITORING.ERRORS ORDER BY LAST_AT DESC;
SELECT * FROM MONITORING.RUNS ORDER BY ENDED_AT DESC LIMIT 200;
SELECT * FROM MONITORING.FRESHNESS ORDER BY AGE_MINUTES DESC;
"""


@dataclass(frozen=True)
class Span:
    """How far back a chart goes, in bars of how many hours, each with its label."""

    title: str
    hours: int
    bar: int
    label: str


DAY = Span("24 hours", 24, 1, "%H:%M")
WEEK = Span("7 days", 7 * 24, 6, "%a %H:%M")
MONTH = Span("30 days", 30 * 24, 24, "%d %b")


def over_time(account: Account, span: Span) -> pd.DataFrame:
    """Time, Runs, New, Changed, Succeeded, Failed, Requests, Seconds, Credits; a bar in which nothing ran has zeros."""
    found = account.frame(_HOURLY, span.hours).rename(columns=_NAMES)
    found["Hour"] = pd.to_datetime(found["Hour"])
    found = found.set_index("Hour").apply(pd.to_numeric).fillna(0)
    found["Succeeded"] = found["Runs"] - found["Failed"]
    step = pd.Timedelta(hours=span.bar)
    last = pd.Timestamp(datetime.now(UTC).replace(tzinfo=None)).floor(step)
    bars = pd.date_range(end=last, periods=span.hours // span.bar, freq=step)
    summed = found.groupby(found.index.floor(step)).sum().reindex(bars, fill_value=0)
    return summed.rename_axis("Time").reset_index().assign(Time=lambda frame: frame["Time"].dt.strftime(span.label))


_NAMES = {
    "HOUR": "Hour",
    "RUNS": "Runs",
    "FAILED": "Failed",
    "INSERTED": "New",
    "UPDATED": "Changed",
    "REQUESTS": "Requests",
    "SECONDS": "Seconds",
    "CREDITS_XS": "Credits",
}


def limit(account: Account) -> dict[str, int | None]:
    row = account.rows(_LIMIT)[0]
    return {name: None if row[name] is None else int(row[name]) for name in ("HOURLY_LIMIT", "HEADROOM")}


def errors(account: Account) -> pd.DataFrame:
    return account.frame(_ERRORS)


def runs(account: Account, hours: int, repository: str, failed: bool) -> pd.DataFrame:
    """The newest 200, of one repository or of all."""
    return account.frame(_RUNS, hours, repository, repository, failed)


def steps(account: Account, run_id: str) -> pd.DataFrame:
    """What a run reported with each batch, newest first: AT, STATE, PAGES, REQUESTS, FETCHED, PAGE, REASON."""
    return account.frame(_STEPS, application.table("APP_STATE"), run_id)
