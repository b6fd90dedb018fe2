-- DEMO V2: what the consumer's administrator runs.
-- Generated from the annotations of the connector: change those, not this file.
-- Needs ACCOUNTADMIN, or CREATE INTEGRATION, CREATE APPLICATION and MANAGE GRANTS on the account.
-- No secret value is in this file.

-- =============================================================================
-- Application
-- =============================================================================

CREATE APPLICATION DEMO
  FROM APPLICATION PACKAGE DEMO_PACKAGE
  USING VERSION V2;

-- =============================================================================
-- People: put the account role in place of "<role>"
-- =============================================================================

-- Works with the connector
GRANT APPLICATION ROLE DEMO.APP_USER TO ROLE "<role>";
