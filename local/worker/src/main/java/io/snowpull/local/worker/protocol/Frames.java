package io.snowpull.local.worker.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Length-prefixed JSON: four bytes, big endian, then that many bytes of UTF-8. Thread safe. */
public final class Frames {
  private static final int LARGEST = 256 * 1024 * 1024;

  private final ObjectMapper json = JsonMapper.builder().build();
  private final DataInputStream in;
  private final DataOutputStream out;

  public Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = new DataOutputStream(out);
  }

  /** Writes one message and flushes it. */
  public void write(Object message) throws IOException {
    byte[] bytes = json.writeValueAsBytes(message);
    synchronized (out) {
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }

  /** The next message; empty at the end of the stream. */
  public <T> Optional<T> read(Class<T> type) throws IOException {
    synchronized (in) {
      int length;
      try {
        length = in.readInt();
      } catch (EOFException e) {
        return Optional.empty();
      }
      if (length < 0 || length > LARGEST) {
        throw new IOException("A frame of " + length + " bytes is not a worker's message.");
      }
      return Optional.of(json.readValue(in.readNBytes(length), type));
    }
  }
}
