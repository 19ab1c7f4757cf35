package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection under the knife: its platform's dissector, and a session that sees its frames. */
final class Specimen {
  /** By then whatever a session waits for, such as the end of a combo, is due. */
  private static final long PATIENCE_MS = 60_000;

  private final @Nullable Platform platform;
  private final int certainty;
  private final long now;
  private final Dissector dissector;
  private final @Nullable RoomSession session;
  private final Notebook out;
  private int framesLeft;

  Specimen(@Nullable Platform platform, int certainty, String room, long now, int frames) {
    this.platform = platform;
    this.certainty = certainty;
    this.now = now;
    this.framesLeft = frames;
    dissector = platform == null ? Dissector.NONE : Dissector.of(platform);
    out = new Notebook(Settings.none(platform == null ? "" : platform.id()));
    session = platform == null ? null : platform.open(new RoomRef(platform.id(), room), out);
  }

  /** What only a client sends was sent, whatever the input says: hex says nothing of it. */
  InspectedFrame inspect(int number, Traffic asRead) {
    Traffic frame = corrected(asRead);
    framesLeft--;
    if (session != null) {
      feed(session, frame);
    }
    return new InspectedFrame(
        number,
        frame,
        platform == null ? null : platform.id(),
        certainty,
        layers(frame),
        out.takeEvents(),
        out.takeNotes());
  }

  private Traffic corrected(Traffic asRead) {
    return asRead instanceof Message message && isFromClient(message)
        ? message.withDirection(Direction.SENT)
        : asRead;
  }

  private List<Layer> layers(Traffic frame) {
    return platform == null ? PlainLayers.of(frame) : Frames.layers(dissector, frame);
  }

  private boolean isFromClient(Message message) {
    ByteBuffer frame = Frames.bytes(message);
    return dissector.recognizes(message.kind(), frame) > 0
        && dissector.isFromClient(message.kind(), frame);
  }

  private void feed(RoomSession room, Traffic frame) {
    long time = frame.time() == 0 ? now : frame.time();
    wake(room, time);
    out.setTime(time);
    if (frame instanceof Http http) {
      room.onPolled(
          HttpCall.get(http.asked(), Headers.NONE),
          new HttpReply(http.status(), Headers.NONE, http.body()));
    } else if (frame instanceof Message message && Frames.isReceived(message)) {
      room.onFrame(message.kind(), Frames.bytes(message));
    }
    if (framesLeft == 0) {
      wake(room, time + PATIENCE_MS);
      out.setTime(time + PATIENCE_MS);
      room.onEnd();
    }
  }

  private void wake(RoomSession room, long time) {
    long due = out.takeWakeAt();
    if (due <= time) {
      out.setTime(due);
      room.onWake();
    } else {
      out.wakeAt(due);
    }
  }
}
