package io.github.danmuhub.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Opens one JSON message after the other with one parser, since a new parser costs a kilobyte. Not
 * thread-safe.
 */
public final class JsonMessages {
  private MessageParser parser = MessageParser.create();

  /**
   * A cursor at the first value of the message; to be closed before the next one.
   *
   * @param utf8 backed by an array, and unchanged until then
   */
  public JsonCursor open(ByteBuffer utf8) throws IOException {
    if (parser.learnt()) {
      parser = MessageParser.create();
    }
    return new JsonCursor(parser.read(utf8));
  }

  /** A message was broken, or left in the middle: begins with another parser. */
  public void renew() {
    parser = MessageParser.create();
  }
}
