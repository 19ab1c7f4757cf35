package io.github.danmuhub.transport;

import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What went wrong, for people. */
final class Failures {
  private static final int DEEPEST = 8;

  private Failures() {}

  /** The root cause in words. */
  static String words(Throwable failure) {
    Throwable root = failure;
    for (int i = 0; i < DEEPEST && root.getCause() != null; i++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String words = message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    return prefix(failure) + words;
  }

  private static String prefix(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnknownHostException) {
        return "the host name does not resolve: ";
      }
      if (t instanceof SSLException) {
        return "TLS: ";
      }
    }
    return "";
  }
}
