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

CREATE TABLE IF NOT EXISTS STATE.APP_STATE (
  KEY VARCHAR
)
  COMMENT = 'State';
ALTER TABLE STATE.APP_STATE
  ADD COLUMN IF NOT EXISTS RUN_ID VARCHAR;

-- =============================================================================
-- Procedures
-- =============================================================================
