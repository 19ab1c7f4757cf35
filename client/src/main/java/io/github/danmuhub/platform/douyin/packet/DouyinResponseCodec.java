package io.github.danmuhub.platform.douyin.packet;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link DouyinResponse} and its {@link DouyinMessage}s, both directions. They are read apart: the
 * fields around the messages first, since {@code need_ack} stands behind the messages and the ack
 * must leave before them.
 */
public final class DouyinResponseCodec {
  private static final int ROUTE_PARAMS = 64;
  private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

  private DouyinResponseCodec() {}

  /** Takes the messages, in order. */
  public interface Visitor {
    void onMessage(DouyinMessage message);

    /** A message whose envelope is broken; the next ones are not lost with it. */
    void onBroken(String why, ByteBuffer raw);
  }

  /** Whether the bytes are a Response without a frame around it, as {@code im/fetch} answers. */
  public static boolean recognizes(ByteBuffer bytes) {
    try {
      return decode(bytes.slice()).internalExt().startsWith("internal_src:");
    } catch (MalformedException e) {
      return false;
    }
  }

  /** The fields around the messages. */
  public static DouyinResponse decode(ByteBuffer response) throws MalformedException {
    String cursor = "";
    long interval = 0;
    long now = 0;
    String internalExt = "";
    Map<String, String> routeParams = new HashMap<>();
    boolean needAck = false;
    String[] servers = {"", "", ""};
    ProtoReader in = new ProtoReader(response);
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 2 -> cursor = in.string();
        case 3 -> interval = in.int64();
        case 4 -> now = in.int64();
        case 5 -> internalExt = in.string();
        case 7 -> readRouteParam(in, routeParams);
        case 9 -> needAck = in.bool();
        case 10 -> servers[1] = in.string();
        case 13 -> servers[2] = in.string();
        case 14 -> servers[0] = in.string();
        default -> in.skip();
      }
    }
    return new DouyinResponse(
        cursor, interval, now, internalExt, routeParams, needAck, first(servers));
  }

  private static String first(String... servers) {
    for (String server : servers) {
      if (!server.isEmpty()) {
        return server;
      }
    }
    return "";
  }

  private static void readRouteParam(ProtoReader in, Map<String, String> params)
      throws MalformedException {
    String key = "";
    String value = "";
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> key = in.string();
        case 2 -> value = in.string();
        default -> in.skip();
      }
    }
    in.leave(outer);
    if (params.size() < ROUTE_PARAMS) {
      params.put(key, value);
    }
  }

  /**
   * Hands the messages to {@code visitor}.
   *
   * @throws MalformedException where no next message can be found; those before it were handed over
   */
  public static void messages(ByteBuffer response, Visitor visitor) throws MalformedException {
    messages(new ProtoReader(response), visitor);
  }

  /** The same with a reader at the start of the response. */
  public static void messages(ProtoReader in, Visitor visitor) throws MalformedException {
    int count = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field != 1) {
        in.skip();
      } else if (++count > Bounds.PACKETS_PER_FRAME) {
        throw new MalformedException("more than " + Bounds.PACKETS_PER_FRAME + " messages");
      } else {
        visit(in, visitor);
      }
    }
  }

  private static void visit(ProtoReader in, Visitor visitor) throws MalformedException {
    int outer = in.enter();
    DouyinMessage message;
    try {
      message = readMessage(in);
    } catch (MalformedException e) {
      visitor.onBroken(e.why(), in.entered());
      in.leave(outer);
      return;
    }
    in.leave(outer);
    visitor.onMessage(message);
  }

  private static DouyinMessage readMessage(ProtoReader in) throws MalformedException {
    String method = "";
    ByteBuffer payload = EMPTY;
    long id = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> method = in.stringAgain();
        case 2 -> payload = in.slice();
        case 3 -> id = in.int64();
        default -> in.skip();
      }
    }
    if (method.isEmpty()) {
      throw new MalformedException("message names no method");
    }
    return new DouyinMessage(method, payload, id);
  }

  /** {@code messages} are those of {@link #encode(DouyinMessage)}, or broken on purpose. */
  public static byte[] encode(DouyinResponse response, List<byte[]> messages) {
    ProtoWriter out = new ProtoWriter();
    messages.forEach(message -> out.bytes(1, message));
    out.string(2, response.cursor());
    if (response.fetchInterval() != 0) {
      out.varint(3, response.fetchInterval());
    }
    out.varint(4, response.now());
    out.string(5, response.internalExt());
    response
        .routeParams()
        .forEach((k, v) -> out.message(7, new ProtoWriter().string(1, k).string(2, v)));
    out.varint(9, response.needAck() ? 1 : 0);
    if (!response.pushServer().isEmpty()) {
      out.string(10, response.pushServer()).string(14, response.pushServer());
    }
    return out.toBytes();
  }

  /** One message, as {@link #encode(DouyinResponse, List)} takes it. */
  public static byte[] encode(DouyinMessage message) {
    byte[] payload = new byte[message.payload().remaining()];
    message.payload().duplicate().get(payload);
    return new ProtoWriter()
        .string(1, message.method())
        .bytes(2, payload)
        .varint(3, message.id())
        .toBytes();
  }
}
