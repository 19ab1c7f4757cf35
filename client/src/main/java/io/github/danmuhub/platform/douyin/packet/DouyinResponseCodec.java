package io.github.danmuhub.platform.douyin.packet;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The {@link DouyinMessage}s of a {@link DouyinResponse}, and both of them as bytes. The fields
 * around the messages are read apart, and first: see {@link DouyinResponseHead}.
 */
public final class DouyinResponseCodec {
  private static final int BYTES = 2;
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
    DouyinResponseHead head = DouyinResponseHead.read(bytes.slice());
    return head.broken() == null && head.response().internalExt().startsWith("internal_src:");
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
      int wireType = in.wireType();
      if (field != 1) {
        in.skip();
      } else if (wireType != BYTES) {
        in.skip();
        visitor.onBroken("message has wire type %d".formatted(wireType), EMPTY);
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
    // and so is every string in it
    if (method.length() + payload.remaining() > Bounds.STRING) {
      throw new MalformedException("message is larger than " + (Bounds.STRING >> 20) + " MiB");
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
