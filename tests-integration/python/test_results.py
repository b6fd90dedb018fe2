"""Results in Arrow and in JSON, and what only works in Arrow: data frames of exact types."""

import datetime
import decimal

import pandas
import pytest
import snowflake.connector
from snowflake.connector.pandas_tools import write_pandas

ROWS = 120_000
MANY = "SELECT SEQ8() AS N, SEQ8() || 'x' AS T, NULL::NUMBER AS E FROM TABLE(GENERATOR(ROWCOUNT => 120000))"
EVERY_TYPE = """
SELECT 1::NUMBER(9,0), 12345678901234567890::NUMBER(38,0), -1.50::NUMBER(10,2), 0.5::FLOAT, 'tea ä', TRUE,
  X'00FF', '2024-02-29'::DATE, '23:59:59.123456'::TIME, '1969-12-31 23:59:59.5'::TIMESTAMP_NTZ,
  '9999-12-31 00:00:00'::TIMESTAMP_NTZ, '2024-01-01 12:00:00 +00:00'::TIMESTAMP_LTZ, PARSE_JSON('{"a":[1]}')
UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
"""


@pytest.fixture(params=["ARROW", "JSON"])
def connection(account, request):
    with snowflake.connector.connect(
        connection_name="local",
        connections_file_path=account.connections_file,
        session_parameters={"PYTHON_CONNECTOR_QUERY_RESULT_FORMAT": request.param},
        paramstyle="qmark",
    ) as opened:
        opened.cursor().execute("CREATE DATABASE IF NOT EXISTS RESULTS")
        opened.cursor().execute("USE SCHEMA RESULTS.PUBLIC")
        yield opened


@pytest.fixture
def arrow(account):
    with snowflake.connector.connect(
        connection_name="local", connections_file_path=account.connections_file, paramstyle="qmark"
    ) as opened:
        opened.cursor().execute("CREATE OR REPLACE DATABASE FRAMES")
        opened.cursor().execute("USE SCHEMA FRAMES.PUBLIC")
        yield opened


def test_every_type_arrives(connection):
    full, empty = connection.cursor().execute(EVERY_TYPE).fetchall()
    assert full[:9] == (
        1, 12345678901234567890, decimal.Decimal("-1.50"), 0.5, "tea ä", True, b"\x00\xff",
        datetime.date(2024, 2, 29), datetime.time(23, 59, 59, 123456),
    )  # fmt: skip
    assert full[9] == datetime.datetime(1969, 12, 31, 23, 59, 59, 500_000)
    assert full[10] == datetime.datetime(9999, 12, 31)
    assert full[11] == datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)
    assert full[12].replace(" ", "").replace("\n", "") == '{"a":[1]}'
    assert empty == (None,) * 13


def test_a_large_result_arrives_whole_and_in_order(connection):
    rows = connection.cursor().execute(MANY).fetchall()
    assert [row[0] for row in rows] == list(range(ROWS))
    assert rows[-1] == (ROWS - 1, f"{ROWS - 1}x", None)


def test_an_empty_result_has_its_columns(connection):
    cursor = connection.cursor().execute("SELECT 1 AS A, 'x' AS B WHERE FALSE")
    assert cursor.fetchall() == []
    assert [column.name for column in cursor.description] == ["A", "B"]


def test_a_data_frame_has_exact_types(arrow):
    frame = arrow.cursor().execute(EVERY_TYPE.replace("12345678901234567890", "7")).fetch_pandas_all()
    assert frame.iloc[0, 0] == 1
    assert pandas.isna(frame.iloc[1, 0])
    assert frame.iloc[0, 9] == pandas.Timestamp("1969-12-31 23:59:59.5")
    numbers = arrow.cursor().execute("SELECT SEQ8() AS N FROM TABLE(GENERATOR(ROWCOUNT => 7000))").fetch_pandas_all()
    assert numbers["N"].dtype.kind == "i"
    assert numbers["N"].sum() == 6999 * 3500


def test_an_empty_data_frame_has_its_columns(arrow):
    assert arrow.cursor().execute("SELECT 1 AS A WHERE FALSE").fetch_pandas_all().columns.tolist() == ["A"]


@pytest.mark.parametrize("made", [False, True], ids=["into a table", "into a table of its own making"])
def test_writes_a_data_frame(arrow, made):
    frame = pandas.DataFrame({
        "ID": [1, 2, 3],
        "name": ["one", None, "it's"],
        "RATIO": [0.5, 1.5, float("nan")],
        "DAY": [datetime.date(2024, 1, 1), None, datetime.date(1969, 7, 20)],
    })  # fmt: skip
    if not made:
        arrow.cursor().execute('CREATE TABLE T (ID NUMBER, "name" VARCHAR, RATIO FLOAT, DAY DATE)')
    success, chunks, rows, _ = write_pandas(arrow, frame, "T", auto_create_table=made, chunk_size=2)
    assert (success, chunks, rows) == (True, 2, 3)
    assert arrow.cursor().execute('SELECT ID, "name", RATIO, DAY FROM T ORDER BY ID').fetchall() == [
        (1, "one", 0.5, datetime.date(2024, 1, 1)),
        (2, None, 1.5, None),
        (3, "it's", None, datetime.date(1969, 7, 20)),
    ]
    assert arrow.cursor().execute("LIST @~").fetchall() == []
