package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.text.Phrase;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One tab, and what stands in it. Any thread may call; stages complete, and what is told comes, on
 * the link's loop, where nothing may block. A stage fails with a {@link CdpException}, at once
 * where the tab or the browser goes while it is asked.
 */
public final class Page {
  private static final long CLOSE_AGAIN_MS = 1_000;

  private final Target target;

  Page(Target target) {
    this.target = target;
  }

  public Target target() {
    return target;
  }

  /** Goes to an address. The stage does not wait until all is loaded. */
  public CompletionStage<Void> navigate(URI to) {
    return target
        .call("Page.navigate", Map.of("url", to.toString()))
        .thenCompose(
            answer -> {
              String error = answer.path("errorText").asText();
              return error.isEmpty() ? done() : failed(Phrase.of("browser.cannot_load", error));
            });
  }

  public CompletionStage<Void> reload() {
    return target.call("Page.reload", Map.of()).thenAccept(unused -> {});
  }

  /**
   * Evaluates an expression in the page's own world, where a content policy does not hinder it; a
   * promise is waited for.
   *
   * @return its value as JSON; fails where it throws, with what it threw
   */
  public CompletionStage<JsonNode> evaluate(String expression) {
    return target
        .call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true))
        .thenCompose(Page::value);
  }

  private static CompletionStage<JsonNode> value(JsonNode answer) {
    JsonNode thrown = answer.path("exceptionDetails");
    if (thrown.isObject()) {
      String words = thrown.path("exception").path("description").asText();
      return failed(Phrase.said(words.isEmpty() ? thrown.path("text").asText("it threw") : words));
    }
    return CompletableFuture.completedStage(answer.path("result").path("value"));
  }

  /**
   * Gives the page's scripts a function of one string, in all its documents, now and after every
   * navigation.
   *
   * @param heard what they call it with
   */
  public CompletionStage<Void> bind(String name, Consumer<String> heard) {
    target
        .session()
        .link()
        .loop()
        .execute(
            () ->
                target.listen(
                    (method, parameters) -> {
                      if (method.equals("Runtime.bindingCalled")
                          && parameters.path("name").asText().equals(name)) {
                        heard.accept(parameters.path("payload").asText());
                      }
                    }));
    return target
        .call("Runtime.enable", Map.of())
        .thenCompose(unused -> target.call("Runtime.addBinding", Map.of("name", name)))
        .thenAccept(unused -> {});
  }

  /** Runs a script at the beginning of every document from the next one on, before its own. */
  public CompletionStage<Void> runAtStart(String script) {
    return target
        .call("Page.enable", Map.of())
        .thenCompose(
            unused ->
                target.call(
                    "Page.addScriptToEvaluateOnNewDocument",
                    Map.of("source", script, "runImmediately", false)))
        .thenAccept(unused -> {});
  }

  /** What keeps a script from being one, with its line; empty for one that can be run. */
  public CompletionStage<String> compile(String script) {
    Map<String, ?> parameters =
        Map.of("expression", script, "sourceURL", "", "persistScript", false);
    return target
        .call("Runtime.enable", Map.of())
        .thenCompose(enabled -> target.call("Runtime.compileScript", parameters))
        .thenApply(answer -> fault(answer.path("exceptionDetails")));
  }

  /** Its lines count from 0. */
  private static String fault(JsonNode thrown) {
    return thrown.isObject()
        ? "line %d: %s"
            .formatted(
                thrown.path("lineNumber").asInt() + 1,
                thrown.path("exception").path("description").asText())
        : "";
  }

  /** Lets go of the tab, which stays as it is; what was bound and run at its starts is no more. */
  public CompletionStage<Void> leave() {
    CdpSession session = target.session();
    return session
        .link()
        .call("", "Target.detachFromTarget", Map.of("sessionId", session.id()))
        .thenAccept(unused -> {});
  }

  /** Closes the tab; completes when it is gone. */
  public CompletionStage<Void> close() {
    askToClose();
    return target.gone().thenAccept(unused -> {});
  }

  /**
   * A tab that has crashed is still there, too. Chromium forgets it where the tab is just going
   * elsewhere: asked again until it is done.
   */
  private void askToClose() {
    CdpLink link = target.session().link();
    var unused = link.call("", "Target.closeTarget", Map.of("targetId", target.id()));
    link.loop()
        .schedule(
            CLOSE_AGAIN_MS,
            () -> {
              if (!target.gone().toCompletableFuture().isDone()) {
                askToClose();
              }
            });
  }

  /** Completes when the tab is closed or has crashed, or the browser is gone, in words. */
  public CompletionStage<Phrase> gone() {
    return target.gone();
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.allOf();
  }

  private static <T> CompletionStage<T> failed(Phrase words) {
    return CompletableFuture.failedStage(new CdpException(words));
  }
}
