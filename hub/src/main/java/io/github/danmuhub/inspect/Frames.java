package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import java.nio.ByteBuffer;
import java.util.List;

/** What is asked of captured frames and polled answers again and again. */
final class Frames {
  private Frames() {}

  /** A view of its bytes. */
  static ByteBuffer bytes(Traffic traffic) {
    return ByteBuffer.wrap(traffic.bytes().toBytes());
  }

  static boolean isReceived(Traffic traffic) {
    return traffic.direction() == Direction.RECEIVED;
  }

  /** Its kind, in a word. */
  static String kind(Traffic traffic) {
    return traffic instanceof Message message ? EnumWords.word(message.kind()) : "polled";
  }

  static int recognizes(Dissector dissector, Traffic traffic) {
    return traffic instanceof Http http
        ? dissector.recognizes(http.asked(), bytes(http))
        : dissector.recognizes(((Message) traffic).kind(), bytes(traffic));
  }

  /** The layers; of an answer that nobody knows, those that show without a schema. */
  static List<Layer> layers(Dissector dissector, Traffic traffic) {
    if (traffic instanceof Message message) {
      return dissector.dissect(message.kind(), bytes(message));
    }
    Http http = (Http) traffic;
    return recognizes(dissector, http) > 0
        ? dissector.dissect(http.asked(), bytes(http))
        : PlainLayers.of(http);
  }
}
