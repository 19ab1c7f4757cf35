package io.github.danmuhub.platform.bilibili;

import static io.github.danmuhub.platform.bilibili.site.SimulatedSites.ROOM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.PacketLog;
import io.github.danmuhub.platform.bilibili.site.SimulatedSites;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.WiredRoom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real capture through both sides of the platform. */
class RealReplayTest {

  @ParameterizedTest
  @CsvSource({
    "wss,0", "wss,2", "wss,3", "ws,0", "ws,2", "ws,3", "tcp,0", "tcp,2", "tcp,3", "tcp,1"
  })
  void theCapturesCommandsArriveOnceAndInOrder(String transport, String protover)
      throws IOException {
    WiredRoom room =
        SimulatedSites.room(
            SimulatedSites.replaying(false, capture()),
            Credentials.NONE,
            Map.of("transport", transport, "protover", protover));
    room.open().pass(20_000);

    assertThat(withoutTimes(room.events)).isEqualTo(direct()).hasSize(199);
    assertThat(room.malformed).isEmpty();
  }

  @Test
  void everyPrefixOfEveryFrameEndsAndThrowsNothing() throws IOException {
    for (RecordedFrame frame : capture()) {
      byte[] bytes = frame.bytes().toBytes();
      for (int length = 1; length < bytes.length; length++) {
        PacketLog log = PacketLog.of(ByteBuffer.wrap(bytes, 0, length));
        assertThat(log.malformed).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void theCaptureHolds322Commands() throws IOException {
    int commands = 0;
    for (RecordedFrame frame : capture()) {
      commands +=
          (int)
              PacketLog.of(ByteBuffer.wrap(frame.bytes().toBytes())).packets.stream()
                  .filter(packet -> packet.operation() == BilibiliPacket.MESSAGE)
                  .count();
    }
    assertThat(commands).isEqualTo(322);
  }

  /** What the session makes of the recorded frames themselves. */
  private static List<String> direct() throws IOException {
    RecordingContext out = RecordingContext.of("bilibili");
    RoomSession session = new Bilibili().open(new RoomRef("bilibili", ROOM), out);
    for (RecordedFrame frame : capture()) {
      session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame.bytes().toBytes()));
    }
    return withoutTimes(out.events());
  }

  /** The lookup's own events say nothing of the capture. */
  private static List<String> withoutTimes(List<LiveEvent> events) {
    return events.stream()
        .filter(event -> !(event instanceof Room) && !(event instanceof Broadcast))
        .map(event -> new String(EventWriter.write(event), UTF_8))
        .map(json -> json.replaceAll("\"received\":\"[^\"]*\"", ""))
        .toList();
  }

  /** Repeated: length, big-endian, and so many bytes of one frame. */
  private static List<RecordedFrame> capture() throws IOException {
    ByteBuffer in =
        ByteBuffer.wrap(
            Files.readAllBytes(Captures.dir().resolve("bilibili/blive-ws/message.anon.bin")));
    List<RecordedFrame> frames = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] frame = new byte[in.getInt()];
      in.get(frame);
      frames.add(new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(frame)));
    }
    return frames;
  }
}
