package io.github.danmuhub.browser.frames;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Target;
import io.github.danmuhub.browser.TargetHook;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.BoundedMap;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Answers over HTTP to what pages and workers ask for, where the URL is wanted: what is polled. Of
 * {@value #OPEN} that are under way the oldest is forgotten. On the link's loop.
 */
public final class PolledAnswers implements TargetHook {
  private static final int OPEN = 1_000;

  private final Predicate<Target> targets;
  private final Predicate<String> urls;
  private final BiConsumer<Target, Http> heard;
  private final LongSupplier clock;

  /**
   * @param urls which are wanted
   * @param heard whose they are, and the answer
   * @param clock epoch ms
   */
  public PolledAnswers(
      Predicate<Target> targets,
      Predicate<String> urls,
      BiConsumer<Target, Http> heard,
      LongSupplier clock) {
    this.targets = targets;
    this.urls = urls;
    this.heard = heard;
    this.clock = clock;
  }

  @Override
  public void prepare(Target target) {
    if (targets.test(target)) {
      OfTarget answers = new OfTarget(target);
      target.listen(answers::on);
      var unused = target.call("Network.enable", Map.of());
    }
  }

  private record Head(String url, int status) {}

  private final class OfTarget {
    private final Target target;
    private final Map<String, Head> underWay = new BoundedMap<>(OPEN);

    OfTarget(Target target) {
      this.target = target;
    }

    void on(String method, JsonNode event) {
      switch (method) {
        case "Network.responseReceived" -> begun(event);
        case "Network.loadingFinished" -> ended(event.path("requestId").asText());
        case "Network.loadingFailed" -> underWay.remove(event.path("requestId").asText());
        default -> {}
      }
    }

    private void begun(JsonNode event) {
      JsonNode response = event.path("response");
      String url = response.path("url").asText();
      if (urls.test(url)) {
        underWay.put(
            event.path("requestId").asText(), new Head(url, response.path("status").asInt()));
      }
    }

    private void ended(String request) {
      Head head = underWay.remove(request);
      if (head != null) {
        long time = clock.getAsLong();
        var unused =
            target
                .call("Network.getResponseBody", Map.of("requestId", request))
                .thenAccept(
                    answer ->
                        heard.accept(
                            target, new Http(0, time, head.url(), head.status(), body(answer))));
      }
    }

    private static Raw body(JsonNode answer) {
      String body = answer.path("body").asText();
      try {
        return Raw.bytes(
            answer.path("base64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(UTF_8));
      } catch (IllegalArgumentException e) {
        return Raw.NOTHING;
      }
    }
  }
}
