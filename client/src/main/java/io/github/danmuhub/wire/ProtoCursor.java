package io.github.danmuhub.wire;

import java.nio.ByteBuffer;

/**
 * A place in a protobuf message: from field to field, into messages and out of them, within bounds.
 * What a field says is {@link ProtoReader}'s.
 */
abstract sealed class ProtoCursor permits ProtoReader {
  private static final int NESTING = 32;

  static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  static final int BYTES = 2;
  private static final int GROUP = 3;
  private static final int GROUP_END = 4;
  private static final int FIXED_32 = 5;

  byte[] bytes = {};
  int at;
  private int start;
  int end;
  private int tag;
  private int depth;

  /** Begins anew, with another message, whose position stays; copied only if it has no array. */
  final void begin(ByteBuffer message) {
    if (message.hasArray()) {
      bytes = message.array();
      at = message.arrayOffset() + message.position();
    } else {
      bytes = new byte[message.remaining()];
      message.duplicate().get(bytes);
      at = 0;
    }
    end = at + message.remaining();
    depth = 0;
  }

  /** The number of the next field, or 0 at the end of the message. */
  public final int next() throws MalformedException {
    if (at == end) {
      tag = 0;
      return 0;
    }
    tag = (int) varint();
    int field = tag >>> 3;
    if (field == 0) {
      throw broken("field number 0");
    }
    return field;
  }

  /** The current field's number. */
  final int number() {
    return tag >>> 3;
  }

  /**
   * The wire type of the current field: 0 varint, 1 fixed 64, 2 bytes, 3 and 4 group, 5 fixed 32.
   */
  public final int wireType() {
    return tag & 7;
  }

  /** Where the current field's value begins, and its wire type: see {@link #goTo}. */
  final int mark() {
    return at << 3 | wireType();
  }

  /** Goes back to a field of the message that is being read. */
  final void goTo(int field, int mark) {
    at = mark >>> 3;
    tag = field << 3 | (mark & 7);
  }

  /** Skips to the next field of that number; false if there is none. */
  final boolean seek(int wanted) throws MalformedException {
    int field = next();
    while (field != 0 && field != wanted) {
      skip();
      field = next();
    }
    return field != 0;
  }

  /** Descends into the message of the current field; {@link #next} is 0 at its end. */
  public final int enter() throws MalformedException {
    expect(BYTES);
    descend();
    int length = length();
    int outer = end;
    start = at;
    end = at + length;
    return outer;
  }

  /**
   * The whole of the message that was entered last, as a {@link ProtoReader#slice}, to be told
   * where broken.
   */
  public final ByteBuffer entered() {
    return ByteBuffer.wrap(bytes, start, end - start);
  }

  /** Skips what is left of the message that {@link #enter} descended into, broken or not. */
  public final void leave(int outer) {
    at = end;
    end = outer;
    depth--;
  }

  /** Skips the current field. */
  public final void skip() throws MalformedException {
    switch (wireType()) {
      case VARINT -> skipVarint();
      case FIXED_64 -> advance(Long.BYTES);
      case BYTES -> advance(length());
      case GROUP -> skipGroup();
      case GROUP_END -> throw new MalformedException("protobuf ends a group that it never began");
      case FIXED_32 -> advance(Integer.BYTES);
      default -> throw broken("wire type " + wireType());
    }
  }

  private void skipGroup() throws MalformedException {
    int ending = tag - GROUP + GROUP_END;
    descend();
    try {
      while (next() != 0 && wireType() != GROUP_END) {
        skip();
      }
    } finally {
      depth--;
    }
    if (tag != ending) {
      throw broken("a group does not end");
    }
  }

  private void descend() throws MalformedException {
    if (depth == NESTING) {
      throw new MalformedException("protobuf is nested deeper than " + NESTING);
    }
    depth++;
  }

  /** Where the current field's bytes begin; they end where we are then. */
  final int take() throws MalformedException {
    expect(BYTES);
    int length = length();
    int from = at;
    at += length;
    return from;
  }

  private int length() throws MalformedException {
    int length = (int) varint();
    if (length < 0 || length > end - at) {
      throw beyond();
    }
    return length;
  }

  private void advance(int n) throws MalformedException {
    if (n > end - at) {
      throw beyond();
    }
    at += n;
  }

  /** Most tags and lengths have one byte or two. */
  final long varint() throws MalformedException {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    if (at + 1 < end && bytes[at + 1] >= 0) {
      at += 2;
      return (bytes[at - 2] & 0x7f) | (bytes[at - 1] << 7);
    }
    int from = at;
    skipVarint();
    return Varint.read(bytes, from, at);
  }

  private void skipVarint() throws MalformedException {
    boolean oneByte = at < end && bytes[at] >= 0;
    at = oneByte ? at + 1 : Varint.behind(bytes, at, end);
  }

  final void expect(int type) throws MalformedException {
    if (wireType() != type) {
      throw new MalformedException(
          "protobuf field %d has wire type %d instead of %d".formatted(number(), wireType(), type));
    }
  }

  private MalformedException beyond() {
    return broken("field " + number() + " points beyond its message");
  }

  private static MalformedException broken(String why) {
    return new MalformedException("protobuf is broken: " + why);
  }
}
