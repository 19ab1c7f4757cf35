package io.github.danmuhub.platform.bilibili.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.wire.FlatJson;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The authentication and its reply, both directions: {@code {"uid":0,"roomid":545068,"protover":3,
 * "buvid":"…","support_ack":true,"queue_uuid":"…","scene":"","platform":"web","type":2,
 * "key":"…"}}, as the web player sends it since 2026; {@code {"code":0}}.
 *
 * @param uid 0 for an anonymous visitor, else the account that the token was issued to
 * @param room the long id
 * @param protover 0 or 1 plain, 2 zlib, 3 brotli; -1 where it is not said
 * @param buvid the device cookie; empty where it is not said
 * @param key the token; empty where it is not said
 */
public record BilibiliAuth(long uid, long room, int protover, String buvid, String key) {
  public static final int OK = 0;
  public static final int TOKEN_REFUSED = -101;

  /** The first packet of a client; {@code random} gives the queue its name. */
  public BilibiliPacket packet(RandomGenerator random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FlatJson.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("uid", uid);
      out.writeNumberField("roomid", room);
      out.writeNumberField("protover", protover);
      out.writeStringField("buvid", buvid);
      out.writeBooleanField("support_ack", true);
      out.writeStringField("queue_uuid", "%08x".formatted(random.nextInt()));
      out.writeStringField("scene", "");
      out.writeStringField("platform", "web");
      out.writeNumberField("type", 2);
      out.writeStringField("key", key);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
    return BilibiliPacket.control(BilibiliPacket.AUTH, bytes.toByteArray());
  }

  /** Reads what a client sent. */
  public static BilibiliAuth read(ByteBuffer body) throws MalformedException {
    Map<String, String> fields = FlatJson.read(copy(body));
    return new BilibiliAuth(
        number(fields, "uid", 0),
        number(fields, "roomid", 0),
        (int) number(fields, "protover", -1),
        fields.getOrDefault("buvid", ""),
        fields.getOrDefault("key", ""));
  }

  /** The first packet of a server. */
  public static BilibiliPacket reply(int code) {
    return BilibiliPacket.control(
        BilibiliPacket.AUTH_REPLY, "{\"code\":%d}".formatted(code).getBytes(UTF_8));
  }

  /** The code of a reply; an empty one is a success, as the web player has it. */
  public static int readReply(ByteBuffer body) throws MalformedException {
    if (!body.hasRemaining()) {
      return OK;
    }
    Map<String, String> fields = FlatJson.read(copy(body));
    if (!fields.containsKey("code")) {
      throw new MalformedException("the reply to the authentication has no code");
    }
    return (int) number(fields, "code", OK);
  }

  private static long number(Map<String, String> fields, String name, long otherwise)
      throws MalformedException {
    String text = fields.get(name);
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedException(name + " is no number");
    }
  }

  private static byte[] copy(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }

  /** Says nothing of token and device. */
  @Override
  public String toString() {
    return "BilibiliAuth[room " + room + "]";
  }
}
