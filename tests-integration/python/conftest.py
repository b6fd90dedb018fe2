"""One local account for all tests that use Python clients, started as a person would start it."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import snowflake.connector

import launch
import local_account
from issues import ISSUES
from local_account import Account, NotStartedError

FRESH = "MY_GITHUB_CONNECTOR"


@dataclass(frozen=True)
class FreshApplication:
    """An application as it is right after CREATE APPLICATION: nothing granted on the account, nothing set up."""

    name: str
    api_base_url: str


@pytest.fixture(scope="session")
def account(tmp_path_factory) -> Iterator[Account]:
    try:
        with local_account.started(tmp_path_factory.mktemp("account"), ISSUES) as started:
            yield started
    except NotStartedError as error:
        # Once, instead of the same error from every test.
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="module")
def fresh_application(account) -> Iterator[FreshApplication]:
    """A second installation of the package that `up` deployed, allowed to use its secret and integration."""
    with _connect(account) as administrator:
        base_url = _api_base_url(account)
        for statement in (
            f"CREATE APPLICATION {FRESH} FROM APPLICATION PACKAGE GITHUB_CONNECTOR_PACKAGE",
            f"GRANT USAGE ON INTEGRATION GITHUB_INTEGRATION TO APPLICATION {FRESH}",
            f"GRANT USAGE ON DATABASE GITHUB_CONNECTOR_SECRETS TO APPLICATION {FRESH}",
            f"GRANT USAGE ON SCHEMA GITHUB_CONNECTOR_SECRETS.PUBLIC TO APPLICATION {FRESH}",
            f"GRANT READ ON SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN TO APPLICATION {FRESH}",
        ):
            administrator.cursor().execute(statement)
        yield FreshApplication(FRESH, base_url)
        administrator.cursor().execute(f"DROP APPLICATION {FRESH} CASCADE")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path. Missing, it is an error: the journeys are not skipped."""
    path = os.environ.get("SNOWPULL_CHROMIUM") or shutil.which("chromium")
    assert path, "Chromium is missing: ./snowpull test installs it, or names it."
    return path


def _connect(account: Account, **options) -> snowflake.connector.SnowflakeConnection:
    return snowflake.connector.connect(
        connection_name="local", connections_file_path=account.connections_file, **options
    )


def _api_base_url(account: Account) -> str:
    """Where the simulated GitHub of this account listens: only the application may read its state."""
    with _connect(account, database="GITHUB_CONNECTOR", schema="STATE", paramstyle="qmark") as connection:
        launch.act_as(connection, "GITHUB_CONNECTOR")
        (stored,) = connection.cursor().execute("SELECT VALUE FROM APP_CONFIGURATION WHERE KEY = 'config'").fetchone()
    return json.loads(stored)["api_base_url"]
