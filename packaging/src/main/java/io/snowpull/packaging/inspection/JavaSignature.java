package io.snowpull.packaging.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a method's descriptor fits an SQL signature.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/udf-stored-procedure-data-type-mapping">SQL
 *     and Java data types</a>
 */
final class JavaSignature {

  private static final String SESSION = "Lcom/snowflake/snowpark_java/Session;";
  private static final String STRING = "Ljava/lang/String;";
  private static final Pattern TYPE = Pattern.compile("\\[*(?:L[^;]+;|[A-Z])");
  private static final Map<String, Set<String>> JAVA =
      Map.ofEntries(
          Map.entry("VARCHAR", Set.of(STRING)),
          Map.entry(
              "NUMBER",
              Set.of(
                  "S",
                  "I",
                  "J",
                  "Ljava/lang/Short;",
                  "Ljava/lang/Integer;",
                  "Ljava/lang/Long;",
                  "Ljava/math/BigDecimal;",
                  "Ljava/math/BigInteger;",
                  STRING)),
          Map.entry("FLOAT", Set.of("D", "F", "Ljava/lang/Double;", "Ljava/lang/Float;", STRING)),
          Map.entry("BOOLEAN", Set.of("Z", "Ljava/lang/Boolean;", STRING)),
          Map.entry("BINARY", Set.of("[B", "Ljava/io/InputStream;", STRING)),
          Map.entry("DATE", Set.of("Ljava/sql/Date;", STRING)),
          Map.entry("TIME", Set.of("Ljava/sql/Time;", STRING)),
          Map.entry("TIMESTAMP_NTZ", Set.of("Ljava/sql/Timestamp;", STRING)),
          Map.entry("TIMESTAMP_LTZ", Set.of("Ljava/sql/Timestamp;", STRING)),
          Map.entry("TIMESTAMP_TZ", Set.of("Ljava/sql/Timestamp;", STRING)),
          Map.entry("ARRAY", Set.of("[Ljava/lang/String;", STRING)),
          Map.entry("OBJECT", Set.of("Ljava/util/Map;", STRING)),
          Map.entry("VARIANT", Set.of("Lcom/snowflake/snowpark_java/types/Variant;")));

  private JavaSignature() {}

  static boolean matches(String descriptor, List<String> types, String returns) {
    int close = descriptor.indexOf(')');
    List<String> parameters = new ArrayList<>();
    Matcher type = TYPE.matcher(descriptor.substring(1, close));
    while (type.find()) {
      parameters.add(type.group());
    }
    if (parameters.isEmpty() || !parameters.remove(0).equals(SESSION)) {
      return false;
    }
    if (parameters.size() != types.size() || !fits(returns, descriptor.substring(close + 1))) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!fits(types.get(i), parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String sqlType, String javaType) {
    return JAVA.getOrDefault(sqlType.replaceAll(" ?\\(.*", ""), Set.of()).contains(javaType);
  }
}
