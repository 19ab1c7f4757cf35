package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action.Poll;
import io.github.danmuhub.wire.ProtoWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One session whose site a test plays: what the page and {@code im/fetch} answer, and what comes on
 * the socket, at {@link Douyins#NOW}.
 */
final class DouyinTalk {
  static final Closed DROPPED = new Closed(1006, "", null);
  private static final HttpCall PAGE =
      HttpCall.get(URI.create("https://live.douyin.com/80017709309"), Headers.NONE);
  private static final HttpReply EMPTY = HttpReply.of(200, "application/protobuffer", "");

  final RecordingContext out;
  final List<HttpCall> calls = new ArrayList<>();
  final DouyinSession session;
  String page = Douyins.page("2");
  Function<Query, HttpReply> fetch = query -> EMPTY;
  private long nextId = 1;

  DouyinTalk() {
    this(Douyins.context());
  }

  DouyinTalk(RecordingContext out) {
    this.out = out;
    out.http = this::answer;
    session = Douyins.session(out);
  }

  /** The dial for polls, as the session gives it. */
  Dial polling() {
    return resolve().get(1);
  }

  List<Dial> resolve() {
    return resolve(Resolve.STALE);
  }

  List<Dial> resolve(Resolve why) {
    return session.resolve(why).toCompletableFuture().join();
  }

  CompletableFuture<HttpReply> answer(HttpCall call) {
    calls.add(call);
    String path = call.uri().getPath();
    HttpReply reply =
        switch (path) {
          case "/" -> new HttpReply(200, Headers.of("Set-Cookie", "ttwid=abc"), EMPTY.body());
          case "/80017709309" -> HttpReply.of(200, "text/html", page);
          case "/webcast/im/fetch/" -> fetch.apply(query(call));
          default -> HttpReply.of(200, "application/json", "");
        };
    return CompletableFuture.completedFuture(reply);
  }

  List<String> paths() {
    return calls.stream().map(call -> call.uri().getPath()).toList();
  }

  void page(HttpReply reply) {
    session.onPolled(PAGE, reply);
  }

  void polled(HttpReply reply) {
    List<Poll> polls = out.all(Poll.class);
    session.onPolled(polls.get(polls.size() - 1).call(), reply);
  }

  void receive(byte[] frame) {
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
  }

  DouyinMessage chat(String text) {
    return Douyins.message("WebcastChatMessage", nextId++, new ProtoWriter().string(3, text));
  }

  DouyinMessage end() {
    return Douyins.message("WebcastControlMessage", nextId++, new ProtoWriter().varint(2, 3));
  }

  static DouyinResponse response(String cursor, String server) {
    return new DouyinResponse(cursor, 0, Douyins.NOW, "ext", Map.of(), false, server);
  }

  static HttpReply protobuf(DouyinResponse response, DouyinMessage... messages) {
    List<byte[]> encoded = List.of(messages).stream().map(DouyinResponseCodec::encode).toList();
    return new HttpReply(
        200, Headers.NONE, Raw.bytes(DouyinResponseCodec.encode(response, encoded)));
  }

  static byte[] bytes(HttpReply reply) {
    return reply.body().toBytes();
  }

  /** A frame whose payload is the parts in a row. */
  static byte[] packet(String type, byte[]... parts) {
    ByteBuffer payload = ByteBuffer.allocate(1 << 10);
    for (byte[] part : parts) {
      payload.put(part);
    }
    return Douyins.bytes(
        DouyinPacketCodec.encode(
            new DouyinPacket(1, 1, 8888, 8, Map.of(), "pb", type, payload.flip())));
  }

  static Query query(HttpCall call) {
    return Query.parse(call.uri().getRawQuery());
  }

  static Query query(Dial dial) {
    return Query.parse(((Dial.WebSocket) dial).uri().getRawQuery());
  }

  static String host(Dial dial) {
    return ((Dial.WebSocket) dial).uri().getHost();
  }
}
