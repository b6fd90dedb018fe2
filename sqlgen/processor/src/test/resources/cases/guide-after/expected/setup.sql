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
-- Procedures
-- =============================================================================

-- sample.Handlers.reload
CREATE OR REPLACE PROCEDURE CORE.RELOAD(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/demo.jar')
  HANDLER = 'sample.Handlers.reload'
  COMMENT = 'Forgets what was read of a repository, so that the next run reads all of it'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RELOAD(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Forgets what was read of a repository, so that the next run reads all of it'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.RELOAD(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RELOAD(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- sample.Handlers.version
CREATE OR REPLACE PROCEDURE CORE.VERSION()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/demo.jar')
  HANDLER = 'sample.Handlers.version'
  COMMENT = 'Says which version is installed'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.VERSION()
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Says which version is installed'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.VERSION() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.VERSION()
  TO APPLICATION ROLE APP_USER;
