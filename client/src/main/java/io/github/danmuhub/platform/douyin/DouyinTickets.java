package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Asker;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinSignature;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Gets what it takes to dial: the first cursor and the server by im/fetch, and the signature. */
final class DouyinTickets {
  private final DouyinLookup lookup;
  private final DouyinVisitor visitor;
  private final DouyinSigner signer;
  private final Asker http;
  private Map<String, String> routeParams = Map.of();

  DouyinTickets(DouyinLookup lookup, DouyinVisitor visitor, DouyinSigner signer, Asker http) {
    this.lookup = lookup;
    this.visitor = visitor;
    this.signer = signer;
    this.http = http;
  }

  /**
   * A ticket and where to begin.
   *
   * @param cursor {@link DouyinCursor#NONE} where the platform names none
   * @param fetched all that {@code im/fetch} answered on the way, good or broken
   */
  record Issued(DouyinTicket ticket, DouyinCursor cursor, List<DouyinFetched> fetched) {}

  /**
   * Asks for a ticket.
   *
   * @param failures how many servers in a row did not let us hear anything
   */
  CompletionStage<Issued> ticket(String roomId, DouyinCursor cursor, int failures) {
    String stub = DouyinSignature.stub(DouyinSocketUrl.SDK_VERSION, roomId, visitor.uniqueId());
    return fetch(roomId, cursor)
        .thenCombine(
            signer.sign(http, stub),
            (fetched, signature) -> issue(fetched, roomId, signature, failures));
  }

  /** Behind the cursor; and from the beginning, where the platform does not take it any more. */
  private CompletionStage<List<DouyinFetched>> fetch(String roomId, DouyinCursor cursor) {
    return lookup
        .fetch(roomId, cursor)
        .thenCompose(
            first ->
                cursor.isNone() || first.filter(DouyinFetched::leadsOn).isPresent()
                    ? CompletableFuture.completedStage(first.stream().toList())
                    : lookup
                        .fetch(roomId, DouyinCursor.NONE)
                        .thenApply(second -> both(first, second)));
  }

  private static List<DouyinFetched> both(
      Optional<DouyinFetched> first, Optional<DouyinFetched> second) {
    return Stream.of(first, second).flatMap(Optional::stream).toList();
  }

  private Issued issue(List<DouyinFetched> fetched, String roomId, String signature, int failures) {
    Optional<DouyinFetched> good = fetched.stream().filter(DouyinFetched::leadsOn).findFirst();
    Optional<DouyinResponse> response = good.map(DouyinFetched::response);
    // what was asked for once, stays so where im/fetch gives no answer
    routeParams = response.map(DouyinResponse::routeParams).orElse(routeParams);
    String server = server(response.map(DouyinResponse::pushServer).orElse(""), failures);
    return new Issued(
        new DouyinTicket(roomId, server, routeParams, signature),
        good.map(DouyinFetched::cursor).orElse(DouyinCursor.NONE),
        fetched);
  }

  /** The one that im/fetch names and the known ones, each in its turn. */
  private static String server(String named, int failures) {
    List<String> servers = new ArrayList<>(DouyinSocketUrl.SERVERS);
    if (DouyinSocketUrl.isServer(named)) {
      servers.remove(named);
      servers.add(0, named);
    }
    return servers.get(failures % servers.size());
  }
}
