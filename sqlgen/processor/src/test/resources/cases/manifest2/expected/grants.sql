-- DEMO V1: what the consumer's administrator runs.
-- Generated from the annotations of the connector: change those, not this file.
-- Needs ACCOUNTADMIN, or CREATE INTEGRATION, CREATE APPLICATION and MANAGE GRANTS on the account.
-- No secret value is in this file.

-- =============================================================================
-- Network, secret and integration
-- Reads things
-- =============================================================================

CREATE DATABASE IF NOT EXISTS DEMO_SECRETS;

-- Created without its value; give it with ALTER SECRET ... SET, from where secrets are kept.
CREATE SECRET IF NOT EXISTS DEMO_SECRETS.PUBLIC.API_TOKEN
  TYPE = GENERIC_STRING
  SECRET_STRING = ''
  COMMENT = 'A token';

-- =============================================================================
-- Application
-- =============================================================================

CREATE APPLICATION DEMO
  FROM APPLICATION PACKAGE DEMO_PACKAGE
  USING VERSION V1;

-- =============================================================================
-- What the application may use
-- =============================================================================

-- The hosts it asks for; SHOW SPECIFICATIONS IN APPLICATION lists them with their numbers.
ALTER APPLICATION DEMO APPROVE SPECIFICATION API SEQUENCE_NUMBER = 1;
GRANT USAGE ON DATABASE DEMO_SECRETS TO APPLICATION DEMO;
GRANT USAGE ON SCHEMA DEMO_SECRETS.PUBLIC TO APPLICATION DEMO;
GRANT READ ON SECRET DEMO_SECRETS.PUBLIC.API_TOKEN TO APPLICATION DEMO;

-- =============================================================================
-- People: put the account role in place of "<role>"
-- =============================================================================

-- Works with the connector
GRANT APPLICATION ROLE DEMO.APP_USER TO ROLE "<role>";
