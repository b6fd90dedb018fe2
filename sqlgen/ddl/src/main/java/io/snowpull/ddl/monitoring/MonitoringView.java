package io.snowpull.ddl.monitoring;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The views in which people see how the connector stands. They read the state tables only; times
 * are in UTC.
 *
 * <p>They hold no value from outside, so their texts are written as they are sent. What Snowflake
 * calls a versioned schema could hold them too, but then a view could not join.
 */
public enum MonitoringView {
  SYNC_STATUS(
      """
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
      WHERE COALESCE(r.VALUE['status']::VARCHAR, '') <> 'DELETED'
      """),
  RUNS(
      """
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
        ON r.VALUE['source_id']::NUMBER = run.SOURCE_ID
      """),
  RUNS_HOURLY(
      """
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
      GROUP BY DATE_TRUNC('HOUR', TIMESTAMP)
      """),
  RATE_LIMIT(
      """
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
      LEFT JOIN tested ON TRUE
      """),
  ERRORS(
      """
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
      GROUP BY VALUE['code']::VARCHAR
      """),
  FRESHNESS(
      """
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
      WHERE STATUS = 'ENABLED'
      """),
  CONDITIONS(
      """
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
      GROUP BY r.KEY
      """);

  private final String text;

  MonitoringView(String text) {
    this.text = text.strip();
  }

  /** The statement that makes the view, or makes it anew. */
  public String text() {
    return text;
  }

  /** Its name with its schema. */
  public String qualified() {
    return "MONITORING." + name();
  }

  /** All of them, as people read them in review. */
  public static String script() {
    return Arrays.stream(values())
        .map(view -> "-- " + view.qualified() + "\n" + view.text() + ";\n")
        .collect(Collectors.joining("\n"));
  }
}
