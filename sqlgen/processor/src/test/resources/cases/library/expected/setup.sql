-- DEMO V2: setup script.
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

-- =============================================================================
-- Application roles
-- =============================================================================

CREATE APPLICATION ROLE IF NOT EXISTS APP_USER
  COMMENT = 'Works with the connector';

GRANT USAGE ON SCHEMA PUBLIC TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- State: tables that survive upgrades
-- =============================================================================

CREATE TABLE IF NOT EXISTS STATE.LIBRARY_STATE (
  CHANGED_AT TIMESTAMP_NTZ DEFAULT SYSDATE(),
  KEY        VARCHAR       NOT NULL
)
  COMMENT = 'State of a library''s own';
ALTER TABLE STATE.LIBRARY_STATE
  ADD COLUMN IF NOT EXISTS COUNT NUMBER;

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
