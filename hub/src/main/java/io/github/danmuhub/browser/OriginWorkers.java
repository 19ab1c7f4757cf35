package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Shared and service workers of the origins that stand in one tab of the user's browser: they are
 * the browser's, not the tab's, so each is looked at as it is made. Others are left alone. On the
 * link's loop.
 */
final class OriginWorkers {
  private static final Set<String> TYPES = Set.of("shared_worker", "service_worker");

  private final CdpLink link;
  private final Targets targets;
  private final Target page;

  OriginWorkers(CdpLink link, Targets targets, Target page) {
    this.link = link;
    this.targets = targets;
    this.page = page;
  }

  void begin() {
    targets.listenToBrowser(this::on);
    List<Map<String, String>> filter = TYPES.stream().map(type -> Map.of("type", type)).toList();
    var unused =
        link.call("", "Target.setDiscoverTargets", Map.of("discover", true, "filter", filter));
  }

  private void on(String method, JsonNode event) {
    JsonNode info = event.path("targetInfo");
    String id = info.path("targetId").asText();
    if (method.equals("Target.targetCreated")
        && TYPES.contains(info.path("type").asText())
        && !targets.knows(id)) {
      attachIfOurs(id, origin(info.path("url").asText()));
    }
  }

  private void attachIfOurs(String id, String origin) {
    Set<String> origins = new HashSet<>();
    CompletableFuture<?>[] asked =
        targets.of(page).stream()
            .filter(Target::hasDocuments)
            .map(
                target ->
                    target
                        .call("Page.getFrameTree", Map.of())
                        .thenAccept(tree -> collect(tree.path("frameTree"), origins))
                        .toCompletableFuture())
            .toArray(CompletableFuture[]::new);
    var unused =
        CompletableFuture.allOf(asked)
            .whenComplete(
                (done, error) -> {
                  if (origins.contains(origin) && !targets.knows(id)) {
                    targets.attach(id);
                  }
                });
  }

  private static void collect(JsonNode tree, Set<String> origins) {
    origins.add(origin(tree.path("frame").path("url").asText()));
    tree.path("childFrames").forEach(child -> collect(child, origins));
  }

  /** Scheme, host and port; what has none is like nothing else. */
  static String origin(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() == null ? url : uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
