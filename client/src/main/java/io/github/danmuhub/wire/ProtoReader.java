package io.github.danmuhub.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Protobuf read by field number, without generated code: what is not asked for is skipped.
 *
 * <pre>{@code
 * for (int field = in.next(); field != 0; field = in.next()) {
 *   switch (field) {
 *     case 1 -> uid = in.int64();
 *     case 9 -> { int outer = in.enter(); medal = readMedal(in); in.leave(outer); }
 *     default -> in.skip();
 *   }
 * }
 * }</pre>
 *
 * Not thread-safe.
 */
public final class ProtoReader {
  private static final int NESTING = 32;

  private final CodedInputStream in;
  private int tag;
  private int depth;

  public ProtoReader(ByteBuffer message) {
    in = CodedInputStream.newInstance(message);
    in.enableAliasing(true);
  }

  public ProtoReader(byte[] message) {
    in = CodedInputStream.newInstance(message);
  }

  /** The number of the next field, or 0 at the end of the message. */
  public int next() throws MalformedException {
    try {
      tag = in.isAtEnd() ? 0 : in.readTag();
      return WireFormat.getTagFieldNumber(tag);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * The wire type of the current field: 0 varint, 1 fixed 64, 2 bytes, 3 and 4 group, 5 fixed 32.
   */
  public int wireType() {
    return WireFormat.getTagWireType(tag);
  }

  public long int64() throws MalformedException {
    expect(WireFormat.WIRETYPE_VARINT);
    try {
      return in.readInt64();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The low 32 bits of a varint. */
  public int int32() throws MalformedException {
    return (int) int64();
  }

  public boolean bool() throws MalformedException {
    return int64() != 0;
  }

  /** UTF-8; broken sequences become U+FFFD. */
  public String string() throws MalformedException {
    expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    try {
      return in.readString();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  public byte[] bytes() throws MalformedException {
    expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    try {
      return in.readByteArray();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The current field's bytes without a copy: a view that is valid as long as the input is. */
  public ByteBuffer slice() throws MalformedException {
    expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    try {
      return in.readByteBuffer();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Descends into the message of the current field; {@link #next} is 0 at its end. */
  public int enter() throws MalformedException {
    expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    if (++depth > NESTING) {
      throw new MalformedException("protobuf is nested deeper than " + NESTING);
    }
    try {
      return in.pushLimit(in.readRawVarint32());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Skips what is left of the message that {@link #enter} descended into. */
  public void leave(int outer) throws MalformedException {
    try {
      in.skipRawBytes(in.getBytesUntilLimit());
    } catch (IOException e) {
      throw broken(e);
    }
    in.popLimit(outer);
    depth--;
  }

  /** Skips the current field. */
  public void skip() throws MalformedException {
    try {
      if (!in.skipField(tag)) {
        throw new MalformedException("protobuf ends a group that it never began");
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void expect(int type) throws MalformedException {
    if (wireType() != type) {
      throw new MalformedException(
          "protobuf field %d has wire type %d instead of %d"
              .formatted(WireFormat.getTagFieldNumber(tag), wireType(), type));
    }
  }

  private static MalformedException broken(IOException e) {
    return new MalformedException("protobuf is broken: " + e.getMessage());
  }
}
