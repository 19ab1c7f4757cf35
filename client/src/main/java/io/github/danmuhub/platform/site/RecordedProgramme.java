package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a capture, taken out of their frames and sent anew: by the capture's own times,
 * or evenly where it has none or a rate is asked for. Looped, every round after the first has fresh
 * ids: otherwise a client would be right to take them for repeats.
 */
final class RecordedProgramme<M> implements Programme<M> {
  private static final long SECOND = 1_000;

  private record Beat<M>(M message, long due) {}

  private final SimulatedPlatform<M> platform;
  private final List<Beat<M>> beats = new ArrayList<>();
  private final boolean loop;
  private final long length;

  /**
   * @param rate messages a second; 0 = the capture's own times
   */
  RecordedProgramme(
      List<? extends Recorded> capture, SimulatedPlatform<M> platform, double rate, boolean loop) {
    this.platform = platform;
    this.loop = loop;
    boolean timed = rate == 0 && capture.stream().allMatch(recorded -> recorded.time() > 0);
    double pace = SECOND / (rate == 0 ? SimulationOptions.REPLAY_RATE : rate);
    long latest = 0;
    for (Recorded recorded : capture) {
      for (M message : messages(recorded)) {
        long own =
            timed ? recorded.time() - capture.get(0).time() : Math.round(beats.size() * pace);
        latest = Math.max(latest, own);
        beats.add(new Beat<>(message, latest));
      }
    }
    length = latest + (timed ? SECOND : Math.max(1, Math.round(pace)));
  }

  private List<M> messages(Recorded recorded) {
    return recorded instanceof RecordedFrame frame
        ? platform.messages(frame)
        : platform.messages((RecordedAnswer) recorded);
  }

  @Override
  public long due(long beat) {
    if (beat < 0 || beats.isEmpty() || (beat >= beats.size() && !loop)) {
      return NEVER;
    }
    return beat / beats.size() * length + beats.get((int) (beat % beats.size())).due();
  }

  @Override
  public List<M> messages(long beat, long start) {
    M message = beats.get((int) (beat % beats.size())).message();
    long round = beat / beats.size();
    return List.of(round == 0 ? message : platform.renewed(message, round));
  }
}
