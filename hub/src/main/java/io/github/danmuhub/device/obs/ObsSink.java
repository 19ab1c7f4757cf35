package io.github.danmuhub.device.obs;

import io.github.danmuhub.device.obs.ObsTalk.Answer;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.rule.action.Parameters;
import io.github.danmuhub.text.Phrase;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code obs: {name: studio, scene: party}} shows a scene, with {@code source} and {@code show} it
 * shows or hides one source of it; {@code input} and {@code text} change what a text source says.
 */
public final class ObsSink implements ActionSink {
  private final Map<String, Obs> studios;
  private final ActionKind kind;

  /** These, by their names. */
  public ObsSink(Map<String, Obs> studios) {
    this.studios = Map.copyOf(studios);
    this.kind =
        ActionKind.of(
            "obs",
            Parameter.oneOf("name", true, studios.keySet().stream().sorted().toList()),
            Parameter.optional("scene", Parameter.Type.TEXT),
            Parameter.optional("source", Parameter.Type.TEXT),
            Parameter.optional("show", Parameter.Type.FLAG),
            Parameter.optional("input", Parameter.Type.TEXT),
            Parameter.optional("text", Parameter.Type.TEXT));
  }

  @Override
  public ActionKind kind() {
    return kind;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    Parameters told = action.parameters();
    Obs obs = studios.get(told.text("name", ""));
    if (obs == null) {
      outcome.report(Result.refused(Phrase.of("act.no-obs")));
    } else if (action.dryRun()) {
      outcome.report(Result.dryRun(Phrase.foreign("OBS: " + told)));
    } else {
      perform(obs, told, answer -> outcome.report(result(answer)));
    }
  }

  private static void perform(Obs obs, Parameters told, Consumer<Answer> answer) {
    String scene = told.text("scene");
    String source = told.text("source");
    String input = told.text("input");
    if (scene != null && source != null) {
      obs.show(scene, source, told.flag("show", true), answer);
    } else if (scene != null) {
      obs.scene(scene, answer);
    } else if (input != null) {
      obs.text(input, told.text("text", ""), answer);
    } else {
      answer.accept(Answer.no(Phrase.of("obs.needs")));
    }
  }

  private static Result result(Answer answer) {
    return answer.ok() ? Result.done(Phrase.of("act.done")) : Result.refused(answer.words());
  }
}
