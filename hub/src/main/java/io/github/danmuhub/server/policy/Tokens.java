package io.github.danmuhub.server.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: the token, and the sessions of pages that showed it once. Compared in constant
 * time. At most {@value #SESSIONS} sessions; the oldest goes first. On the loop only.
 */
public final class Tokens {
  private static final int SESSIONS = 64;

  private final byte @Nullable [] token;
  private final Deque<byte[]> sessions = new ArrayDeque<>();
  private final SecureRandom random = new SecureRandom();

  /** {@code token} null: anybody may come in. */
  public Tokens(@Nullable String token) {
    this.token = token == null ? null : digest(token);
  }

  /** Whether a token must be shown at all. */
  public boolean required() {
    return token != null;
  }

  /** Whether {@code shown} is the token. */
  public boolean isToken(@Nullable String shown) {
    return token != null && shown != null && MessageDigest.isEqual(token, digest(shown));
  }

  /** A new session's secret, for the cookie. */
  public String newSession() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (sessions.size() == SESSIONS) {
      sessions.removeFirst();
    }
    sessions.addLast(digest(session));
    return session;
  }

  /** Whether {@code shown} is a session's secret, still kept. */
  public boolean isSession(@Nullable String shown) {
    if (shown == null) {
      return false;
    }
    byte[] digest = digest(shown);
    boolean found = false;
    for (byte[] session : sessions) {
      found |= MessageDigest.isEqual(session, digest);
    }
    return found;
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
