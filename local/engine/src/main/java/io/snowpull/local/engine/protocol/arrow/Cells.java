package io.snowpull.local.engine.protocol.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays the cells of one column out in Arrow's buffers. */
final class Cells {

  private static final int INITIAL_BYTES_A_CELL = 16;

  private final List<List<@Nullable Object>> rows;
  private final int column;

  Cells(List<List<@Nullable Object>> rows, int column) {
    this.rows = rows;
    this.column = column;
  }

  /** Values of a fixed width in bytes; what is null keeps its zeros. */
  Encoded fixed(int width, BiConsumer<ByteBuffer, Object> write) {
    ByteBuffer values = littleEndian(rows.size() * width);
    for (int i = 0; i < rows.size(); i++) {
      Object cell = cell(i);
      if (cell != null) {
        values.position(i * width);
        write.accept(values, cell);
      }
    }
    return encoded(List.of(values.array()));
  }

  /** One bit for each cell. */
  Encoded bits() {
    byte[] bits = new byte[bytes(rows.size())];
    for (int i = 0; i < rows.size(); i++) {
      if (Boolean.TRUE.equals(cell(i))) {
        set(bits, i);
      }
    }
    return encoded(List.of(bits));
  }

  /** Text in UTF-8. */
  Encoded texts() {
    return variable(cell -> cell.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Byte strings. */
  Encoded binaries() {
    return variable(cell -> (byte[]) cell);
  }

  /** The node of a struct itself, which has no values, only which of them are null. */
  Encoded struct() {
    return encoded(List.of());
  }

  private Encoded variable(Function<Object, byte[]> bytes) {
    ByteBuffer offsets = littleEndian((rows.size() + 1) * Integer.BYTES);
    byte[] values = new byte[Math.max(1, rows.size()) * INITIAL_BYTES_A_CELL];
    int end = 0;
    offsets.putInt(end);
    for (int i = 0; i < rows.size(); i++) {
      Object cell = cell(i);
      if (cell != null) {
        byte[] value = bytes.apply(cell);
        if (values.length - end < value.length) {
          values = Arrays.copyOf(values, Math.max(end + value.length, 2 * values.length));
        }
        System.arraycopy(value, 0, values, end, value.length);
        end += value.length;
      }
      offsets.putInt(end);
    }
    return encoded(List.of(offsets.array(), Arrays.copyOf(values, end)));
  }

  private Encoded encoded(List<byte[]> values) {
    byte[] valid = new byte[bytes(rows.size())];
    int nulls = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (cell(i) == null) {
        nulls++;
      } else {
        set(valid, i);
      }
    }
    List<byte[]> buffers = new java.util.ArrayList<>();
    buffers.add(nulls == 0 ? new byte[0] : valid);
    buffers.addAll(values);
    return new Encoded(rows.size(), nulls, List.copyOf(buffers));
  }

  private @Nullable Object cell(int row) {
    return rows.get(row).get(column);
  }

  private static void set(byte[] bits, int index) {
    bits[index >> 3] |= (byte) (1 << (index & 7));
  }

  private static int bytes(int bits) {
    return (bits + 7) / 8;
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
