package io.github.danmuhub.platform.huya;

import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Base64;

/** The frames of {@code captures/huya}. */
public final class HuyaCaptures {
  private HuyaCaptures() {}

  /** The bytes of one, by the file's name without its ending. */
  public static ByteBuffer frame(String name) {
    try {
      String base64 = Files.readString(Captures.dir().resolve("huya/" + name + ".b64")).strip();
      return ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packet in it. */
  public static HuyaPacket packet(String name) throws MalformedException {
    return HuyaPacket.decode(frame(name));
  }
}
