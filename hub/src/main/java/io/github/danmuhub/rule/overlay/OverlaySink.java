package io.github.danmuhub.rule.overlay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.server.door.Json;

/** Tells the pages what to show, or to say. */
public final class OverlaySink implements ActionSink {
  private final ActionKind kind;
  private final OverlayDoor door;

  public OverlaySink(ActionKind kind, OverlayDoor door) {
    this.kind = kind;
    this.door = door;
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
      outcome.report(Result.refused("there is nothing to show: give it a text, an image, a sound"));
    } else if (action.dryRun()) {
      outcome.report(Result.dryRun(message.toString()));
    } else {
      outcome.report(
          door.tell(message)
              ? Result.done("told %d pages".formatted(door.pages()))
              : Result.refused("too much waits for the pages already"));
    }
  }
}
