package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.script.Script;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a script says, as the platform tells it. */
final class ScriptProgramme<M> implements Programme<M> {
  private final RoomRef room;
  private final SimulatedPlatform<M> platform;
  private final long seed;
  private final double rate;
  private @Nullable Script paced;

  /**
   * The script of a room.
   *
   * @param rate messages a second, over a round of the script: one event may be several, or none
   */
  ScriptProgramme(RoomRef room, SimulatedPlatform<M> platform, long seed, double rate) {
    this.room = room;
    this.platform = platform;
    this.seed = seed;
    this.rate = rate;
  }

  /** Made when it begins: a message may say when that was. */
  private Script script() {
    Script known = paced;
    if (known == null) {
      known = script(rate * Script.ROUND / Math.max(1, messagesOfARound()));
      paced = known;
    }
    return known;
  }

  private Script script(double events) {
    return new Script(room.platform(), room.room(), platform.vocabulary(), seed, events);
  }

  private long messagesOfARound() {
    Script even = script(rate);
    return LongStream.range(0, Script.ROUND).map(beat -> said(even.event(beat, 0)).size()).sum();
  }

  private List<M> said(LiveEvent event) {
    return platform.vocabulary().carried().of(event).map(platform::encode).orElse(List.of());
  }

  @Override
  public long due(long beat) {
    return script().due(beat);
  }

  @Override
  public List<M> messages(long beat, long start) {
    return said(script().event(beat, start));
  }

  @Override
  public boolean hasPast() {
    return true;
  }
}
