package io.github.danmuhub.wire;

/** The types that a TARS field's head names, in its low four bits. */
final class TarsType {
  static final int INT_8 = 0;
  static final int INT_16 = 1;
  static final int INT_32 = 2;
  static final int INT_64 = 3;
  static final int FLOAT = 4;
  static final int DOUBLE = 5;
  static final int SHORT_STRING = 6;
  static final int LONG_STRING = 7;
  static final int MAP = 8;
  static final int LIST = 9;
  static final int STRUCT = 10;
  static final int STRUCT_END = 11;
  static final int ZERO = 12;
  static final int BYTES = 13;

  /** Tags from here on stand in a byte of their own; the head has this in their place. */
  static final int LONG_TAG = 15;

  private TarsType() {}
}
