package io.github.danmuhub.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message as the platform sent it: JSON text or other bytes. Immutable, equal by content; the
 * bytes handed in are not copied and must not change afterwards.
 */
public final class Raw {
  /** No bytes: an empty body. */
  public static final Raw NOTHING = bytes(new byte[0]);

  private final byte[] bytes;
  private final boolean json;

  private Raw(byte[] bytes, boolean json) {
    this.bytes = bytes;
    this.json = json;
  }

  /** {@code utf8} must be one whole JSON value: it is written into JSON v1 as it is. */
  public static Raw json(byte[] utf8) {
    return new Raw(utf8, true);
  }

  public static Raw json(String text) {
    return new Raw(text.getBytes(UTF_8), true);
  }

  public static Raw bytes(byte[] bytes) {
    return new Raw(bytes, false);
  }

  public boolean isJson() {
    return json;
  }

  public int size() {
    return bytes.length;
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The bytes read as UTF-8. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Raw raw && raw.json == json && Arrays.equals(raw.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Raw[" + bytes.length + (json ? " bytes of JSON]" : " bytes]");
  }
}
