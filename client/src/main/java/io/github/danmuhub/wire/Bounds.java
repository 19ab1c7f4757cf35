package io.github.danmuhub.wire;

/** The bounds on everything that comes from outside, in one place. Bytes, unless said otherwise. */
public final class Bounds {
  /** One frame: a WebSocket message, or a packet of a byte stream. */
  public static final int FRAME = 4 << 20;

  /** One compressed body after inflating, measured while it inflates. */
  public static final int INFLATED = 16 << 20;

  /** All compressed bodies of one frame: room for a bomb and for what stands beside it. */
  public static final int INFLATED_PER_FRAME = 2 * INFLATED;

  /** How many compressed layers may lie in each other. */
  public static final int NESTING = 4;

  /** Packets or messages in one frame, all layers together. */
  public static final int PACKETS_PER_FRAME = 20_000;

  /** Depth of JSON arrays and objects. */
  public static final int JSON_DEPTH = 64;

  /** One string, in characters; one of protobuf in bytes. */
  public static final int STRING = 1 << 20;

  /** One HTTP answer. */
  public static final int HTTP_BODY = 8 << 20;

  private Bounds() {}
}
