package io.github.danmuhub.capture;

import io.github.danmuhub.platform.http.Headers.Header;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A handshake ⇄ two texts of lines, as HTTP has them: both directions side by side. */
final class HandshakeLines {
  private HandshakeLines() {}

  static String request(Handshake handshake) {
    return lines(handshake.request());
  }

  /** The status, then the headers. */
  static String response(Handshake handshake) {
    String status = (handshake.status() + " " + handshake.statusText()).strip();
    return handshake.response().isEmpty() ? status : status + "\n" + lines(handshake.response());
  }

  /** Null where neither is there. */
  static @Nullable Handshake read(@Nullable String request, @Nullable String response) {
    if (request == null && response == null) {
      return null;
    }
    String answer = response == null ? "" : response;
    int end = answer.indexOf('\n');
    String[] status = (end < 0 ? answer : answer.substring(0, end)).split(" ", 2);
    return new Handshake(
        headers(request == null ? "" : request),
        status[0].matches("[0-9]{1,9}") ? Integer.parseInt(status[0]) : 0,
        status.length > 1 ? status[1] : "",
        headers(end < 0 ? "" : answer.substring(end + 1)));
  }

  private static String lines(List<Header> headers) {
    return headers.stream()
        .map(header -> header.name() + ": " + header.value())
        .collect(Collectors.joining("\n"));
  }

  private static List<Header> headers(String lines) {
    return lines
        .lines()
        .filter(line -> line.indexOf(':') > 0)
        .limit(Handshake.HEADERS)
        .map(HandshakeLines::header)
        .toList();
  }

  private static Header header(String line) {
    int colon = line.indexOf(':');
    return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
  }
}
