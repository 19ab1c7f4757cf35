package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.capture.CaptureSource;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a platform says now that it did not say before, and the other way round: how its change is
 * found. Immutable.
 *
 * @param platforms all there are
 * @param options which platform it is, where that is not to be guessed
 * @param time epoch milliseconds, for frames without a time
 */
public record Comparison(List<Platform> platforms, InspectOptions options, long time) {
  public Comparison {
    platforms = List.copyOf(platforms);
  }

  /**
   * Of two captures.
   *
   * @return sentences; none where nothing has changed
   * @throws MalformedException in words, if one of them cannot be read
   */
  public List<Phrase> of(Path before, Path now) throws IOException, MalformedException {
    return Difference.of(profile(before), profile(now));
  }

  /** Of a capture and what was heard just now; what was not heard may still be said. */
  public List<Phrase> of(Path before, CaptureSource heard) throws IOException, MalformedException {
    return Difference.of(profile(before), profile(Inspection.of(platforms, heard, time)));
  }

  private Profile profile(Path file) throws IOException, MalformedException {
    return profile(Inspection.of(platforms, options, CaptureFile.of(file), time));
  }

  private static Profile profile(Inspection inspection) throws IOException {
    Profile profile = new Profile();
    inspection.tell(profile::add);
    return profile;
  }
}
