package io.github.danmuhub.event;

/**
 * A broken message, reported by us. Its {@link Origin#raw() raw} bytes are the first {@value
 * #RAW_LIMIT}.
 *
 * @param why what was broken, in words
 * @param size of the broken part in bytes
 */
public record Malformed(Origin origin, String why, int size) implements LiveEvent {

  /** How many of the broken bytes are kept. */
  public static final int RAW_LIMIT = 256;

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.malformed(this);
  }
}
