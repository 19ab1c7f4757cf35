package io.github.danmuhub.platform.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.contract.PlatformContract;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.WiredRoom;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contract itself is tried on the smallest platform. */
class TinyContractTest extends PlatformContract<Tiny> {
  TinyContractTest() {
    super(new Tiny());
  }

  @Override
  protected RoomRef room() {
    return TinyStage.ROOM;
  }

  @Override
  protected Map<String, String> roomForms() {
    return Map.of("cats", "cats", " cats ", "cats", "https://tiny.example/rooms/cats", "cats");
  }

  @Override
  protected List<String> noRooms() {
    return List.of("https://tiny.example/", "https://tiny.example/rooms/", "CATS");
  }

  @Override
  protected Vocabulary vocabulary() {
    return TinySite.VOCABULARY;
  }

  /** By default all is blanked that may hold a secret. */
  @Override
  protected Redaction redaction() {
    return new Redaction() {};
  }

  @Override
  protected Dissector dissector() {
    return new Dissector() {
      @Override
      public int recognizes(FrameKind kind, ByteBuffer frame) {
        return kind == FrameKind.TEXT && isTiny(frame) ? 60 : 0;
      }

      private static boolean isTiny(ByteBuffer frame) {
        String text = UTF_8.decode(frame.duplicate()).toString();
        return text.matches(
            "(?s)(?:(?:chat|enter|gift|online|air|join) |welcome|ping|pong|go away).*");
      }

      @Override
      public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
        return List.of(new Layer("lines", 0, frame.remaining(), List.of(), List.of()));
      }
    };
  }

  @Override
  protected Credentials account() {
    return new Credentials("session=s3cr3t");
  }

  /** The cookie, and the token that the lookup was answered. */
  @Override
  protected List<String> secrets(WiredRoom room) {
    return List.of("s3cr3t", room.exchanges.get(0).reply().text().split(" ", -1)[1]);
  }

  @Override
  protected long heartbeatMs() {
    return 20_000;
  }

  @Override
  protected Map<Fault, Ending> faults() {
    return Map.of(
        Fault.BAD_JSON, Ending.REPORTED,
        Fault.UNKNOWN_OP, Ending.UNKNOWN,
        Fault.LOOKUP_REFUSED, Ending.DIALLED_AGAIN,
        Fault.AUTH_REFUSED, Ending.DIALLED_AGAIN);
  }

  @Override
  protected Stream<RecordedFrame> captures() {
    String lines =
        "chat a 1000 7 A x%20y\nenter b 1500 7 A\nstrange c\ngift d 2000 7 A 7 F 10 1000";
    return Stream.of(new RecordedFrame(1_000, FrameKind.TEXT, Raw.bytes(lines.getBytes(UTF_8))));
  }
}
