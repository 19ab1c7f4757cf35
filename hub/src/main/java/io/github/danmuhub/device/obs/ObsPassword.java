package io.github.danmuhub.device.obs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The password, which is never sent. Never shows itself. */
record ObsPassword(String password) {
  /** {@code b64(sha256(b64(sha256(password + salt)) + challenge))}. */
  String answer(String salt, String challenge) {
    return digest(digest(password + salt) + challenge);
  }

  private static String digest(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ObsPassword";
  }
}
