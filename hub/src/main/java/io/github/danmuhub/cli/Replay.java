package io.github.danmuhub.cli;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A capture that is played into a room.
 *
 * @param said all it received; at least one of them is the platform's
 * @param known how many of them are
 */
record Replay(Path file, List<Recorded> said, long known) {

  /**
   * @throws CommandFailure in words, if nothing in the file can be played
   */
  static Replay read(Path file, Platform platform) {
    List<Recorded> said = received(file);
    Dissector dissector = Dissector.of(platform);
    long known = said.stream().filter(recorded -> isOf(dissector, recorded)).count();
    if (known == 0) {
      throw new CommandFailure(
          Phrase.of("capture.other", file, platform.id(), instead(said.size())));
    }
    return new Replay(file, said, known);
  }

  /** Such as {@code 12 frames of FILE}. */
  Phrase words() {
    return Phrase.of("capture.frames", Phrase.count(known, "frame"), file);
  }

  private static boolean isOf(Dissector dissector, Recorded recorded) {
    if (recorded instanceof RecordedAnswer answer) {
      return dissector.recognizes(answer.asked(), ByteBuffer.wrap(answer.body().toBytes())) > 0;
    }
    RecordedFrame frame = (RecordedFrame) recorded;
    return dissector.recognizes(frame.kind(), ByteBuffer.wrap(frame.bytes().toBytes())) > 0;
  }

  /** What was found: the reader takes what is no JSON for frames as they come from a socket. */
  private static Phrase instead(int frames) {
    return frames == 0
        ? Phrase.of("capture.silent")
        : Phrase.of("capture.taken", Phrase.count(frames, "bare-frame"));
  }

  private static List<Recorded> received(Path file) {
    try {
      return CaptureReader.read(file).inbound();
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("capture.unreadable", file, FileTrouble.words(e)), e);
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("capture.none", file, Phrase.library(e.why())));
    }
  }
}
