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

-- sample.Handlers.cleanUp
CREATE OR REPLACE PROCEDURE CORE.CLEAN_UP()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/demo.jar')
  HANDLER = 'sample.Handlers.cleanUp'
  COMMENT = 'Cleans up'
  EXECUTE AS OWNER;

-- =============================================================================
-- Tasks
-- =============================================================================

CREATE OR ALTER TASK TASKS.CLEAN_UP
  USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'
  SCHEDULE = 'USING CRON 0 3 * * * Europe/Berlin'
  USER_TASK_TIMEOUT_MS = 60000
  SUSPEND_TASK_AFTER_NUM_FAILURES = 3
AS
CALL CORE.CLEAN_UP();
ALTER TASK TASKS.CLEAN_UP RESUME;
