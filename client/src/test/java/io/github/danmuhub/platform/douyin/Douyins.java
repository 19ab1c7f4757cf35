package io.github.danmuhub.platform.douyin;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests of this room share. */
public final class Douyins {
  public static final RoomRef ROOM = new RoomRef("douyin", "80017709309");
  public static final long NOW = 1_776_121_400_000L;

  private static final long NUMBERS = 1_000;

  private Douyins() {}

  public static RecordingContext context() {
    return context(Map.of(), Credentials.NONE);
  }

  /** Whose clock shows {@link #NOW}. */
  public static RecordingContext context(Map<String, String> settings, Credentials credentials) {
    RecordingContext context =
        new RecordingContext(new Settings(ROOM.platform(), settings, credentials, false));
    context.wallMs = NOW;
    return context;
  }

  static DouyinSession session(RecordingContext context) {
    return new DouyinSession(ROOM, context);
  }

  public static DouyinEvents events(RecordingContext out) {
    return new DouyinEvents(ROOM, false, out.tools().protoCache(), out);
  }

  /** A capture of the folder {@code douyin}. */
  static byte[] capture(String name) throws IOException {
    return Files.readAllBytes(dir().resolve(name));
  }

  public static Path dir() {
    return Captures.dir().resolve("douyin");
  }

  /** What a fresh session makes of one frame. */
  public static RecordingContext receive(byte[] frame) {
    RecordingContext out = context();
    session(out).onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    return out;
  }

  public static DouyinMessage message(String method, long id, ProtoWriter payload) {
    return new DouyinMessage(method, ByteBuffer.wrap(payload.toBytes()), id);
  }

  /** A {@code msg} frame with these messages. */
  public static byte[] frame(long logId, boolean needAck, List<DouyinMessage> messages) {
    DouyinResponse response =
        new DouyinResponse("t-1_r-1_d-1_u-1", 0, NOW, "ext:" + logId, Map.of(), needAck, "");
    byte[] body =
        DouyinResponseCodec.encode(
            response, messages.stream().map(DouyinResponseCodec::encode).toList());
    return bytes(Simulated.frame(logId, response, body));
  }

  /**
   * The script's numbers of what was said, in the order of hearing: its ids end with them. Without
   * the ends of combos, which say nothing new of a combo that was over by then.
   */
  public static List<Long> numbers(List<LiveEvent> events) {
    return events.stream()
        .filter(event -> isFirst(event) && !Simulated.isEnd(event))
        .map(event -> Long.parseLong(requireNonNull(event.origin().id())) % NUMBERS)
        .toList();
  }

  /** Whether it is a message's first event: the second one's id is {@code id#2}. */
  static boolean isFirst(LiveEvent event) {
    String id = event.origin().id();
    return id != null && !id.contains("#");
  }

  /** What the script says, as many as {@code numbers}, from the first of them on. */
  public static List<Long> inOrder(List<Long> numbers, long seed) {
    long first = numbers.get(0) > NUMBERS / 2 ? numbers.get(0) - NUMBERS : numbers.get(0);
    return Simulated.numbersFrom(first, seed)
        .limit(numbers.size())
        .map(n -> Math.floorMod(n, NUMBERS))
        .toList();
  }

  /** Today's page of the room, as far as it is read. */
  static String page(String status) {
    return "<script>self.__pace_f.push([1,\"c:[{\\\"state\\\":{\\\"roomStore\\\":{\\\"roomInfo\\\":{\\\"room\\\":{"
        + "\\\"id_str\\\":\\\"7600000000000000001\\\",\\\"status_str\\\":\\\""
        + status
        + "\\\","
        + "\\\"title\\\":\\\"t\\\"}}},\\\"userStore\\\":{\\\"odin\\\":{\\\"user_unique_id\\\":\\\"7312345678901234567\\\"}}}}]\"])</script>";
  }

  public static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
