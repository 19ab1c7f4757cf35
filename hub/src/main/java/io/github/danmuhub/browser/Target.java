package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What has scripts of its own: a page, a frame of another process, a worker. On the link's loop,
 * but for {@link #call}.
 */
public final class Target {
  static final Set<String> TYPES =
      Set.of("page", "iframe", "worker", "shared_worker", "service_worker");

  private static final String PAGE = "page";
  private static final String IFRAME = "iframe";

  private final CdpSession session;
  private final String id;
  private final String type;
  private final String url;
  private final @Nullable Target parent;
  private final boolean early;
  private final List<CdpEvents> listeners = new ArrayList<>();
  private boolean ready;
  private final CompletableFuture<Phrase> gone = new CompletableFuture<>();

  /**
   * @param early whether its scripts ran before we came
   */
  Target(CdpSession session, JsonNode info, @Nullable Target parent, boolean early) {
    this.session = session;
    this.id = info.path("targetId").asText();
    this.type = info.path("type").asText();
    this.url = info.path("url").asText();
    this.parent = parent;
    this.early = early;
  }

  /** Unlike any other of the browser. */
  public String id() {
    return id;
  }

  /** In words for a person: page, iframe, worker, shared worker, service worker. */
  public String kind() {
    return type.replace('_', ' ');
  }

  /** Where it was when we found it. */
  public String url() {
    return url;
  }

  CdpSession session() {
    return session;
  }

  /** Whether its scripts ran before we came: what they did until then is not told. */
  public boolean isEarly() {
    return early;
  }

  /** Where all is told. */
  public Loop loop() {
    return session.link().loop();
  }

  /** Whether it shows documents; a worker does not. */
  public boolean hasDocuments() {
    return type.equals(PAGE) || type.equals(IFRAME);
  }

  public boolean isPage() {
    return type.equals(PAGE);
  }

  /** Whether it is that page, or stands in it: a frame, a worker of it. */
  public boolean isOf(Target page) {
    return this == page || (parent != null && parent.isOf(page));
  }

  /** The page that it stands in; itself where it stands in none. */
  public Target root() {
    return parent == null ? this : parent.root();
  }

  /** Events go to all who listen, in the order in which they came. */
  public void listen(CdpEvents listener) {
    listeners.add(listener);
  }

  /** Its scripts run. */
  boolean isReady() {
    return ready;
  }

  void ready() {
    ready = true;
  }

  void tell(String method, JsonNode parameters) {
    for (CdpEvents listener : List.copyOf(listeners)) {
      listener.on(method, parameters);
    }
  }

  /** A command to it; any thread. See {@link CdpSession#call}. */
  public CompletionStage<JsonNode> call(String method, Map<String, ?> parameters) {
    return session.call(method, parameters);
  }

  /** Completes when it is not there any more, in words. */
  public CompletionStage<Phrase> gone() {
    return gone;
  }

  void end(Phrase why) {
    gone.complete(why);
  }
}
