package io.github.danmuhub.platform.douyin.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The script of a live room's page, {@code room.html}, with places for what differs from room to
 * room.
 */
final class RoomScript {
  static final String TEXT = read();

  private RoomScript() {}

  private static String read() {
    try (InputStream in = RoomScript.class.getResourceAsStream("room.html")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
