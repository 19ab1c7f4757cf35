package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.OfflineRoom;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection under the knife: its platform's dissector, and a session that sees its frames. */
final class Specimen {
  private final @Nullable Platform platform;
  private final int certainty;
  private final long now;
  private final Dissector dissector;
  private final @Nullable OfflineRoom heard;
  private final Notebook out;
  private int framesLeft;

  Specimen(@Nullable Platform platform, int certainty, String room, long now, int frames) {
    this.platform = platform;
    this.certainty = certainty;
    this.now = now;
    this.framesLeft = frames;
    dissector = platform == null ? Dissector.NONE : Dissector.of(platform);
    out = new Notebook(Settings.none(platform == null ? "" : platform.id()));
    heard =
        platform == null ? null : new OfflineRoom(platform, new RoomRef(platform.id(), room), out);
  }

  /** What only a client sends was sent, whatever the input says: hex says nothing of it. */
  InspectedFrame inspect(int number, Traffic asRead) {
    Traffic frame = corrected(asRead);
    framesLeft--;
    if (heard != null) {
      feed(heard, frame);
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

  private void feed(OfflineRoom heard, Traffic frame) {
    long time = frame.time() == 0 ? now : frame.time();
    if (frame instanceof Http http) {
      heard.answer(http.call(), http.reply(), time);
    } else if (frame instanceof Message message && Frames.isReceived(message)) {
      heard.frame(message.kind(), Frames.bytes(message), time);
    } else {
      heard.pass(time);
    }
    if (framesLeft == 0) {
      heard.end();
    }
  }
}
