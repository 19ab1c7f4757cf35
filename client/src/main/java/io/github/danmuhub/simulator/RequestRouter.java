package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.transport.Incoming;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.ServerHandler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests and handshakes in to the site that they mean. */
final class RequestRouter implements ServerHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRouter.class);
  private static final String STATUS_PATH = "/_simulator";

  private final Loop loop;
  private final Sites sites;
  private final Peers peers;
  private final Tallies tallies;

  RequestRouter(Loop loop, Sites sites, Peers peers, Tallies tallies) {
    this.loop = loop;
    this.sites = sites;
    this.peers = peers;
    this.tallies = tallies;
  }

  @Override
  public void onRequest(Incoming request) {
    HttpCall call = request.call();
    if (STATUS_PATH.equals(call.uri().getPath())) {
      request.answer(HttpReply.of(200, "text/plain; charset=utf-8", tallies.listing()));
      return;
    }
    Optional<HostedSite> site = sites.route(call.uri());
    if (site.isEmpty()) {
      tallies.unrouted();
      request.answer(HttpReply.of(404, "text/plain", "no simulated platform serves this path"));
    } else if (request.wantsWebSocket()) {
      peers.acceptWebSocket(site.get().site(), request);
    } else {
      answer(site.get().site(), call, request);
    }
  }

  private void answer(HostedPlatform<?> site, HttpCall call, Incoming request) {
    if (peers.faults().strike(Fault.LOOKUP_DOWN)) {
      request.drop();
      return;
    }
    try {
      site.onHttp(call, loop.wallMs(), request::answer);
    } catch (RuntimeException e) {
      LOG.warn("a simulated site failed at {}", call.uri().getPath(), e);
      tallies.siteFailed();
      request.answer(HttpReply.of(500, "text/plain", "the simulated site failed"));
    }
  }
}
