package io.github.danmuhub.log;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Tells the logs of different hubs apart: 16 hex digits. */
final class HubId {
  private static final int BYTES = 8;

  private HubId() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static boolean isOne(String text) {
    return text.matches("[0-9a-f]{16}");
  }
}
