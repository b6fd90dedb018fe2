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

-- PARK_RECORD: Keeps a row that cannot be written, unless it is kept already. Binds: source id, run id, the row's id or '', hash, reason, text or its beginning.
MERGE INTO STATE.PARKED_RECORD AS target
USING (
  SELECT
    ? AS SOURCE_ID,
    ? AS RUN_ID,
    CAST(nullif(?, '') AS NUMBER(38, 0)) AS RECORD_ID,
    ? AS CONTENT_HASH,
    ? AS REASON,
    ? AS PAYLOAD
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
  PAYLOAD
)
VALUES (
  given.SOURCE_ID,
  given.RUN_ID,
  given.RECORD_ID,
  given.CONTENT_HASH,
  given.REASON,
  given.PAYLOAD
);

-- EXTEND_PARKED: Appends to the text of a kept row. Binds: text, source id, hash.
UPDATE STATE.PARKED_RECORD
SET
  PAYLOAD = (PAYLOAD || ?)
WHERE (
  SOURCE_ID = ?
  AND CONTENT_HASH = ?
);

-- BIND_CONNECTION: Gives integration and secret to every procedure that reaches the source. Binds: integration, secret.
CALL CORE.BIND_CONNECTION(?, ?);
