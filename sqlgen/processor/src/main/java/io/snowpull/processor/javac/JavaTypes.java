package io.snowpull.processor.javac;

import io.snowpull.processor.model.SqlType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Java types and the SQL types they become, for procedures and for columns.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/udf-stored-procedure-data-type-mapping">SQL
 *     and Java data types</a>
 */
final class JavaTypes {

  static final String SESSION = "com.snowflake.snowpark_java.Session";

  private static final Map<String, SqlType> PROCEDURE = procedureTypes();
  private static final Map<String, SqlType> COLUMN = columnTypes();
  private static final Map<String, String> INSTEAD = replacements();

  private JavaTypes() {}

  static Optional<SqlType> argument(String javaType) {
    return javaType.equals("java.io.InputStream") ? Optional.of(SqlType.BINARY) : result(javaType);
  }

  static Optional<SqlType> result(String javaType) {
    return Optional.ofNullable(PROCEDURE.get(javaType));
  }

  static Optional<SqlType> column(String javaType) {
    return Optional.ofNullable(COLUMN.get(javaType));
  }

  /** What to write instead of a type that has no counterpart in a procedure's signature. */
  static String replacement(String javaType) {
    return INSTEAD.getOrDefault(
        javaType,
        "Use String (VARCHAR), long (NUMBER), double (FLOAT), boolean (BOOLEAN), java.sql.Date"
            + " (DATE), java.sql.Timestamp (TIMESTAMP_NTZ) or Variant (VARIANT).");
  }

  private static Map<String, SqlType> procedureTypes() {
    Map<String, SqlType> types = new TreeMap<>();
    types.put("java.lang.String", SqlType.VARCHAR);
    for (String whole : new String[] {"short", "int", "long"}) {
      types.put(whole, SqlType.NUMBER);
    }
    types.put("java.lang.Short", SqlType.NUMBER);
    types.put("java.lang.Integer", SqlType.NUMBER);
    types.put("java.lang.Long", SqlType.NUMBER);
    types.put("java.math.BigInteger", SqlType.NUMBER);
    types.put("double", SqlType.FLOAT);
    types.put("java.lang.Double", SqlType.FLOAT);
    types.put("float", SqlType.FLOAT);
    types.put("java.lang.Float", SqlType.FLOAT);
    types.put("boolean", SqlType.BOOLEAN);
    types.put("java.lang.Boolean", SqlType.BOOLEAN);
    types.put("byte[]", SqlType.BINARY);
    types.put("java.sql.Date", SqlType.DATE);
    types.put("java.sql.Time", SqlType.TIME);
    types.put("java.sql.Timestamp", SqlType.TIMESTAMP_NTZ);
    types.put("java.lang.String[]", SqlType.ARRAY);
    types.put("java.util.Map<java.lang.String,java.lang.String>", SqlType.OBJECT);
    types.put("com.snowflake.snowpark_java.types.Variant", SqlType.VARIANT);
    return types;
  }

  private static Map<String, SqlType> columnTypes() {
    Map<String, SqlType> types = new TreeMap<>(procedureTypes());
    types.put("java.time.Instant", SqlType.TIMESTAMP_NTZ);
    types.put("java.time.LocalDate", SqlType.DATE);
    types.put("java.time.LocalTime", SqlType.TIME);
    types.put("java.util.UUID", SqlType.VARCHAR);
    types.put("java.math.BigDecimal", SqlType.NUMBER);
    return types;
  }

  private static Map<String, String> replacements() {
    Map<String, String> instead = new LinkedHashMap<>();
    instead.put(
        "java.math.BigDecimal",
        "A NUMBER argument has no fraction. Use double (FLOAT), java.math.BigInteger (NUMBER) or"
            + " String (VARCHAR).");
    instead.put("java.time.LocalDate", "Use java.sql.Date (DATE) or String (VARCHAR).");
    for (String time :
        new String[] {
          "java.time.Instant",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.LocalDateTime"
        }) {
      instead.put(time, "Use java.sql.Timestamp (TIMESTAMP_NTZ, UTC) or String (VARCHAR).");
    }
    instead.put("java.time.LocalTime", "Use java.sql.Time (TIME) or String (VARCHAR).");
    instead.put("java.util.UUID", "Use String (VARCHAR).");
    instead.put("java.util.List<java.lang.String>", "Use String[] (ARRAY) or Variant (VARIANT).");
    return instead;
  }
}
