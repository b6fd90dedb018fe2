-- DEMO V1: setup script.
-- Generated from the annotations of the connector: change those, not this file.
-- Snowflake runs it as the application, at installation, at every upgrade, and again after a
-- failure: every statement can be repeated.

-- =============================================================================
-- Schemas
-- =============================================================================

CREATE OR ALTER VERSIONED SCHEMA PUBLIC
  COMMENT = 'Called';

CREATE OR ALTER VERSIONED SCHEMA CORE
  COMMENT = 'Code';

CREATE SCHEMA IF NOT EXISTS STATE
  COMMENT = 'Tables';

CREATE SCHEMA IF NOT EXISTS TASKS
  COMMENT = 'Tasks';

-- =============================================================================
-- Application roles
-- =============================================================================

CREATE APPLICATION ROLE IF NOT EXISTS APP_USER
  COMMENT = 'Works with the connector';

GRANT USAGE ON SCHEMA PUBLIC TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- State: tables that survive upgrades
-- =============================================================================

CREATE TABLE IF NOT EXISTS STATE.APP_CONFIGURATION (
  KEY   VARCHAR,
  VALUE VARIANT
)
  COMMENT = 'Configuration';

CREATE TABLE IF NOT EXISTS STATE.APP_STATE (
  KEY   VARCHAR,
  VALUE VARIANT
)
  COMMENT = 'State';

-- =============================================================================
-- Procedures
-- =============================================================================

-- sample.Handlers.run
CREATE OR REPLACE PROCEDURE CORE.RUN()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/demo.jar')
  HANDLER = 'sample.Handlers.run'
  COMMENT = 'Does something'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RUN()
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Does something'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.RUN() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RUN()
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
  STATEMENT := 'ALTER PROCEDURE CORE.RUN() SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  INSERT INTO STATE.APP_STATE (KEY, VALUE)
    SELECT 'connection', OBJECT_CONSTRUCT('state', 'BOUND');
  RETURN 'Connection bound';
END;
$$;

CREATE OR REPLACE PROCEDURE CORE.BIND_REFERENCES()
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Attaches what is bound to the references to every procedure that reaches outside'
  EXECUTE AS OWNER
AS
$$
BEGIN
  ALTER PROCEDURE CORE.RUN() SET
    SECRETS = ('token' = reference('API_SECRET'))
    EXTERNAL_ACCESS_INTEGRATIONS = (reference('API_EAI'));
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
    IF (ARRAY_SIZE(PARSE_JSON(SYSTEM$GET_ALL_REFERENCES('API_EAI'))) > 0) THEN
      CALL CORE.BIND_REFERENCES();
      RETURN 'Connection bound by reference';
    END IF;
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

CREATE OR REPLACE PROCEDURE PUBLIC.GET_REFERENCE_CONFIGURATION(REF_NAME VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Tells the consumer''s page which object a reference wants'
  EXECUTE AS OWNER
AS
$$
BEGIN
  CASE (UPPER(REF_NAME))
    WHEN 'API_EAI' THEN
      RETURN '{"type":"CONFIGURATION","payload":{"host_ports":["api.example.com:443"],"allowed_secrets":"LIST","secret_references":["API_SECRET"]}}';
    WHEN 'API_SECRET' THEN
      RETURN '{"type":"CONFIGURATION","payload":{"type":"GENERIC_STRING"}}';
    ELSE
      RETURN '{"type":"ERROR","payload":{"message":"No such reference"}}';
  END CASE;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.GET_REFERENCE_CONFIGURATION(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- Last: attach integration and secrets again, when this is an upgrade
-- =============================================================================

CALL CORE.REBIND_CONNECTION();
