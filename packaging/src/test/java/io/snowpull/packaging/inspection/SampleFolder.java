package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A small folder without findings, to be spoiled. */
record SampleFolder(Path root) {

  private static final String MANIFEST =
      """
      manifest_version: 1
      version:
        name: "V1"
      artifacts:
        setup_script: setup.sql
        readme: "README.md"
        default_streamlit: PUBLIC.PAGE
        extension_code: true
      privileges:
        - EXECUTE TASK:
            description: "Runs tasks"
      references:
        - warehouse_reference:
            label: "Warehouse"
            description: "Runs tasks"
            privileges:
              - USAGE
            object_type: WAREHOUSE
            register_callback: PUBLIC.REGISTER
      """;

  private static final String SETUP =
      """
      -- A comment; with a semicolon, and it's quoted
      CREATE OR ALTER VERSIONED SCHEMA PUBLIC;
      CREATE OR ALTER VERSIONED SCHEMA CORE COMMENT = 'it''s; USE ROLE X';
      CREATE SCHEMA IF NOT EXISTS STATE;
      CREATE APPLICATION ROLE IF NOT EXISTS APP_USER;
      CREATE TABLE IF NOT EXISTS STATE.T (KEY VARCHAR);
      CREATE OR REPLACE PROCEDURE CORE.RUN(NAME VARCHAR, COUNT NUMBER DEFAULT 1)
        RETURNS VARCHAR
        LANGUAGE JAVA
        RUNTIME_VERSION = '17'
        PACKAGES = ('com.snowflake:snowpark:latest')
        IMPORTS = ('/lib/app.jar')
        HANDLER = 'sample.Handler.run'
        EXECUTE AS OWNER;
      CREATE OR REPLACE PROCEDURE PUBLIC.RUN(NAME VARCHAR, COUNT NUMBER DEFAULT 1)
        RETURNS VARCHAR
        LANGUAGE SQL
        EXECUTE AS OWNER
      AS
      $$
      BEGIN
        RETURN 'a;b';
      END;
      $$;
      GRANT USAGE ON PROCEDURE PUBLIC.RUN(VARCHAR, NUMBER) TO APPLICATION ROLE APP_USER;
      CREATE OR REPLACE PROCEDURE CORE.BIND(NAME VARCHAR)
        RETURNS VARCHAR
        LANGUAGE SQL
        EXECUTE AS OWNER
      AS
      $$
      BEGIN
        EXECUTE IMMEDIATE 'ALTER PROCEDURE CORE.RUN(VARCHAR, NUMBER) SET EXTERNAL_ACCESS_INTEGRATIONS = (' || NAME || ')';
      END;
      $$;
      CREATE OR REPLACE PROCEDURE PUBLIC.REGISTER(A VARCHAR, B VARCHAR, C VARCHAR)
        RETURNS VARCHAR
        LANGUAGE SQL
        EXECUTE AS OWNER
      AS
      $$
      BEGIN
        RETURN NULL;
      END;
      $$;
      CREATE OR REPLACE STREAMLIT PUBLIC.PAGE
        FROM '/streamlit'
        MAIN_FILE = '/main.py';
      """;

  private static final String BILL =
      """
      {"bomFormat": "CycloneDX",
       "metadata": {"component": {"group": "io.snowpull", "name": "app", "version": "1"}},
       "components": [
         {"group": "sample", "name": "lib", "version": "2",
          "licenses": [{"license": {"id": "Apache-2.0"}}]}]}
      """;

  private static final String HANDLER =
      """
      package sample;
      public class Handler {
        public static String run(com.snowflake.snowpark_java.Session s, String name, long count) {
          return "";
        }
        static String hidden(com.snowflake.snowpark_java.Session s) { return ""; }
      }
      """;

  static SampleFolder in(Path root, Path classes) throws IOException {
    SampleFolder folder = new SampleFolder(root);
    folder.write("manifest.yml", MANIFEST);
    folder.write("setup.sql", SETUP);
    folder.write("README.md", "# Sample\n");
    folder.write(
        "app.json",
        """
        {"tables": [{"name": "STATE.SEEN"}],
         "procedures": [{"name": "CORE.RUN", "wrapper": ["PUBLIC.RUN"]}]}
        """);
    folder.write("streamlit/main.py", "WANTED = [\"EXECUTE TASK\", \"warehouse_reference\"]\n");
    folder.write(
        "streamlit/environment.yml",
        "channels:\n  - snowflake\ndependencies:\n  - streamlit=1.52.2\n");
    folder.write("sbom.cdx.json", BILL);
    folder.jar(classes, false);
    return folder;
  }

  /** Replaces a part that must be there. */
  void replace(String file, String part, String by) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(part)) {
      throw new IllegalArgumentException(file + " holds no '" + part + "'");
    }
    Files.writeString(root.resolve(file), text.replace(part, by));
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text);
  }

  /** Compiles the handler and the session class that it names. */
  static void compile(Path classes) throws IOException {
    Path sources = Files.createTempDirectory(classes, "sources");
    Path session = sources.resolve("Session.java");
    Path handler = sources.resolve("Handler.java");
    Files.writeString(session, "package com.snowflake.snowpark_java; public class Session {}");
    Files.writeString(handler, HANDLER);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            OutputStream.nullOutputStream(),
            "-proc:none",
            "-d",
            classes.toString(),
            session.toString(),
            handler.toString());
    if (status != 0) {
      throw new IllegalStateException("the sample handler does not compile");
    }
  }

  /** Packs the compiled handler, with or without the session class. */
  void jar(Path classes, boolean withSession) throws IOException {
    Files.createDirectories(root.resolve("lib"));
    try (JarOutputStream jar =
            new JarOutputStream(Files.newOutputStream(root.resolve("lib/app.jar")));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString();
        if (withSession || !name.startsWith("com/")) {
          jar.putNextEntry(new JarEntry(name));
          Files.copy(file, jar);
          jar.closeEntry();
        }
      }
    }
  }
}
