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
-- Network: what the consumer approves, as a specification
-- =============================================================================

CREATE OR ALTER NETWORK RULE STATE.API_RULE
  TYPE = HOST_PORT
  VALUE_LIST = ('api.example.com:443')
  MODE = EGRESS;

-- Replaced, as its syntax has no other repeatable form; the procedures below name it again.
CREATE OR REPLACE EXTERNAL ACCESS INTEGRATION API_INTEGRATION
  ALLOWED_NETWORK_RULES = (STATE.API_RULE)
  ALLOWED_AUTHENTICATION_SECRETS = (ALL)
  ENABLED = TRUE
  COMMENT = 'The service';

ALTER APPLICATION SET SPECIFICATION API
  TYPE = EXTERNAL_ACCESS
  LABEL = 'The service'
  DESCRIPTION = 'Reads things'
  HOST_PORTS = ('api.example.com:443');

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
  EXTERNAL_ACCESS_INTEGRATIONS = (API_INTEGRATION)
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
CREATE OR REPLACE PROCEDURE CORE.BIND_CONNECTION(SECRET VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Attaches the external access integration and its secrets to every procedure that reaches outside'
  EXECUTE AS OWNER
AS
$$
DECLARE
  PART VARCHAR DEFAULT '("([^"]|"")+"|[A-Za-z_][A-Za-z0-9_$]*)';
  STATEMENT VARCHAR;
  INVALID_SECRET EXCEPTION (-20001, 'The name of the SECRET is not an identifier. Give a name as SHOW prints it, quoted where it needs quotes.');
BEGIN
  IF (NOT COALESCE(REGEXP_LIKE(SECRET, PART || '([.]' || PART || '){0,2}'), FALSE)) THEN
    RAISE INVALID_SECRET;
  END IF;
  STATEMENT := 'ALTER PROCEDURE CORE.RUN() SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (API_INTEGRATION)';
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
  SECRET VARCHAR;
  REASON VARCHAR;
BEGIN
  SELECT
    MAX(VALUE['secret_name']::VARCHAR)
  INTO
    :SECRET
  FROM STATE.APP_CONFIGURATION
  WHERE KEY = 'config';
  IF (SECRET IS NULL) THEN
    RETURN 'Not configured yet';
  END IF;
  CALL CORE.BIND_CONNECTION(:SECRET);
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
-- Last: attach integration and secrets again, when this is an upgrade
-- =============================================================================

CALL CORE.REBIND_CONNECTION();
