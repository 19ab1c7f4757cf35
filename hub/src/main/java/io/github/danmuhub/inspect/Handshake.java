package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A WebSocket's handshake, as developer tools show it, explained and checked (RFC 6455 §4). */
final class Handshake {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)^\\s*(sec-websocket-[a-z]+|upgrade|origin|host)\\s*[:\\t ]\\s*(\\S.*?)\\s*$");
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int KEY_BYTES = 16;

  private Handshake() {}

  /** Whether it is one, or a part of one. */
  static boolean is(Traffic traffic) {
    return traffic instanceof Message message
        && message.kind() == FrameKind.TEXT
        && message.bytes().text().toLowerCase(Locale.ROOT).contains("sec-websocket-");
  }

  /** Whether it is one in which nothing is wrong. */
  static boolean isWhole(Traffic traffic) {
    return is(traffic) && fields(traffic.bytes().text()).stream().noneMatch(Handshake::isWrong);
  }

  private static boolean isWrong(Field field) {
    return field.meaning().startsWith("wrong");
  }

  static Layer layer(Traffic message) {
    return new Layer(
        "handshake", 0, message.bytes().size(), fields(message.bytes().text()), List.of());
  }

  private static List<Field> fields(String text) {
    List<Field> fields = new ArrayList<>();
    String key = value("sec-websocket-key", text);
    Matcher status = STATUS.matcher(text);
    if (status.find()) {
      boolean upgraded = status.group(1).equals("101");
      fields.add(
          new Field("status", status.group(1), upgraded ? "the socket opens" : "wrong: refused"));
    }
    Matcher header = HEADER.matcher(text);
    while (header.find()) {
      String name = header.group(1).toLowerCase(Locale.ROOT);
      fields.add(new Field(header.group(1), header.group(2), meaning(name, header.group(2), key)));
    }
    return fields;
  }

  private static String value(String name, String text) {
    Matcher header = HEADER.matcher(text);
    while (header.find()) {
      if (header.group(1).equalsIgnoreCase(name)) {
        return header.group(2);
      }
    }
    return "";
  }

  private static String meaning(String name, String value, String key) {
    return switch (name) {
      case "sec-websocket-key" -> key(value);
      case "sec-websocket-accept" -> accept(value, key);
      case "sec-websocket-version" -> value.equals("13") ? "RFC 6455" : "wrong: it is always 13";
      case "sec-websocket-extensions" -> extensions(value);
      case "sec-websocket-protocol" -> "what is spoken inside; the server chooses one";
      case "origin" -> "the page that dials; many servers check it";
      default -> "";
    };
  }

  private static String key(String key) {
    try {
      int size = Base64.getDecoder().decode(key).length;
      return size == KEY_BYTES
          ? "16 random bytes; the answer must be " + accepts(key)
          : "wrong: " + size + " bytes, not 16";
    } catch (IllegalArgumentException e) {
      return "wrong: no base64";
    }
  }

  private static String accept(String accept, String key) {
    if (key.isEmpty()) {
      return "the SHA-1 of the key and a constant; the key is not here";
    }
    return accepts(key).equals(accept)
        ? "matches the key"
        : "wrong: for this key it must be " + accepts(key);
  }

  private static String accepts(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static String extensions(String value) {
    if (!value.contains("permessage-deflate")) {
      return "";
    }
    String forgets =
        value.contains("no_context_takeover")
            ? ", each by itself"
            : ", each with what was said before it";
    return "messages may be compressed (RFC 7692)" + forgets;
  }
}
