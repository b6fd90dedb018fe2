-- GITHUB_CONNECTOR V0_1: what the consumer's administrator runs.
-- Generated from the annotations of the connector: change those, not this file.
-- Needs ACCOUNTADMIN, or CREATE INTEGRATION, CREATE APPLICATION and MANAGE GRANTS on the account.
-- No secret value is in this file.

-- =============================================================================
-- Network, secret and integration
-- Reads issues of repositories
-- =============================================================================

CREATE DATABASE IF NOT EXISTS GITHUB_CONNECTOR_SECRETS;

-- The only hosts the application can reach.
CREATE OR ALTER NETWORK RULE GITHUB_CONNECTOR_SECRETS.PUBLIC.GH_RULE
  TYPE = HOST_PORT
  VALUE_LIST = ('api.github.com:443')
  MODE = EGRESS;

-- Created without its value; give it with ALTER SECRET ... SET, from where secrets are kept.
CREATE SECRET IF NOT EXISTS GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN
  TYPE = GENERIC_STRING
  SECRET_STRING = ''
  COMMENT = 'A token that can read issues';

CREATE OR REPLACE EXTERNAL ACCESS INTEGRATION GITHUB_INTEGRATION
  ALLOWED_NETWORK_RULES = (GITHUB_CONNECTOR_SECRETS.PUBLIC.GH_RULE)
  ALLOWED_AUTHENTICATION_SECRETS = (GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN)
  ENABLED = TRUE
  COMMENT = 'GitHub';

-- =============================================================================
-- Application
-- =============================================================================

CREATE APPLICATION GITHUB_CONNECTOR
  FROM APPLICATION PACKAGE GITHUB_CONNECTOR_PACKAGE
  USING VERSION V0_1;

-- =============================================================================
-- What the application may use
-- =============================================================================

GRANT USAGE ON INTEGRATION GITHUB_INTEGRATION TO APPLICATION GITHUB_CONNECTOR;
GRANT USAGE ON DATABASE GITHUB_CONNECTOR_SECRETS TO APPLICATION GITHUB_CONNECTOR;
GRANT USAGE ON SCHEMA GITHUB_CONNECTOR_SECRETS.PUBLIC TO APPLICATION GITHUB_CONNECTOR;
GRANT READ ON SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN TO APPLICATION GITHUB_CONNECTOR;

-- =============================================================================
-- Privileges on the account
-- =============================================================================

-- Runs the ingestion
GRANT EXECUTE TASK ON ACCOUNT TO APPLICATION GITHUB_CONNECTOR;
-- Creates the destination
GRANT CREATE DATABASE ON ACCOUNT TO APPLICATION GITHUB_CONNECTOR;

-- =============================================================================
-- References: put the name of the object in place of <...>
-- =============================================================================

-- Warehouse: Runs the ingestion tasks
CALL GITHUB_CONNECTOR.PUBLIC.REGISTER_REFERENCE(
  'WAREHOUSE_REFERENCE',
  'ADD',
  SYSTEM$REFERENCE('WAREHOUSE', '<warehouse>', 'PERSISTENT', 'USAGE')
);

-- =============================================================================
-- People: put the account role in place of "<role>"
-- =============================================================================

-- Sees state
GRANT APPLICATION ROLE GITHUB_CONNECTOR.APP_VIEWER TO ROLE "<role>";
-- Enables repositories
GRANT APPLICATION ROLE GITHUB_CONNECTOR.APP_USER TO ROLE "<role>";
