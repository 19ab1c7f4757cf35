package io.github.danmuhub.platform.site;

import io.github.danmuhub.script.Script;
import java.util.List;

/** What a script says, as the platform tells it. */
final class ScriptProgramme<M> implements Programme<M> {
  private final Script script;
  private final SimulatedPlatform<M> platform;

  ScriptProgramme(Script script, SimulatedPlatform<M> platform) {
    this.script = script;
    this.platform = platform;
  }

  @Override
  public long due(long beat) {
    return script.due(beat);
  }

  @Override
  public List<M> messages(long beat, long start) {
    return platform
        .vocabulary()
        .carried()
        .of(script.event(beat, start))
        .map(platform::encode)
        .orElse(List.of());
  }

  @Override
  public boolean hasPast() {
    return true;
  }
}
