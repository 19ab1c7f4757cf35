package io.github.danmuhub.capture;

import io.github.danmuhub.platform.http.Headers.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a socket was asked for, and what the server said.
 *
 * @param request the headers that were sent
 * @param status 101 where it was let in; 0 where nobody answered
 * @param statusText empty where there is none
 * @param response the headers of the answer
 */
public record Handshake(
    List<Header> request, int status, String statusText, List<Header> response) {
  /** So many headers are kept of each. */
  static final int HEADERS = 100;

  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "access-control-allow-credentials",
          "access-control-allow-origin",
          "cache-control",
          "connection",
          "content-length",
          "content-type",
          "date",
          "host",
          "origin",
          "pragma",
          "sec-websocket-accept",
          "sec-websocket-extensions",
          "sec-websocket-key",
          "sec-websocket-version",
          "server",
          "upgrade",
          "user-agent",
          "vary",
          "via");

  public Handshake {
    request = List.copyOf(request);
    response = List.copyOf(response);
  }

  /** Whether the server let it in; over HTTP/2 it says so by a 200. */
  public boolean isOpen() {
    return status == 101 || status == 200;
  }

  /** With {@code ***} in place of every value that may be secret: all but those of known names. */
  public Handshake masked() {
    return new Handshake(masked(request), status, statusText, masked(response));
  }

  private static List<Header> masked(List<Header> headers) {
    return headers.stream().map(Handshake::masked).toList();
  }

  private static Header masked(Header header) {
    boolean harmless = HARMLESS.contains(header.name().toLowerCase(Locale.ROOT));
    return harmless ? header : new Header(header.name(), "***");
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return status + " " + names(request) + " " + names(response);
  }

  private static List<String> names(List<Header> headers) {
    return headers.stream().map(Header::name).toList();
  }
}
