package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.action.Parameters;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a rule does, by hand. */
public final class Acts {
  private Acts() {}

  /** What came of it. */
  public static Result perform(ActionSink sink, Map<String, Object> parameters) throws Exception {
    return perform(sink, parameters, false);
  }

  /** The same, or told only. */
  public static Result perform(ActionSink sink, Map<String, Object> parameters, boolean dry)
      throws Exception {
    CompletableFuture<Result> told = new CompletableFuture<>();
    sink.perform(
        new Action("a-rule", sink.kind().name(), new Parameters(parameters), 1, 2, false, dry),
        result -> assertThat(told.complete(result)).as("told once").isTrue());
    return told.get(20, TimeUnit.SECONDS);
  }
}
