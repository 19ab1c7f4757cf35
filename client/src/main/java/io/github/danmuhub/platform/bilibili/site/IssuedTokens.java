package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.BoundedMap;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The tokens that the site issued; the oldest of more than {@value #MOST} expire. One thread. */
final class IssuedTokens {
  private static final int MOST = 20_000;
  private static final int BYTES = 96;

  private final RandomGenerator random;
  private final Map<String, Token> issued = new BoundedMap<>(MOST);

  IssuedTokens(RandomGenerator random) {
    this.random = random;
  }

  /**
   * What a token opens.
   *
   * @param room the long id
   * @param uid of the account that asked; 0 for an anonymous visitor
   */
  record Token(long room, long uid) {}

  String issue(long room, long uid) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getEncoder().encodeToString(bytes);
    issued.put(token, new Token(room, uid));
    return token;
  }

  Optional<Token> find(String token) {
    return Optional.ofNullable(issued.get(token));
  }
}
