package io.github.danmuhub.platform.douyin.packet;

import io.github.danmuhub.platform.http.HttpReply;

/**
 * A refused handshake. Douyin does not answer it with an error status: it says HTTP 200 and names
 * its reason in two headers.
 */
public final class DouyinRefusal {
  public static final String MESSAGE = "handshake-msg";
  public static final String STATUS = "handshake-status";
  public static final String WHAT_TO_DO =
      "have the socket URL signed by your own page (-o douyin.rpc=http://…), or hand a whole one"
          + " over (-o douyin.url=wss://…), with the cookie of that browser (--cookie-file)";

  private static final int WORDS = 100;

  private DouyinRefusal() {}

  /** Whether it is us whom the platform does not want, rather than the server being down. */
  public static boolean isOurs(HttpReply refusal) {
    return refusal.status() < 500 || refusal.headers().first(MESSAGE).isPresent();
  }

  /** In words, with what the user can do. */
  public static String words(HttpReply refusal) {
    String message = refusal.headers().first(MESSAGE).map(DouyinRefusal::shown).orElse("");
    String status = refusal.headers().first(STATUS).map(DouyinRefusal::shown).orElse("");
    if (message.isEmpty() && status.isEmpty()) {
      return isOurs(refusal) ? "Douyin does not open the socket: " + WHAT_TO_DO : "";
    }
    return "Douyin says %s (handshake-status %s): %s"
        .formatted(message.isEmpty() ? "no" : message, status, WHAT_TO_DO);
  }

  /** A header from outside on its way to a terminal. */
  private static String shown(String value) {
    String printable = value.replaceAll("[^ -~]", "?");
    return printable.length() > WORDS ? printable.substring(0, WORDS) : printable;
  }
}
