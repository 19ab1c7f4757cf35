package io.github.danmuhub.browser.frames;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.browser.Target;
import io.github.danmuhub.browser.TargetHook;
import io.github.danmuhub.capture.Place;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who in a page's scripts calls a socket's {@code send}, and who listens to it: each place
 * once. A script of ours stands in for both, which a page could see: so it is asked for. On the
 * link's loop.
 */
public final class CallerHook implements TargetHook {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCRIPT = Scripts.read("callers.js");

  /** {@code at connect (https://site/app.js:12:9)}, or without a function. */
  private static final Pattern STACK_LINE =
      Pattern.compile("\\s*at (?:(?:async )?(.*?) \\()?(.*?):([0-9]{1,9}):([0-9]{1,9})\\)?\\s*");

  private final Predicate<Target> wanted;
  private final String binding;
  private final Consumer<Caller> heard;

  /**
   * @param binding a name that no page knows
   */
  public CallerHook(Predicate<Target> wanted, String binding, Consumer<Caller> heard) {
    this.wanted = wanted;
    this.binding = binding;
    this.heard = heard;
  }

  @Override
  public void prepare(Target target) {
    if (!wanted.test(target)) {
      return;
    }
    target.listen((method, event) -> on(target, method, event));
    var unusedEnabled = target.call("Runtime.enable", Map.of());
    var unusedBound = target.call("Runtime.addBinding", Map.of("name", binding));
    String script = SCRIPT.replace("BINDING", binding);
    if (target.hasDocuments()) {
      var unusedPage = target.call("Page.enable", Map.of());
      var unusedHooked =
          target.call(
              "Page.addScriptToEvaluateOnNewDocument",
              Map.of("source", script, "runImmediately", true));
    } else {
      var unusedHooked = target.call("Runtime.evaluate", Map.of("expression", script));
    }
  }

  private void on(Target target, String method, JsonNode event) {
    if (method.equals("Runtime.bindingCalled") && event.path("name").asText().equals(binding)) {
      try {
        JsonNode said = JSON.readTree(event.path("payload").asText());
        Matcher line = STACK_LINE.matcher(said.path("at").asText());
        if (line.matches()) {
          heard.accept(caller(target, said, line));
        }
      } catch (JsonProcessingException e) {
        return; // no script of ours said that
      }
    }
  }

  private static Caller caller(Target target, JsonNode said, Matcher line) {
    String function = line.group(1) == null ? "" : line.group(1);
    Place place =
        new Place(
            line.group(2),
            Integer.parseInt(line.group(3)),
            Integer.parseInt(line.group(4)),
            function);
    return new Caller(said.path("what").asText(), said.path("url").asText(), place, target.kind());
  }
}
