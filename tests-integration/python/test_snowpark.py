"""Snowpark Python, unmodified."""

import json

import pytest
import snowflake.connector
from snowflake.snowpark import Session
from snowflake.snowpark.functions import col

from issues import ISSUES, OPEN

FLATTENED = "GITHUB.PUBLIC.ACME_WIDGETS_FLATTENED"


@pytest.fixture(scope="module")
def session(account):
    connection = snowflake.connector.connect(
        connection_name="local",
        connections_file_path=account.connections_file,
        database="GITHUB",
        schema="PUBLIC",
        paramstyle="qmark",
    )
    with Session.builder.configs({"connection": connection}).create() as opened:
        yield opened


def test_filters_and_counts(session):
    assert session.table(FLATTENED).filter(col("STATE") == "open").count() == OPEN


def test_reads_a_data_frame(session):
    frame = session.table(FLATTENED).select("NUMBER", "TITLE", "IS_PULL_REQUEST").sort("NUMBER").to_pandas()
    assert frame["NUMBER"].tolist() == [issue["number"] for issue in ISSUES]
    assert frame["TITLE"].tolist() == [issue["title"] for issue in ISSUES]
    assert frame["IS_PULL_REQUEST"].tolist() == ["pull_request" in issue for issue in ISSUES]


def test_reads_an_empty_data_frame_with_its_columns(session):
    frame = session.table(FLATTENED).filter(col("NUMBER") < 0).select("NUMBER", "TITLE").to_pandas()
    assert frame.empty
    assert frame.columns.tolist() == ["NUMBER", "TITLE"]


def test_reads_into_a_variant(session):
    rows = session.table("GITHUB.PUBLIC.ACME_WIDGETS").select(col("ID"), col("RAW")["user"]["login"].alias("WHO"))
    by_id = {row["ID"]: json.loads(row["WHO"]) for row in rows.collect()}
    assert by_id == {issue["id"]: issue["user"]["login"] for issue in ISSUES}


def test_binds_names_and_values(session):
    rows = session.sql("SELECT TITLE FROM IDENTIFIER(?) WHERE NUMBER = ?", params=[FLATTENED, 4]).collect()
    assert rows[0]["TITLE"] == ISSUES[3]["title"]


def test_creates_a_data_frame(session):
    frame = session.create_dataframe([(1, "a"), (2, None)], schema=["N", "T"])
    assert [tuple(row) for row in frame.sort("N").collect()] == [(1, "a"), (2, None)]


def test_calls_a_procedure_of_the_application(session):
    answer = session.sql("CALL GITHUB_CONNECTOR.PUBLIC.INGEST_DATA(?)", params=["acme/widgets"]).collect()[0][0]
    assert json.loads(answer)["rows_count"] == len(ISSUES)
