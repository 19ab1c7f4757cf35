package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * All that we are attached to, each once: a service worker is announced by the browser and by its
 * page. What starts is held until every hook has seen it. On the link's loop.
 */
final class Targets {
  private static final Map<String, Object> AUTO_ATTACH =
      Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);

  private final CdpLink link;
  private final List<TargetHook> hooks = new ArrayList<>();
  private final List<CdpEvents> listeners = new ArrayList<>();
  private final Map<String, Target> byId = new HashMap<>();
  private final Map<String, Target> bySession = new HashMap<>();
  private final Map<String, CompletableFuture<Target>> awaited = new HashMap<>();

  Targets(CdpLink link) {
    this.link = link;
    link.listen("", this::onBrowserEvent);
    link.closed().thenAccept(this::endAll);
  }

  /** Everything that the browser opens, from now on. */
  CompletionStage<JsonNode> attachToAll() {
    return link.call("", "Target.setAutoAttach", AUTO_ATTACH);
  }

  /** One target of a browser that is not ours. */
  void attach(String id) {
    var unused =
        link.call("", "Target.attachToTarget", Map.of("targetId", id, "flatten", true))
            .whenComplete((answer, error) -> refuse(id, error));
  }

  private void refuse(String id, @Nullable Throwable error) {
    CompletableFuture<Target> waiting = error == null ? null : awaited.remove(id);
    if (waiting != null) {
      waiting.completeExceptionally(error);
    }
  }

  void hook(TargetHook hook) {
    hooks.add(hook);
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  /** The targets that stand in a page, itself among them. */
  List<Target> of(Target page) {
    return byId.values().stream().filter(target -> target.isOf(page)).toList();
  }

  /** The one of that id, as soon as we are attached to it. */
  CompletionStage<Target> await(String id) {
    Target known = byId.get(id);
    return known != null && known.isReady()
        ? CompletableFuture.completedStage(known)
        : awaited.computeIfAbsent(id, unused -> new CompletableFuture<>());
  }

  /** What the browser itself tells. */
  void listenToBrowser(CdpEvents listener) {
    listeners.add(listener);
  }

  private void onBrowserEvent(String method, JsonNode parameters) {
    onTargetEvent(null, method, parameters);
    listeners.forEach(listener -> listener.on(method, parameters));
  }

  private void onEvent(Target target, String method, JsonNode parameters) {
    onTargetEvent(target, method, parameters);
    if (method.equals("Inspector.targetCrashed")) {
      end(target, Phrase.of("browser.crashed"));
    }
    target.tell(method, parameters);
  }

  private void onTargetEvent(@Nullable Target parent, String method, JsonNode parameters) {
    if (method.equals("Target.attachedToTarget")) {
      attached(parent, parameters);
    } else if (method.equals("Target.detachedFromTarget")) {
      Target target = bySession.get(parameters.path("sessionId").asText());
      if (target != null) {
        end(target, Phrase.of("browser.closed", target.kind()));
      }
    }
  }

  private void attached(@Nullable Target parent, JsonNode parameters) {
    JsonNode info = parameters.path("targetInfo");
    CdpSession session = new CdpSession(link, parameters.path("sessionId").asText());
    boolean wanted = Target.TYPES.contains(info.path("type").asText());
    if (wanted && !knows(info.path("targetId").asText())) {
      add(new Target(session, info, parent, !parameters.path("waitingForDebugger").asBoolean()));
    } else {
      var unusedResumed = session.call("Runtime.runIfWaitingForDebugger");
      var unusedLeft = link.call("", "Target.detachFromTarget", Map.of("sessionId", session.id()));
    }
  }

  private void add(Target target) {
    byId.put(target.id(), target);
    bySession.put(target.session().id(), target);
    link.listen(target.session().id(), (method, parameters) -> onEvent(target, method, parameters));
    if (target.hasDocuments()) {
      var unused = target.call("Inspector.enable", Map.of());
    }
    var unusedChildren = target.call("Target.setAutoAttach", AUTO_ATTACH);
    hooks.forEach(hook -> hook.prepare(target));
    var unusedRunning =
        target
            .call("Runtime.runIfWaitingForDebugger", Map.of())
            .whenComplete((unused, error) -> ready(target));
  }

  private void ready(Target target) {
    target.ready();
    CompletableFuture<Target> waiting = awaited.remove(target.id());
    if (waiting != null) {
      waiting.complete(target);
    }
  }

  private void end(Target target, Phrase why) {
    byId.remove(target.id());
    bySession.remove(target.session().id());
    link.forget(target.session().id(), why);
    target.end(why);
  }

  private void endAll(String why) {
    List.copyOf(byId.values()).forEach(target -> end(target, Phrase.of("browser.gone")));
    awaited.values().forEach(each -> each.completeExceptionally(new CdpException(why)));
    awaited.clear();
  }
}
