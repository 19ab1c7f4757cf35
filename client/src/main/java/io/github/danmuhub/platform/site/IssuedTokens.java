package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.BoundedMap;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The tokens that a site issued, and what each opens; the eldest of more than {@value #MOST}
 * expire. One thread.
 */
public final class IssuedTokens<T> {
  private static final int MOST = 20_000;

  private final RandomGenerator random;
  private final int bytes;
  private final Map<String, T> issued = new BoundedMap<>(MOST);

  /**
   * None are issued yet.
   *
   * @param bytes how long a token is, before base64
   */
  public IssuedTokens(RandomGenerator random, int bytes) {
    this.random = random;
    this.bytes = bytes;
  }

  /** A token that was never issued before. */
  public String issue(T opens) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    String token = Base64.getEncoder().encodeToString(raw);
    issued.put(token, opens);
    return token;
  }

  /** What the token opens; empty where it was not issued here, or expired. */
  public Optional<T> find(String token) {
    return Optional.ofNullable(issued.get(token));
  }
}
