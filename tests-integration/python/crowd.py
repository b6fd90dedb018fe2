"""Many repositories without GitHub: what the connector would have written, written for it.

Only the application may write its state, so the connection acts as it.
"""

from pathlib import Path

import launch

_CONFIGURATIONS = """
INSERT INTO STATE.RESOURCE_CONFIGURATION (KEY, VALUE)
SELECT
  NAME,
  OBJECT_CONSTRUCT(
    'current_name', NAME, 'enabled', N % 50 <> 7, 'status', IFF(N % 50 = 7, 'DISABLED', 'ENABLED'),
    'longest_gap_minutes', 30, 'source_id', 9000000 + N, 'options', OBJECT_CONSTRUCT(),
    'table', ? || '.PUBLIC.CROWD_' || N, 'view', ? || '.PUBLIC.CROWD_' || N || '_FLATTENED',
    'task', 'TASKS.INGEST_CROWD_' || N, 'name', 'CROWD_' || N, 'database', ?)
FROM (
  SELECT SEQ4() AS N, 'acme/repository-' || LPAD(SEQ4()::VARCHAR, 3, '0') AS NAME
  FROM TABLE(GENERATOR(ROWCOUNT => {count}))
)
"""

_STATES = """
INSERT INTO STATE.APP_STATE (TIMESTAMP, KEY, VALUE)
SELECT
  DATEADD('MINUTE', -(N % 25), SYSDATE()),
  NAME,
  CASE
    WHEN N % 100 = 13 THEN OBJECT_CONSTRUCT(
      'state', 'FAILED', 'run_id', 'run-' || N, 'code', 'NOT_FOUND', 'category', 'SOURCE',
      'reason', '[NOT_FOUND] GitHub does not know ' || NAME || ', or the token may not read it.')
    WHEN N % 100 = 61 THEN OBJECT_CONSTRUCT(
      'state', 'WAITING', 'run_id', 'run-' || N,
      'ingestion', OBJECT_CONSTRUCT('rows_count', {rows},
        'extras', OBJECT_CONSTRUCT('pages', 20, 'resume_at', '2030-01-01T10:00:00Z')))
    ELSE OBJECT_CONSTRUCT(
      'state', 'DONE', 'run_id', 'run-' || N,
      'ingestion', OBJECT_CONSTRUCT('rows_count', {rows}, 'extras', OBJECT_CONSTRUCT('pages', 20)))
  END
FROM (
  SELECT SEQ4() AS N, 'acme/repository-' || LPAD(SEQ4()::VARCHAR, 3, '0') AS NAME
  FROM TABLE(GENERATOR(ROWCOUNT => {count}))
)
"""

_RUNS = """
INSERT INTO STATE.INGESTION_RUN
  (TIMESTAMP, SOURCE_ID, RUN_ID, VALUE, STATE, KIND, INSERTED, UPDATED, UNCHANGED, PARKED, REQUESTS,
   UNCHANGED_ANSWERS, BYTES, SECONDS)
SELECT
  DATEADD('MINUTE', -(N * 1440 / {runs})::NUMBER, SYSDATE()), 9000000 + N % {count}, 'run-' || N,
  OBJECT_CONSTRUCT('started_at', '2026-01-01T00:00:00Z'), IFF(N % 40 = 3, 'FAILED', 'DONE'), 'INGESTION',
  N % 37, N % 11, N % 5, 0, 1 + N % 4, N % 2, 20000 + N, 1.5
FROM (SELECT SEQ4() AS N FROM TABLE(GENERATOR(ROWCOUNT => {runs})))
"""


_COPIES = """
INSERT INTO IDENTIFIER(?)
SELECT issue.ID + 1000000 * copy.N, OBJECT_INSERT(issue.RAW, 'id', issue.ID + 1000000 * copy.N, TRUE), issue.UPDATED_AT,
  issue.CONTENT_HASH, issue.INGESTED_AT, issue.DELETED_AT, issue.DELETED_REASON
FROM IDENTIFIER(?) AS issue
CROSS JOIN (SELECT SEQ4() AS N FROM TABLE(GENERATOR(ROWCOUNT => {copies}))) AS copy
"""


def gather(connections_file: Path, application: str, database: str, count: int, rows: int, runs: int) -> None:
    """So many repositories with so many rows each, of which one in a hundred failed, waits or is disabled."""
    with launch.connect(connections_file, "local", application, "STATE") as connection:
        launch.act_as(connection, application)
        for text, values in ((_CONFIGURATIONS, (database,) * 3), (_STATES, None), (_RUNS, None)):
            statement = text.replace("{count}", str(count)).replace("{rows}", str(rows)).replace("{runs}", str(runs))
            connection.cursor().execute(statement, values)


def fill(connections_file: Path, application: str, database: str, count: int, copies: int) -> None:
    """Makes the tables and views of the crowd, each with so many copies of the issues of the one repository."""
    model = f"{database}.PUBLIC.ACME_WIDGETS"
    with launch.connect(connections_file, "local", application, "STATE") as connection:
        launch.act_as(connection, application)
        cursor = connection.cursor()
        ((view,),) = cursor.execute("SELECT GET_DDL('VIEW', ?)", (f"{model}_FLATTENED",)).fetchall()
        for number in range(count):
            table = f"{database}.PUBLIC.CROWD_{number}"
            cursor.execute("CREATE OR REPLACE TABLE IDENTIFIER(?) LIKE IDENTIFIER(?)", (table, model))
            cursor.execute(_COPIES.replace("{copies}", str(copies)), (table, model))
            cursor.execute(view.replace('"ACME_WIDGETS', f'"CROWD_{number}'))
