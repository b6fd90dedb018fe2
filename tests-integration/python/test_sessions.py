"""What a session of snowflake-connector-python does besides one query after the other."""

import threading

import pytest
import snowflake.connector
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from snowflake.connector import DictCursor, ProgrammingError

ENDLESS = """SELECT COUNT(*) FROM TABLE(GENERATOR(ROWCOUNT => 1000000)) A,
  TABLE(GENERATOR(ROWCOUNT => 1000000)) B, TABLE(GENERATOR(ROWCOUNT => 1000000)) C"""


def open_session(account, **options):
    return snowflake.connector.connect(
        connection_name="local", connections_file_path=account.connections_file, **options
    )


@pytest.fixture
def connection(account):
    with open_session(account) as opened:
        opened.cursor().execute("CREATE OR REPLACE DATABASE SESSIONS")
        yield opened


def test_runs_a_query_asynchronously(connection):
    cursor = connection.cursor()
    cursor.execute_async("SELECT SUM(SEQ8()) FROM TABLE(GENERATOR(ROWCOUNT => 1000))")
    cursor.get_results_from_sfqid(cursor.sfqid)
    assert cursor.fetchone()[0] == 499_500
    assert not connection.is_still_running(connection.get_query_status(cursor.sfqid))


def test_runs_several_statements_of_one_text(connection):
    cursors = connection.execute_string("SELECT 1 AS A; SELECT 'it''s; one' AS B; -- the end", cursor_class=DictCursor)
    assert [cursor.fetchall() for cursor in cursors] == [[{"A": 1}], [{"B": "it's; one"}]]
    cursor = connection.cursor().execute("SELECT 1; SELECT 2", num_statements=2)
    assert cursor.fetchone()[0] == 1
    assert cursor.nextset() is not None
    assert cursor.fetchone()[0] == 2


def test_describes_without_running(connection):
    connection.cursor().execute("CREATE TABLE T (N NUMBER(5,2) NOT NULL, S VARCHAR(10))")
    columns = connection.cursor().describe("SELECT N, S FROM T WHERE N > 1")
    assert [(c.name, c.precision, c.scale, c.internal_size, c.is_nullable) for c in columns] == [
        ("N", 5, 2, None, False),
        ("S", None, None, 10, True),
    ]


def test_stages_and_fetches_files(connection, tmp_path):
    source = tmp_path / "rows.csv"
    source.write_text("1,one\n2,two\n")
    cursor = connection.cursor()
    cursor.execute("CREATE STAGE FILES")
    cursor.execute("CREATE TABLE LOADED (N NUMBER, S VARCHAR)")
    put = cursor.execute(f"PUT 'file://{source}' @FILES/in").fetchone()
    assert put[6] == "UPLOADED"
    assert [row[0] for row in cursor.execute("LIST @FILES")] == ["files/in/rows.csv.gz"]
    assert cursor.execute("COPY INTO LOADED FROM @FILES/in").fetchone()[1] == "LOADED"
    assert cursor.execute("SELECT S FROM LOADED ORDER BY N").fetchall() == [("one",), ("two",)]
    target = tmp_path / "target"
    target.mkdir()
    cursor.execute(f"GET @FILES/in 'file://{target}'")
    assert (target / "rows.csv.gz").exists()
    assert cursor.execute("REMOVE @FILES").fetchone()[1] == "removed"


def test_logs_in_with_a_key_pair(account, connection):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    text = "".join(public.decode().splitlines()[1:-1])
    connection.cursor().execute(f"CREATE OR REPLACE USER ROBOT RSA_PUBLIC_KEY = '{text}'")
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with open_session(
        account, user="ROBOT", role="PUBLIC", authenticator="SNOWFLAKE_JWT", private_key=private
    ) as robot:
        assert robot.cursor().execute("SELECT CURRENT_USER()").fetchone() == ("ROBOT",)


def test_cancels_a_query_from_another_thread(account, connection):
    cursor = connection.cursor()
    cursor.execute_async(ENDLESS)
    with open_session(account) as other:
        done = threading.Thread(
            target=lambda: other.cursor().execute("SELECT SYSTEM$CANCEL_QUERY(%s)", (cursor.sfqid,))
        )
        done.start()
        done.join()
    with pytest.raises(ProgrammingError) as raised:
        cursor.get_results_from_sfqid(cursor.sfqid)
    assert raised.value.errno == 604


def test_stops_a_query_at_its_timeout(connection):
    with pytest.raises(ProgrammingError) as raised:
        connection.cursor().execute(ENDLESS, timeout=1)
    assert raised.value.errno in {604, 630}


def test_keeps_a_session_alive(account):
    with open_session(account, client_session_keep_alive=True) as kept:
        assert kept.is_valid()
        assert kept.cursor().execute("SELECT 1").fetchone() == (1,)
