package io.snowpull.local.engine.protocol.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.types.SnowflakeType;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as Arrow IPC streams: a schema, one record batch, the end. All streams of one result
 * have the same schema.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format">The
 *     format</a>
 */
public final class ArrowStream {

  private static final int ALIGNMENT = 8;
  private static final int CONTINUES = -1;

  private final List<ArrowColumn> columns = new ArrayList<>();

  /** A writer for rows of this result. */
  public ArrowStream(Result result) {
    boolean[] narrow = narrow(result);
    for (int i = 0; i < result.columns().size(); i++) {
      columns.add(ArrowColumn.of(result.columns().get(i), narrow[i]));
    }
  }

  /** The rows as a whole stream. */
  public byte[] of(List<List<@Nullable Object>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    message(out, schema(), List.of());
    List<Encoded> nodes = nodes(rows);
    List<byte[]> body = new ArrayList<>();
    nodes.forEach(node -> body.addAll(node.buffers()));
    message(out, batch(rows.size(), nodes), body);
    writeInt(out, CONTINUES);
    writeInt(out, 0);
    return out.toByteArray();
  }

  /** Which columns hold only numbers of 64 bits: looked at once, in all rows. */
  private static boolean[] narrow(Result result) {
    List<Column> columns = result.columns();
    boolean[] narrow = new boolean[columns.size()];
    List<Integer> wide = new ArrayList<>();
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = true;
      if (columns.get(i).type() instanceof SnowflakeType.Number number && number.precision() > 18) {
        wide.add(i);
      }
    }
    if (!wide.isEmpty()) {
      for (List<@Nullable Object> row : result.rows()) {
        for (int i : wide) {
          narrow[i] &= !(row.get(i) instanceof BigDecimal number) || fits(number, columns.get(i));
        }
      }
    }
    return narrow;
  }

  private static boolean fits(BigDecimal number, Column column) {
    return ArrowColumn.fits(number, ((SnowflakeType.Number) column.type()).scale());
  }

  private List<Encoded> nodes(List<List<@Nullable Object>> rows) {
    List<Encoded> nodes = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Cells cells = new Cells(rows, i);
      nodes.add(columns.get(i).layout().apply(cells));
      for (ArrowColumn.Child child : columns.get(i).children()) {
        nodes.add(child.layout().apply(cells));
      }
    }
    return nodes;
  }

  private ByteBuffer schema() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int[] fields = columns.stream().mapToInt(column -> field(builder, column)).toArray();
    int vector = Schema.createFieldsVector(builder, fields);
    Schema.startSchema(builder);
    Schema.addEndianness(builder, Endianness.Little);
    Schema.addFields(builder, vector);
    return message(builder, MessageHeader.Schema, Schema.endSchema(builder), 0);
  }

  private static int field(FlatBufferBuilder builder, ArrowColumn column) {
    int[] children = column.children().stream().mapToInt(child -> member(builder, child)).toArray();
    int[] metadata =
        column.metadata().entrySet().stream().mapToInt(e -> keyValue(builder, e)).toArray();
    int name = builder.createString(column.name());
    int type = column.type().applyAsInt(builder);
    int childVector = Field.createChildrenVector(builder, children);
    int metadataVector = Field.createCustomMetadataVector(builder, metadata);
    return Field.createField(
        builder, name, true, column.typeId(), type, 0, childVector, metadataVector);
  }

  private static int member(FlatBufferBuilder builder, ArrowColumn.Child child) {
    int name = builder.createString(child.name());
    int type = Int.createInt(builder, child.bits(), true);
    int none = Field.createChildrenVector(builder, new int[0]);
    Field.startField(builder);
    Field.addName(builder, name);
    Field.addNullable(builder, true);
    Field.addTypeType(builder, Type.Int);
    Field.addType(builder, type);
    Field.addChildren(builder, none);
    return Field.endField(builder);
  }

  private static int keyValue(FlatBufferBuilder builder, Map.Entry<String, String> entry) {
    return KeyValue.createKeyValue(
        builder, builder.createString(entry.getKey()), builder.createString(entry.getValue()));
  }

  private static ByteBuffer batch(int rows, List<Encoded> nodes) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    List<byte[]> buffers = new ArrayList<>();
    nodes.forEach(node -> buffers.addAll(node.buffers()));
    long[] offsets = new long[buffers.size()];
    long length = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = length;
      length += padded(buffers.get(i).length);
    }
    // Vectors of structs are built from their last element to their first.
    RecordBatch.startBuffersVector(builder, buffers.size());
    for (int i = buffers.size() - 1; i >= 0; i--) {
      Buffer.createBuffer(builder, offsets[i], buffers.get(i).length);
    }
    int bufferVector = builder.endVector();
    RecordBatch.startNodesVector(builder, nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      FieldNode.createFieldNode(builder, nodes.get(i).length(), nodes.get(i).nulls());
    }
    int nodeVector = builder.endVector();
    RecordBatch.startRecordBatch(builder);
    RecordBatch.addLength(builder, rows);
    RecordBatch.addNodes(builder, nodeVector);
    RecordBatch.addBuffers(builder, bufferVector);
    return message(builder, MessageHeader.RecordBatch, RecordBatch.endRecordBatch(builder), length);
  }

  private static ByteBuffer message(
      FlatBufferBuilder builder, byte kind, int header, long bodyLength) {
    int message = Message.createMessage(builder, MetadataVersion.V5, kind, header, bodyLength, 0);
    builder.finish(message);
    return builder.dataBuffer();
  }

  /** The message with its length before it and its body after it, each padded to eight bytes. */
  private static void message(ByteArrayOutputStream out, ByteBuffer metadata, List<byte[]> body) {
    byte[] bytes = new byte[metadata.remaining()];
    metadata.get(bytes);
    writeInt(out, CONTINUES);
    writeInt(out, padded(bytes.length));
    writePadded(out, bytes);
    body.forEach(buffer -> writePadded(out, buffer));
  }

  private static void writePadded(ByteArrayOutputStream out, byte[] bytes) {
    out.writeBytes(bytes);
    for (int i = bytes.length; i < padded(bytes.length); i++) {
      out.write(0);
    }
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private static int padded(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
