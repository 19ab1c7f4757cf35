package io.github.danmuhub.rpc.call;

/** Why the hub parts with a page, in words and as a WebSocket's close code of our own range. */
public enum Parting {
  /** The same id came again. */
  REPLACED(4409, "another page with this id took its place"),
  /** A person asked for it. */
  KICKED(4410, "it was kicked");

  private final int code;
  private final String words;

  Parting(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** From 4000 on, as RFC 6455 leaves to applications. */
  public short code() {
    return (short) code;
  }

  /** For a person. */
  public String words() {
    return words;
  }
}
