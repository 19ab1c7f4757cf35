package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.transport.Incoming;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.SocketListener;
import io.github.danmuhub.transport.TextFrames;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the sites' ends of sockets. On the loop. */
final class Peers {
  private static final Logger LOG = LoggerFactory.getLogger(Peers.class);

  private final Loop loop;
  private final PendingFaults faults;
  private final Tallies tallies;

  Peers(Loop loop, PendingFaults faults, Tallies tallies) {
    this.loop = loop;
    this.faults = faults;
    this.tallies = tallies;
  }

  PendingFaults faults() {
    return faults;
  }

  void acceptWebSocket(HostedPlatform<?> site, Incoming request) {
    if (faults.strike(Fault.HANDSHAKE_502)) {
      request.answer(HttpReply.of(502, "text/html", "<h1>502 Bad Gateway</h1>"));
      return;
    }
    try {
      // some tutorials' clients send their packets, which are binary, in text messages
      if (site.deflates()) {
        request.acceptDeflating(open(site, request.call()), TextFrames.RAW);
      } else {
        request.accept(open(site, request.call()), TextFrames.RAW);
      }
    } catch (RefusedException e) {
      request.answer(e.reply());
    } catch (RuntimeException e) {
      failed(e);
      request.answer(HttpReply.of(500, "text/plain", "the simulated site failed"));
    }
  }

  SocketListener acceptTcp(HostedPlatform<?> site) {
    try {
      return open(site, null);
    } catch (RefusedException e) {
      return new PeerLink(loop, this::failed).failing("refused");
    } catch (RuntimeException e) {
      failed(e);
      return new PeerLink(loop, this::failed).failing("the simulated site failed");
    }
  }

  private PeerLink open(HostedPlatform<?> site, @Nullable HttpCall handshake)
      throws RefusedException {
    PeerLink link = new PeerLink(loop, this::failed);
    FaultyPeerSocket out = new FaultyPeerSocket(link, loop, faults);
    link.attach(site.accept(handshake, loop.wallMs(), out));
    out.accepted();
    return link;
  }

  private void failed(RuntimeException why) {
    LOG.warn("a simulated site failed", why);
    tallies.siteFailed();
  }
}
