package io.github.danmuhub.rpc.desk;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a group is wanted.
 *
 * @param client the one of this id; null: any
 * @param partly the id need only be part of a page's
 * @param key what is called with the same key goes to the same page, as long as it is there; null:
 *     no matter
 */
public record Choice(@Nullable String client, boolean partly, @Nullable String key, Balance by) {
  /** Any page, in turn. */
  public static final Choice ANY = new Choice(null, false, null, Balance.TURNS);

  /** How calls are spread over the pages of a group. */
  public enum Balance {
    /** One after the other. */
    TURNS,
    /** To the one with the fewest calls that wait. */
    BUSY
  }

  boolean fits(String id) {
    return client == null || (partly ? id.contains(client) : id.equals(client));
  }
}
