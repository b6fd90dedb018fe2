-- DEMO V1: what the consumer's administrator runs.
-- Generated from the annotations of the connector: change those, not this file.
-- Needs ACCOUNTADMIN, or CREATE INTEGRATION, CREATE APPLICATION and MANAGE GRANTS on the account.
-- No secret value is in this file.

-- =============================================================================
-- Network, secret and integration
-- Reads things
-- =============================================================================

CREATE DATABASE IF NOT EXISTS DEMO_SECRETS;

-- The only hosts the application can reach.
CREATE OR ALTER NETWORK RULE DEMO_SECRETS.PUBLIC.API_RULE
  TYPE = HOST_PORT
  VALUE_LIST = ('api.example.com:443')
  MODE = EGRESS;

-- Created without its value; give it with ALTER SECRET ... SET, from where secrets are kept.
CREATE SECRET IF NOT EXISTS DEMO_SECRETS.PUBLIC.API_TOKEN
  TYPE = GENERIC_STRING
  SECRET_STRING = ''
  COMMENT = 'A token';

CREATE OR REPLACE EXTERNAL ACCESS INTEGRATION API_INTEGRATION
  ALLOWED_NETWORK_RULES = (DEMO_SECRETS.PUBLIC.API_RULE)
  ALLOWED_AUTHENTICATION_SECRETS = (DEMO_SECRETS.PUBLIC.API_TOKEN)
  ENABLED = TRUE
  COMMENT = 'The service';

-- =============================================================================
-- Application
-- =============================================================================

CREATE APPLICATION DEMO
  FROM APPLICATION PACKAGE DEMO_PACKAGE
  USING VERSION V1;

-- =============================================================================
-- What the application may use
-- =============================================================================

GRANT USAGE ON INTEGRATION API_INTEGRATION TO APPLICATION DEMO;
GRANT USAGE ON DATABASE DEMO_SECRETS TO APPLICATION DEMO;
GRANT USAGE ON SCHEMA DEMO_SECRETS.PUBLIC TO APPLICATION DEMO;
GRANT READ ON SECRET DEMO_SECRETS.PUBLIC.API_TOKEN TO APPLICATION DEMO;

-- =============================================================================
-- References: put the name of the object in place of <...>
-- =============================================================================

-- Thing: Runs things
CALL DEMO.PUBLIC.REGISTER_REFERENCE(
  'API_EAI',
  'ADD',
  SYSTEM$REFERENCE('EXTERNAL ACCESS INTEGRATION', '<external access integration>', 'PERSISTENT', 'USAGE')
);
-- Thing: Runs things
CALL DEMO.PUBLIC.REGISTER_REFERENCE(
  'API_SECRET',
  'ADD',
  SYSTEM$REFERENCE('SECRET', '<secret>', 'PERSISTENT', 'READ')
);

-- =============================================================================
-- People: put the account role in place of "<role>"
-- =============================================================================

-- Works with the connector
GRANT APPLICATION ROLE DEMO.APP_USER TO ROLE "<role>";
