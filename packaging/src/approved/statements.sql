-- BEGIN: Opens a transaction.
BEGIN;

-- COMMIT: Keeps what the transaction wrote.
COMMIT;

-- ROLLBACK: Takes back what the transaction wrote.
ROLLBACK;

-- SELECT_CONFIGURATION: The value of one key of the configuration. Binds: key.
SELECT VALUE
FROM STATE.APP_CONFIGURATION
WHERE KEY = ?
LIMIT 1;

-- MERGE_CONFIGURATION: Sets one key of the configuration. Binds: key, value as JSON.
MERGE INTO STATE.APP_CONFIGURATION AS target
USING (
  SELECT
    ? AS KEY,
    PARSE_JSON(?) AS VALUE
) AS given
ON target.KEY = given.KEY
WHEN MATCHED THEN UPDATE SET
  VALUE = given.VALUE
WHEN NOT MATCHED THEN INSERT (KEY, VALUE)
VALUES (
  given.KEY,
  given.VALUE
);

-- DELETE_CONFIGURATION: Forgets one key of the configuration. Binds: key.
DELETE FROM STATE.APP_CONFIGURATION
WHERE KEY = ?;

-- SELECT_RESOURCES: Every resource that was ever enabled.
SELECT KEY, VALUE
FROM STATE.RESOURCE_CONFIGURATION
ORDER BY KEY;

-- INSERT_RESOURCE: Adds a resource, unless its key or its source is there. Binds: key, value as JSON.
MERGE INTO STATE.RESOURCE_CONFIGURATION AS target
USING (
  SELECT
    ? AS KEY,
    PARSE_JSON(?) AS VALUE
) AS given
ON (
  target.KEY = given.KEY
  OR CAST(target.VALUE['source_id'] AS NUMBER(38, 0)) = CAST(given.VALUE['source_id'] AS NUMBER(38, 0))
)
WHEN NOT MATCHED THEN INSERT (KEY, VALUE)
VALUES (
  given.KEY,
  given.VALUE
);

-- UPDATE_RESOURCE: Replaces the definition of a resource. Binds: value as JSON, key.
UPDATE STATE.RESOURCE_CONFIGURATION
SET
  VALUE = PARSE_JSON(?)
WHERE KEY = ?;

-- DELETE_RESOURCE: Forgets a resource. Binds: key.
DELETE FROM STATE.RESOURCE_CONFIGURATION
WHERE KEY = ?;

-- DELETE_PARKED: Forgets the rows of a source that were kept aside. Binds: source id.
DELETE FROM STATE.PARKED_RECORD
WHERE SOURCE_ID = ?;

-- SELECT_NEWEST_STATES: The newest state of each resource.
SELECT KEY, TIMESTAMP, VALUE
FROM STATE.APP_STATE
QUALIFY row_number() OVER (
  PARTITION BY KEY
  ORDER BY SEQUENCE DESC
) = 1;

-- SELECT_LEFT_RUNS: Resources whose newest state is RUNNING and older than so many minutes. Binds: minutes.
SELECT newest.KEY, newest.VALUE
FROM (
  SELECT KEY, TIMESTAMP, VALUE
  FROM STATE.APP_STATE
  QUALIFY row_number() OVER (
    PARTITION BY KEY
    ORDER BY SEQUENCE DESC
  ) = 1
) AS newest
WHERE (
  CAST(newest.VALUE['state'] AS VARCHAR) = 'RUNNING'
  AND newest.TIMESTAMP < DATEADD('MINUTE', -?, SYSDATE())
);

-- SELECT_CONDITIONS: What somebody should know or do.
SELECT
  CONDITION,
  RESOURCE,
  SINCE,
  DETAIL,
  WAY_OUT
FROM MONITORING.CONDITIONS;

-- CLAIM_HOUSEKEEPING: Stores when the connector last kept house, unless that was after a time; one row is changed where it was not. Binds: key, value as JSON, the time.
MERGE INTO STATE.APP_CONFIGURATION AS target
USING (
  SELECT
    ? AS KEY,
    PARSE_JSON(?) AS VALUE
) AS given
ON target.KEY = given.KEY
WHEN MATCHED AND CAST(target.VALUE['ran_at'] AS VARCHAR) <= ? THEN UPDATE SET
  VALUE = given.VALUE
WHEN NOT MATCHED THEN INSERT (KEY, VALUE)
VALUES (
  given.KEY,
  given.VALUE
);

-- PURGE_PARKED_RECORD: Forgets rows kept aside so many days ago. Binds: days.
DELETE FROM STATE.PARKED_RECORD
WHERE TIMESTAMP < DATEADD('DAY', -?, SYSDATE());

-- SELECT_PRIVILEGE: Whether the application holds an account privilege. Binds: privilege.
SELECT SYSTEM$HOLD_PRIVILEGE_ON_ACCOUNT(?);

-- SELECT_REFERENCES: What is bound to a reference, as a JSON array. Binds: reference.
SELECT SYSTEM$GET_ALL_REFERENCES(?);

-- PURGE_APP_STATE: Forgets older states, but for the newest of each resource. Binds: days.
DELETE FROM STATE.APP_STATE WHERE TIMESTAMP < DATEADD('DAY', -?, SYSDATE()) AND SEQUENCE NOT IN (SELECT MAX(SEQUENCE) FROM STATE.APP_STATE GROUP BY KEY);

-- PURGE_INGESTION_RUN: Forgets older runs, but for the newest of each source. Binds: days.
DELETE FROM STATE.INGESTION_RUN WHERE TIMESTAMP < DATEADD('DAY', -?, SYSDATE()) AND TIMESTAMP NOT IN (SELECT MAX(TIMESTAMP) FROM STATE.INGESTION_RUN GROUP BY SOURCE_ID);

-- PURGE_INGESTION_CURSOR: Forgets older cursors, but for the newest of each source. Binds: days.
DELETE FROM STATE.INGESTION_CURSOR WHERE TIMESTAMP < DATEADD('DAY', -?, SYSDATE()) AND SEQUENCE NOT IN (SELECT MAX(SEQUENCE) FROM STATE.INGESTION_CURSOR GROUP BY SOURCE_ID);

-- PURGE_INGESTION_CLAIM: Forgets older claims, but for the newest of each source. Binds: days.
DELETE FROM STATE.INGESTION_CLAIM WHERE TIMESTAMP < DATEADD('DAY', -?, SYSDATE()) AND SEQUENCE NOT IN (SELECT MAX(SEQUENCE) FROM STATE.INGESTION_CLAIM GROUP BY SOURCE_ID);

-- PURGE_RECONCILIATION_CURSOR: Forgets older sweeps, but for the newest of each source. Binds: days.
DELETE FROM STATE.RECONCILIATION_CURSOR WHERE TIMESTAMP < DATEADD('DAY', -?, SYSDATE()) AND SEQUENCE NOT IN (SELECT MAX(SEQUENCE) FROM STATE.RECONCILIATION_CURSOR GROUP BY SOURCE_ID);

-- INSERT_STATE: Appends to the history of a resource. Binds: key, value as JSON.
INSERT INTO STATE.APP_STATE (KEY, VALUE)
SELECT
  ?,
  PARSE_JSON(?);

-- SELECT_CURSOR: The newest cursor of a source. Binds: source id.
SELECT VALUE
FROM STATE.INGESTION_CURSOR
WHERE SOURCE_ID = ?
ORDER BY SEQUENCE DESC
LIMIT 1;

-- INSERT_CURSOR: Appends a cursor. Binds: source id, run id, value as JSON.
INSERT INTO STATE.INGESTION_CURSOR (SOURCE_ID, RUN_ID, VALUE)
SELECT
  ?,
  ?,
  PARSE_JSON(?);

-- SELECT_CLAIM: The run that claimed a source last. Binds: source id.
SELECT RUN_ID
FROM STATE.INGESTION_CLAIM
WHERE SOURCE_ID = ?
ORDER BY SEQUENCE DESC
LIMIT 1;

-- INSERT_CLAIM: Claims a source for a run. Binds: source id, run id.
INSERT INTO STATE.INGESTION_CLAIM (SOURCE_ID, RUN_ID)
SELECT ?, ?;

-- INSERT_RUN: Appends to the log of runs. Binds: source id, run id, value as JSON.
INSERT INTO STATE.INGESTION_RUN (
  SOURCE_ID,
  RUN_ID,
  VALUE,
  STATE,
  KIND,
  INSERTED,
  UPDATED,
  UNCHANGED,
  PARKED,
  SKIPPED,
  MARKED_DELETED,
  REQUESTS,
  UNCHANGED_ANSWERS,
  BYTES,
  SECONDS
)
SELECT
  given.SOURCE_ID,
  given.RUN_ID,
  given.VALUE,
  CAST(given.VALUE['state'] AS VARCHAR),
  CAST(given.VALUE['kind'] AS VARCHAR),
  CAST(given.VALUE['report']['extras']['inserted'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['updated'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['unchanged'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['parked'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['skipped'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['marked_deleted'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['requests'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['unchanged_answers'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['bytes'] AS NUMBER(38, 0)),
  CAST(given.VALUE['report']['extras']['seconds'] AS FLOAT)
FROM (
  SELECT
    ? AS SOURCE_ID,
    ? AS RUN_ID,
    PARSE_JSON(?) AS VALUE
) AS given;

-- FILL_FENCE: Puts the one row into a fence table. Binds: the table, twice.
INSERT INTO IDENTIFIER(?) (RUN_ID)
SELECT 'none'
WHERE NOT EXISTS (
  SELECT 1 AS one
  FROM IDENTIFIER(?)
);

-- HOLD_FENCE: Takes the lock that orders the batches of a resource. Binds: fence table, run id.
UPDATE IDENTIFIER(?)
SET
  RUN_ID = ?;

-- COUNT_ROWS: Binds: the table.
SELECT count(*)
FROM IDENTIFIER(?);

-- MERGE_BATCH: Writes a batch; what is older than what is there, or equal to it, changes nothing. Binds: sink table, rows as a JSON array of {id, raw, updated_at, hash}.
MERGE INTO IDENTIFIER(?) AS sink
USING (
  SELECT
    CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
    element.VALUE['raw'] AS RAW,
    CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) AS UPDATED_AT,
    CAST(element.VALUE['hash'] AS VARCHAR) AS CONTENT_HASH
  FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS element
  QUALIFY row_number() OVER (
    PARTITION BY CAST(element.VALUE['id'] AS NUMBER(38, 0))
    ORDER BY
      CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) DESC,
      element.INDEX DESC
  ) = 1
) AS batch
ON sink.ID = batch.ID
WHEN MATCHED AND (
  batch.UPDATED_AT > sink.UPDATED_AT
  OR (
    batch.UPDATED_AT = sink.UPDATED_AT
    AND batch.CONTENT_HASH <> sink.CONTENT_HASH
  )
) THEN UPDATE SET
  RAW = batch.RAW,
  UPDATED_AT = batch.UPDATED_AT,
  CONTENT_HASH = batch.CONTENT_HASH,
  INGESTED_AT = SYSDATE(),
  DELETED_AT = NULL,
  DELETED_REASON = NULL
WHEN NOT MATCHED THEN INSERT (
  ID,
  RAW,
  UPDATED_AT,
  CONTENT_HASH,
  INGESTED_AT
)
VALUES (
  batch.ID,
  batch.RAW,
  batch.UPDATED_AT,
  batch.CONTENT_HASH,
  SYSDATE()
);

-- COUNT_WRITTEN: How many rows of a batch the table has, as they were sent or newer. Binds: sink table, rows as a JSON array of {id, updated_at}, each id once.
SELECT count(*)
FROM IDENTIFIER(?) AS sink
  JOIN (
    SELECT
      CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
      CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) AS UPDATED_AT
    FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS element
  ) AS sent
    ON (
      sink.ID = sent.ID
      AND sink.UPDATED_AT >= sent.UPDATED_AT
    );

-- MERGE_STAGED: As MERGE_BATCH, of rows in a file on the stage, a line of {id, raw, updated_at, hash} for each. SOURCE_NUMBER and LOAD_NUMBER stand for whole numbers, see StagedLoad. Binds: sink table.
MERGE INTO IDENTIFIER(?) AS sink
USING (
  SELECT
    CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
    element.VALUE['raw'] AS RAW,
    CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) AS UPDATED_AT,
    CAST(element.VALUE['hash'] AS VARCHAR) AS CONTENT_HASH
  FROM (
    SELECT
      $1 AS VALUE,
      METADATA$FILE_ROW_NUMBER AS INDEX
    FROM @STATE.STAGED_ROWS/SOURCE_NUMBER/LOAD_NUMBER/
  ) AS element
  QUALIFY row_number() OVER (
    PARTITION BY CAST(element.VALUE['id'] AS NUMBER(38, 0))
    ORDER BY
      CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) DESC,
      element.INDEX DESC
  ) = 1
) AS batch
ON sink.ID = batch.ID
WHEN MATCHED AND (
  batch.UPDATED_AT > sink.UPDATED_AT
  OR (
    batch.UPDATED_AT = sink.UPDATED_AT
    AND batch.CONTENT_HASH <> sink.CONTENT_HASH
  )
) THEN UPDATE SET
  RAW = batch.RAW,
  UPDATED_AT = batch.UPDATED_AT,
  CONTENT_HASH = batch.CONTENT_HASH,
  INGESTED_AT = SYSDATE(),
  DELETED_AT = NULL,
  DELETED_REASON = NULL
WHEN NOT MATCHED THEN INSERT (
  ID,
  RAW,
  UPDATED_AT,
  CONTENT_HASH,
  INGESTED_AT
)
VALUES (
  batch.ID,
  batch.RAW,
  batch.UPDATED_AT,
  batch.CONTENT_HASH,
  SYSDATE()
);

-- COUNT_STAGED: How many different rows of a staged file the table has, in the newest version of the file or newer. Binds: sink table.
SELECT count(*)
FROM IDENTIFIER(?) AS sink
  JOIN (
    SELECT
      CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
      element.VALUE['raw'] AS RAW,
      CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) AS UPDATED_AT,
      CAST(element.VALUE['hash'] AS VARCHAR) AS CONTENT_HASH
    FROM (
      SELECT
        $1 AS VALUE,
        METADATA$FILE_ROW_NUMBER AS INDEX
      FROM @STATE.STAGED_ROWS/SOURCE_NUMBER/LOAD_NUMBER/
    ) AS element
    QUALIFY row_number() OVER (
      PARTITION BY CAST(element.VALUE['id'] AS NUMBER(38, 0))
      ORDER BY
        CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) DESC,
        element.INDEX DESC
    ) = 1
  ) AS sent
    ON (
      sink.ID = sent.ID
      AND sink.UPDATED_AT >= sent.UPDATED_AT
    );

-- REMOVE_STAGED: Removes the file of a load.
REMOVE @STATE.STAGED_ROWS/SOURCE_NUMBER/LOAD_NUMBER/;

-- REMOVE_LEFT: Removes the files of all loads of a source.
REMOVE @STATE.STAGED_ROWS/SOURCE_NUMBER/;

-- HEAL_BATCH: As MERGE_BATCH; besides, rows that are marked as gone are there again. Binds: sink table, rows as a JSON array of {id, raw, updated_at, hash}.
MERGE INTO IDENTIFIER(?) AS sink
USING (
  SELECT
    CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
    element.VALUE['raw'] AS RAW,
    CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) AS UPDATED_AT,
    CAST(element.VALUE['hash'] AS VARCHAR) AS CONTENT_HASH
  FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS element
  QUALIFY row_number() OVER (
    PARTITION BY CAST(element.VALUE['id'] AS NUMBER(38, 0))
    ORDER BY
      CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) DESC,
      element.INDEX DESC
  ) = 1
) AS batch
ON sink.ID = batch.ID
WHEN MATCHED AND (
  batch.UPDATED_AT > sink.UPDATED_AT
  OR (
    batch.UPDATED_AT = sink.UPDATED_AT
    AND (
      batch.CONTENT_HASH <> sink.CONTENT_HASH
      OR sink.DELETED_AT IS NOT NULL
    )
  )
) THEN UPDATE SET
  RAW = batch.RAW,
  UPDATED_AT = batch.UPDATED_AT,
  CONTENT_HASH = batch.CONTENT_HASH,
  INGESTED_AT = SYSDATE(),
  DELETED_AT = NULL,
  DELETED_REASON = NULL
WHEN NOT MATCHED THEN INSERT (
  ID,
  RAW,
  UPDATED_AT,
  CONTENT_HASH,
  INGESTED_AT
)
VALUES (
  batch.ID,
  batch.RAW,
  batch.UPDATED_AT,
  batch.CONTENT_HASH,
  SYSDATE()
);

-- FIND_STALE: The ids of rows that the table lacks, has otherwise, or has marked as gone, without those that are kept aside. Binds: rows as a JSON array of {id, updated_at, hash}, sink table, source id.
SELECT sent.ID
FROM (
  SELECT
    CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
    CAST(element.VALUE['updated_at'] AS TIMESTAMP_NTZ) AS UPDATED_AT,
    CAST(element.VALUE['hash'] AS VARCHAR) AS CONTENT_HASH
  FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS element
) AS sent
  LEFT OUTER JOIN IDENTIFIER(?) AS sink
    ON sink.ID = sent.ID
WHERE (
  (
    sink.ID IS NULL
    OR sent.UPDATED_AT > sink.UPDATED_AT
    OR (
      sent.UPDATED_AT = sink.UPDATED_AT
      AND (
        sent.CONTENT_HASH <> sink.CONTENT_HASH
        OR sink.DELETED_AT IS NOT NULL
      )
    )
  )
  AND sent.CONTENT_HASH NOT IN (
    SELECT CONTENT_HASH
    FROM STATE.PARKED_RECORD
    WHERE SOURCE_ID = ?
  )
);

-- FIND_UNSEEN: The rows of the table created in a stretch of time that a list of ids leaves out, with what the source calls them. Binds: key of that name, sink table, key of the time of creation, first time, the same key, time after the last, ids as a JSON array.
SELECT
  sink.ID,
  CAST(GET(sink.RAW, ?) AS VARCHAR) AS REFERENCE,
  sink.CONTENT_HASH
FROM IDENTIFIER(?) AS sink
WHERE (
  sink.DELETED_AT IS NULL
  AND CAST(GET(sink.RAW, ?) AS TIMESTAMP_NTZ) >= CAST(? AS TIMESTAMP_NTZ)
  AND CAST(GET(sink.RAW, ?) AS TIMESTAMP_NTZ) < CAST(? AS TIMESTAMP_NTZ)
  AND sink.ID NOT IN (
    SELECT CAST(element.VALUE AS NUMBER(38, 0))
    FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS element
  )
)
ORDER BY sink.ID;

-- MARK_DELETED: Marks rows as gone, where the table still has the version that was looked at. Binds: sink table, rows as a JSON array of {id, hash, reason}.
MERGE INTO IDENTIFIER(?) AS sink
USING (
  SELECT
    CAST(element.VALUE['id'] AS NUMBER(38, 0)) AS ID,
    CAST(element.VALUE['hash'] AS VARCHAR) AS CONTENT_HASH,
    CAST(element.VALUE['reason'] AS VARCHAR) AS DELETED_REASON
  FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS element
) AS gone
ON (
  sink.ID = gone.ID
  AND sink.CONTENT_HASH = gone.CONTENT_HASH
  AND sink.DELETED_AT IS NULL
)
WHEN MATCHED THEN UPDATE SET
  DELETED_AT = SYSDATE(),
  DELETED_REASON = gone.DELETED_REASON;

-- SELECT_SWEEP: How far the list of a source was compared last. Binds: source id.
SELECT VALUE
FROM STATE.RECONCILIATION_CURSOR
WHERE SOURCE_ID = ?
ORDER BY SEQUENCE DESC
LIMIT 1;

-- INSERT_SWEEP: Appends how far it was compared. Binds: source id, run id, value as JSON.
INSERT INTO STATE.RECONCILIATION_CURSOR (SOURCE_ID, RUN_ID, VALUE)
SELECT
  ?,
  ?,
  PARSE_JSON(?);

-- RENAME_RESOURCE: Sets what the source calls a resource. Binds: name, key.
UPDATE STATE.RESOURCE_CONFIGURATION
SET
  VALUE = OBJECT_INSERT(CAST(VALUE AS OBJECT), 'current_name', ?, TRUE)
WHERE KEY = ?;

-- PARK_RECORD: Keeps a row that cannot be written, unless it is kept already. Binds: source id, run id, the row's id or '', hash, reason, text or its beginning, when it was changed or ''.
MERGE INTO STATE.PARKED_RECORD AS target
USING (
  SELECT
    ? AS SOURCE_ID,
    ? AS RUN_ID,
    CAST(nullif(?, '') AS NUMBER(38, 0)) AS RECORD_ID,
    ? AS CONTENT_HASH,
    ? AS REASON,
    ? AS PAYLOAD,
    CAST(nullif(?, '') AS TIMESTAMP_NTZ) AS CHANGED_AT
) AS given
ON (
  target.SOURCE_ID = given.SOURCE_ID
  AND target.CONTENT_HASH = given.CONTENT_HASH
)
WHEN NOT MATCHED THEN INSERT (
  SOURCE_ID,
  RUN_ID,
  RECORD_ID,
  CONTENT_HASH,
  REASON,
  PAYLOAD,
  CHANGED_AT
)
VALUES (
  given.SOURCE_ID,
  given.RUN_ID,
  given.RECORD_ID,
  given.CONTENT_HASH,
  given.REASON,
  given.PAYLOAD,
  given.CHANGED_AT
);

-- EXTEND_PARKED: Appends to the text of a kept row. Binds: text, source id, hash.
UPDATE STATE.PARKED_RECORD
SET
  PAYLOAD = (PAYLOAD || ?)
WHERE (
  SOURCE_ID = ?
  AND CONTENT_HASH = ?
);

-- RELEASE_PARKED: Forgets kept rows that were written since, in that version or a later one. Binds: sink table, source id.
DELETE FROM STATE.PARKED_RECORD
USING (
  SELECT
    ID AS WRITTEN_ID,
    UPDATED_AT AS WRITTEN_AT,
    CONTENT_HASH AS WRITTEN_HASH
  FROM IDENTIFIER(?)
) AS written
WHERE (
  SOURCE_ID = ?
  AND (RECORD_ID = WRITTEN_ID)
  AND (
    WRITTEN_AT > CHANGED_AT
    OR WRITTEN_HASH = CONTENT_HASH
  )
);

-- BIND_CONNECTION: Gives integration and secret to every procedure that reaches the source. Binds: integration, secret.
CALL CORE.BIND_CONNECTION(?, ?);

-- MONITORING.SYNC_STATUS
CREATE OR REPLACE VIEW MONITORING.SYNC_STATUS
  COMMENT = 'A row for each resource: what was wanted of it, and how it stands'
AS
WITH newest AS (
  SELECT KEY, TIMESTAMP, VALUE
  FROM STATE.APP_STATE
  QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY ORDER BY SEQUENCE DESC) = 1
),
done AS (
  SELECT KEY, MAX(TIMESTAMP) AS LAST_DONE_AT
  FROM STATE.APP_STATE
  WHERE VALUE['state']::VARCHAR = 'DONE'
  GROUP BY KEY
)
SELECT
  r.KEY AS RESOURCE,
  r.VALUE['current_name']::VARCHAR AS CURRENT_NAME,
  COALESCE(r.VALUE['status']::VARCHAR,
    CASE WHEN r.VALUE['enabled']::BOOLEAN THEN 'ENABLED' ELSE 'PREPARING' END) AS STATUS,
  COALESCE(r.VALUE['schedule']::VARCHAR, '30 MINUTES') AS SCHEDULE,
  CASE
    WHEN r.VALUE['schedule']::VARCHAR IS NULL THEN 30
    ELSE r.VALUE['longest_gap_minutes']::NUMBER
  END AS LONGEST_GAP_MINUTES,
  newest.VALUE['state']::VARCHAR AS STATE,
  newest.TIMESTAMP AS STATE_AT,
  newest.VALUE['run_id']::VARCHAR AS RUN_ID,
  newest.VALUE['ingestion']['rows_count']::NUMBER AS ROWS_COUNT,
  newest.VALUE['ingestion']['extras']['pages']::NUMBER AS PAGES,
  newest.VALUE['ingestion']['extras']['resume_at']::VARCHAR AS RESUME_AT,
  done.LAST_DONE_AT AS LAST_DONE_AT,
  GREATEST(
    COALESCE(TRY_TO_TIMESTAMP_NTZ(r.VALUE['enabled_at']::VARCHAR),
      done.LAST_DONE_AT, newest.TIMESTAMP),
    COALESCE(done.LAST_DONE_AT, newest.TIMESTAMP,
      TRY_TO_TIMESTAMP_NTZ(r.VALUE['enabled_at']::VARCHAR))
  ) AS EXPECTED_SINCE,
  newest.VALUE['code']::VARCHAR AS CODE,
  newest.VALUE['category']::VARCHAR AS CATEGORY,
  newest.VALUE['reason']::VARCHAR AS REASON,
  r.VALUE['table']::VARCHAR AS TABLE_NAME,
  r.VALUE['view']::VARCHAR AS VIEW_NAME,
  r.VALUE['task']::VARCHAR AS TASK_NAME
FROM STATE.RESOURCE_CONFIGURATION AS r
LEFT JOIN newest ON newest.KEY = r.KEY
LEFT JOIN done ON done.KEY = r.KEY
WHERE COALESCE(r.VALUE['status']::VARCHAR, '') <> 'DELETED';

-- MONITORING.RUNS
CREATE OR REPLACE VIEW MONITORING.RUNS
  COMMENT = 'A row for each run that ended, with what it read, wrote and took'
AS
SELECT
  r.KEY AS RESOURCE,
  run.RUN_ID AS RUN_ID,
  COALESCE(run.KIND, 'INGESTION') AS KIND,
  run.STATE AS STATE,
  TRY_TO_TIMESTAMP_NTZ(run.VALUE['started_at']::VARCHAR) AS STARTED_AT,
  run.TIMESTAMP AS ENDED_AT,
  run.SECONDS AS SECONDS,
  run.INSERTED AS INSERTED,
  run.UPDATED AS UPDATED,
  run.UNCHANGED AS UNCHANGED,
  run.PARKED AS PARKED,
  run.MARKED_DELETED AS MARKED_DELETED,
  ROUND((run.INSERTED + run.UPDATED + run.UNCHANGED) / NULLIF(run.SECONDS, 0), 1)
    AS ROWS_PER_SECOND,
  run.REQUESTS AS REQUESTS,
  run.UNCHANGED_ANSWERS AS UNCHANGED_ANSWERS,
  run.BYTES AS BYTES,
  ROUND(run.SECONDS / 3600, 6) AS CREDITS_XS
FROM STATE.INGESTION_RUN AS run
LEFT JOIN STATE.RESOURCE_CONFIGURATION AS r
  ON r.VALUE['source_id']::NUMBER = run.SOURCE_ID;

-- MONITORING.RUNS_HOURLY
CREATE OR REPLACE VIEW MONITORING.RUNS_HOURLY
  COMMENT = 'The runs of each hour together'
AS
SELECT
  DATE_TRUNC('HOUR', TIMESTAMP) AS HOUR,
  COUNT(*) AS RUNS,
  COUNT_IF(STATE = 'FAILED') AS FAILED,
  SUM(INSERTED) AS INSERTED,
  SUM(UPDATED) AS UPDATED,
  SUM(REQUESTS) AS REQUESTS,
  SUM(UNCHANGED_ANSWERS) AS UNCHANGED_ANSWERS,
  SUM(BYTES) AS BYTES,
  SUM(SECONDS) AS SECONDS,
  ROUND(SUM(SECONDS) / 3600, 6) AS CREDITS_XS
FROM STATE.INGESTION_RUN
GROUP BY DATE_TRUNC('HOUR', TIMESTAMP);

-- MONITORING.RATE_LIMIT
CREATE OR REPLACE VIEW MONITORING.RATE_LIMIT
  COMMENT = 'Requests of the last hour that count, beside the limit as last tested'
AS
WITH used AS (
  SELECT COALESCE(SUM(REQUESTS - COALESCE(UNCHANGED_ANSWERS, 0)), 0) AS REQUESTS
  FROM STATE.INGESTION_RUN
  WHERE TIMESTAMP >= DATEADD('HOUR', -1, SYSDATE())
),
tested AS (
  SELECT VALUE FROM STATE.APP_CONFIGURATION WHERE KEY = 'connection_test'
)
SELECT
  used.REQUESTS AS REQUESTS_LAST_HOUR,
  tested.VALUE['limit']::NUMBER AS HOURLY_LIMIT,
  tested.VALUE['limit']::NUMBER - used.REQUESTS AS HEADROOM,
  tested.VALUE['remaining']::NUMBER AS REMAINING_WHEN_TESTED,
  tested.VALUE['reset_at']::VARCHAR AS RESET_AT,
  tested.VALUE['tested_at']::VARCHAR AS TESTED_AT
FROM used
LEFT JOIN tested ON TRUE;

-- MONITORING.ERRORS
CREATE OR REPLACE VIEW MONITORING.ERRORS
  COMMENT = 'The failures of the last seven days by kind'
AS
SELECT
  VALUE['code']::VARCHAR AS CODE,
  MAX(VALUE['category']::VARCHAR) AS CATEGORY,
  COUNT(*) AS OCCURRENCES,
  COUNT(DISTINCT KEY) AS RESOURCES,
  MIN(TIMESTAMP) AS FIRST_AT,
  MAX(TIMESTAMP) AS LAST_AT,
  MAX_BY(KEY, SEQUENCE) AS LAST_RESOURCE,
  MAX_BY(VALUE['reason']::VARCHAR, SEQUENCE) AS LAST_REASON
FROM STATE.APP_STATE
WHERE VALUE['state']::VARCHAR = 'FAILED'
  AND VALUE['code']::VARCHAR IS NOT NULL
  AND TIMESTAMP >= DATEADD('DAY', -7, SYSDATE())
GROUP BY VALUE['code']::VARCHAR;

-- MONITORING.FRESHNESS
CREATE OR REPLACE VIEW MONITORING.FRESHNESS
  COMMENT = 'How old the data of each enabled resource is, against its schedule'
AS
SELECT
  RESOURCE,
  SCHEDULE,
  LAST_DONE_AT,
  DATEDIFF('MINUTE', LAST_DONE_AT, SYSDATE()) AS AGE_MINUTES,
  LONGEST_GAP_MINUTES,
  COALESCE(
    DATEDIFF('MINUTE', EXPECTED_SINCE, SYSDATE()) > 2 * LONGEST_GAP_MINUTES + 10, FALSE)
    AS IS_LATE,
  EXPECTED_SINCE
FROM MONITORING.SYNC_STATUS
WHERE STATUS = 'ENABLED';

-- MONITORING.CONDITIONS
CREATE OR REPLACE VIEW MONITORING.CONDITIONS
  COMMENT = 'What somebody should know or do, each with its way out'
AS
SELECT
  'PAUSED' AS CONDITION,
  NULL::VARCHAR AS RESOURCE,
  NULL::TIMESTAMP_NTZ AS SINCE,
  'The connector is paused; nothing runs.' AS DETAIL,
  'CALL PUBLIC.RESUME_CONNECTOR()' AS WAY_OUT
FROM STATE.APP_CONFIGURATION
WHERE KEY = 'connector' AND VALUE['paused']::BOOLEAN
UNION ALL
SELECT
  'CONNECTION_NOT_BOUND',
  NULL,
  TIMESTAMP,
  VALUE['reason']::VARCHAR,
  'Grant what the reason names, then CALL PUBLIC.UPDATE_CONNECTION with the same names'
FROM (
  SELECT TIMESTAMP, VALUE
  FROM STATE.APP_STATE
  WHERE KEY = 'connection'
  QUALIFY ROW_NUMBER() OVER (ORDER BY SEQUENCE DESC) = 1
)
WHERE VALUE['state']::VARCHAR = 'FAILED'
UNION ALL
SELECT
  'TOKEN_EXPIRING',
  NULL,
  TRY_TO_TIMESTAMP_NTZ(VALUE['tested_at']::VARCHAR),
  'The token ends on ' || VALUE['token_expires_at']::VARCHAR,
  'Make a new token, ALTER SECRET ... SET SECRET_STRING, then CALL PUBLIC.TEST_CONNECTION()'
FROM STATE.APP_CONFIGURATION
WHERE KEY = 'connection_test'
  AND TRY_TO_TIMESTAMP_NTZ(VALUE['token_expires_at']::VARCHAR)
    < DATEADD('DAY', 14, SYSDATE())
UNION ALL
SELECT
  CASE
    WHEN CODE IN ('NOT_FOUND', 'IDENTITY_CHANGED', 'BLOCKED_FOR_LEGAL_REASONS',
      'ISSUES_DISABLED') THEN 'REPOSITORY_GONE'
    WHEN CODE IN ('TOKEN_REJECTED', 'TOKEN_INVALID') THEN 'TOKEN_REJECTED'
    ELSE 'RUN_FAILED'
  END,
  RESOURCE,
  STATE_AT,
  REASON,
  CASE
    WHEN CODE IN ('NOT_FOUND', 'IDENTITY_CHANGED', 'BLOCKED_FOR_LEGAL_REASONS',
      'ISSUES_DISABLED')
      THEN 'Give the token access again, or CALL PUBLIC.DISABLE_RESOURCE or DELETE_RESOURCE'
    WHEN CODE IN ('TOKEN_REJECTED', 'TOKEN_INVALID')
      THEN 'ALTER SECRET ... SET SECRET_STRING with a valid token; the next run goes on'
    WHEN CATEGORY = 'SOURCE' THEN 'Wait: the next run tries again'
    ELSE 'Do what the detail says, then CALL PUBLIC.RUN_NOW'
  END
FROM MONITORING.SYNC_STATUS
WHERE STATUS = 'ENABLED' AND STATE = 'FAILED'
UNION ALL
SELECT
  'RUN_LEFT',
  RESOURCE,
  STATE_AT,
  'The run wrote nothing for ' || DATEDIFF('MINUTE', STATE_AT, SYSDATE())
    || ' minutes, and a task ends after 60.',
  'CALL PUBLIC.RECOVER()'
FROM MONITORING.SYNC_STATUS
WHERE STATE = 'RUNNING' AND DATEDIFF('MINUTE', STATE_AT, SYSDATE()) > 65
UNION ALL
SELECT
  'RUN_LATE',
  RESOURCE,
  COALESCE(LAST_DONE_AT, EXPECTED_SINCE),
  COALESCE('The last complete run is ' || AGE_MINUTES || ' minutes ago',
    'No run was completed, and nothing happened for '
      || DATEDIFF('MINUTE', EXPECTED_SINCE, SYSDATE()) || ' minutes')
    || '; the schedule is ' || SCHEDULE || '.',
  'See its state in MONITORING.SYNC_STATUS and its task in TASK_HISTORY; CALL PUBLIC.RUN_NOW'
FROM MONITORING.FRESHNESS
WHERE IS_LATE
  AND NOT EXISTS (
    SELECT 1 FROM STATE.APP_CONFIGURATION
    WHERE KEY = 'connector' AND VALUE['paused']::BOOLEAN)
UNION ALL
SELECT
  'ROWS_KEPT_ASIDE',
  r.KEY,
  MAX(p.TIMESTAMP),
  IFF(COUNT(*) = 1, '1 row', COUNT(*) || ' rows') || ' could not be written.',
  'See STATE.PARKED_RECORD for each row and its reason; a later version that can be written'
    || ' takes it away, or CALL PUBLIC.FULL_RELOAD once the reason is gone'
FROM STATE.PARKED_RECORD AS p
JOIN STATE.RESOURCE_CONFIGURATION AS r
  ON r.VALUE['source_id']::NUMBER = p.SOURCE_ID
WHERE r.VALUE['status']::VARCHAR = 'ENABLED'
GROUP BY r.KEY;
