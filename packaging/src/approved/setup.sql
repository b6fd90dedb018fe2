-- GITHUB_CONNECTOR V0_1: setup script.
-- Generated from the annotations of the connector: change those, not this file.
-- Snowflake runs it as the application, at installation, at every upgrade, and again after a
-- failure: every statement can be repeated.

-- =============================================================================
-- Schemas
-- =============================================================================

CREATE OR ALTER VERSIONED SCHEMA PUBLIC
  COMMENT = 'What consumers call and open';

CREATE OR ALTER VERSIONED SCHEMA CORE
  COMMENT = 'The connector''s own procedures';

CREATE SCHEMA IF NOT EXISTS STATE
  COMMENT = 'Configuration and state';

CREATE SCHEMA IF NOT EXISTS MONITORING
  COMMENT = 'Views of how the connector stands';

CREATE SCHEMA IF NOT EXISTS TASKS
  COMMENT = 'One task for each repository';

-- =============================================================================
-- Application roles
-- =============================================================================

CREATE APPLICATION ROLE IF NOT EXISTS APP_ADMIN
  COMMENT = 'Runs the connector and sees everything';

CREATE APPLICATION ROLE IF NOT EXISTS APP_USER
  COMMENT = 'Configures the connector, enables repositories and reads their issues';

CREATE APPLICATION ROLE IF NOT EXISTS APP_VIEWER
  COMMENT = 'Sees how the connector stands, but not the issues';

CREATE APPLICATION ROLE IF NOT EXISTS DATA_READER
  COMMENT = 'Reads the issues';

GRANT APPLICATION ROLE APP_USER TO APPLICATION ROLE APP_ADMIN;
GRANT APPLICATION ROLE APP_VIEWER TO APPLICATION ROLE APP_USER;
GRANT APPLICATION ROLE DATA_READER TO APPLICATION ROLE APP_USER;

GRANT USAGE ON SCHEMA PUBLIC TO APPLICATION ROLE APP_USER;
GRANT USAGE ON SCHEMA PUBLIC TO APPLICATION ROLE APP_VIEWER;
GRANT USAGE ON SCHEMA STATE TO APPLICATION ROLE DATA_READER;
GRANT USAGE ON SCHEMA MONITORING TO APPLICATION ROLE APP_VIEWER;
GRANT USAGE ON SCHEMA TASKS TO APPLICATION ROLE APP_USER;

-- =============================================================================
-- State: tables that survive upgrades
-- =============================================================================

CREATE TABLE IF NOT EXISTS STATE.APP_CONFIGURATION (
  KEY   VARCHAR NOT NULL,
  VALUE VARIANT
)
  COMMENT = 'Configuration of the connector, a row for each topic';

CREATE TABLE IF NOT EXISTS STATE.APP_STATE (
  TIMESTAMP TIMESTAMP_NTZ DEFAULT SYSDATE(),
  KEY       VARCHAR,
  VALUE     VARIANT,
  SEQUENCE  NUMBER        AUTOINCREMENT START 1 INCREMENT 1 ORDER
)
  COMMENT = 'What became of each resource; rows are only added, the newest of a key counts';

CREATE TABLE IF NOT EXISTS STATE.INGESTION_CLAIM (
  TIMESTAMP TIMESTAMP_NTZ DEFAULT SYSDATE(),
  SOURCE_ID NUMBER        NOT NULL,
  RUN_ID    VARCHAR       NOT NULL,
  SEQUENCE  NUMBER        AUTOINCREMENT START 1 INCREMENT 1 ORDER
)
  COMMENT = 'Runs that wrote or want to write a resource; only the newest of a resource may';

CREATE TABLE IF NOT EXISTS STATE.INGESTION_CURSOR (
  TIMESTAMP TIMESTAMP_NTZ DEFAULT SYSDATE(),
  SOURCE_ID NUMBER        NOT NULL,
  RUN_ID    VARCHAR,
  VALUE     VARIANT,
  SEQUENCE  NUMBER        AUTOINCREMENT START 1 INCREMENT 1 ORDER
)
  COMMENT = 'How far each resource has been read; rows are only added, the newest of a resource counts';

CREATE TABLE IF NOT EXISTS STATE.INGESTION_RUN (
  TIMESTAMP TIMESTAMP_NTZ DEFAULT SYSDATE(),
  SOURCE_ID NUMBER        NOT NULL,
  RUN_ID    VARCHAR       NOT NULL,
  VALUE     VARIANT
)
  COMMENT = 'Runs that ended, with what each one read and wrote';
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS STATE VARCHAR;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS INSERTED NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS UPDATED NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS UNCHANGED NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS PARKED NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS REQUESTS NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS UNCHANGED_ANSWERS NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS BYTES NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS SECONDS FLOAT;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS KIND VARCHAR;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS SKIPPED NUMBER;
ALTER TABLE STATE.INGESTION_RUN
  ADD COLUMN IF NOT EXISTS MARKED_DELETED NUMBER;

CREATE TABLE IF NOT EXISTS STATE.PARKED_RECORD (
  TIMESTAMP    TIMESTAMP_NTZ DEFAULT SYSDATE(),
  SOURCE_ID    NUMBER        NOT NULL,
  RUN_ID       VARCHAR       NOT NULL,
  RECORD_ID    NUMBER,
  CONTENT_HASH VARCHAR       NOT NULL,
  REASON       VARCHAR       NOT NULL,
  PAYLOAD      VARCHAR       NOT NULL
)
  COMMENT = 'Rows that could not be written, each with what came and the reason';
ALTER TABLE STATE.PARKED_RECORD
  ADD COLUMN IF NOT EXISTS CHANGED_AT TIMESTAMP_NTZ;
GRANT SELECT ON TABLE STATE.PARKED_RECORD TO APPLICATION ROLE DATA_READER;

CREATE TABLE IF NOT EXISTS STATE.RECONCILIATION_CURSOR (
  TIMESTAMP TIMESTAMP_NTZ DEFAULT SYSDATE(),
  SOURCE_ID NUMBER        NOT NULL,
  RUN_ID    VARCHAR,
  VALUE     VARIANT,
  SEQUENCE  NUMBER        AUTOINCREMENT START 1 INCREMENT 1 ORDER
)
  COMMENT = 'How far the list of each resource was compared, where that took more than one run; rows are only added, the newest of a resource counts';

CREATE TABLE IF NOT EXISTS STATE.RESOURCE_CONFIGURATION (
  KEY   VARCHAR NOT NULL,
  VALUE VARIANT
)
  COMMENT = 'Resources that were enabled, with the names of their objects';

-- =============================================================================
-- Stages: files on their way into tables
-- =============================================================================

CREATE STAGE IF NOT EXISTS STATE.STAGED_ROWS
  FILE_FORMAT = (TYPE = JSON)
  COMMENT = 'Rows of large batches on their way into tables; removed once they are there';

-- =============================================================================
-- Procedures
-- =============================================================================

-- io.snowpull.github.procedures.LifecycleHandlers.connectorStatus
CREATE OR REPLACE PROCEDURE CORE.CONNECTOR_STATUS()
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.connectorStatus'
  COMMENT = 'Says how the connector stands, and why'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.CONNECTOR_STATUS()
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Says how the connector stands, and why'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.CONNECTOR_STATUS() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.CONNECTOR_STATUS()
  TO APPLICATION ROLE APP_VIEWER;

-- io.snowpull.github.procedures.LifecycleHandlers.createMonitoring
CREATE OR REPLACE PROCEDURE CORE.CREATE_MONITORING()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.createMonitoring'
  COMMENT = 'Makes the views of the schema MONITORING'
  EXECUTE AS OWNER;

-- io.snowpull.github.procedures.ResourceHandlers.deleteResource
CREATE OR REPLACE PROCEDURE CORE.DELETE_RESOURCE(RESOURCE_ID VARCHAR, WITH_DATA BOOLEAN DEFAULT FALSE)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.deleteResource'
  COMMENT = 'Takes a repository out of the connector, with its table and view or without'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.DELETE_RESOURCE(RESOURCE_ID VARCHAR, WITH_DATA BOOLEAN DEFAULT FALSE)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Takes a repository out of the connector, with its table and view or without'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.DELETE_RESOURCE(:RESOURCE_ID, :WITH_DATA) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.DELETE_RESOURCE(VARCHAR, BOOLEAN)
  TO APPLICATION ROLE APP_ADMIN;

-- io.snowpull.github.procedures.ResourceHandlers.disableResource
CREATE OR REPLACE PROCEDURE CORE.DISABLE_RESOURCE(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.disableResource'
  COMMENT = 'Suspends the task of a repository; a run under way comes to its end, and the data stays'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.DISABLE_RESOURCE(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Suspends the task of a repository; a run under way comes to its end, and the data stays'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.DISABLE_RESOURCE(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.DISABLE_RESOURCE(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.EnableResourceHandler.enableResource
CREATE OR REPLACE PROCEDURE CORE.ENABLE_RESOURCE(RESOURCE_ID VARCHAR, OPTIONS VARIANT DEFAULT NULL)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.EnableResourceHandler.enableResource'
  COMMENT = 'Creates table, view and task of a repository and starts its first ingestion'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.ENABLE_RESOURCE(RESOURCE_ID VARCHAR, OPTIONS VARIANT DEFAULT NULL)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Creates table, view and task of a repository and starts its first ingestion'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.ENABLE_RESOURCE(:RESOURCE_ID, :OPTIONS) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.ENABLE_RESOURCE(VARCHAR, VARIANT)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.ResourceHandlers.enableResources
CREATE OR REPLACE PROCEDURE CORE.ENABLE_RESOURCES(REQUEST VARIANT)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.enableResources'
  COMMENT = 'Enables a list of repositories, or all of an organization, once GitHub has confirmed each'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.ENABLE_RESOURCES(REQUEST VARIANT)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Enables a list of repositories, or all of an organization, once GitHub has confirmed each'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.ENABLE_RESOURCES(:REQUEST) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.ENABLE_RESOURCES(VARIANT)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.EstimateResourceHandler.estimateResource
CREATE OR REPLACE PROCEDURE CORE.ESTIMATE_RESOURCE(RESOURCE_ID VARCHAR, OPTIONS VARIANT DEFAULT NULL)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.EstimateResourceHandler.estimateResource'
  COMMENT = 'Estimates the first load of a repository, in two or three requests; nothing is created'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.ESTIMATE_RESOURCE(RESOURCE_ID VARCHAR, OPTIONS VARIANT DEFAULT NULL)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Estimates the first load of a repository, in two or three requests; nothing is created'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.ESTIMATE_RESOURCE(:RESOURCE_ID, :OPTIONS) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.ESTIMATE_RESOURCE(VARCHAR, VARIANT)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.exportConfiguration
CREATE OR REPLACE PROCEDURE CORE.EXPORT_CONFIGURATION()
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.exportConfiguration'
  COMMENT = 'Gives what people decided as a document that another installation can take; it names the secret and never holds it'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.EXPORT_CONFIGURATION()
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Gives what people decided as a document that another installation can take; it names the secret and never holds it'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.EXPORT_CONFIGURATION() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.EXPORT_CONFIGURATION()
  TO APPLICATION ROLE APP_VIEWER;

-- io.snowpull.github.procedures.ResourceHandlers.fullReload
CREATE OR REPLACE PROCEDURE CORE.FULL_RELOAD(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.fullReload'
  COMMENT = 'Reads a repository from its first issue again, and starts with it now'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.FULL_RELOAD(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Reads a repository from its first issue again, and starts with it now'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.FULL_RELOAD(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.FULL_RELOAD(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.importConfiguration
CREATE OR REPLACE PROCEDURE CORE.IMPORT_CONFIGURATION(DOCUMENT VARIANT)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.importConfiguration'
  COMMENT = 'Enables the repositories of an exported document, once GitHub has confirmed each'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.IMPORT_CONFIGURATION(DOCUMENT VARIANT)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Enables the repositories of an exported document, once GitHub has confirmed each'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.IMPORT_CONFIGURATION(:DOCUMENT) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.IMPORT_CONFIGURATION(VARIANT)
  TO APPLICATION ROLE APP_ADMIN;

-- io.snowpull.github.procedures.IngestDataHandler.ingestData
CREATE OR REPLACE PROCEDURE CORE.INGEST_DATA(RESOURCE_ID VARCHAR)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.IngestDataHandler.ingestData'
  COMMENT = 'Brings the issues of an enabled repository into its table'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.INGEST_DATA(RESOURCE_ID VARCHAR)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Brings the issues of an enabled repository into its table'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.INGEST_DATA(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.INGEST_DATA(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.ResourceHandlers.listResources
CREATE OR REPLACE PROCEDURE CORE.LIST_RESOURCES()
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.listResources'
  COMMENT = 'Lists the repositories, each with what was wanted of it and how it stands'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.LIST_RESOURCES()
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Lists the repositories, each with what was wanted of it and how it stands'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.LIST_RESOURCES() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.LIST_RESOURCES()
  TO APPLICATION ROLE APP_VIEWER;

-- io.snowpull.github.procedures.LifecycleHandlers.pauseConnector
CREATE OR REPLACE PROCEDURE CORE.PAUSE_CONNECTOR()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.pauseConnector'
  COMMENT = 'Suspends every task; runs that are under way come to their end'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.PAUSE_CONNECTOR()
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Suspends every task; runs that are under way come to their end'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.PAUSE_CONNECTOR() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.PAUSE_CONNECTOR()
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.prerequisites
CREATE OR REPLACE PROCEDURE CORE.PREREQUISITES()
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.prerequisites'
  COMMENT = 'Lists what has to be there before issues can come, and who can mend what is missing'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.PREREQUISITES()
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Lists what has to be there before issues can come, and who can mend what is missing'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.PREREQUISITES() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.PREREQUISITES()
  TO APPLICATION ROLE APP_VIEWER;

-- io.snowpull.github.procedures.ProvisionConnectorHandler.provisionConnector
CREATE OR REPLACE PROCEDURE CORE.PROVISION_CONNECTOR(CONFIG VARIANT)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ProvisionConnectorHandler.provisionConnector'
  COMMENT = 'Binds secret and integration, creates the destination database and stores the configuration'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.PROVISION_CONNECTOR(CONFIG VARIANT)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Binds secret and integration, creates the destination database and stores the configuration'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.PROVISION_CONNECTOR(:CONFIG) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.PROVISION_CONNECTOR(VARIANT)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.purgeHistory
CREATE OR REPLACE PROCEDURE CORE.PURGE_HISTORY(DAYS NUMBER DEFAULT 90)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.purgeHistory'
  COMMENT = 'Forgets the history of runs and states that is older; the newest of each repository stays'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.PURGE_HISTORY(DAYS NUMBER DEFAULT 90)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Forgets the history of runs and states that is older; the newest of each repository stays'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.PURGE_HISTORY(:DAYS) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.PURGE_HISTORY(NUMBER)
  TO APPLICATION ROLE APP_ADMIN;

-- io.snowpull.github.procedures.ReconcileResourceHandler.reconcileResource
CREATE OR REPLACE PROCEDURE CORE.RECONCILE_RESOURCE(RESOURCE_ID VARCHAR)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ReconcileResourceHandler.reconcileResource'
  COMMENT = 'Compares the table of an enabled repository with all issues that GitHub has: marks what was deleted or transferred, and mends what changed without a new time'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RECONCILE_RESOURCE(RESOURCE_ID VARCHAR)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Compares the table of an enabled repository with all issues that GitHub has: marks what was deleted or transferred, and mends what changed without a new time'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.RECONCILE_RESOURCE(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RECONCILE_RESOURCE(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.recover
CREATE OR REPLACE PROCEDURE CORE.RECOVER()
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.recover'
  COMMENT = 'Puts right runs that ended without a word, as after a warehouse was killed, and starts every schedule that should run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RECOVER()
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Puts right runs that ended without a word, as after a warehouse was killed, and starts every schedule that should run'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.RECOVER() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RECOVER()
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.RenewResourcesHandler.renewResources
CREATE OR REPLACE PROCEDURE CORE.RENEW_RESOURCES()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.RenewResourcesHandler.renewResources'
  COMMENT = 'Brings view and task of every repository to what this version renders'
  EXECUTE AS OWNER;

-- io.snowpull.github.procedures.LifecycleHandlers.reset
CREATE OR REPLACE PROCEDURE CORE.RESET(WITH_DATA BOOLEAN DEFAULT FALSE)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.reset'
  COMMENT = 'Deletes every repository and the configuration; the destination database stays'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RESET(WITH_DATA BOOLEAN DEFAULT FALSE)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Deletes every repository and the configuration; the destination database stays'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.RESET(:WITH_DATA) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RESET(BOOLEAN)
  TO APPLICATION ROLE APP_ADMIN;

-- io.snowpull.github.procedures.LifecycleHandlers.resumeConnector
CREATE OR REPLACE PROCEDURE CORE.RESUME_CONNECTOR()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.resumeConnector'
  COMMENT = 'Starts the schedule of every enabled repository again; disabled ones stay so'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RESUME_CONNECTOR()
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Starts the schedule of every enabled repository again; disabled ones stay so'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.RESUME_CONNECTOR() INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RESUME_CONNECTOR()
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.ResourceHandlers.resumeResource
CREATE OR REPLACE PROCEDURE CORE.RESUME_RESOURCE(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.resumeResource'
  COMMENT = 'Starts the schedule of a disabled repository again; it goes on where it stopped'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RESUME_RESOURCE(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Starts the schedule of a disabled repository again; it goes on where it stopped'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.RESUME_RESOURCE(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RESUME_RESOURCE(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.ResourceHandlers.runNow
CREATE OR REPLACE PROCEDURE CORE.RUN_NOW(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.runNow'
  COMMENT = 'Starts a run of a repository now, besides its schedule, and does not wait for it'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.RUN_NOW(RESOURCE_ID VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Starts a run of a repository now, besides its schedule, and does not wait for it'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.RUN_NOW(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.RUN_NOW(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.setRetention
CREATE OR REPLACE PROCEDURE CORE.SET_RETENTION(DAYS NUMBER)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.setRetention'
  COMMENT = 'Keeps the history of runs and states for so many days from now on: what is older is forgotten now, and from then on once a day'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.SET_RETENTION(DAYS NUMBER)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Keeps the history of runs and states for so many days from now on: what is older is forgotten now, and from then on once a day'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.SET_RETENTION(:DAYS) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.SET_RETENTION(NUMBER)
  TO APPLICATION ROLE APP_ADMIN;

-- io.snowpull.github.procedures.ResourceHandlers.setSchedule
CREATE OR REPLACE PROCEDURE CORE.SET_SCHEDULE(RESOURCE_ID VARCHAR, SCHEDULE VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.ResourceHandlers.setSchedule'
  COMMENT = 'Sets when a repository runs, by an interval or by CRON'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.SET_SCHEDULE(RESOURCE_ID VARCHAR, SCHEDULE VARCHAR)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Sets when a repository runs, by an interval or by CRON'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.SET_SCHEDULE(:RESOURCE_ID, :SCHEDULE) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.SET_SCHEDULE(VARCHAR, VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.TestConnectionHandler.testConnection
CREATE OR REPLACE PROCEDURE CORE.TEST_CONNECTION(RESOURCE_ID VARCHAR DEFAULT NULL)
  RETURNS VARIANT
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.TestConnectionHandler.testConnection'
  COMMENT = 'Tries address, token, limit, and permission for a repository, and keeps what it found'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.TEST_CONNECTION(RESOURCE_ID VARCHAR DEFAULT NULL)
  RETURNS VARIANT
  LANGUAGE SQL
  COMMENT = 'Tries address, token, limit, and permission for a repository, and keeps what it found'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARIANT;
BEGIN
  CALL CORE.TEST_CONNECTION(:RESOURCE_ID) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.TEST_CONNECTION(VARCHAR)
  TO APPLICATION ROLE APP_USER;

-- io.snowpull.github.procedures.LifecycleHandlers.updateConnection
CREATE OR REPLACE PROCEDURE CORE.UPDATE_CONNECTION(CHANGE VARIANT)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('com.snowflake:snowpark:latest')
  IMPORTS = ('/lib/snowpull-github.jar')
  HANDLER = 'io.snowpull.github.procedures.LifecycleHandlers.updateConnection'
  COMMENT = 'Changes secret, integration or address while repositories run; the next run takes the new'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PUBLIC.UPDATE_CONNECTION(CHANGE VARIANT)
  RETURNS VARCHAR
  LANGUAGE SQL
  COMMENT = 'Changes secret, integration or address while repositories run; the next run takes the new'
  EXECUTE AS OWNER
AS
$$
DECLARE
  RESULT VARCHAR;
BEGIN
  CALL CORE.UPDATE_CONNECTION(:CHANGE) INTO :RESULT;
  RETURN RESULT;
END;
$$;
GRANT USAGE ON PROCEDURE PUBLIC.UPDATE_CONNECTION(VARIANT)
  TO APPLICATION ROLE APP_ADMIN;

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
  STATEMENT := 'ALTER PROCEDURE CORE.ENABLE_RESOURCE(VARCHAR, VARIANT) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.ENABLE_RESOURCES(VARIANT) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.ESTIMATE_RESOURCE(VARCHAR, VARIANT) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.IMPORT_CONFIGURATION(VARIANT) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.INGEST_DATA(VARCHAR) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.RECONCILE_RESOURCE(VARCHAR) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
  EXECUTE IMMEDIATE :STATEMENT;
  STATEMENT := 'ALTER PROCEDURE CORE.TEST_CONNECTION(VARCHAR) SET'
    || ' SECRETS = (' || '''token'' = ' || SECRET || ')'
    || ' EXTERNAL_ACCESS_INTEGRATIONS = (' || INTEGRATION || ')';
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

-- =============================================================================
-- Pages
-- =============================================================================

CREATE OR REPLACE STREAMLIT PUBLIC.GITHUB_APP
  FROM '/streamlit'
  MAIN_FILE = '/streamlit_app.py'
  TITLE = 'GitHub connector';
GRANT USAGE ON STREAMLIT PUBLIC.GITHUB_APP TO APPLICATION ROLE APP_USER;

CREATE OR REPLACE STREAMLIT PUBLIC.GITHUB_ADMIN
  FROM '/streamlit'
  MAIN_FILE = '/admin_app.py'
  TITLE = 'GitHub connector: administration';
GRANT USAGE ON STREAMLIT PUBLIC.GITHUB_ADMIN TO APPLICATION ROLE APP_ADMIN;

CREATE OR REPLACE STREAMLIT PUBLIC.GITHUB_VIEWER
  FROM '/streamlit'
  MAIN_FILE = '/viewer_app.py'
  TITLE = 'GitHub connector: monitoring';
GRANT USAGE ON STREAMLIT PUBLIC.GITHUB_VIEWER TO APPLICATION ROLE APP_VIEWER;

-- =============================================================================
-- Last: attach integration and secrets again, when this is an upgrade
-- =============================================================================

CALL CORE.REBIND_CONNECTION();

-- =============================================================================
-- Last: what the application does after each installation and upgrade
-- =============================================================================

-- Makes the views of the schema MONITORING
CALL CORE.CREATE_MONITORING();
-- Brings view and task of every repository to what this version renders
CALL CORE.RENEW_RESOURCES();
