package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Makes the library's functions known to a DuckDB instance; they hold for all its connections. */
public final class FunctionRegistration {

  private FunctionRegistration() {}

  /** Registers every function of the library. */
  public static void register(Connection connection) throws SQLException {
    List<JavaFunction> functions =
        Stream.of(
                JsonFunctions.all(),
                ArrayFunctions.all(),
                DateTimeFunctions.all(),
                NumberFunctions.all(),
                RegexpFunctions.all(),
                TextFunctions.all())
            .flatMap(List::stream)
            .toList();
    for (JavaFunction function : functions) {
      register(connection, function);
    }
  }

  private static void register(Connection connection, JavaFunction function) throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction();
        DuckDBLogicalType rest =
            DuckDBLogicalType.of(type(function.rest() == null ? Kind.TEXT : function.rest()))) {
      builder.withName(function.name());
      for (Kind parameter : function.parameters()) {
        builder.withParameter(type(parameter));
      }
      if (function.rest() != null) {
        builder.withVarArgs(rest);
      }
      builder.withReturnType(type(function.result()));
      if (!function.fixed()) {
        builder.withVolatile();
      }
      builder.withVectorizedFunction((input, output) -> apply(function, input, output));
      builder.register(connection);
    }
  }

  private static void apply(
      JavaFunction function, DuckDBDataChunkReader input, DuckDBWritableVector output) {
    int width = (int) input.columnCount();
    DuckDBReadableVector[] vectors = new DuckDBReadableVector[width];
    for (int i = 0; i < width; i++) {
      vectors[i] = input.vector(i);
    }
    long rows = input.rowCount();
    for (long row = 0; row < rows; row++) {
      @Nullable Object[] arguments = new @Nullable Object[width];
      boolean sawNull = false;
      for (int i = 0; i < width; i++) {
        Kind kind =
            i < function.parameters().size()
                ? function.parameters().get(i)
                : java.util.Objects.requireNonNull(function.rest());
        arguments[i] = vectors[i].isNull(row) ? null : read(vectors[i], row, kind);
        sawNull |= arguments[i] == null;
      }
      write(output, row, function.strict() && sawNull ? null : call(function, arguments));
    }
  }

  private static @Nullable Object call(JavaFunction function, @Nullable Object[] arguments) {
    try {
      return function.body().call(arguments);
    } catch (SnowflakeException error) {
      throw new IllegalArgumentException(ErrorText.encode(error), error);
    }
  }

  private static Object read(DuckDBReadableVector vector, long row, Kind kind) {
    return switch (kind) {
      case TEXT -> vector.getString(row);
      case LONG -> vector.getLong(row);
      case DOUBLE -> vector.getDouble(row);
      case BOOLEAN -> vector.getBoolean(row);
      case DATE -> vector.getLocalDate(row);
      case TIMESTAMP -> vector.getLocalDateTime(row);
      case BYTES -> throw new IllegalStateException("binary arguments travel as hexadecimal text");
    };
  }

  private static void write(DuckDBWritableVector output, long row, @Nullable Object value) {
    if (value == null) {
      output.setNull(row);
    } else if (value instanceof String text) {
      output.setString(row, text);
    } else if (value instanceof Long number) {
      output.setLong(row, number);
    } else if (value instanceof Double number) {
      output.setDouble(row, number);
    } else if (value instanceof Boolean flag) {
      output.setBoolean(row, flag);
    } else if (value instanceof LocalDate date) {
      output.setDate(row, date);
    } else if (value instanceof LocalDateTime timestamp) {
      output.setTimestamp(row, timestamp);
    } else if (value instanceof BigDecimal number) {
      output.setBigDecimal(row, number);
    } else if (value instanceof byte[] bytes) {
      output.setString(row, new String(bytes, StandardCharsets.ISO_8859_1));
    } else {
      throw new IllegalStateException("no DuckDB value for " + value.getClass());
    }
  }

  private static DuckDBColumnType type(Kind kind) {
    return switch (kind) {
      case TEXT -> DuckDBColumnType.VARCHAR;
      case LONG -> DuckDBColumnType.BIGINT;
      case DOUBLE -> DuckDBColumnType.DOUBLE;
      case BOOLEAN -> DuckDBColumnType.BOOLEAN;
      case DATE -> DuckDBColumnType.DATE;
      case TIMESTAMP -> DuckDBColumnType.TIMESTAMP;
      case BYTES -> DuckDBColumnType.BLOB;
    };
  }
}
