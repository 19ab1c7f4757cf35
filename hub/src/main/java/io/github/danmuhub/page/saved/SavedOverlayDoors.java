package io.github.danmuhub.page.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.log.AtomicFile;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * {@code POST /api/overlays} keeps an overlay's address, {@code /o/NAME} leads to it. The file is
 * read when the first is asked for, and written with each that is new, on workers.
 */
public final class SavedOverlayDoors {
  private static final int CREATED = 201;
  private static final int FOUND = 302;
  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_KEPT = 507;

  private final AtomicFile file;
  private final SavedOverlays saved = new SavedOverlays(); // guarded by this, as what follows
  private boolean isRead;

  public SavedOverlayDoors(AtomicFile file) {
    this.file = file;
  }

  /** Their lines in the table of doors. An address tells nothing of the rooms. */
  public List<Door> doors() {
    return List.of(
        Door.post("/api/overlays", this::save), Door.get("/o/{name}", this::lead).withoutToken());
  }

  private void save(RoutingContext context) {
    String address = address(context);
    if (SavedOverlays.isAddress(address)) {
      answer(context, () -> keep(address), name -> created(context, name));
    } else {
      context.fail(
          Json.refusal(
              BAD,
              "bad-overlay",
              "send {\"address\":\"/overlay/chat?…\"}: an overlay's own, of at most "
                  + SavedOverlays.LONGEST
                  + " characters"));
    }
  }

  /** Empty where the body does not say one. */
  private static String address(RoutingContext context) {
    try {
      String body = context.body().asString();
      JsonNode address = Json.object(body == null ? "" : body).path("address");
      return address.isTextual() ? address.textValue() : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static void created(RoutingContext context, String name) {
    String json = Json.message("overlay").put("name", name).put("path", "/o/" + name).toString();
    Json.send(context.response(), CREATED, json);
  }

  private void lead(RoutingContext context) {
    String name = Objects.requireNonNull(context.pathParam("name"));
    answer(context, () -> find(name), found -> redirect(context, found));
  }

  /** What the short address is asked for with, such as a token, goes on with it. */
  private static void redirect(RoutingContext context, Optional<String> found) {
    if (found.isEmpty()) {
      context.fail(
          Json.refusal(
              NOT_FOUND, "no-such-overlay", "the hub keeps no overlay of this name: make it anew"));
      return;
    }
    String address = found.get();
    String query = context.request().query();
    String more = query == null ? "" : (address.contains("?") ? "&" : "?") + query;
    context.response().setStatusCode(FOUND).putHeader("cache-control", "no-store");
    context.response().putHeader("location", address + more).end();
  }

  private synchronized String keep(String address) throws IOException {
    read();
    boolean isKnown = saved.has(address);
    String name = saved.save(address);
    if (!isKnown) {
      file.write(saved.toJson());
    }
    return name;
  }

  private synchronized Optional<String> find(String name) throws IOException {
    read();
    return saved.find(name);
  }

  private void read() throws IOException {
    if (!isRead) {
      Optional<String> text = file.read();
      if (text.isPresent()) {
        saved.add(text.get());
      }
      isRead = true;
    }
  }

  private static <T> void answer(RoutingContext context, Callable<T> asked, Consumer<T> told) {
    context
        .vertx()
        .executeBlocking(asked, true)
        .onSuccess(told::accept)
        .onFailure(failure -> context.fail(refused(failure)));
  }

  private static Throwable refused(Throwable failure) {
    return failure instanceof IOException
        ? Json.refusal(
            NOT_KEPT, "not-kept", "overlays.json beside the hub: " + failure.getMessage())
        : failure;
  }
}
