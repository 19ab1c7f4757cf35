package io.github.danmuhub;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomNames.Named;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Asks where a share link of a platform's app leads: {@value #MOST} requests at most, and only to
 * addresses that the platform itself says are its links.
 */
final class ShareLinks {
  private static final int MOST = 2;
  private static final Headers HEADERS =
      Headers.of(
          "User-Agent",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/139.0.0.0 Safari/537.36");

  private final RoomNames names;
  private final Function<HttpCall, CompletionStage<HttpReply>> http;

  /** Reads rooms by these names, and asks by this HTTP, which does not follow redirects. */
  ShareLinks(RoomNames names, Function<HttpCall, CompletionStage<HttpReply>> http) {
    this.names = names;
    this.http = http;
  }

  /** Fails with an {@link IllegalArgumentException} in words. */
  CompletionStage<Named> find(String pasted) {
    Optional<RoomNames.Link> link = names.link(pasted);
    return link.isEmpty()
        ? CompletableFuture.completedStage(names.read(pasted))
        : follow(link.get().platform(), link.get().address(), MOST);
  }

  private CompletionStage<Named> follow(Platform platform, URI link, int left) {
    return http.apply(HttpCall.get(link, HEADERS))
        .exceptionally(noAnswer -> HttpReply.none(String.valueOf(noAnswer.getMessage())))
        .thenCompose(reply -> next(platform, link, reply, left - 1));
  }

  private CompletionStage<Named> next(Platform platform, URI link, HttpReply reply, int left) {
    String leads = platform.linked(reply).orElse("");
    Optional<Named> room = platform.parse(leads).map(ref -> new Named(platform, ref));
    Optional<URI> further = left > 0 ? platform.shortLink(leads) : Optional.empty();
    return room.map(CompletableFuture::completedStage)
        .or(() -> further.map(address -> follow(platform, address, left)))
        .orElseGet(() -> CompletableFuture.failedStage(leadsNowhere(link, reply)));
  }

  private static IllegalArgumentException leadsNowhere(URI link, HttpReply reply) {
    String said = reply.status() == 0 ? "no answer: " + reply.text() : "HTTP " + reply.status();
    return new IllegalArgumentException(
        ("the share link of %s leads to no live room (%s): is it whole, and the broadcast on?"
                + " Or write the room's own URL")
            .formatted(link.getHost(), said));
  }
}
