package io.snowpull.local.engine.protocol.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.Binary;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * How a column is carried: its Arrow type, the metadata that drivers choose their converter by, and
 * the layout of its cells.
 *
 * <p>Source: the converters of https://github.com/snowflakedb/snowflake-connector-python
 * (nanoarrow_cpp) and of the JDBC driver (net.snowflake.client.core.arrow). Timestamps are structs
 * of seconds and nanoseconds, which hold every year; a number is 64 bits wide where all of the
 * result's values fit, as Snowflake narrows them, since pandas then gets integers.
 */
record ArrowColumn(
    String name,
    boolean nullable,
    byte typeId,
    ToIntFunction<FlatBufferBuilder> type,
    Map<String, String> metadata,
    List<Child> children,
    Function<Cells, Encoded> layout) {

  private static final int DECIMAL_BYTES = 16;
  private static final int MINUTES_OF_UTC = 1440;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** A member of a struct. */
  record Child(String name, int bits, Function<Cells, Encoded> layout) {}

  /**
   * The layout of a column.
   *
   * @param narrow whether all of its numbers fit 64 bits as whole numbers of the scale's units
   */
  static ArrowColumn of(Column column, boolean narrow) {
    SnowflakeType type = column.type();
    if (type instanceof SnowflakeType.Number number) {
      return number(column, number, narrow);
    } else if (type instanceof SnowflakeType.Real) {
      return plain(
          column,
          Type.FloatingPoint,
          builder -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE),
          cells -> cells.fixed(Double.BYTES, (out, cell) -> out.putDouble((Double) cell)));
    } else if (type instanceof SnowflakeType.Bool) {
      return plain(column, Type.Bool, table(Bool::startBool, Bool::endBool), Cells::bits);
    } else if (type instanceof SnowflakeType.Binary) {
      return plain(
          column, Type.Binary, table(Binary::startBinary, Binary::endBinary), Cells::binaries);
    } else if (type instanceof SnowflakeType.Date) {
      return plain(
          column,
          Type.Date,
          builder -> Date.createDate(builder, DateUnit.DAY),
          cells ->
              cells.fixed(
                  Integer.BYTES, (out, cell) -> out.putInt((int) ((LocalDate) cell).toEpochDay())));
    } else if (type instanceof SnowflakeType.Time time) {
      return plain(
          column,
          Type.Int,
          builder -> Int.createInt(builder, Long.SIZE, true),
          cells -> cells.fixed(Long.BYTES, (out, cell) -> out.putLong(units(cell, time.scale()))));
    } else if (type instanceof SnowflakeType.Timestamp timestamp) {
      return timestamp(column, timestamp);
    }
    return plain(column, Type.Utf8, table(Utf8::startUtf8, Utf8::endUtf8), Cells::texts);
  }

  /** Whether a number of that scale fits 64 bits. */
  static boolean fits(BigDecimal number, int scale) {
    return number.movePointRight(scale).abs().compareTo(MOST) <= 0;
  }

  private static ArrowColumn number(Column column, SnowflakeType.Number type, boolean narrow) {
    if (narrow) {
      return plain(
          column,
          Type.Int,
          builder -> Int.createInt(builder, Long.SIZE, true),
          cells ->
              cells.fixed(
                  Long.BYTES,
                  (out, cell) -> out.putLong(unscaled(cell, type.scale()).longValueExact())));
    }
    return plain(
        column,
        Type.Decimal,
        builder ->
            Decimal.createDecimal(
                builder, type.precision(), type.scale(), Byte.SIZE * DECIMAL_BYTES),
        cells ->
            cells.fixed(
                DECIMAL_BYTES, (out, cell) -> putDecimal(out, unscaled(cell, type.scale()))));
  }

  private static ArrowColumn timestamp(Column column, SnowflakeType.Timestamp type) {
    Child epoch =
        new Child(
            "epoch",
            Long.SIZE,
            cells -> cells.fixed(Long.BYTES, (out, cell) -> out.putLong(epoch(cell))));
    Child fraction =
        new Child(
            "fraction",
            Integer.SIZE,
            cells -> cells.fixed(Integer.BYTES, (out, cell) -> out.putInt(nanos(cell))));
    Child zone =
        new Child(
            "timezone",
            Integer.SIZE,
            cells -> cells.fixed(Integer.BYTES, (out, cell) -> out.putInt(zone(cell))));
    boolean zoned = type.zone() == SnowflakeType.Timestamp.Zone.TZ;
    return new ArrowColumn(
        column.name(),
        column.nullable(),
        Type.Struct_,
        table(Struct_::startStruct_, Struct_::endStruct_),
        metadata(type),
        zoned ? List.of(epoch, fraction, zone) : List.of(epoch, fraction),
        Cells::struct);
  }

  private static ArrowColumn plain(
      Column column,
      byte typeId,
      ToIntFunction<FlatBufferBuilder> type,
      Function<Cells, Encoded> layout) {
    return new ArrowColumn(
        column.name(), column.nullable(), typeId, type, metadata(column.type()), List.of(), layout);
  }

  /** What the drivers read: the numbers they need to see, as text; 0 where a type has none. */
  private static Map<String, String> metadata(SnowflakeType type) {
    int precision = 38;
    int scale = 0;
    int length = 0;
    if (type instanceof SnowflakeType.Number number) {
      precision = number.precision();
      scale = number.scale();
    } else if (type instanceof SnowflakeType.Time time) {
      scale = time.scale();
    } else if (type instanceof SnowflakeType.Timestamp timestamp) {
      scale = timestamp.scale();
      // By this the Python driver tells structs of three members from those of two.
      length = timestamp.zone() == SnowflakeType.Timestamp.Zone.TZ ? 16 : 12;
    } else if (type instanceof SnowflakeType.Text text) {
      length = text.length();
    } else if (type instanceof SnowflakeType.Binary binary) {
      length = binary.length();
    }
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("logicalType", type.wireName().toUpperCase(Locale.ROOT));
    metadata.put("precision", Integer.toString(precision));
    metadata.put("scale", Integer.toString(scale));
    metadata.put("charLength", Integer.toString(length));
    metadata.put("byteLength", Integer.toString(length));
    metadata.put("finalType", "T");
    return metadata;
  }

  private interface End {
    int of(FlatBufferBuilder builder);
  }

  private static ToIntFunction<FlatBufferBuilder> table(
      java.util.function.Consumer<FlatBufferBuilder> start, End end) {
    return builder -> {
      start.accept(builder);
      return end.of(builder);
    };
  }

  private static BigInteger unscaled(Object cell, int scale) {
    return ((BigDecimal) cell).setScale(scale, java.math.RoundingMode.HALF_UP).unscaledValue();
  }

  private static void putDecimal(ByteBuffer out, BigInteger value) {
    byte[] big = value.toByteArray();
    byte sign = (byte) (value.signum() < 0 ? -1 : 0);
    for (int i = 0; i < DECIMAL_BYTES; i++) {
      out.put(i < big.length ? big[big.length - 1 - i] : sign);
    }
  }

  private static long units(Object cell, int scale) {
    long nanos = ((LocalTime) cell).toNanoOfDay();
    for (int digit = scale; digit < SnowflakeType.MAX_TIME_SCALE; digit++) {
      nanos /= 10;
    }
    return nanos;
  }

  private static long epoch(Object cell) {
    return cell instanceof LocalDateTime local
        ? local.toEpochSecond(ZoneOffset.UTC)
        : ((OffsetDateTime) cell).toEpochSecond();
  }

  private static int nanos(Object cell) {
    return cell instanceof LocalDateTime local
        ? local.getNano()
        : ((OffsetDateTime) cell).getNano();
  }

  private static int zone(Object cell) {
    return ((OffsetDateTime) cell).getOffset().getTotalSeconds() / 60 + MINUTES_OF_UTC;
  }
}
