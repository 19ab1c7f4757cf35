package io.github.danmuhub.device.serial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.MalformedException;

/** How what is said becomes bytes. */
@FunctionalInterface
interface Speech {
  /** A line of text. */
  Speech LINES = text -> (text + "\n").getBytes(UTF_8);

  /** Frames with true checks. */
  Speech FRAMES = text -> Frame.of(text).bytes(true);

  /** Frames as the original sent them. */
  Speech ZERO_FRAMES = text -> Frame.of(text).bytes(false);

  byte[] bytes(String text) throws MalformedException;
}
