"""One local account for all tests that use Python clients, started as a person would start it."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import snowflake.connector

import launch
from issues import ISSUES, write_issues

ROOT = Path(__file__).resolve().parents[2]
REPOSITORY = "acme/widgets"
FRESH = "MY_GITHUB_CONNECTOR"


@dataclass(frozen=True)
class Account:
    """A running `./snowpull up`: its one JSON document, its process and where its standard error goes."""

    report: dict
    log: Path

    @property
    def connections_file(self) -> Path:
        return Path(self.report["connection_file"])

    @property
    def repository(self) -> dict:
        return self.report["repositories"][0]


@dataclass(frozen=True)
class FreshApplication:
    """An application as it is right after CREATE APPLICATION: nothing granted on the account, nothing set up."""

    name: str
    api_base_url: str


@pytest.fixture(scope="session")
def account(tmp_path_factory) -> Iterator[Account]:
    directory = tmp_path_factory.mktemp("account")
    log = directory / "up.log"
    command = [ROOT / "snowpull", "up", "--json", "--no-ui", "--port", "0", "--data", directory / "data"]
    command += ["--repo", REPOSITORY, "--issues", write_issues(directory / "issues.ndjson", ISSUES)]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True,
            start_new_session=True,
        )  # fmt: skip
        try:
            yield Account(_report(process, log), log)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.communicate(timeout=60)


def _report(process: subprocess.Popen, log: Path) -> dict:
    """The JSON document, which ends as soon as it parses: the process stays up after it."""
    text = ""
    assert process.stdout is not None
    for line in process.stdout:
        text += line
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            continue
    # Once, instead of the same error from every test.
    pytest.exit(
        f"./snowpull up ended with {process.wait()} before it reported.\n{text}\n{log.read_text(encoding='utf-8')}",
        returncode=1,
    )


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
