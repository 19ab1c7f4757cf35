package io.github.danmuhub.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.engine.Decision;
import io.github.danmuhub.rule.engine.Tally;
import io.github.danmuhub.rule.text.Secrets;
import io.github.danmuhub.text.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a replay tells, for a program and for a person, without secrets. Immutable, but for the
 * JSON, which is its reader's.
 *
 * @param atMs when it was, on the recording's clock, epoch milliseconds
 * @param json one object, with the time as {@code at}
 * @param told the same in words, without the time
 */
public record ReplayLine(long atMs, ObjectNode json, Phrase told) {

  static ReplayLine of(Decision decision) {
    Phrase verdict = Phrase.of("page.verdict." + decision.verdict().word());
    Phrase told = Phrase.of("rules.decided", decision.rule(), verdict);
    told = beside(told, Phrase.foreign(decision.by().user()));
    told = beside(told, decision.words());
    if (decision.remainingMs() > 0) {
      told = beside(told, Phrase.of("rules.left", (decision.remainingMs() + 999) / 1_000));
    }
    return of(decision.atMs(), decision.toJson(), told);
  }

  static ReplayLine of(Action action, long atMs) {
    ObjectNode line = begun(atMs).put("rule", action.rule()).put("action", action.kind());
    ObjectNode parameters = action.parameters().toJson();
    line.set("parameters", parameters);
    String values =
        Secrets.masked(parameters).properties().stream()
            .map(each -> shown(each.getValue()))
            .collect(Collectors.joining(" "));
    String key = action.safeEnd() ? "rules.ends" : "rules.acts";
    return of(
        atMs,
        action.safeEnd() ? line.put("finally", true) : line,
        Phrase.of(key, action.rule(), action.kind(), values));
  }

  /** A vote that has ended. */
  static ReplayLine of(Tally tally, long atMs) {
    ObjectNode line = begun(atMs);
    line.setAll(tally.toJson());
    String winner = tally.winner();
    Phrase result =
        winner == null
            ? Phrase.of("rules.vote-none", tally.vote())
            : Phrase.of("rules.vote-won", tally.vote(), winner);
    List<String> options =
        tally.lines().stream().map(each -> each.option() + " " + each.count()).toList();
    return of(atMs, line, beside(result, Phrase.list(options)));
  }

  private static ReplayLine of(long atMs, ObjectNode json, Phrase told) {
    return new ReplayLine(atMs, Secrets.masked(json), told.mapped(Secrets::masked));
  }

  private static ObjectNode begun(long atMs) {
    return JsonNodeFactory.instance.objectNode().put("at", Instant.ofEpochMilli(atMs).toString());
  }

  private static String shown(JsonNode value) {
    return Objects.requireNonNullElseGet(value.textValue(), value::toString);
  }

  private static Phrase beside(Phrase one, Phrase more) {
    return more.equals(Phrase.NONE) ? one : Phrase.of("rules.beside", one, more);
  }
}
