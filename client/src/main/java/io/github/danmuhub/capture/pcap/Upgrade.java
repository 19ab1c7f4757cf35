package io.github.danmuhub.capture.pcap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the head of a request or of its answer, until it is whole. One thread. */
final class Upgrade {
  private static final int LONGEST = 1 << 16;
  private static final Pattern REQUEST = Pattern.compile("GET (\\S+) HTTP/1\\.[01]\r\n");
  private static final Pattern HOST = Pattern.compile("(?im)^host:\\s*(\\S+)\\s*$");

  private final String begins;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();

  /**
   * @param begins what such a head begins with; other bytes are passed over
   */
  Upgrade(String begins) {
    this.begins = begins;
  }

  /** The rest after the head, where it is whole by now; all of {@code bytes} is taken. */
  Optional<ByteBuffer> add(ByteBuffer bytes) {
    byte[] more = new byte[bytes.remaining()];
    bytes.duplicate().get(more);
    if (head.size() == 0 && !new String(more, ISO_8859_1).startsWith(begins)) {
      return Optional.empty();
    }
    head.writeBytes(more);
    int end = text().indexOf("\r\n\r\n");
    if (end < 0) {
      if (head.size() > LONGEST) {
        head.reset();
      }
      return Optional.empty();
    }
    byte[] all = head.toByteArray();
    return Optional.of(ByteBuffer.wrap(all, end + 4, all.length - end - 4).slice());
  }

  private String text() {
    return head.toString(ISO_8859_1);
  }

  /** Forgets a head that is none of a WebSocket's. */
  void forget() {
    head.reset();
  }

  boolean isWhole() {
    return text().contains("\r\n\r\n");
  }

  boolean isWebSocket() {
    return text().toLowerCase(Locale.ROOT).contains("upgrade: websocket");
  }

  boolean deflates() {
    return text().toLowerCase(Locale.ROOT).contains("permessage-deflate");
  }

  /** Of a request; its scheme cannot be seen: what is captured is plain. */
  String url() {
    Matcher request = REQUEST.matcher(text());
    Matcher host = HOST.matcher(text());
    return request.find() && host.find() ? "ws://" + host.group(1) + request.group(1) : "";
  }
}
