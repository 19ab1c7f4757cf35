package io.github.danmuhub.device.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.secret.WebhookSignature;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code http: {name: door, text: "...", fields: {...}}}: a signed POST. It is sent once: what
 * comes late would act on what is over. At most {@value #UNDERWAY} are under way; a further one is
 * refused.
 */
public final class WebhookSink implements ActionSink {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSink.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int UNDERWAY = 16;
  private static final int LONGEST = 20_000;
  private static final int OK = 200;
  private static final int NOT_OK = 300;
  private static final long MILLIS = 1_000;

  /**
   * Where one goes.
   *
   * @param signature null: it is not signed
   */
  public record Hook(URI uri, @Nullable WebhookSignature signature) {}

  private final Map<String, Hook> hooks;
  private final ActionKind kind;
  private final AtomicInteger underway = new AtomicInteger();
  private @Nullable HttpClient client;

  /** To these, by their names. */
  public WebhookSink(Map<String, Hook> hooks) {
    this.hooks = Map.copyOf(hooks);
    this.kind =
        ActionKind.of(
            "http",
            Parameter.oneOf("name", true, hooks.keySet().stream().sorted().toList()),
            Parameter.optional("text", Parameter.Type.TEXT),
            Parameter.optional("fields", Parameter.Type.FIELDS));
  }

  /** Made when it is first needed: it has threads. */
  private HttpClient client() {
    HttpClient known = client;
    if (known != null) {
      return known;
    }
    HttpClient made =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newSingleThreadExecutor(WebhookSink::thread))
            .build();
    client = made;
    return made;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "danmu-webhook");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public ActionKind kind() {
    return kind;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    String name = action.parameters().text("name", "");
    String body = body(action).toString();
    Optional<Result> refusal = refusal(action, name, body);
    if (refusal.isPresent()) {
      outcome.report(refusal.get());
      return;
    }
    underway.incrementAndGet();
    var unused =
        client()
            .sendAsync(request(requireNonNull(hooks.get(name)), body), BodyHandlers.ofInputStream())
            .thenApply(WebhookSink::result)
            .whenComplete(
                (answered, failed) -> {
                  underway.decrementAndGet();
                  outcome.report(failed == null ? answered : result(failed));
                });
  }

  private Optional<Result> refusal(Action action, String name, String body) {
    if (!hooks.containsKey(name)) {
      return Optional.of(Result.refused(Phrase.of("act.no-webhook", name)));
    }
    if (action.dryRun()) {
      return Optional.of(Result.dryRun(Phrase.of("act.post", name, body)));
    }
    if (body.length() > LONGEST) {
      return Optional.of(Result.refused(Phrase.of("act.long", LONGEST)));
    }
    return underway.get() >= UNDERWAY
        ? Optional.of(Result.refused(Phrase.of("act.webhooks", UNDERWAY)))
        : Optional.empty();
  }

  private static ObjectNode body(Action action) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "danmu.action");
    json.put("timestamp", Instant.ofEpochMilli(action.receivedAtMs()).toString());
    ObjectNode data = json.putObject("data").put("rule", action.rule());
    String text = action.parameters().text("text");
    if (text != null) {
      data.put("text", text);
    }
    action.parameters().fields("fields").forEach(data::put);
    return json;
  }

  private static HttpRequest request(Hook hook, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hook.uri())
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body));
    WebhookSignature signature = hook.signature();
    if (signature != null) {
      String id = "msg_" + UUID.randomUUID();
      long seconds = System.currentTimeMillis() / MILLIS;
      List<String> headers = new ArrayList<>();
      signature
          .headers(id, seconds, body)
          .forEach((header, value) -> headers.addAll(List.of(header, value)));
      request.headers(headers.toArray(String[]::new));
    }
    return request.build();
  }

  /** What follows the head is not read: it may never end, and no timeout covers it. */
  private static Result result(HttpResponse<InputStream> head) {
    try {
      head.body().close();
    } catch (IOException e) {
      LOG.debug("the rest of a webhook's answer was cut off", e);
    }
    int status = head.statusCode();
    return status >= OK && status < NOT_OK
        ? Result.done(Phrase.of("act.answered", status))
        : Result.refused(Phrase.of("act.webhook-answered", status));
  }

  private static Result result(Throwable failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return Result.refused(
        cause instanceof HttpTimeoutException
            ? Phrase.of("act.webhook-silent", PATIENCE.toSeconds())
            : Phrase.of("act.webhook-absent"));
  }
}
