-- GITHUB_CONNECTOR V0_1: setup script.
-- Generated from the annotations of the connector: change those, not this file.
-- Snowflake runs it as the application, at installation, at every upgrade, and again after a
-- failure: every statement can be repeated.

-- =============================================================================
-- Schemas
-- =============================================================================

CREATE OR ALTER VERSIONED SCHEMA PUBLIC
  COMMENT = 'What consumers call';

CREATE OR ALTER VERSIONED SCHEMA CORE
  COMMENT = 'Procedures';

CREATE SCHEMA IF NOT EXISTS STATE
  COMMENT = 'Configuration and state';

CREATE SCHEMA IF NOT EXISTS TASKS
  COMMENT = 'Tasks of repositories';

-- =============================================================================
-- Application roles
-- =============================================================================

CREATE APPLICATION ROLE IF NOT EXISTS APP_VIEWER
  COMMENT = 'Sees state';

CREATE APPLICATION ROLE IF NOT EXISTS APP_USER
  COMMENT = 'Enables repositories';

GRANT APPLICATION ROLE APP_VIEWER TO APPLICATION ROLE APP_USER;

GRANT USAGE ON SCHEMA PUBLIC TO APPLICATION ROLE APP_VIEWER;
GRANT USAGE ON SCHEMA PUBLIC TO APPLICATION ROLE APP_USER;
GRANT USAGE ON SCHEMA TASKS TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- State: tables that survive upgrades
-- =============================================================================

CREATE TABLE IF NOT EXISTS STATE.APP_CONFIGURATION (
  KEY   VARCHAR NOT NULL,
  VALUE VARIANT
)
  COMMENT = 'The connector''s configuration, a row for each part';

CREATE TABLE IF NOT EXISTS STATE.APP_STATE (
  TIMESTAMP TIMESTAMP_NTZ DEFAULT SYSDATE(),
  KEY       VARCHAR       NOT NULL,
  VALUE     VARIANT,
  SEQUENCE  NUMBER(38, 0) AUTOINCREMENT START 1 INCREMENT 1 ORDER,
  ORIGIN    VARCHAR       DEFAULT 'a\\b''c'
)
  CLUSTER BY (TIMESTAMP)
  COMMENT = 'What happened, only ever appended';
ALTER TABLE STATE.APP_STATE
  ADD COLUMN IF NOT EXISTS RUN_ID VARCHAR(36);
GRANT SELECT ON TABLE STATE.APP_STATE TO APPLICATION ROLE APP_VIEWER;

-- =============================================================================
-- Stages: files on their way into tables
-- =============================================================================

CREATE STAGE IF NOT EXISTS STATE.EXPORT_FILES
  FILE_FORMAT = (TYPE = CSV)
  COMMENT = 'Files for the consumer''s own use';
GRANT READ ON STAGE STATE.EXPORT_FILES TO APPLICATION ROLE APP_VIEWER;

CREATE STAGE IF NOT EXISTS STATE.STAGED_ROWS
  FILE_FORMAT = (TYPE = JSON)
  COMMENT = 'Rows on their way into tables; the connector''s own';

-- =============================================================================
-- Views of the state
-- =============================================================================

CREATE OR REPLACE VIEW CORE.CONNECTOR_STATE (
  REPOSITORY,
  STATE,
  ROWS_COUNT
)
  COMMENT = 'The newest state of each repository'
AS
SELECT
  KEY::VARCHAR,
  VALUE['state']::VARCHAR,
  VALUE['ingestion']['rows''count']::NUMBER
FROM STATE.APP_STATE
QUALIFY ROW_NUMBER() OVER (
  PARTITION BY KEY
  ORDER BY TIMESTAMP DESC, SEQUENCE DESC
) = 1;
GRANT SELECT ON VIEW CORE.CONNECTOR_STATE TO APPLICATION ROLE APP_VIEWER;

-- =============================================================================
-- Procedures
-- =============================================================================

-- sample.Handlers.enableResource
CREATE OR REPLACE PROCEDURE CORE.ENABLE_RESOURCE(
  RESOURCE_ID VARCHAR,
  SCHEDULE VARCHAR DEFAULT 'it''s 30',
  LIMIT NUMBER DEFAULT NULL,
  FIRST BOOLEAN DEFAULT TRUE
)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/connector.jar')
  HANDLER = 'sample.Handlers.enableResource'
  COMMENT = 'Enables a repository'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.ENABLE_RESOURCE(
  RESOURCE_ID VARCHAR,
  SCHEDULE VARCHAR DEFAULT 'it''s 30',
  LIMIT NUMBER DEFAULT NULL,
  FIRST BOOLEAN DEFAULT TRUE
)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Enables a repository'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.ENABLE_RESOURCE(:RESOURCE_ID, :SCHEDULE, :LIMIT, :FIRST) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.ENABLE_RESOURCE(VARCHAR, VARCHAR, NUMBER, BOOLEAN)
  TO APPLICATION ROLE APP_USER;
GRANT USAGE ON PROCEDURE PUBLIC.ENABLE_RESOURCE(VARCHAR, VARCHAR, NUMBER, BOOLEAN)
  TO APPLICATION ROLE APP_VIEWER;

-- sample.Handlers.ingestData
CREATE OR REPLACE PROCEDURE CORE.INGEST_DATA(RESOURCE_ID VARCHAR)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/connector.jar')
  HANDLER = 'sample.Handlers.ingestData'
  COMMENT = 'Ingests a repository''s issues'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.INGEST_DATA(RESOURCE_ID VARCHAR)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Ingests a repository''s issues'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.INGEST_DATA(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.INGEST_DATA(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- sample.Handlers.provisionConnector
CREATE OR REPLACE PROCEDURE CORE.PROVISION_CONNECTOR(CONFIG VARIANT)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/connector.jar')
  HANDLER = 'sample.Handlers.provisionConnector'
  COMMENT = 'Stores the configuration and creates the destination''s database'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.PROVISION_CONNECTOR(CONFIG VARIANT)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Stores the configuration and creates the destination''s database'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.PROVISION_CONNECTOR(:CONFIG) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.PROVISION_CONNECTOR(VARIANT)
  TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- Connection: attaches integration and secrets to the procedures that reach outside
-- =============================================================================

-- ALTER PROCEDURE takes no bound values. The text is composed only of names that are nothing but
-- identifiers, plain or quoted.
CREATE OR REPLACE PROCEDURE CORE.BIND_CONNECTION(INTEGRATION VARCHAR, SECRET VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Attaches the external access integration and its secrets to every procedure that reaches outside'
  EXECUTE AS OWNER
AS
$$
DECLARE
  PART VARCHAR DEFAULT '("([^"]|"")+"|[A-Za-z_][A-Za-z0-9_$]*)';
  STATEMENT VARCHAR;
  INVALID_INTEGRATION EXCEPTION (-20001, 'The name of the INTEGRATION is not an identifier. Give a name as SHOW prints it, quoted where it needs quotes.');
  INVALID_SECRET EXCEPTION (-20002, 'The name of the SECRET is not an identifier. Give a name as SHOW prints it, quoted where it needs quotes.');
BEGIN
  IF (NOT COALESCE(REGEXP_LIKE(INTEGRATION, PART), FALSE)) THEN
    RAISE INVALID_INTEGRATION;
  END IF;
  IF (NOT COALESCE(REGEXP_LIKE(SECRET, PART || '([.]' || PART || '){0,2}'), FALSE)) THEN
    RAISE INVALID_SECRET;
  END IF;
  STATEMENT := 'ALTER PROCEDURE CORE.ENABLE_RESOURCE(VARCHAR, VARCHAR, NUMBER, BOOLEAN) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.INGEST_DATA(VARCHAR) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  INSERT INTO STATE.APP_STATE (KEY, VALUE)
    SELECT 'connection', OBJECT_CONSTRUCT('state', 'BOUND');
  RETURN 'Connection bound';
END;
$$;

-- An upgrade creates the procedures again, without what was attached to them. A failure is recorded
-- instead of raised, so that the application stays usable and the page can say what is wrong.
CREATE OR REPLACE PROCEDURE CORE.REBIND_CONNECTION()
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Attaches integration and secrets again, as they were last configured'
  EXECUTE AS OWNER
AS
$$
DECLARE
  INTEGRATION VARCHAR;
  SECRET VARCHAR;
  REASON VARCHAR;
BEGIN
  SELECT
    MAX(VALUE['external_access_integration_name']::VARCHAR),
    MAX(VALUE['secret_name']::VARCHAR)
  INTO
    :INTEGRATION,
    :SECRET
  FROM STATE.APP_CONFIGURATION
  WHERE KEY = 'config';
  IF (INTEGRATION IS NULL OR SECRET IS NULL) THEN
    RETURN 'Not configured yet';
  END IF;
  CALL CORE.BIND_CONNECTION(:INTEGRATION, :SECRET);
  RETURN 'Connection bound';
EXCEPTION
  WHEN OTHER THEN
    REASON := SQLERRM;
    INSERT INTO STATE.APP_STATE (KEY, VALUE)
      SELECT 'connection', OBJECT_CONSTRUCT('state', 'FAILED', 'reason', :REASON);
    RETURN REASON;
END;
$$;

-- =============================================================================
-- References: callbacks of the manifest
-- =============================================================================

CREATE OR REPLACE PROCEDURE PUBLIC.REGISTER_REFERENCE(REF_NAME VARCHAR, OPERATION VARCHAR, REF_OR_ALIAS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Binds an object of the consumer to a reference, or unbinds it'
  EXECUTE AS OWNER
AS
$$
BEGIN
  CASE (UPPER(OPERATION))
    WHEN 'ADD' THEN
      SELECT SYSTEM$SET_REFERENCE(:REF_NAME, :REF_OR_ALIAS);
    WHEN 'REMOVE' THEN
      SELECT SYSTEM$REMOVE_REFERENCE(:REF_NAME, :REF_OR_ALIAS);
    WHEN 'CLEAR' THEN
      SELECT SYSTEM$REMOVE_ALL_REFERENCES(:REF_NAME);
    ELSE
      RETURN 'Unknown operation: ' || OPERATION;
  END CASE;
  RETURN NULL;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.REGISTER_REFERENCE(VARCHAR, VARCHAR, VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- Pages
-- =============================================================================

CREATE OR REPLACE STREAMLIT PUBLIC.GITHUB_APP
  FROM '/streamlit'
  MAIN_FILE = '/streamlit_app.py'
  COMMENT = 'Configuration and state';
GRANT USAGE ON STREAMLIT PUBLIC.GITHUB_APP TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- Last: attach integration and secrets again, when this is an upgrade
-- =============================================================================

CALL CORE.REBIND_CONNECTION();
