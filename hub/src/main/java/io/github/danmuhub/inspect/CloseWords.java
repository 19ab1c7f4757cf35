package io.github.danmuhub.inspect;

import java.util.Map;

/** WebSocket close codes in words (RFC 6455 §7.4, IANA's list). */
final class CloseWords {
  private static final int LAST_OF_LIBRARIES = 3_999;
  private static final int LAST = 4_999;
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(1000, "closed in order"),
          Map.entry(1001, "going away: the page is left, or the server stops"),
          Map.entry(1002, "the other side broke the protocol"),
          Map.entry(1003, "a kind of data that is not taken"),
          Map.entry(1005, "closed without a code"),
          Map.entry(1006, "gone without a close frame: the network, a proxy, a crash"),
          Map.entry(1007, "a message that is not what it says, such as text that is no UTF-8"),
          Map.entry(1008, "against the server's policy: often not let in"),
          Map.entry(1009, "a message that is too large"),
          Map.entry(1010, "the client misses an extension"),
          Map.entry(1011, "a fault of the server"),
          Map.entry(1012, "the server restarts: try again"),
          Map.entry(1013, "the server is overloaded: try again later"),
          Map.entry(1014, "the server behind the gateway answered badly"),
          Map.entry(1015, "TLS failed"));

  private CloseWords() {}

  static String of(int code) {
    String words = WORDS.get(code);
    if (words != null) {
      return words;
    }
    return code > LAST_OF_LIBRARIES && code <= LAST
        ? "the platform's own code"
        : code >= 3_000 && code <= LAST_OF_LIBRARIES ? "a library's code" : "no known code";
  }
}
