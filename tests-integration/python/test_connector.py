"""snowflake-connector-python, unmodified, through the connection file."""

import datetime
import json
import os
import subprocess
import sys
from decimal import Decimal

import pytest
import snowflake.connector
from snowflake.connector import DictCursor, ProgrammingError

from issues import ISSUES, PULL_REQUESTS

COUNTS = "SELECT COUNT(*), COUNT_IF(IS_PULL_REQUEST) FROM GITHUB.PUBLIC.ACME_WIDGETS_FLATTENED"


@pytest.fixture(scope="module")
def connection(account):
    with snowflake.connector.connect(connection_name="local", connections_file_path=account.connections_file) as opened:
        yield opened


def test_connects_by_name_from_snowflake_home(account):
    """SNOWFLAKE_HOME is read when the driver is imported, so this is another process."""
    program = f"""
import snowflake.connector
with snowflake.connector.connect(connection_name="local") as connection:
    print(*connection.cursor().execute({COUNTS!r}).fetchone())
"""
    home = account.connections_file.parent
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "SNOWFLAKE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [str(len(ISSUES)), str(PULL_REQUESTS)], done.stderr


def test_only_the_owner_may_read_the_connection_file(account):
    assert account.connections_file.stat().st_mode & 0o077 == 0


def test_reads_what_was_ingested(connection):
    rows = connection.cursor(DictCursor).execute(
        "SELECT ID, NUMBER, TITLE, BODY, USER FROM GITHUB.PUBLIC.ACME_WIDGETS_FLATTENED ORDER BY NUMBER"
    )
    for row, issue in zip(rows.fetchall(), ISSUES, strict=True):
        assert (row["ID"], row["NUMBER"], row["TITLE"]) == (issue["id"], issue["number"], issue["title"])
        assert row["BODY"] == issue["body"]
        assert json.loads(row["USER"]) == issue["user"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("12345678901234567890123456789012345678::NUMBER(38,0)", 12345678901234567890123456789012345678),
        ("1.50::NUMBER(10,2)", Decimal("1.50")),
        ("1.5::FLOAT", 1.5),
        ("TRUE", True),
        ("NULL", None),
        ("'é”🎉'", "é”🎉"),
        ("DATE '2026-02-28'", datetime.date(2026, 2, 28)),
        ("TIME '12:34:56.789'", datetime.time(12, 34, 56, 789000)),
        ("'2026-02-28 12:34:56.789'::TIMESTAMP_NTZ", datetime.datetime(2026, 2, 28, 12, 34, 56, 789000)),
        ("TO_BINARY('CAFE', 'HEX')", b"\xca\xfe"),
    ],
)
def test_reads_each_type(connection, expression, value):
    (read,) = connection.cursor().execute(f"SELECT {expression}").fetchone()
    assert read == value
    assert type(read) in (type(value), bytearray)


@pytest.mark.parametrize("value", ["it's", "a\\b", "%s ? :1", 7, 1.5, True, None])
def test_binds_values(connection, value):
    assert connection.cursor().execute("SELECT %s", (value,)).fetchone() == (value,)


def test_binds_on_the_server(account):
    with snowflake.connector.connect(
        connection_name="local", connections_file_path=account.connections_file, paramstyle="qmark"
    ) as connection:
        values = ("it's", 7, None, True, datetime.date(2026, 2, 28), datetime.datetime(2026, 2, 28, 12, 34, 56, 789000))
        assert connection.cursor().execute("SELECT ?, ?, ?, ?, ?, ?", values).fetchone() == values


def test_inserts_many_rows(connection):
    cursor = connection.cursor()
    cursor.execute("CREATE OR REPLACE TABLE GITHUB_CONNECTOR_SECRETS.PUBLIC.NUMBERS (N NUMBER, T VARCHAR)")
    cursor.executemany(
        "INSERT INTO GITHUB_CONNECTOR_SECRETS.PUBLIC.NUMBERS VALUES (%s, %s)", [(n, f"t{n}") for n in range(100)]
    )
    cursor.execute("SELECT COUNT(*), SUM(N), MAX(T) FROM GITHUB_CONNECTOR_SECRETS.PUBLIC.NUMBERS")
    assert cursor.fetchone() == (100, 4950, "t99")
    cursor.execute("DROP TABLE GITHUB_CONNECTOR_SECRETS.PUBLIC.NUMBERS")


def test_reports_an_error_with_snowflakes_code(connection):
    with pytest.raises(ProgrammingError) as raised:
        connection.cursor().execute("SELECT * FROM GITHUB.PUBLIC.NOWHERE")
    assert (raised.value.errno, raised.value.sqlstate) == (2003, "42S02")


def test_refuses_a_wrong_password(account):
    with pytest.raises(snowflake.connector.errors.DatabaseError) as raised:
        snowflake.connector.connect(
            connection_name="local", connections_file_path=account.connections_file, password="wrong"
        )
    assert raised.value.errno == 390100
