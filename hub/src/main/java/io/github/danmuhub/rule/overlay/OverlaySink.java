package io.github.danmuhub.rule.overlay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.text.NormalText;
import io.github.danmuhub.rule.text.WordIndex;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.text.Phrase;
import java.util.Set;

/** Tells the pages what to show, or to say; but for texts with a muted word in them. */
public final class OverlaySink implements ActionSink {
  private final ActionKind kind;
  private final OverlayDoor door;
  private volatile WordIndex muted = new WordIndex.Builder().build();

  public OverlaySink(ActionKind kind, OverlayDoor door) {
    this.kind = kind;
    this.door = door;
  }

  /**
   * From now on; any thread.
   *
   * @param words in normal form
   */
  public void mute(Set<String> words) {
    WordIndex.Builder index = new WordIndex.Builder();
    words.forEach(word -> index.add(word, WordIndex.Where.ANYWHERE, 0));
    muted = index.build();
  }

  @Override
  public ActionKind kind() {
    return kind;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    ObjectNode message = Json.message(kind.name()).put("rule", action.rule());
    message.setAll(action.parameters().toJson());
    if (message.size() == Json.message("").put("rule", "").size()) {
      outcome.report(Outcome.Result.refused(Phrase.of("act.nothing")));
    } else if (!muted.find(NormalText.of(action.parameters().text("text", ""))).isEmpty()) {
      outcome.report(Outcome.Result.refused(Phrase.of("act.muted")));
    } else if (action.dryRun()) {
      outcome.report(Outcome.Result.dryRun(Phrase.foreign(message)));
    } else {
      outcome.report(
          door.tell(message)
              ? Outcome.Result.done(Phrase.of("act.told", door.pages()))
              : Outcome.Result.refused(Phrase.of("act.crowded")));
    }
  }
}
