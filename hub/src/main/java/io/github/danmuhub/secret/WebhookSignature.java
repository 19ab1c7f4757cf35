package io.github.danmuhub.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers by which a receiver knows that a webhook is ours, whole, and of now (Standard
 * Webhooks 1.0): {@code v1,} and HMAC-SHA256 of {@code ID.TIMESTAMP.BODY}. Immutable; never shows
 * its secret.
 */
public final class WebhookSignature {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 16;

  private final byte[] key;

  private WebhookSignature(byte[] key) {
    this.key = key;
  }

  /**
   * By this secret.
   *
   * @param secret {@code whsec_} and at least {@value #LEAST_BYTES} bytes in Base64
   * @throws IllegalArgumentException in words, without the secret, where it is none
   */
  public static WebhookSignature by(String secret) {
    String words = "a webhook's secret is whsec_ and at least 16 bytes in Base64";
    try {
      String base64 = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "";
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length < LEAST_BYTES) {
        throw new IllegalArgumentException(words);
      }
      return new WebhookSignature(key);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(words, null);
    }
  }

  /**
   * The three headers, in their order.
   *
   * @param id of this message: the same at a repetition
   * @param seconds since the epoch
   */
  public Map<String, String> headers(String id, long seconds, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID, id);
    headers.put(TIMESTAMP, Long.toString(seconds));
    headers.put(SIGNATURE, sign(id, Long.toString(seconds), body));
    return headers;
  }

  /** Whether one of the signatures that a receiver was shown is this secret's. */
  public boolean isOurs(String id, String timestamp, String body, String signatures) {
    byte[] ours = sign(id, timestamp, body).getBytes(UTF_8);
    return Arrays.stream(signatures.split(" ", -1))
        .anyMatch(shown -> MessageDigest.isEqual(ours, shown.getBytes(UTF_8)));
  }

  private String sign(String id, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] sum = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
