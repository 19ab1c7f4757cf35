package io.github.danmuhub.wire;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Protobuf written by field number: the other direction of {@link ProtoReader}. */
public final class ProtoWriter {
  /** Most messages are short, and nested ones have a writer each. */
  private static final int BUFFER = 128;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, BUFFER);

  public ProtoWriter varint(int field, long value) {
    return write(() -> out.writeUInt64(field, value));
  }

  public ProtoWriter string(int field, String value) {
    return write(() -> out.writeString(field, value));
  }

  public ProtoWriter bytes(int field, byte[] value) {
    return write(() -> out.writeByteArray(field, value));
  }

  public ProtoWriter message(int field, ProtoWriter message) {
    return bytes(field, message.toBytes());
  }

  public byte[] toBytes() {
    write(out::flush);
    return bytes.toByteArray();
  }

  private ProtoWriter write(Write write) {
    try {
      write.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
