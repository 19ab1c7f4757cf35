package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinSignature;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** Gets what it takes to dial: the first cursor and the server by im/fetch, and the signature. */
final class DouyinTickets {
  private final DouyinLookup lookup;
  private final DouyinVisitor visitor;
  private final DouyinSigner signer;
  private final RandomGenerator random;
  private Map<String, String> routeParams = Map.of();
  private int failed;

  DouyinTickets(
      DouyinLookup lookup, DouyinVisitor visitor, DouyinSigner signer, RandomGenerator random) {
    this.lookup = lookup;
    this.visitor = visitor;
    this.signer = signer;
    this.random = random;
  }

  /**
   * A ticket and where to begin.
   *
   * @param fetched a Response whose messages came along
   */
  record Issued(DouyinTicket ticket, DouyinCursor cursor, Optional<ByteBuffer> fetched) {}

  CompletionStage<Issued> ticket(Http http, String roomId, DouyinCursor cursor, long now) {
    String stub = DouyinSignature.stub(DouyinSocketUrl.SDK_VERSION, roomId, visitor.uniqueId());
    return lookup
        .fetch(http, roomId, cursor)
        .thenCompose(
            fetched ->
                signer
                    .sign(http, stub)
                    .thenApply(signature -> issue(fetched, roomId, cursor, signature, now)));
  }

  private Issued issue(
      Optional<DouyinLookup.Fetched> fetched,
      String roomId,
      DouyinCursor known,
      String signature,
      long now) {
    Optional<DouyinResponse> response = fetched.map(DouyinLookup.Fetched::response);
    DouyinCursor told = response.map(r -> known.then(r.cursor(), r.internalExt())).orElse(known);
    DouyinCursor cursor =
        told.isNone() ? DouyinCursor.made(roomId, visitor.uniqueId(), now, random) : told;
    String server = server(response.map(DouyinResponse::pushServer).orElse(""));
    // what was asked for once, stays so where im/fetch gives no answer
    routeParams = response.map(DouyinResponse::routeParams).orElse(routeParams);
    return new Issued(
        new DouyinTicket(roomId, server, routeParams, signature),
        cursor,
        fetched.map(DouyinLookup.Fetched::body));
  }

  /** The one that im/fetch names, as long as it works; then the known ones in turn. */
  private String server(String named) {
    boolean usable =
        named.matches("wss?://[A-Za-z0-9.-]+\\.douyin\\.com(:[0-9]{1,5})?/[!-~&&[^?#]]*");
    if (usable && failed == 0) {
      return named;
    }
    List<String> servers = DouyinSocketUrl.SERVERS;
    return servers.get(failed % servers.size());
  }

  /** The last server did not let us hear anything. */
  void nextServer() {
    failed++;
  }
}
