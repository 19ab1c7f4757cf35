package io.github.danmuhub.transport;

import io.netty.handler.proxy.ProxyConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What went wrong, for people. */
final class FailureWords {
  private static final int DEEPEST = 8;
  private static final int LONGEST = 300;

  private FailureWords() {}

  /** The root cause in words. */
  static String words(Throwable failure) {
    Throwable root = failure;
    for (int i = 0; i < DEEPEST && root.getCause() != null; i++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return cut(prefix(failure) + (message == null || message.isBlank() ? silent(root) : message));
  }

  /** For those that say nothing themselves. */
  private static String silent(Throwable root) {
    if (root instanceof ClosedChannelException) {
      return "the connection was closed";
    }
    return root instanceof TimeoutException ? "it took too long" : "it failed without a reason";
  }

  /** Netty puts whole packets into some of its messages. */
  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  private static String prefix(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnknownHostException) {
        return "the host name does not resolve: ";
      }
      if (t instanceof SSLException) {
        return "TLS: ";
      }
      if (t instanceof ProxyConnectException refused) {
        return proxy(String.valueOf(refused.getMessage()));
      }
    }
    return "";
  }

  private static String proxy(String words) {
    return words.contains("status: 407") || words.contains("authStatus")
        ? "the proxy refuses the user name and password: "
        : "the proxy does not let us through: ";
  }
}
